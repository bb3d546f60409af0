/** The text of a Word file with everything accepted, by plain text work on its XML: nothing of the product's. */

/** Paragraphs in reading order with everything accepted; line breaks, tabs and what text boxes say left out, empty ones too. */
export function acceptedParagraphs(xml: string): string[] {
  const body = xml
    .replace(/<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g, "")
    // Rows and cells that are deleted go whole.
    .replace(/<w:tr(?: [^>]*)?>(?:(?!<\/w:tr>)[\s\S])*?<\/w:tr>/g, (row) =>
      /<w:trPr>(?:(?!<\/w:trPr>)[\s\S])*<w:del /.test(row) ? "" : row,
    )
    .replace(/<w:tc>(?:(?!<\/w:tc>)[\s\S])*?<\/w:tc>/g, (cell) => (/<w:cellDel /.test(cell) ? "" : cell));
  const paragraphs: string[] = [];
  let carried = "";
  for (const match of body.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>|<\/w:tc>|<w:tbl>/g)) {
    const content = match[1];
    if (content === undefined) {
      // The end of a cell is no paragraph's to lose.
      paragraphs.push(carried);
      carried = "";
      continue;
    }
    const markGone = /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:(?:del|moveFrom) [^>]*\/>/.test(
      /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(content)?.[0] ?? "",
    );
    // Masthead, contents and imprint are made anew of what the articles say.
    if (/_jb_0_/.test(content)) continue;
    const text = carried + shown(content);
    carried = markGone ? text : "";
    if (!markGone) paragraphs.push(text);
  }
  paragraphs.push(carried);
  return paragraphs.filter((text) => text !== "");
}

/** The words of a paragraph or a run that are there with everything accepted. */
export function shown(content: string): string {
  const kept = content.replace(/<w:(del|moveFrom) [^>]*[^/]>[\s\S]*?<\/w:\1>/g, "");
  return [...kept.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = ""]) => text)
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/[\n\t]/g, "");
}
