/** Format, size and metadata of a picture file, or why it cannot be used; pixels are not decoded. */

import { cleanSvg } from "./clean-svg.ts";
import { endingOf, formatOf, unusableByName, usableFormats } from "./format.ts";
import { readGif } from "./gif.ts";
import { readJpeg } from "./jpeg.ts";
import type { PictureFault, PictureFile, PictureKind, PictureText, Structure } from "./picture-file.ts";
import { readPng } from "./png.ts";
import { readTiff } from "./tiff.ts";
import { readWebp } from "./webp.ts";

/** Bytes. A photograph straight from a camera has about a third of this. */
export const largestPicture = 30 * 1024 * 1024;

/** A tiny file may declare a picture of gigabytes: it is refused by its declared size. */
const mostPixels = 100_000_000;
/** JPEG and WebP allow no larger side; a longer strip would not fit a page anyway. */
const longestSide = 30_000;

const readers: Readonly<Record<Exclude<PictureKind, "svg">, (bytes: Buffer) => Structure | undefined>> = {
  jpeg: readJpeg,
  png: readPng,
  gif: readGif,
  webp: readWebp,
  tiff: readTiff,
};

/** `name`: of the file; its ending is compared with the real format. */
export function readPicture(name: string, bytes: Buffer): PictureFile {
  if (bytes.length === 0) return broken("是空的（0 字节）", "多半是没有存好或没有传完，请重新复制一次。");
  const wanted = usableFormats.find(({ ending }) => ending.test(name));
  if (wanted === undefined) return unusable(name);
  const found = formatOf(bytes);
  if (found?.kind !== wanted.kind) return misnamed(wanted.name, found);
  return wanted.kind === "svg" ? readDrawing(bytes) : readRaster(wanted.kind, bytes);
}

/** Why a file of this name is no picture for a bulletin. */
export function unusable(name: string): { readonly fault: PictureFault } {
  const known = unusableByName(name);
  return {
    fault: {
      code: "picture-kind",
      says: known === undefined ? "的格式不能用" : `的格式不能用：${known.name}`,
      hint: known?.hint ?? "请用 PNG 或 JPEG。",
    },
  };
}

/** All metadata of a picture with its text, for the privacy check. */
export function pictureTexts(bytes: Buffer): readonly PictureText[] {
  const kind = formatOf(bytes)?.kind;
  if (kind === undefined) return [];
  if (kind !== "svg") return readSafely(kind, bytes)?.texts ?? [];
  const drawing = readDrawing(bytes);
  return "head" in drawing ? drawing.head.texts : [];
}

function broken(says: string, hint: string): { readonly fault: PictureFault } {
  return { fault: { code: "picture-broken", says, hint } };
}

function misnamed(wanted: string, found: ReturnType<typeof formatOf>): { readonly fault: PictureFault } {
  if (found === undefined)
    return { fault: { code: "picture-kind", says: `不是 ${wanted} 文件`, hint: "请用看图软件打开，另存为这种格式。" } };
  const hint = found.kind === undefined ? found.hint : `请把文件名改成 .${endingOf(found.kind)} 结尾，稿件里也跟着改。`;
  return { fault: { code: "picture-kind", says: `不是 ${wanted} 文件，其实是 ${found.name}`, hint } };
}

/** A length that points beyond the end of the file counts as damage. */
function readSafely(kind: Exclude<PictureKind, "svg">, bytes: Buffer): Structure | undefined {
  try {
    return readers[kind](bytes);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function readRaster(kind: Exclude<PictureKind, "svg">, bytes: Buffer): PictureFile {
  const found = readSafely(kind, bytes);
  if (found === undefined || found.width === 0 || found.height === 0)
    return broken("坏了，读不出来", "请用看图软件打开看看；打得开的，另存一次，打不开的，重新复制或下载一次。");
  const { width, height, orientation = 1, isGraphic = false, isFirstOfMore = false, texts, isTruncated } = found;
  if (width * height > mostPixels || Math.max(width, height) > longestSide)
    return {
      fault: {
        code: "picture-too-large",
        says: `有 ${width} × ${height} 像素，太大（最多一亿像素，一边最长 ${longestSide} 像素）`,
        hint: "请用看图软件缩小，宽 2000 像素印出来就足够清楚。",
      },
    };
  if (isTruncated) return broken("不完整，后面缺了一截", "多半是没有传完，请重新复制或下载一次。");
  const isTurned = orientation >= 5;
  return {
    head: {
      kind,
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      isGraphic,
      isFirstOfMore,
      texts,
    },
  };
}

function readDrawing(bytes: Buffer): PictureFile {
  const drawing = drawingOf(bytes);
  if (!("svg" in drawing)) return { fault: drawing };
  const { width, height, isFirstOfMore, texts } = drawing;
  const hasSize = width !== undefined && height !== undefined;
  const size = hasSize ? { width, height } : { width: undefined, height: undefined };
  return { head: { kind: "svg", ...size, isGraphic: true, isFirstOfMore, texts } };
}

/** The drawing as published. */
export function drawingOf(bytes: Buffer): ReturnType<typeof cleanSvg> {
  let text: string;
  try {
    text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8", { fatal: true }).decode(
      bytes,
    );
  } catch {
    return {
      code: "picture-broken",
      says: "的编码不是 UTF-8",
      hint: "请在画图的软件里重新导出 SVG，或者存为 PNG。",
    };
  }
  return cleanSvg(text, pictureTexts);
}
