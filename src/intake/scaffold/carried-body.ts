/** Marks the sentences of a copied report that may no longer be true, because they say more than computed figures. */

import { carriedMark } from "../../model/stub.ts";

/** Names an issue, a batch or a day, which will differ in the next issue. */
const absolute = /第\s*[\d一二三四五六七八九十百]+\s*[期批]|\d{4}\s*年|\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}/u;
/** Digits, or numbers in words with what they count. */
const number = /[\d０-９]|[一二三四五六七八九十百千两]+(?:[件个家起人次条户期批年月日成倍]|分之)/u;
/** Compares figures, or says that everything is done. */
const claim = /同比|环比|[上下]升|下降|增[长加]|减少|持平|提高|降低|全部|均已|尚未|最[多少高低快慢]|首位|第[一二三]/u;

/** 一、 （一） 1. and the signs of headings and lists, whose numbers do not count anything. */
const ordinal = /^[ \t#>*+-]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）]|[\d一二三四五六七八九十]{1,3}[、.．])?/u;

/** Words of comparison that are followed by a computed figure, and therefore remain true: 同比{{…}}. */
const completed = /(?:同比|环比)(?=\{\{)/gu;

/** The body with 请核对 at every paragraph that has to be checked; in news at every paragraph with text. */
export function markedBody(body: string, isNews: boolean): string {
  let isSettings = false;
  return body
    .replaceAll("\r\n", "\n")
    .split(/(\n[ \t]*\n+)/)
    .map((chunk) => {
      if (chunk.trim() === "") return chunk;
      const begins = /^\s*:{3,}\s*(?:表格|图表)/.test(chunk);
      const settings = isSettings || begins;
      isSettings = settings && !/^\s*:{3,}\s*$/m.test(chunk);
      const isDoubtful = settings ? absolute.test(chunk) : (isNews && sentence.test(chunk)) || mayBeFalse(chunk);
      if (!isDoubtful) return chunk;
      if (settings && !begins) return chunk;
      const text = chunk.replace(/^\n+/, "").trimEnd();
      const lead = chunk.slice(0, chunk.indexOf(text));
      const stands = /^\s*[|:]/.test(text) ? `${carriedMark}\n\n${text}` : `${text}${carriedMark}`;
      return lead + stands + chunk.slice(lead.length + text.length);
    })
    .join("");
}

const sentence = /[。！？；]/u;

/** Whether typed words may be wrong in another issue. */
export function mayBeFalse(paragraph: string): boolean {
  const expressions = paragraph.match(/\{\{[\s\S]*?\}\}/g) ?? [];
  if (expressions.some((expression) => absolute.test(expression))) return true;
  const words = paragraph
    .replace(completed, "")
    .replace(/\{\{[\s\S]*?\}\}/g, "")
    .split("\n")
    .map((line) => line.replace(ordinal, ""))
    .join("\n");
  if (number.test(words) || claim.test(words)) return true;
  // A sentence without a computed figure reports something of the last issue.
  return paragraph
    .split(/(?<=[。！？])/u)
    .some((part) => sentence.test(part) && !part.includes("{{") && /\p{L}/u.test(part) && !/^[^{]*\}\}/u.test(part));
}
