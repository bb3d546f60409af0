/** What the writing library leaves to chance or leaves out, put right; then the same parts always make the same bytes. */

import { openZip } from "../../base/file/zip.ts";
import { zipped } from "./zip-writer.ts";

const limits = { entries: 10_000, part: 256 * 1024 * 1024, total: 1024 * 1024 * 1024 };

/**
 * No space is put between Chinese and digits. Marks may hang over the line's end in Word, as they do in every file of an office:
 * LibreOffice takes the switch the other way round, and with it off loses the mark of a full justified line.
 */
const typography = '<w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

/** `offGrid` are the styles whose lines are not those of the page's grid. */
export async function finished(
  bytes: Buffer,
  isoDate: string,
  fontTable: string,
  offGrid: readonly string[],
): Promise<Buffer> {
  const zip = await openZip(bytes, limits);
  const parts = new Map<string, Uint8Array | string>();
  for (const name of zip.names.filter((part) => !part.endsWith("/"))) {
    const content = await zip.read(name);
    if (content !== undefined) parts.set(name, content);
  }
  const edit = (name: string, change: (xml: string) => string): void => {
    const content = parts.get(name);
    if (content !== undefined) parts.set(name, change(Buffer.from(content).toString("utf8")));
  };
  const moment = `${isoDate}T00:00:00Z`;
  edit("docProps/core.xml", (xml) => xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${moment}`));
  edit("word/styles.xml", (xml) =>
    xml.replace(
      /<w:pPrDefault>[\s\S]*?<\/w:pPrDefault>|<w:pPrDefault\/>/,
      `<w:pPrDefault><w:pPr>${typography}</w:pPr></w:pPrDefault>`,
    ),
  );
  edit("word/styles.xml", (xml) =>
    xml.replace(
      /(<w:style [^>]*w:styleId="(\w+)"(?:(?!<\/w:style>)[\s\S])*?)(?=<w:spacing w:(?:after|before|line))/g,
      (found, _, style: string) =>
        // The place before the spacing is where the schema wants them.
        `${found}${typography}${offGrid.includes(style) ? '<w:snapToGrid w:val="0"/>' : ""}`,
    ),
  );
  edit("word/document.xml", renumbered);
  edit("word/settings.xml", (xml) =>
    xml.includes("<w:characterSpacingControl")
      ? xml
      : xml.replace("<w:compat>", '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'),
  );
  parts.set("word/fontTable.xml", fontTable);
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipped(new Map(names.map((name) => [name, parts.get(name) ?? ""])));
}

/** The library counts drawings through the life of the process. */
function renumbered(xml: string): string {
  let count = 0;
  return xml.replace(/(<(?:wp:docPr|pic:cNvPr) [^>]*?\bid=")\d+/g, (_, start: string) => `${start}${++count}`);
}

/** Readers that look at the first parts only want to find the content types there. */
function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
