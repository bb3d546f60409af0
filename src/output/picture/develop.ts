/** Decodes pictures and encodes them anew: upright, in sRGB, in the requested size, without metadata. (显影) */

import type { Sharp, SharpOptions } from "sharp";
import { drawingOf } from "../../base/picture/read-picture.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";

export interface RasterWish {
  readonly format: "jpeg" | "png";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Damage that only decoding reveals. */
export class UndecodablePicture extends Error {
  override readonly name = "UndecodablePicture";
}

/**
 * JPEG quality at which no difference is visible at 300 dots per inch. Baseline, because some printers know nothing
 * else. Trellis quantization would save a tenth of the bytes but take three times as long.
 */
const jpeg = {
  quality: 85,
  chromaSubsampling: "4:2:0",
  progressive: false,
  optimiseScans: false,
  overshootDeringing: true,
  quantisationTable: 3,
} as const;
const png = { compressionLevel: 9, adaptiveFiltering: false, palette: false } as const;

const options: SharpOptions = {
  // For an animation, the first frame.
  pages: 1,
  limitInputPixels: 100_000_000,
  sequentialRead: true,
};

/**
 * libjpeg's harmless warnings for files of some cameras and programs. Real damage is a warning to libjpeg as well:
 * thousands of stray bytes replace a part of the picture.
 */
const oddity =
  /\b\d{1,3} extraneous bytes before marker|Invalid SOS parameters|Inconsistent progression|Unknown Adobe|JFIF/;

/** Seconds. A picture that takes longer was made to do so. */
const limit = 60;

/** Background colour where JPEG allows no transparency. */
const paper = "#ffffff";

type SharpModule = (input: Uint8Array, options: SharpOptions) => Sharp;
let loading: Promise<SharpModule> | undefined;

/** Drawings are cleaned. @throws UndecodablePicture @throws EnvironmentError the decoder does not run here */
export async function develop(bytes: Uint8Array, wish: RasterWish | { readonly format: "svg" }): Promise<Uint8Array> {
  if (wish.format === "svg") return drawing(Buffer.from(bytes));
  const sharp = await (loading ??= loadSharp());
  try {
    return await decode(sharp(bytes, { ...options, failOn: "warning" }), wish);
  } catch (fault) {
    if (!(fault instanceof UndecodablePicture) || !oddity.test(fault.message)) throw fault;
    return decode(sharp(bytes, { ...options, failOn: "error" }), wish);
  }
}

/** @throws UndecodablePicture */
function drawing(bytes: Buffer): Uint8Array {
  const clean = drawingOf(bytes);
  if (!("svg" in clean)) throw new UndecodablePicture(clean.says);
  return Buffer.from(clean.svg);
}

/** @throws UndecodablePicture */
async function decode(source: Sharp, { format, width, height }: RasterWish): Promise<Uint8Array> {
  try {
    const { isGrey, isDeep, aspect } = await describe(source);
    // The header was misread, or is wrong.
    if (Math.abs(Math.log((aspect * height) / width)) > 0.05 && Math.min(width, height) > 40)
      throw new UndecodablePicture("another shape than its head says");
    const sized = source
      .autoOrient()
      .resize(width, height, { fit: "fill", kernel: "lanczos3" })
      .timeout({ seconds: limit })
      .toColourspace(isGrey ? "b-w" : "srgb");
    // 16-bit profiles are converted to Display P3 meanwhile.
    if (isDeep) sized.withIccProfile("srgb", { attach: false });
    return await (format === "jpeg" ? sized.flatten({ background: paper }).jpeg(jpeg) : sized.png(png)).toBuffer();
  } catch (fault) {
    if (fault instanceof UndecodablePicture) throw fault;
    throw new UndecodablePicture(fault instanceof Error ? fault.message : String(fault), { cause: fault });
  }
}

async function describe(
  source: Sharp,
): Promise<{ readonly isGrey: boolean; readonly isDeep: boolean; readonly aspect: number }> {
  const { space, hasProfile, autoOrient } = await source.metadata();
  return {
    isGrey: space === "b-w" || space === "grey16",
    isDeep: space === "rgb16" && hasProfile,
    aspect: autoOrient.width / autoOrient.height,
  };
}

/** Loaded only when there is a picture, as loading takes a tenth of a second. */
async function loadSharp(): Promise<SharpModule> {
  try {
    const { default: sharp } = await import("sharp");
    sharp.cache(false);
    return sharp;
  } catch (cause) {
    throw new EnvironmentError(
      `处理图片的程序（sharp）在这台电脑上用不了（${process.platform} ${process.arch}）`,
      "请重新运行 npm ci（不要加 --omit=optional）；还是这样，就把这段话发给维护的人。",
      { cause },
    );
  }
}
