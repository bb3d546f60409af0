/** Compares two texts and marks insertions and deletions. (红线) */

import { diffArrays, diffWords } from "diff";
import { similarity } from "./similarity.ts";
import { wordSegmenter } from "../../base/text/word-segmenter.ts";

export interface Span {
  readonly kind: "same" | "inserted" | "deleted";
  readonly text: string;
}

export interface RedParagraph {
  readonly kind: "same" | "changed" | "inserted" | "deleted";
  readonly spans: readonly Span[];
}

/** Least similarity of two versions of one paragraph. */
const alike = 0.4;

/** Compares by paragraph, and within changed paragraphs by word. */
export function redline(old: readonly string[], current: readonly string[]): RedParagraph[] {
  const known = new Map<string, boolean>();
  const isSame = (before: string, after: string): boolean => {
    if (before === after) return true;
    const key = `${before}\0${after}`;
    const same = known.get(key) ?? isAlike(before, after);
    known.set(key, same);
    return same;
  };
  const paragraphs: RedParagraph[] = [];
  let at = 0;
  for (const change of diffArrays([...old], [...current], { comparator: isSame })) {
    if (change.removed === true) {
      for (const text of change.value) paragraphs.push(whole("deleted", text));
      at += change.value.length;
    } else if (change.added === true) {
      for (const text of change.value) paragraphs.push(whole("inserted", text));
    } else {
      for (const after of change.value) paragraphs.push(changed(old[at++] ?? "", after));
    }
  }
  return paragraphs;
}

/** Short paragraphs (a date, a name) have too few words to compare: they match when most characters do. */
function isAlike(before: string, after: string): boolean {
  if (similarity(before, after) >= alike) return true;
  const skeleton = (text: string): string => text.replaceAll(/[\d.,]+/g, "#");
  return skeleton(before) === skeleton(after);
}

function whole(kind: "inserted" | "deleted", text: string): RedParagraph {
  return { kind, spans: [{ kind, text }] };
}

function changed(before: string, after: string): RedParagraph {
  if (before === after) return { kind: "same", spans: [{ kind: "same", text: after }] };
  return { kind: "changed", spans: wordChanges(before, after) };
}

/** By dictionary word; all spans but inserted ones form `before`, all but deleted ones `after`. */
export function wordChanges(before: string, after: string): Span[] {
  return diffWords(before, after, { intlSegmenter: wordSegmenter() }).map(({ added, removed, value }) => ({
    kind: added === true ? "inserted" : removed === true ? "deleted" : "same",
    text: value,
  }));
}
