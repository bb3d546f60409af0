/** Line breaks within a paragraph that were added or removed without tracking. */

import { stands } from "../../intake/word/read/settled.ts";
import type { Aside } from "./asides.ts";
import { unknownAuthor } from "./asides.ts";
import { wordsOf } from "./groups.ts";
import type { Match } from "./match.ts";

/** Only where the text is otherwise unchanged. Line breaks of a headline are set by the program. */
export function lineBreakAsides({ unit, group, obstacle }: Match): Aside[] {
  if (unit === undefined || obstacle !== undefined || unit.text !== group.before || !unit.part.startsWith("b"))
    return [];
  const there: number[] = [];
  let at = 0;
  for (const inline of group.paragraphs.flatMap(({ inlines }) => inlines)) {
    if (!stands(inline.change, "before")) continue;
    if (inline.kind === "break" && inline.of === "line") there.push(at);
    at += wordsOf(inline).length;
  }
  const aside = (what: string, place: number): Aside => ({
    ...{ by: unknownAuthor, action: `${what}换行`, words: "", at: place },
    refusal: "换行没有修订痕迹，请在稿件里手工改（一行的末尾写“\\”是换行）",
  });
  return [
    ...there.filter((place) => !unit.breaks.includes(place)).map((place) => aside("插入", place)),
    ...unit.breaks.filter((place) => !there.includes(place)).map((place) => aside("删去", place)),
  ];
}
