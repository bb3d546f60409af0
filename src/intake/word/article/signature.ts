/** Recognizes signatures (落款): short lines at the right. */

import { cells } from "../../../base/text/cells.ts";
import type { WordBlock, WordParagraph } from "../read/model.ts";
import { leadingSpace, wordsOf } from "./words.ts";

const longestLine = 26;
const mostLines = 5;
/** Least indent, in points or in spaces, with which a line counts as set at the right. */
const farIn = 150;
const farSpaces = 8;

/** The lines of a signature that begins at `at`; empty when there is none. */
export function signatureAt(blocks: readonly WordBlock[], at: number): WordParagraph[] {
  const lines: WordParagraph[] = [];
  for (const block of blocks.slice(at)) {
    if (block.kind === "table" || lines.length >= mostLines) break;
    const words = wordsOf(block);
    if (words === "" && block.inlines.every(({ kind }) => kind === "text")) {
      if (lines.length === 0) break;
      continue;
    }
    if (words === "" || !isAtRight(block) || cells(words) > longestLine || /[。；，]$/.test(words)) break;
    lines.push(block);
  }
  return lines;
}

function isAtRight(paragraph: WordParagraph): boolean {
  if (paragraph.label !== "" || paragraph.bullet) return false;
  return (
    paragraph.align === "right" ||
    (paragraph.align !== "center" && (paragraph.indent >= farIn || leadingSpace(paragraph) >= farSpaces))
  );
}
