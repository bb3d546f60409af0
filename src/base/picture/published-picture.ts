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
export const reservedName = /\.(?:\d+w\.(?:jpe?g|png)|(?:gif|webp|tiff?)\.(?:jpg|png))$/i;

/** `source`: path from the folder. `pitch`: of the text's lines, in millimetres. */
export function publishedPicture(source: string, head: PictureHead, pitch: number): PublishedPicture {
  const { kind, width, height } = head;
  if (kind === "svg" || width === undefined || height === undefined)
    return { format: "svg", file: source, width, height, screens: [] };
  const format = head.isGraphic ? "png" : "jpeg";
  const ending = format === "png" ? "png" : "jpg";
  const file = kind === format ? source : `${source}.${ending}`;
  const largest = printedSize({ width, height }, 1, pitch);
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
  picture: { readonly width: number; readonly height: number },
  share: number,
  pitch: number,
): { width: number; height: number } | undefined {
  const size = printedSize(picture, share, pitch);
  return size.width < picture.width || size.height < picture.height ? size : undefined;
}

/**
 * As many pixels as print shows. The browser draws a picture over whole pixels of its own, up to one less than its place has: a strip of
 * 25.3 over 25. So it is they that the dots are counted on, in both directions.
 */
function printedSize(
  { width, height }: { readonly width: number; readonly height: number },
  share: number,
  pitch: number,
): { width: number; height: number } {
  const millimetres = millimetresPerInch / pixelsPerInch;
  const scales = [
    printedPicture.width / (width * millimetres),
    (printedPicture.lines * pitch) / (height * millimetres),
  ];
  const shown = Math.min(1, ...scales) * share;
  const [across, down] = [width * shown, height * shown];
  const dots = resolution / pixelsPerInch;
  const scale = Math.min((Math.floor(across) * dots) / width, (Math.floor(down) * dots) / height);
  if (scale >= 1) return { width, height };
  const size = sized(width, height, scale);
  // One side has its place to fill; the other follows from the shape that the rounded pixels give.
  if ((scales[0] ?? 0) < (scales[1] ?? 0))
    return { ...size, width: Math.min(size.width, Math.floor((across * size.height) / Math.ceil(size.height / dots))) };
  return { ...size, height: Math.min(size.height, Math.floor((down * size.width) / Math.ceil(size.width / dots))) };
}

function sized(width: number, height: number, scale: number): { width: number; height: number } {
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
