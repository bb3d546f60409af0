/** The files made from one picture: one for print, Word and large screens, and smaller ones for small screens. */

import type { PictureHead } from "./picture-file.ts";

/** The largest printed size of a picture: width in millimetres, height in lines of the text grid (P). */
export const printedPicture = { width: 134, lines: 12 } as const;

/** Dots per inch in print: a finer resolution is not visible and only makes the file larger. */
const resolution = 300;
const millimetresPerInch = 25.4;
/** CSS pixels per inch. */
const pixelsPerInch = 96;

/** Widths in pixels for telephones with one, two and three device pixels per CSS pixel. */
const screenWidths = [480, 800, 1200];

export interface PublishedFile {
  /** Path from the folder on the site. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export interface PublishedPicture {
  readonly format: "jpeg" | "png" | "svg";
  /** The largest file, used for print. */
  readonly file: string;
  /** Pixels; `undefined` for a drawing without a size of its own. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Smaller versions, narrowest first. */
  readonly screens: readonly PublishedFile[];
}

/** File names of generated pictures; an editor's picture may not use them. */
export const reservedName = /\.(?:\d+w\.(?:jpe?g|png)|(?:gif|webp|tiff?)\.(?:jpg|png))$/i;

/** `source`: path from the folder. `pitch`: distance of the text lines in millimetres. */
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

/** The size in pixels for a picture drawn at a `share` of its usual size; `undefined` when it need not be reduced. */
export function fewerPixels(
  picture: { readonly width: number; readonly height: number },
  share: number,
  pitch: number,
): { width: number; height: number } | undefined {
  const size = printedSize(picture, share, pitch);
  return size.width < picture.width || size.height < picture.height ? size : undefined;
}

/**
 * The size in pixels that print resolution needs. The browser snaps a picture to whole pixels, losing up to one of its
 * box (a strip 25.3 wide is drawn 25 wide), so the resolution is computed from the snapped size in both directions.
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
  // One side fills its box; the other follows from the aspect ratio of the rounded pixels.
  if ((scales[0] ?? 0) < (scales[1] ?? 0))
    return { ...size, width: Math.min(size.width, Math.floor((across * size.height) / Math.ceil(size.height / dots))) };
  return { ...size, height: Math.min(size.height, Math.floor((down * size.width) / Math.ceil(size.width / dots))) };
}

function sized(width: number, height: number, scale: number): { width: number; height: number } {
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
