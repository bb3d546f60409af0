/** A finished file as what anybody can read in it, by the ending of its name. */

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

/** Fonts, cut from others' files, hold no text of ours. */
const withoutText = new Set(["woff2"]);

/** What the file says, in lines that belong together; its own name among them. @throws Error it cannot be read. */
export function fileText(name: string, bytes: Buffer): readonly string[] {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const parts = name.replace(/\.[a-z0-9]+$/i, "").split("/");
  if (withoutText.has(ending)) return parts;
  return [...parts, ...(readers[ending] ?? plain)(bytes)];
}
