/** Members named in the order of their numbers, held against the data: 追回基金前三位是清河区、临江市、白石县. (名次) */

import { partOf } from "../../compute/tally/breakdown.ts";
import { readNumeral } from "../../base/text/numeral.ts";
import { lastClause, plainWords, type ArticleReader } from "./article-reader.ts";
import { mentionIn } from "./mentions.ts";
import { lastStop } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import { isComputed } from "./printed-text.ts";
import type { NumberFinding } from "./finding.ts";

const row =
  /(?:数量|总量)?(?:位?居|排名?|位?列)?(?:全[市省州区县])?前([二三四五六七八九十\d]{1,2})位?的?(?:县区|县市区|市州|地区|单位|镇街)?(?:依次|分别)?(?:是|为|有|：)([^，。；：（(\d]{3,80})(?=[，。；（(]|$)/g;

export function checkOrder({ tokens: [first] }: NumberedBlock, reader: ArticleReader): NumberFinding[] {
  if (first?.block.text.includes("前") !== true) return [];
  const { patterns, data } = reader;
  const { block } = first;
  const { text } = block;
  return [...text.matchAll(row)].flatMap((match) => {
    const [words, number = "", list = ""] = match;
    const end = match.index + words.length;
    const start = end - list.length;
    const most = readNumeral(number);
    const names = list.split(/[、和及]/);
    const lead = plainWords(text.slice(lastStop(text, match.index), match.index));
    const mention = mentionIn(lead, patterns) ?? mentionIn(lead, patterns, "withObject");
    const tally = mention === undefined ? undefined : data.tallies.find(mention.measure);
    const isPrinted = isComputed(block, start, end);
    if (mention === undefined || tally === undefined || isPrinted || names.length !== most) return [];
    const whose = lastClause(lead.slice(0, lead.length - mention.length));
    const isOwn = reader.subjectIn(lead.replace(mention.object, ""), whose).kind === "whole";
    if (!isOwn || !reader.periods.isOf(tally, lead, lastClause(lead))) return [];
    return [...tally.breakdowns.values()].flatMap((breakdown) => {
      const { name, dimension, parts } = breakdown;
      const named = names.map((typed) => partOf(breakdown, dimension.registry.find(typed)));
      if (named.some((part) => part === undefined)) return [];
      const inOrder = [...parts].sort((a, b) => b.figure.value.compare(a.figure.value)).slice(0, most);
      const at = named.findIndex(
        (part, place) => part?.figure.value.equals(inOrder[place]?.figure.value ?? -1) !== true,
      );
      if (at < 0) return [];
      const from = start + names.slice(0, at).join("、").length + (at === 0 ? 0 : 1);
      return {
        token: { block, start: from, end: from + (names[at]?.length ?? 0) },
        message: `这里写的前${most}位是${names.join("、")}，数据里“${name}”前${most}位是${inOrder.map(({ label }) => label).join("、")}`,
        hint: `请核对；写成“{{${name} | 前: ${most} | 名单}}”，以后不会再写错。`,
      };
    });
  });
}
