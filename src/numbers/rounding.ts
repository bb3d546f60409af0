/** Figures that rounding turned into 100% or nothing: 2499 of 2500 printed as 100.0%, one more than 2500 as 增长0.0%. */

import type Fraction from "fraction.js";
import { fixed, tellingDecimals } from "../phrase/number-format.ts";
import type { Figure } from "../tally/figure.ts";
import type { NumberToken } from "./number-token.ts";
import { roundedAway } from "./rule.ts";
import type { NumberFinding } from "./rule.ts";

/** All findings among the tokens of one block. */
export function checkRounding(tokens: readonly NumberToken[]): NumberFinding[] {
  return tokens.flatMap((token) => {
    const { computed, value } = token;
    if (computed?.figure === undefined || value === undefined) return [];
    const isRate = token.kind === "percentage" || token.measureWord === "个百分点";
    const exact = computed.figure.value.abs().mul(isRate ? 100 : 1);
    const misleads = !value.equals(exact) && (value.equals(0) || (token.kind === "percentage" && value.equals(100)));
    return misleads ? [finding(token, computed.expression, computed.figure, exact)] : [];
  });
}

function finding(token: NumberToken, expression: string, figure: Figure, exact: Fraction): NumberFinding {
  const printed = token.text.split(/[.．]/)[1]?.length ?? 0;
  const decimals = tellingDecimals(exact, printed + 1);
  const word = token.measureWord;
  return {
    rule: roundedAway,
    token,
    message: `“${figure.name}”取位以后印成了${token.text}${word}，其实是${fixed(exact, decimals)}${word}${difference(figure)}`,
    hint: wayOut(token, expression, exact, printed, decimals),
  };
}

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

function wayOut(token: NumberToken, expression: string, exact: Fraction, printed: number, decimals: number): string {
  const filter = rounding.exec(expression)?.[1];
  const cut = token.value?.equals(100) === true && exact.compare(100) < 0;
  if (expression.startsWith(":::"))
    return `请多取一位小数：把 data/tallies.yaml 里这个比率的“百分比”改成 ${decimals}；不这样印，正文里要说清楚。`;
  const name = filter ?? (token.kind === "percentage" ? "百分比" : "小数");
  return `请多取几位，写“| ${name}: ${decimals}”${cut ? `；或者去尾，写“| ${name}: ${printed}, 去尾”` : ""}。`;
}
