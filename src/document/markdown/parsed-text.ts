/** The input of markdown-it: the body with a mark for each expression, uniform line ends, and encoded file names. */

import type { SourceText } from "../../base/problem/source-text.ts";
import type { Placeholder } from "../../compute/phrase/phrase.ts";
import { EditedText } from "./edited-text.ts";
import type { Edit } from "./edited-text.ts";
import { namesWithBlanks } from "./mistyped.ts";

/** Noncharacters, which no text contains, because `load` refuses them; they mark the places of expressions. */
export const open = "\uFDD0";
export const close = "\uFDD1";

export function parsedText({ text }: SourceText, bodyStart: number, found: readonly Placeholder[]): EditedText {
  const edits = found.map(({ start, end }, index): Edit => {
    // Line breaks inside an expression are put after its mark, so that line numbers do not change.
    const breaks = text.slice(start, end).replace(/[^\n]/g, "");
    return { start, end, replacement: `${open}${index}${close}${breaks}` };
  });
  edits.push(...carriageReturns(text, bodyStart, found));
  const marked = new EditedText(text, bodyStart, sorted(edits));
  const names = namesWithBlanks(marked.text);
  if (names.length === 0) return marked;
  for (const [start, end] of names) {
    edits.push(insertion(marked.origin(start).offset, "<"), insertion(marked.origin(end - 1).offset + 1, ">"));
  }
  return new EditedText(text, bodyStart, sorted(edits));
}

function insertion(at: number, replacement: string): Edit {
  return { start: at, end: at, replacement };
}

function sorted(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Edits that remove carriage returns, except inside expressions. */
function carriageReturns(text: string, bodyStart: number, found: readonly Placeholder[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  for (let at = text.indexOf("\r\n", bodyStart); at >= 0; at = text.indexOf("\r\n", at + 2)) {
    while ((found[next]?.end ?? Infinity) <= at) next++;
    if ((found[next]?.start ?? Infinity) > at) edits.push({ start: at, end: at + 1, replacement: "" });
  }
  return edits;
}
