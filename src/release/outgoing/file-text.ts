/** The readable text of a finished file, by its ending. */

import { isUtf8 } from "node:buffer";
import { pictureTexts } from "../../base/picture/read-picture.ts";
import { csvText, jsonText, scriptText } from "./data-text.ts";
import { address } from "./escapes.ts";
import { drawingText, markupText } from "./markup-text.ts";
import { pdfText } from "./pdf-text.ts";

type Reader = (bytes: Buffer) => readonly string[];

const written =
  (read: (text: string) => readonly string[]): Reader =>
  (bytes) =>
    read(bytes.toString("utf8"));
const plain = written((text) => text.split("\n").map(address));
const picture: Reader = (bytes) => pictureTexts(bytes).map(({ text }) => text);

const readers: Readonly<Record<string, Reader>> = {
  html: written(markupText),
  xml: written(markupText),
  svg: written(drawingText),
  json: written((json) => jsonText(json, markupText)),
  js: written((script) => scriptText(script, markupText)),
  css: written((style) => scriptText(style, markupText)),
  csv: written(csvText),
  txt: plain,
  pdf: pdfText,
  png: picture,
  jpg: picture,
  jpeg: picture,
};

/** Fonts are subsets of others' files and contain no text of ours. */
const withoutText = new Set(["woff2"]);

/** The text of the file in connected lines, including its name. @throws Error the file cannot be read, or is of a kind without a reader */
export function fileText(name: string, bytes: Buffer): readonly string[] {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const parts = name.replace(/\.[a-z0-9]+$/i, "").split("/");
  if (withoutText.has(ending)) return parts;
  return [...parts, ...(readers[ending] ?? textOnly(name))(bytes)];
}

/** A kind without a reader of its own may be text; whatever is packed or drawn would go out unseen. */
const textOnly =
  (name: string): Reader =>
  (bytes) => {
    if (!isUtf8(bytes) || bytes.includes(0)) throw new Error(`no reader for the text of ${name} (file-text.ts)`);
    return plain(bytes);
  };
