/** The expected texts after accepting some changes, read from the Word file itself to check the rewriting. */

import { withoutBreaks } from "../../base/text/word-marks.ts";
import { stands } from "../../intake/word/read/settled.ts";
import type { Change } from "../../intake/word/read/model.ts";
import { wordsOf } from "./groups.ts";
import type { Edit, Group } from "./groups.ts";
import type { Match } from "./match.ts";
import type { Unit } from "./units.ts";

/** A paragraph as it should be printed. */
export interface Expected {
  readonly text: string;
  /** `undefined` for a new paragraph, which may have any role. */
  readonly role: string | undefined;
}

export interface Accepted {
  readonly changes: ReadonlySet<Change>;
  /** The accepted edits, untracked ones included. */
  readonly edits: ReadonlySet<Edit>;
}

/** Of one article, without empty paragraphs. Rejected changes leave the article's text. */
export function expectedTexts(
  units: readonly Unit[],
  matches: ReadonlyMap<Unit, Match>,
  { changes, edits }: Accepted,
): Expected[] {
  const texts: Expected[] = [];
  let carried: Expected | undefined;
  for (const unit of units) {
    const match = matches.get(unit);
    const { pieces, runsOn } =
      match === undefined || match.obstacle !== undefined
        ? { pieces: [{ text: unit.text, isOriginal: true }], runsOn: false }
        : match.base === match.group.before
          ? settled(match.group, changes)
          : edited(match, edits, changes);
    for (const [at, { text, isOriginal }] of pieces.entries()) {
      const role = isOriginal ? unit.role : undefined;
      const whole: Expected =
        carried === undefined || carried.text === ""
          ? { text, role }
          : { text: carried.text + text, role: carried.role };
      carried = undefined;
      if (runsOn && at === pieces.length - 1) carried = whole;
      else texts.push(whole);
    }
  }
  if (carried !== undefined) texts.push(carried);
  return texts.filter(({ text }) => text !== "");
}

interface Piece {
  readonly text: string;
  /** Contains exported text. */
  readonly isOriginal: boolean;
}

/** The exported paragraph with these changes accepted and all others rejected. */
function settled(
  { paragraphs, endDeleted }: Group,
  accepted: ReadonlySet<Change>,
): { readonly pieces: readonly Piece[]; readonly runsOn: boolean } {
  const isThere = (change: Change | undefined): boolean =>
    stands(change, change !== undefined && accepted.has(change) ? "after" : "before");
  const pieces: Piece[] = [];
  let open: Piece = { text: "", isOriginal: false };
  for (const [at, { inlines, markChange }] of paragraphs.entries()) {
    for (const inline of inlines) {
      if (!isThere(inline.change)) continue;
      const text = wordsOf(inline);
      open = {
        text: open.text + text,
        isOriginal: open.isOriginal || (text !== "" && stands(inline.change, "before")),
      };
    }
    if (at === paragraphs.length - 1 || !isThere(markChange)) continue;
    pieces.push(open);
    open = { text: "", isOriginal: false };
  }
  const runsOn = endDeleted !== undefined && accepted.has(endDeleted);
  return { pieces: [...pieces, open], runsOn };
}

/** The article's text with these edits applied: untracked changes cannot be undone in the file itself. */
function edited(
  { base, edits, group: { endDeleted } }: Match,
  accepted: ReadonlySet<Edit>,
  changes: ReadonlySet<Change>,
): { readonly pieces: readonly Piece[]; readonly runsOn: boolean } {
  const pieces: Piece[] = [];
  let open: Piece = { text: "", isOriginal: false };
  let done = 0;
  const add = (text: string, isOriginal: boolean): void => {
    open = { text: open.text + text, isOriginal: open.isOriginal || (isOriginal && text !== "") };
  };
  for (const edit of edits) {
    if (!accepted.has(edit)) continue;
    add(base.slice(done, edit.at), true);
    done = edit.at + edit.removed.length;
    const [first = "", ...more] = edit.inserted.split("\n\n");
    add(first, false);
    for (const paragraph of more) {
      pieces.push(open);
      open = { text: paragraph, isOriginal: false };
    }
  }
  add(base.slice(done), true);
  return { pieces: [...pieces, open], runsOn: endDeleted !== undefined && changes.has(endDeleted) };
}

/** Whether the article prints as expected. */
export function printsAs(printed: readonly Unit[], expected: readonly Expected[]): boolean {
  const shown = printed.filter(({ text }) => text !== "");
  return (
    shown.length === expected.length &&
    expected.every(({ text, role }, at) => {
      const unit = shown[at];
      return unit?.text === withoutBreaks(text) && (role === undefined || unit.role === role);
    })
  );
}
