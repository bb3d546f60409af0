/** What is named as a part is no more than any whole before it: 共转办100件，其中大气污染115件. */

import { quantityEnd, sentenceOf, type NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";

/** Behind 其中 these speak of something larger again. */
const anew =
  /累计|今年|全年|以来|全[市省州区县国]|本[年月周批期]|同期|去年|上年|上[月周期]|较|比|共|总|另|还|加上|此外|平均|每/;
/** One case may be counted in several parts, a part in a unit of its own. */
const remark = /重复|交叉|大于|超过|人次|倍/;

/** Characters from 其中 to the last part that it is said of. */
const farthest = 80;

/** All findings of one block, whose tokens come in order. */
export function checkOfWhich({ tokens }: NumberedBlock): NumberFinding[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "count" || token.value === undefined || token.approximate) return [];
    const { text } = token.block;
    const near = Math.max(0, token.start - farthest);
    const at = text.slice(near, token.start).lastIndexOf("其中");
    if (at < 0) return [];
    const which = near + at;
    const scope = text.slice(which, token.start);
    const sentence = sentenceOf(token);
    if (which < sentence.start || /[；;：:]/.test(scope) || anew.test(scope) || remark.test(sentence.text)) return [];
    const wholes = tokens
      .slice(0, index)
      .filter((other) => other.start >= sentence.start && quantityEnd(other) <= which && other.value !== undefined);
    const same = wholes.filter(({ kind, measureWord }) => kind === "count" && measureWord === token.measureWord);
    const isTyped = [token, ...same].some(({ computed }) => computed === undefined);
    const largest = same.reduce<NumberToken | undefined>(
      (top, next) => (top?.value === undefined || next.value?.compare(top.value) === 1 ? next : top),
      undefined,
    );
    if (!isTyped || largest?.value === undefined || same.some(({ approximate }) => approximate)) return [];
    if (token.value.compare(largest.value) <= 0) return [];
    const word = token.measureWord;
    return {
      token,
      about: [token, largest],
      message: `“其中”后面的${token.text}${word}，比前面的${largest.text}${word}还多`,
      hint: "部分不会多于全部，请核对这两个数；不是它的一部分的，不写“其中”。",
    };
  });
}
