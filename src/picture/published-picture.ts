/** The files that are made of a picture: one for print, Word and large screens, smaller ones for small screens. */

import type { PictureHead } from "./picture-file.ts";

/** On paper a picture is at most so wide and so many lines high (P). Millimetres; lines of the text's grid. */
export const printedPicture = { width: 134, lines: 12 } as const;

/** Dots an inch of print: more is not seen, and each takes its bytes. */
const resolution = 300;
const millimetresPerInch = 25.4;
/** CSS pixels an inch. */
const pixelsPerInch = 96;

/** Widths in pixels of what small screens are given: telephones of one, two and three dots a pixel. */
const screenWidths = [480, 800, 1200];

export interface PublishedFile {
  /** Path from the folder on the site. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export interface PublishedPicture {
  readonly format: "jpeg" | "png" | "svg";
  /** The largest, which is printed. */
  readonly file: string;
  /** Pixels; `undefined` for a drawing without a size of its own. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Narrower ones, narrowest first. */
  readonly screens: readonly PublishedFile[];
}

/** Names that the files made of a picture bear; no picture may be called so itself. */
export const reservedName = /\.(?:\d+w\.(?:jpe?g|png)|(?:gif|webp)\.(?:jpg|png))$/i;

/** `source`: path from the folder. `pitch`: of the text's lines, in millimetres. */
export function publishedPicture(source: string, head: PictureHead, pitch: number): PublishedPicture {
  const { kind, width, height } = head;
  if (kind === "svg" || width === undefined || height === undefined)
    return { format: "svg", file: source, width, height, screens: [] };
  const format = head.isGraphic ? "png" : "jpeg";
  const ending = format === "png" ? "png" : "jpg";
  const file = kind === format ? source : `${source}.${ending}`;
  const scale = printedScale(width, height, pitch);
  const largest = sized(width, height, scale);
  const screens = screenWidths
    .filter((screen) => screen < largest.width * 0.9)
    .map((screen) => ({
      file: file.replace(/(\.[a-z]+)$/i, `.${screen}w$1`),
      ...sized(width, height, screen / width),
    }));
  return { format, file, ...largest, screens };
}

/** Pixels of a picture that is drawn at a `share` of its usual size; `undefined` where it need not have fewer than it has. */
export function fewerPixels(
  { width, height }: { readonly width: number; readonly height: number },
  share: number,
  pitch: number,
): { width: number; height: number } | undefined {
  const scale = (shownScale(width, height, pitch) * share * resolution) / pixelsPerInch;
  return scale < 1 ? sized(width, height, scale) : undefined;
}

/** By how much a picture is made smaller; 1 for one that is small already. */
function printedScale(width: number, height: number, pitch: number): number {
  return Math.min(1, (shownScale(width, height, pitch) * resolution) / pixelsPerInch);
}

/** Its size on paper as a part of that at 96 dots an inch. */
function shownScale(width: number, height: number, pitch: number): number {
  const millimetres = millimetresPerInch / pixelsPerInch;
  const most = printedPicture.lines * pitch;
  return Math.min(1, printedPicture.width / (width * millimetres), most / (height * millimetres));
}

function sized(width: number, height: number, scale: number): { width: number; height: number } {
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
