/** Shares and ranks typed behind a part of the data: 大气污染115件，占53.5%; 黄石20件，居第二位. */

import { fixed } from "../../compute/phrase/number-format.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import type { Breakdown, Part } from "../../compute/tally/breakdown.ts";
import { readNumeral } from "../../base/text/numeral.ts";
import type { ArticleReader } from "./article-reader.ts";
import { itemOf } from "./items.ts";
import { memberOf } from "./labels.ts";
import { wordsBefore, between, decimalsOf, isRounded, quantityEnd, telling, type NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";
import { contradiction, type Match } from "./match.ts";

export interface KnownPart {
  readonly part: Part;
  readonly breakdown: Breakdown;
  readonly tally: Tally;
}

export function checkParts({ tokens }: NumberedBlock, reader: ArticleReader): NumberFinding[] {
  return tokens.flatMap((token, at) => {
    const previous = tokens[at - 1];
    if (previous === undefined || token.computed !== undefined || token.approximate) return [];
    const lead = between(previous, token.whole);
    const parts = (): KnownPart[] => partsOf(previous, tokens[at - 2], reader);
    if (token.kind === "percentage" && share.test(lead)) return shareFinding(token, parts());
    const isRank =
      token.kind === "ordinal" && rank.test(lead) && !/^批|^期|^轮/.test(token.block.text.slice(token.whole.end));
    return isRank ? rankFinding(token, parts()) : [];
  });
}

const share =
  /^[ \t]*[，,（(]?占(?:比|总数|全部|总量|(?:受理|转办|交办|接到|收到)(?:总[数量]|件数)|总件数|信访件总数)?(?:的|为|达)?[ \t]*$/;
const rank = /^[ \t]*[，,（(]?(?:数量)?(?:位居|位列|名列|排名|排在|居|列|排)(?:全[市省州区县])?[ \t]*$/;

/** The parts of the data that a number can be by its name and value; none where a reader could doubt. */
export function partsOf(
  token: NumberToken,
  before: NumberToken | undefined,
  { matches, data: { tallies } }: ArticleReader,
): KnownPart[] {
  const match = matches.get(token);
  const name = token.computed?.figure?.name ?? (match?.agrees === true ? match.figure?.name : undefined);
  const label = name === undefined ? itemOf(token, before === undefined ? 0 : quantityEnd(before))?.labels : undefined;
  return [...tallies.vocabulary.measures.keys()].flatMap((measure) => {
    const tally = tallies.find(measure);
    if (tally?.definition.percent !== undefined) return [];
    return [...(tally?.breakdowns.values() ?? [])].flatMap((breakdown) => {
      const own =
        label?.length === 1 && label[0] !== undefined ? memberOf(label[0], breakdown.dimension.registry) : undefined;
      const part = breakdown.parts.find(({ member, figure }) =>
        name === undefined
          ? own !== undefined &&
            member === own &&
            token.value?.equals(figure.value) === true &&
            token.measureWord === figure.measureWord
          : figure.name === name,
      );
      return part === undefined || tally === undefined ? [] : [{ part, breakdown, tally }];
    });
  });
}

/** Of several measures with such a part, as of a month and of a year that has just begun, all must have the same share. */
function shareFinding(token: NumberToken, parts: readonly KnownPart[]): NumberFinding[] {
  const [match, ...others] = parts.flatMap((known) => shareMatch(token, known) ?? []);
  const isClear = others.every(({ expected }) => match?.expected.equals(expected) === true);
  return match === undefined || !isClear ? [] : contradiction(match);
}

/** A share of the total, or of what the parts come to; `undefined` where there is neither. */
export function shareMatch(token: NumberToken, { part, breakdown, tally }: KnownPart): Match | undefined {
  const { figure } = part;
  const decimals = decimalsOf(token);
  const bases = [tally.total, breakdown.sum].flatMap((base) =>
    base === undefined || base.value.equals(0) ? [] : [{ base, percent: figure.value.div(base.value).mul(100) }],
  );
  const [first] = bases;
  if (first === undefined) return undefined;
  const agrees = bases.some(({ percent }) =>
    [undefined, { decimals, cut: true, trimmed: false }].some((rounding) => isRounded(token, percent, rounding)),
  );
  const { base, percent } = first;
  const expression = `${figure.name} / ${base.name}`;
  return {
    token,
    expression,
    figure: undefined,
    expected: percent,
    agrees,
    told: {
      message: `这里手写的是${token.text}%，由数据“${figure.name}”${figure.value.toString()}${figure.measureWord}和“${base.name}”${base.value.toString()}${base.measureWord}算出来是${fixed(percent, telling(token, percent))}%`,
      hint: `请核对；写成“{{${expression} | 百分比: ${decimals}}}”，以后不会再写错。`,
    },
  };
}

function rankFinding(token: NumberToken, parts: readonly KnownPart[]): NumberFinding[] {
  const digits = /[\d〇零一二三四五六七八九十百]+/.exec(token.whole.text)?.[0] ?? "";
  const typed = readNumeral(digits);
  const [first] = parts;
  if (typed === undefined || first === undefined) return [];
  const ranks = parts.flatMap(({ part, breakdown }) => {
    const rankIn = (others: readonly Part[]): number =>
      1 + others.filter(({ figure }) => figure.value.compare(part.figure.value) > 0).length;
    return [
      rankIn(breakdown.parts),
      rankIn(breakdown.parts.filter(({ member }) => member?.kind === part.member?.kind)),
    ];
  });
  // 居全省第45位 is a place among more than the data counts.
  const isBeyond = parts.every(({ breakdown }) => typed > breakdown.parts.length);
  const isWider = /全[省国]$/.test(wordsBefore({ ...token, start: token.whole.start }, 4));
  if (ranks.includes(typed) || (isBeyond && isWider)) return [];
  const names = [...new Set(parts.map(({ part }) => `“${part.figure.name}”`))].join("、");
  return [
    {
      token: { ...token, start: token.whole.start },
      message: `这里手写的是${token.whole.text}，数据里${names}排第${ranks[0] ?? 0}`,
      hint: "请核对名次。",
    },
  ];
}
