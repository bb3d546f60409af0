/** Determines whether a line end within a paragraph is printed as a blank or as nothing. */

import type MarkdownIt from "markdown-it";
import { plainText } from "../../compute/phrase/piece.ts";
import { lineJoint } from "../../base/text/line-joint.ts";
import type { Environment } from "./environment.ts";
import type { StateCore, Token } from "./tokens.ts";

/** Must be the last rule, because tables and signatures depend on lines. Sets the content of each `softbreak` to a blank or nothing. */
export function lineJoints(markdown: MarkdownIt): void {
  markdown.core.ruler.push("line_joints", (state) => {
    for (const token of state.tokens) join(token.children ?? [], state);
  });
}

function join(children: Token[], state: StateCore): void {
  const printed = children.map((child) => printedText(child, state.env as Environment));
  // Lines without text, such as a picture, are skipped.
  const following: string[] = [];
  printed.reduceRight((after, text, at) => {
    following[at] = after;
    return text || after;
  }, "");
  let before = "";
  for (const [at, child] of children.entries()) {
    if (child.type === "image") {
      join(child.children ?? [], state);
      // Otherwise markdown-it would write a line end into the alternative text, regardless of the content of the token.
      for (const inside of child.children ?? []) if (inside.type === "softbreak") inside.type = "text";
    }
    if (child.type === "softbreak") child.content = lineJoint(before, following[at] ?? "");
    before = printed[at] || before;
  }
}

function printedText({ type, content, meta }: Token, { pieces }: Environment): string {
  if (type === "expression") return plainText(pieces[(meta as { index: number }).index] ?? []);
  return type === "text" || type === "text_special" || type === "list_marker" ? content : "";
}
