/** The words of an article's HTML, as our own renderer writes it. */

import type { ArticleView } from "./issue-view.ts";

/** Ends of what is set as a line or paragraph of its own. */
const blockEnd = /<\/(?:p|h[1-6]|li|tr|caption|figcaption|blockquote|div|section|aside|text|title|desc)>|<br[^>]*>/g;

/** One text a paragraph, heading, list item, table row or label of a drawing. */
export function textBlocks(html: string): string[] {
  return html
    .replace(/<\/t[dh]>/g, " ")
    .replace(blockEnd, "\n")
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((line) => resolveEntities(line).trim())
    .filter((line) => line !== "");
}

/** Its words as a reader meets them. */
export function articleBlocks(article: ArticleView): string[] {
  const { editorsNote, titleLines, title, subtitle, author, credit } = article;
  return [
    ...(editorsNote === undefined ? [] : [editorsNote.label + editorsNote.text]),
    ...(titleLines.length === 0 ? [] : [title]),
    ...(subtitle === undefined ? [] : [`——${subtitle}`]),
    ...(author === undefined ? [] : [author]),
    ...textBlocks(article.html),
    ...(credit === undefined ? [] : [`（${credit}供稿）`]),
  ];
}

function resolveEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
