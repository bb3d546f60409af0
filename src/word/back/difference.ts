/** What two texts have in common, and in which one stretch they differ. */

export interface Difference {
  /** Offsets in the text before. */
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

export function difference(before: string, after: string): Difference {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from: head, to: before.length - tail, inserted: after.slice(head, after.length - tail) };
}

/** Fewer characters may be the same by chance. */
export const shortestShare = 4;
const shortestOverlap = 10;

/** Do they have so many words in common that one may come from the other? */
export function shares(removed: string, inserted: string): boolean {
  if (removed.length < shortestShare || inserted.length < shortestShare) return false;
  if (removed.includes(inserted) || inserted.includes(removed)) return true;
  for (let from = 0; from + shortestOverlap <= inserted.length; from++)
    if (removed.includes(inserted.slice(from, from + shortestOverlap))) return true;
  return false;
}
