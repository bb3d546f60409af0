/** Matches the articles of the old issue with those of the new one. */

import { diffArrays } from "diff";
import { isFrame } from "./issue-text.ts";
import type { ComparedText } from "./issue-text.ts";
import { similarity } from "./similarity.ts";

export interface PartPair {
  readonly old: ComparedText | undefined;
  readonly new: ComparedText | undefined;
  /** Its position among the articles has changed. */
  readonly moved: boolean;
}

/** Least similarity of two versions of one article. */
const alike = 0.5;

/** In the new order, with removed articles at their old position. */
export function pairParts(old: readonly ComparedText[], current: readonly ComparedText[]): PartPair[] {
  const matches = new Map<ComparedText, ComparedText>();
  const free = new Set(old);
  const match = (accepts: (before: ComparedText, after: ComparedText) => boolean): void => {
    for (const after of current) {
      if (matches.has(after)) continue;
      const before = [...free].find((candidate) => accepts(candidate, after));
      if (before === undefined) continue;
      matches.set(after, before);
      free.delete(before);
    }
  };
  match((before, after) => before.key === after.key && (isFrame(before) || likeness(before, after) >= alike));
  match((before, after) => !isFrame(before) && !isFrame(after) && before.name === after.name);
  match((before, after) => !isFrame(before) && !isFrame(after) && likeness(before, after) >= alike);
  match((before, after) => before.key === after.key);
  const common = old.filter((part) => !free.has(part));
  const order = current.flatMap((part) => matches.get(part) ?? []);
  const still = new Set(
    diffArrays(common, order).flatMap(({ added, removed, value }) => (added === true || removed === true ? [] : value)),
  );
  const pairs: PartPair[] = current.map((after) => {
    const before = matches.get(after);
    return { old: before, new: after, moved: before !== undefined && !still.has(before) };
  });
  for (const gone of old.filter((part) => free.has(part))) {
    const behind = old.slice(0, old.indexOf(gone)).findLast((part) => pairs.some((pair) => pair.old === part));
    const at = behind === undefined ? 0 : pairs.findIndex((pair) => pair.old === behind) + 1;
    pairs.splice(at, 0, { old: gone, new: undefined, moved: false });
  }
  return pairs;
}

function likeness(a: ComparedText, b: ComparedText): number {
  return similarity(a.blocks.join("\n"), b.blocks.join("\n"));
}
