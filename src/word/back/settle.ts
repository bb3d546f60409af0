/** The texts that accepting some of the changes gives, read from the file itself and not from what was made of its changes. */

import { withoutBreaks } from "../marks.ts";
import { stands } from "../read/settled.ts";
import type { Change } from "../read/model.ts";
import { wordsOf } from "./groups.ts";
import type { Group } from "./groups.ts";
import type { Match } from "./match.ts";
import type { Unit } from "./units.ts";

/** A paragraph as it is to be printed. */
export interface Expected {
  readonly text: string;
  /** `undefined` for what was not there before, and so may become what it will. */
  readonly role: string | undefined;
}

export interface Accepted {
  readonly changes: ReadonlySet<Change>;
  /** Paragraphs whose untracked changes are taken over. */
  readonly untracked: ReadonlySet<Match>;
}

/** Of one article, empty paragraphs left out. What is not accepted is as the article has it. */
export function expectedTexts(
  units: readonly Unit[],
  matches: ReadonlyMap<Unit, Match>,
  { changes, untracked }: Accepted,
): Expected[] {
  const texts: Expected[] = [];
  let carried: Expected | undefined;
  for (const unit of units) {
    const match = matches.get(unit);
    const asItIs = match === undefined || match.obstacle !== undefined || (match.isUntracked && !untracked.has(match));
    const { pieces, runsOn } = asItIs
      ? { pieces: [{ text: unit.text, isOriginal: true }], runsOn: false }
      : settled(match.group, changes);
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
  /** Something of what was sent out is in it. */
  readonly isOriginal: boolean;
}

/** What was one paragraph, with these changes accepted and all others rejected. */
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

/** Is this how the article prints? */
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
