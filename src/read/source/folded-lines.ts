/** YAML joins the lines of a text with blanks; this joins them as in an article, without a blank between Chinese characters. */

import { visit } from "yaml";
import type { Document, Scalar } from "yaml";
import { lineJoint } from "../../base/text/line-joint.ts";

/** Joins the lines of all scalars of `document` again. `text` is the text from which it was parsed. */
export function joinFoldedLines(document: Document.Parsed, text: string): void {
  visit(document, {
    Scalar(key, node) {
      if (key === "key" || typeof node.value !== "string" || !node.range) return;
      const raw = text.slice(node.range[0], node.range[1]);
      if (raw.includes("\n")) node.value = joined(node as Scalar<string>, raw);
    },
  });
}

function joined({ type, value }: Scalar<string>, raw: string): string {
  const lines = raw.split("\n");
  switch (type) {
    case "PLAIN":
      return fold(lines);
    case "QUOTE_SINGLE":
      return fold(raw.slice(1, -1).split("\n")).replaceAll("''", "'");
    case "QUOTE_DOUBLE":
      return raw.includes("\\") ? value : fold(raw.slice(1, -1).split("\n"));
    case "BLOCK_FOLDED": {
      const body = lines.slice(1).filter((line) => line.trim() !== "");
      const indents = new Set(body.map((line) => /^ */.exec(line)?.[0].length));
      // Lines with deeper indentation are not folded.
      if (indents.size > 1) return value;
      return fold(lines.slice(1).map((line) => line.trim())) + (/\n*$/.exec(value)?.[0] ?? "");
    }
    default:
      return value;
  }
}

/** Empty lines are line ends, as in YAML. */
function fold(lines: readonly string[]): string {
  let text = "";
  let ends = 0;
  for (const [at, line] of lines.entries()) {
    const words = at === 0 ? line.trimEnd() : at === lines.length - 1 ? line.trimStart() : line.trim();
    if (at > 0) ends++;
    if (words === "") continue;
    text += ends > 1 ? "\n".repeat(ends - 1) : ends === 1 ? lineJoint(text, words) : "";
    text += words;
    ends = 0;
  }
  return text;
}
