/** Accepts paragraphs as typed or copied from Word: marked by 　　 or by a number, without blank lines between them. */

import type MarkdownIt from "markdown-it";

/** The beginning of a line that starts a paragraph: full-width blanks, 一、 （一） ① or 1. */
const beginning =
  /^(?:[ \t]*\u3000|[ \t]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[①-⑳]|\d{1,2}[.．、](?!\d)))/u;

export function typedParagraphs(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    "paragraph",
    "typed_paragraph",
    (state, start, _, silent) => {
      // This rule only ends the preceding paragraph; the paragraph rule makes the new one.
      if (!silent) return false;
      const from = state.bMarks[start] ?? 0;
      return beginning.test(state.src.slice(from, Math.min(state.eMarks[start] ?? from, from + 16)));
    },
    { alt: ["paragraph"] },
  );
  // Typed blanks are removed, because the layout indents paragraphs.
  markdown.core.ruler.after("block", "typed_indent", (state) => {
    for (const token of state.tokens)
      if (token.type === "inline") token.content = token.content.replace(/^[ \t\u3000]+/u, "");
  });
}
