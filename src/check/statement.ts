/** What a finding says, as an editor repeats it to set it aside: the names in it and the figures. */

import type { Quote } from "../base/problem/problem.ts";

const parts = /“[^“”]*”|\d[\d.,]*/g;

/** Names in “” and numbers in their order; the words between may be put otherwise, by us or by an editor. */
function partsOf(statement: string): string[] {
  const plain = statement.normalize("NFKC").replaceAll(/[ \t\u3000]/g, "");
  const found = [...plain.matchAll(parts)].map(([part]) => part.replace(/[.,]+$/, ""));
  return found.length === 0 ? [plain] : found;
}

/** Two statements name the same things with the same figures. */
export function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a.length === b.length && a.every((part, at) => part === b[at]);
}

/** “414现在是144”, of a statement about the same things with other figures; else an empty text. */
export function changedNumbers(before: string, now: string): string {
  const [a, b] = [partsOf(before), partsOf(now)];
  if (a.length !== b.length) return "";
  const changed = a.flatMap((part, at) => (part === b[at] ? [] : [[part, b[at] ?? ""] as const]));
  return changed.every((pair) => pair.every((part) => /^\d/.test(part)))
    ? changed.map(([old, fresh]) => `${old}现在是${fresh}`).join("，")
    : "";
}

/** The words stand in the sentence and hold the number. */
export function isQuoted(wording: string, { sentence, start, end }: Quote): boolean {
  const words = wording.trim();
  if (words === "") return false;
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1))
    if (at <= start && end <= at + words.length) return true;
  return false;
}

const marks = /[，。；：！？、,;:!?（）()\n]/;

/** The clause around the number: enough to know it by. */
export function clauseOf({ sentence, start, end }: Quote): string {
  let from = start;
  while (from > 0 && !marks.test(sentence.charAt(from - 1))) from--;
  let to = end;
  while (to < sentence.length && !marks.test(sentence.charAt(to))) to++;
  return sentence.slice(from, to).trim();
}
