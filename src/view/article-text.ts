/** The words of an article's HTML, as our own renderer writes it. */

/** Ends of what is set as a line or paragraph of its own. */
const blockEnd = /<\/(?:p|h[1-6]|li|tr|caption|figcaption|blockquote|div|section|aside)>|<br[^>]*>/g;

/** One text a paragraph, heading, list item or table row; drawings are left out, as their numbers stand in tables. */
export function textBlocks(html: string): string[] {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<\/t[dh]>/g, " ")
    .replace(blockEnd, "\n")
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((line) => resolveEntities(line).trim())
    .filter((line) => line !== "");
}

function resolveEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
