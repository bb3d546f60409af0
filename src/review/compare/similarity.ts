/** Similarity of two texts by their common words. */

import { wordSegmenter } from "../../base/text/word-segmenter.ts";

export function wordsOf(text: string): string[] {
  return [...wordSegmenter().segment(text)].map(({ segment }) => segment);
}

/** From 0 (no common word) to 1 (the same words): Dice's coefficient. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const left = meaningful(a);
  const right = meaningful(b);
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    common++;
    counts.set(word, left - 1);
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}

/** Marks and numbers occur in every text and say nothing about similarity. */
function meaningful(text: string): string[] {
  return wordsOf(text).filter((word) => /\p{Script=Han}|\p{L}/u.test(word));
}
