/** Describes a change of a published text in Chinese for the editor. */

import type { Change, SentenceChange } from "./compare.ts";

/** Longest quotation of a sentence, in characters; longer ones are cut to what differs. */
const longest = 60;

/** One sentence without a full stop. */
export function changeWords(change: Change): string {
  switch (change.kind) {
    case "part":
      return change.now
        ? `多了一篇《${change.part.name}》`
        : `《${change.part.name}》整篇不见了（原有 ${change.part.blocks.length} 段）`;
    case "data":
      return `${change.name} ${change.before} → ${change.after ?? "没有了"}`;
    case "sentence":
      return `${sentenceWords(change)}${figureWords(change)}`;
  }
}

function sentenceWords({ part, before, after }: SentenceChange): string {
  const where = `“${part.name}”里`;
  const [old, now] = [before?.trim(), after?.trim()];
  if (old === undefined) return `${where}多了一句：“${cut(now ?? "")}”`;
  if (now === undefined) return `${where}少了一句：“${cut(old)}”`;
  if (old === now) return `${where}分段变了：“${cut(old)}”`;
  const [was, is] = around(old, now);
  return `${where}原为“${was}”，现为“${is}”`;
}

function figureWords({ figures }: SentenceChange): string {
  if (figures.length === 0) return "";
  return `；数字：${figures.map(({ name, before, after }) => `${name} ${before} → ${after}`).join("，")}`;
}

function cut(sentence: string): string {
  const characters = [...sentence];
  return characters.length <= longest ? sentence : `${characters.slice(0, longest).join("")}……`;
}

/** Both sentences, long ones cut to what differs. */
function around(old: string, now: string): [string, string] {
  const [a, b] = [[...old], [...now]];
  if (Math.max(a.length, b.length) <= longest) return [old, now];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const shown = (text: readonly string[]): string => {
    const from = Math.max(0, start - 12);
    const to = Math.min(text.length, text.length - end + 12);
    return `${from > 0 ? "……" : ""}${text.slice(from, to).join("")}${to < text.length ? "……" : ""}`;
  };
  return [shown(a), shown(b)];
}
