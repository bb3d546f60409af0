/** The words of an article's HTML, a paragraph, heading, item or row an entry. */
export function textBlocks(html: string): string[] {
  return html
    .replace(/<\/t[dh]>/g, " ")
    .replace(/<\/(?:p|h[1-6]|li|tr|caption|figcaption|blockquote|div|section|aside|text|title|desc)>|<br[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((line) => plain(line).trim())
    .filter((line) => line !== "");
}

export function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
