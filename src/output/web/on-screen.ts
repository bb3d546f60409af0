/** The body of an article on a screen. */

import { attributeOf } from "../../base/text/markup.ts";
import type { Markup, MarkupPart } from "../../base/text/markup.ts";
import type { ArticleView } from "../../document/article-view.ts";

/** Headings step down from the headline (h3), or from the column (h2) where there is none; wide figures can be moved by keyboard. */
export function onScreen(body: Markup, { titleLines }: Pick<ArticleView, "titleLines">): MarkupPart[] {
  return steppedHeadings(body, titleLines.length > 0 ? 4 : 3).map((part) =>
    part.kind === "open" && part.tag === "figure" && /^(?:chart|table)/.test(attributeOf(part, "class") ?? "")
      ? { ...part, attributes: [["tabindex", "0"], ...part.attributes] }
      : part,
  );
}

/**
 * Readers move from heading to heading: none may skip a level. In print a heading's number tells its level (一、（一）1.), so an article
 * that begins with 1. has headings of the third level and none of the first two. `first` is the level of the outermost headings.
 */
export function steppedHeadings(markup: Markup, first: number): MarkupPart[] {
  const open: number[] = [];
  return markup.map((part) => {
    const typed = part.kind === "open" || part.kind === "close" ? /^h([1-6])$/.exec(part.tag)?.[1] : undefined;
    if (typed === undefined) return part;
    const level = Number(typed);
    if (part.kind === "open") {
      while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
      open.push(level);
    }
    return { ...part, tag: `h${Math.min(6, first + open.length - 1)}` } as MarkupPart;
  });
}
