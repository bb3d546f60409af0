/** Figures that rounding turned into 100% or nothing: 2499 of 2500 printed as 100.0%, one more than 2500 as 增长0.0%. */

import type Fraction from "fraction.js";
import { fixed, tellingDecimals } from "../../compute/phrase/number-format.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { decimalsOf, type NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";

/** All findings among the tokens of one block. */
export function checkRounding({ tokens, vocabulary: { measures } }: NumberedBlock): NumberFinding[] {
  return tokens.flatMap((token) => {
    const { computed, value } = token;
    if (computed?.figure === undefined || value === undefined) return [];
    const isRate = token.kind === "percentage" || token.measureWord === "个百分点";
    const exact = computed.figure.value.abs().mul(isRate ? 100 : 1);
    const misleads = !value.equals(exact) && (value.equals(0) || (token.kind === "percentage" && value.equals(100)));
    return misleads ? [finding(token, computed.figure, exact, [...measures.keys()])] : [];
  });
}

function finding(token: NumberToken, figure: Figure, exact: Fraction, measures: readonly string[]): NumberFinding {
  const word = token.measureWord;
  const telling = fixed(exact, moreDecimals(token, exact));
  return {
    token,
    message: `“${figure.name}”取位以后印成了${token.text}${word}，其实是${telling}${word}${difference(figure)}`,
    hint: wayOut(token, figure, exact, measures),
  };
}

const moreDecimals = (token: NumberToken, exact: Fraction): number => tellingDecimals(exact, decimalsOf(token) + 1);

/** （2500件里还差1件）: what a rate of 100% hides. */
function difference({ derivation }: Figure): string {
  if (derivation.kind !== "operation" || derivation.operator !== "÷") return "";
  const { left, right } = derivation;
  const rest = right.value.sub(left.value);
  if (rest.compare(0) <= 0 || left.measureWord !== right.measureWord) return "";
  return left.value.mul(2).compare(right.value) > 0
    ? `（${right.value.toString()}${right.measureWord}里还差${rest.toString()}${right.measureWord}）`
    : `（${right.value.toString()}${right.measureWord}里有${left.value.toString()}${left.measureWord}）`;
}

/** Filters whose argument is the number of decimals. */
const rounding = /[|｜]\s*(百分比|增减率|增减点|百分点|小数|倍|附占比|占比|附占合计|占合计)(?![\p{L}\p{N}_])/u;

function wayOut(token: NumberToken, figure: Figure, exact: Fraction, measures: readonly string[]): string {
  const { passage, marker } = token.block;
  const isRate = token.kind === "percentage";
  const usual = isRate ? "百分比" : "小数";
  const decimals = moreDecimals(token, exact);
  const isCut = token.value?.equals(100) === true && exact.compare(100) < 0;
  const filter = rounding.exec(passage === undefined ? (token.computed?.expression ?? "") : "")?.[1] ?? usual;
  const write = (name: string): string =>
    `“| ${name}: ${decimals}”${isCut ? `；或者去尾，写“| ${name}: ${decimalsOf(token)}, 去尾”` : ""}`;
  if (passage === undefined) return `请多取几位，写${write(filter)}。`;
  if (passage.column === undefined) return `请在这句话的 {{…}} 里多取几位，如“| ${usual}: ${decimals}”。`;
  const share = / ÷ /.test(figure.name) ? (/附?占(?:比|合计)/.exec(marker ?? "")?.[0] ?? "占比") : undefined;
  // The chart of shares adds its column by itself.
  if (share !== undefined && /图表/.test(marker ?? "") && !/[、，,]\s*占比/.test(marker ?? ""))
    return `请多取几位，在“×”后面的指标后面写“、占比 | 占比: ${decimals}”。`;
  const own = `请在“×”后面“${passage.column}”这一栏多取几位，写${write(share ?? rounding.exec(marker ?? "")?.[1] ?? usual)}`;
  const measure =
    figure.percent === undefined || share !== undefined
      ? undefined
      : measures.find((name) => figure.name.split(".").includes(name));
  return measure === undefined
    ? `${own}。`
    : `${own}；每期都要的，把 data/tallies.yaml 里“${measure}”的“百分比”改成 ${decimals}${isCut ? "，或者加上“取位: 去尾”" : ""}。`;
}
