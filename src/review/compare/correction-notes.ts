/** Corrections (更正) added to issue.yaml, or removed from it, since the old version. */

import type { Correction } from "../../model/correction.ts";
import type { Issue } from "../../model/issue.ts";
import { isoDate } from "../../base/text/moment.ts";

/** One sentence per correction, added ones first. */
export function correctionNotes(old: Pick<Issue, "corrections">, current: Pick<Issue, "corrections">): string[] {
  const without = (all: readonly Correction[], others: readonly Correction[]): Correction[] => {
    const known = new Set(others.map(wordsOf));
    return all.filter((correction) => !known.has(wordsOf(correction)));
  };
  return [
    ...without(current.corrections, old.corrections).map(
      (correction) => `issue.yaml（第 ${correction.place.line} 行）新写了更正：${wordsOf(correction)}`,
    ),
    ...without(old.corrections, current.corrections).map(
      (correction) => `issue.yaml 里原有的更正不见了：${wordsOf(correction)}`,
    ),
  ];
}

function wordsOf({ date, what, why, withheld }: Correction): string {
  return `${isoDate(date)}，${what}原因：${why}${withheld ? "（更正以前的版本不再提供）" : ""}`;
}
