/** Rebases the changes of a Word file on the present article: untracked changes, and changes applied before. */

import { withoutBreaks } from "../../base/text/word-marks.ts";
import { untracked } from "./asides.ts";
import { clustersOf } from "./decide.ts";
import { differences } from "./difference.ts";
import type { Difference } from "./difference.ts";
import type { Edit, Group } from "./groups.ts";

/** With offsets in the article's text. */
export interface Rebased {
  readonly edits: readonly Edit[];
  /** A tracked change affects words that were changed without tracking: they cannot be separated. */
  readonly overlaps: boolean;
}

/** `sent`: the exported text, to which untracked changes were made before the tracked ones. */
export function withUntracked(sent: string, { before, edits }: Group): Rebased {
  const hunks = differences(sent, before);
  const found: Edit[] = [];
  let overlaps = false;
  let next = 0;
  let shift = 0;
  for (const edit of edits) {
    for (;;) {
      const hunk = hunks[next];
      if (hunk === undefined || hunk.from + shift + hunk.inserted.length > edit.at) break;
      found.push(...untrackedEdits(sent, hunk));
      shift += hunk.inserted.length - (hunk.to - hunk.from);
      next++;
    }
    const hunk = hunks[next];
    overlaps ||= hunk !== undefined && hunk.from + shift < edit.at + edit.removed.length;
    found.push({ ...edit, at: edit.at - shift });
  }
  return { edits: [...found, ...hunks.slice(next).flatMap((hunk) => untrackedEdits(sent, hunk))], overlaps };
}

/** Where the article already contains some of the changes: those, and the others rebased on it. */
export function writtenBefore(
  text: string,
  { before, edits }: Group,
): { readonly written: readonly Edit[]; readonly open: readonly Edit[] } | undefined {
  const clusters = clustersOf(edits);
  type Found = { readonly written: readonly Edit[]; readonly open: readonly Edit[] };
  const from = (index: number, at: number, own: number): Found | undefined => {
    const cluster = clusters[index];
    const same = before.slice(at, cluster?.from);
    if (!text.startsWith(same, own)) return undefined;
    const start = own + same.length;
    if (cluster === undefined) return start === text.length ? { written: [], open: [] } : undefined;
    const moved = cluster.edits.map((edit) => ({ ...edit, at: edit.at - cluster.from + start }));
    const inserted = withoutBreaks(cluster.inserted);
    if (text.startsWith(inserted, start)) {
      const rest = from(index + 1, cluster.to, start + inserted.length);
      if (rest !== undefined) return { ...rest, written: [...moved, ...rest.written] };
    }
    const removed = before.slice(cluster.from, cluster.to);
    if (!text.startsWith(removed, start)) return undefined;
    const rest = from(index + 1, cluster.to, start + removed.length);
    return rest && { ...rest, open: [...moved, ...rest.open] };
  };
  return from(0, 0, 0);
}

/** The text with all tracked changes accepted; a new paragraph is `\n\n`. */
export function acceptedText({ before, edits }: Group): string {
  let text = before;
  for (const { at, removed, inserted } of edits.toReversed())
    text = text.slice(0, at) + inserted + text.slice(at + removed.length);
  return text;
}

/** Differences between the article and the accepted text, apart from tracked changes. */
export function otherDifferences(text: string, group: Group): Edit[] {
  const { edits } = group;
  return differences(text, withoutBreaks(acceptedText(group)))
    .flatMap((hunk) => untrackedEdits(text, hunk))
    .filter((one) => !edits.some((edit) => edit.removed === one.removed && edit.inserted === one.inserted));
}

/** Converts an untracked difference to an edit. */
function untrackedEdits(text: string, { from, to, inserted }: Difference): Edit[] {
  const edit = (kind: "insert" | "delete", at: number, removed: string, put: string): Edit[] => {
    const change = { ...untracked, kind };
    return removed + put === "" ? [] : [{ change, changes: [], at, removed, inserted: put, other: undefined }];
  };
  return [...edit("delete", from, text.slice(from, to), ""), ...edit("insert", to, "", inserted)];
}
