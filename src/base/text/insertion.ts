import { textMarkup } from "./markup.ts";
import type { Markup, MarkupPart } from "./markup.ts";

/** In front of a character of a text, or of any part where `offset` is 0. */
export interface Place {
  readonly part: number;
  readonly offset: number;
}

export interface Insertion {
  readonly at: Place;
  readonly part: MarkupPart;
}

/** The place behind a character; where that is the last of its part, before the next part. */
export function behind(markup: Markup, { part, offset }: Place): Place {
  const text = markup[part];
  const isLast = text?.kind !== "text" || offset + 1 >= text.text.length;
  return isLast ? { part: part + 1, offset: 0 } : { part, offset: offset + 1 };
}

/** Insertions at the same place come in their own order. */
export function inserted(markup: Markup, insertions: readonly Insertion[]): MarkupPart[] {
  const inOrder = insertions.toSorted(({ at: a }, { at: b }) => a.part - b.part || a.offset - b.offset);
  let next = 0;
  const before = (part: number, offset: number): MarkupPart[] => {
    const from = next;
    for (let at = inOrder[next]?.at; at?.part === part && at.offset === offset; at = inOrder[next]?.at) next++;
    return inOrder.slice(from, next).map((insertion) => insertion.part);
  };
  const parts = markup.flatMap((each, part): MarkupPart[] => {
    const out = before(part, 0);
    if (each.kind !== "text") return [...out, each];
    let offset = 0;
    for (let at = inOrder[next]?.at; at?.part === part; at = inOrder[next]?.at) {
      out.push(textMarkup(each.text.slice(offset, at.offset)), ...before(part, at.offset));
      offset = at.offset;
    }
    return [...out, textMarkup(each.text.slice(offset))];
  });
  return [...parts, ...before(markup.length, 0)];
}
