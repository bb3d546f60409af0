/** Text as it comes from a typist or from Word: paragraphs marked by 　　 or by a number, without a blank line between. */

import type MarkdownIt from "markdown-it";

/** A line that can only begin a paragraph: two full-width blanks, 一、 （一） ① or a number of its own. */
const beginning =
  /^(?:[ \t]*\u3000|[ \t]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[①-⑳]|\d{1,2}[.．、](?!\d)))/u;

export function typedParagraphs(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    "paragraph",
    "typed_paragraph",
    (state, start, _, silent) => {
      // Only as a reason for the paragraph before to end; the paragraph rule itself makes the new one.
      if (!silent) return false;
      const from = state.bMarks[start] ?? 0;
      return beginning.test(state.src.slice(from, Math.min(state.eMarks[start] ?? from, from + 16)));
    },
    { alt: ["paragraph"] },
  );
  // The layout indents by two cells; blanks typed for it would double that.
  markdown.core.ruler.after("block", "typed_indent", (state) => {
    for (const token of state.tokens)
      if (token.type === "inline") token.content = token.content.replace(/^[ \t\u3000]+/u, "");
  });
}
