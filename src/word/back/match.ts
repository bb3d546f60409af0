/** Which typed text each paragraph of a marked-up file was made of. */

import { hashOf, withoutBreaks } from "../marks.ts";
import type { Change } from "../read/model.ts";
import { withoutSpace } from "./fixed-texts.ts";
import type { Edit, Group } from "./groups.ts";
import type { Unit } from "./units.ts";

/** A paragraph of the Word file with the text it was made of. */
export interface Match {
  readonly group: Group;
  /** Number of the article, 0 for masthead and imprint; `undefined` when the paragraph is known nowhere. */
  readonly article: number | undefined;
  readonly part: string;
  readonly unit: Unit | undefined;
  /** Tracked changes, or else what was changed without a trace. */
  readonly edits: readonly Edit[];
  /** Why nothing of it can be written. */
  readonly obstacle: string | undefined;
}

export const untracked: Change = { kind: "insert", author: "没有留痕迹，不知是谁", date: "" };

const mastheadHint = "报头、目录和版记不在稿件里，请改 data/bulletin.yaml 或这一期的 issue.yaml";

/** `units` by article number; `fixed` are the texts around the articles, white space aside. */
export function matched(
  groups: readonly Group[],
  units: ReadonlyMap<number, readonly Unit[]>,
  fixed: ReadonlySet<string>,
): Match[] {
  return groups.map((group) => {
    const mark = group.marks[0];
    const none = { group, article: mark?.article, part: mark?.part ?? "", edits: group.edits };
    if (mark === undefined) {
      const found = anywhere(group.before, units);
      if (found !== undefined) return { ...none, ...found, obstacle: undefined };
      const known = fixed.has(withoutSpace(group.before));
      const added = group.edits.length === 0 && group.before.trim() !== "" && !known;
      if (known) return { ...none, unit: undefined, obstacle: mastheadHint };
      const obstacle = "这一段不是发出去的文件里的，找不到对应的稿件，请手工加";
      return { ...none, unit: undefined, edits: added ? [whole(group)] : group.edits, obstacle };
    }
    if (mark.article === 0) {
      const changed = hashOf(group.before) !== mark.hash && !mark.part.startsWith("contents");
      return {
        ...none,
        unit: undefined,
        edits: changed ? [...group.edits, whole(group)] : group.edits,
        obstacle: mastheadHint,
      };
    }
    const unit = units.get(mark.article)?.find(({ part }) => part === mark.part);
    if (unit?.text === group.before && group.marks.length === 1) return { ...none, unit, obstacle: undefined };
    const sentUnchanged = hashOf(group.before) === mark.hash;
    // The issue may have got another article since, or the article another paragraph.
    const moved = sentUnchanged ? anywhere(group.before, units) : undefined;
    if (moved !== undefined) return { ...none, ...moved, obstacle: undefined };
    if (/^b\d+(?:r|x|t|u)/.test(mark.part) && unit === undefined)
      return { ...none, unit, obstacle: "这张表是由数据算出来的，请改数据（npm run explain 可以看到每个数的来处）" };
    if (unit === undefined) return { ...none, unit, obstacle: "稿件里已经没有这一段" };
    if (sentUnchanged) return { ...none, unit, obstacle: "稿件里的这一段在发出去以后改过，对不上，请手工改" };
    const typed = hashOf(unit.text) === mark.hash && group.marks.length === 1;
    if (!typed || group.edits.length > 0) {
      const edits = group.edits.length > 0 ? group.edits : [whole(group)];
      return { ...none, unit, edits, obstacle: "这一段还有没留痕迹的改动，对不上，请手工改" };
    }
    return { ...none, unit, edits: difference(unit.text, group.before), obstacle: undefined };
  });
}

function anywhere(
  text: string,
  units: ReadonlyMap<number, readonly Unit[]>,
): Pick<Match, "article" | "part" | "unit"> | undefined {
  const all = [...units].flatMap(([article, list]) =>
    list.filter((unit) => unit.text === text && text !== "").map((unit) => ({ article, part: unit.part, unit })),
  );
  return all.length === 1 ? all[0] : undefined;
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): Edit[] {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const removed = before.slice(head, before.length - tail);
  const inserted = after.slice(head, after.length - tail);
  const edit = { at: head, other: undefined };
  return [
    ...(removed === "" ? [] : [{ ...edit, change: { ...untracked, kind: "delete" as const }, removed, inserted: "" }]),
    ...(inserted === "" ? [] : [{ ...edit, at: head + removed.length, change: untracked, removed: "", inserted }]),
  ];
}

/** For a paragraph that was changed beyond comparison. */
function whole({ before }: Group): Edit {
  return { change: untracked, at: 0, removed: "", inserted: withoutBreaks(before), other: undefined };
}
