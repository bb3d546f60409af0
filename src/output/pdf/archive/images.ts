import { deflateSync } from "node:zlib";
import { ArchiveError } from "./archive-error.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isSrgb, srgbProfile } from "./srgb-profile.ts";

/**
 * Removes features that PDF/A-1 does not have: transparent pictures are put on white, colour profiles of version 4 replaced by version 2.
 * @throws ArchiveError when a picture has another colour space than sRGB, or something else is transparent.
 */
export function fixImages(file: PdfFile): void {
  const removed = new Set<number>();
  for (const number of file.numbers()) {
    const head = file.head(number);
    if (/\/Subtype \/Image\b/.test(head)) {
      const mask = flatten(file, number);
      if (mask !== undefined) removed.add(mask);
    } else if (/^\s*<<\/N 3\b/.test(head)) fixProfile(file, number);
    else refuseTransparency(head);
  }
  file.remove(...removed);
}

/** Puts a picture with an alpha channel on white, the colour of the paper. Returns the object number of the channel. */
function flatten(file: PdfFile, number: number): number | undefined {
  const image = file.dictionary(number);
  const mask = image.reference("SMask");
  if (mask === undefined) return undefined;
  const alpha = file.data(mask);
  const colours = Buffer.from(file.data(number));
  const channels = colours.length / alpha.length;
  if (!Number.isInteger(channels)) throw new ArchiveError("有图片的透明通道与图片大小不一，请改用不透明的图片");
  for (let at = 0; at < colours.length; at++) {
    const opacity = (alpha[Math.floor(at / channels)] ?? 0) / 255;
    colours[at] = Math.round((colours[at] ?? 0) * opacity + 255 * (1 - opacity));
  }
  file.replace(number, image.without("SMask"), deflateSync(colours));
  return mask;
}

function fixProfile(file: PdfFile, number: number): void {
  const profile = file.data(number);
  if ((profile[8] ?? 0) < 4) return;
  if (!isSrgb(profile)) throw new ArchiveError("有图片的色彩空间不是 sRGB，请先转换为 sRGB");
  file.replace(number, file.dictionary(number), deflateSync(srgbProfile()));
}

/** Refuses transparent graphics states and groups (ISO 19005-1 6.4). */
function refuseTransparency(head: string): void {
  if (!/\/(?:ca |CA |BM |SMask)/.test(head)) return;
  const opacities = [...head.matchAll(/\/(?:ca|CA) ([\d.]+)/g)].map(([, value]) => Number(value));
  const blend = /\/BM \/(\w+)/.exec(head)?.[1] ?? "Normal";
  const isMasked = /\/Type \/ExtGState/.test(head) && /\/SMask\s*(<<|\d)/.test(head);
  if (opacities.some((value) => value !== 1) || !["Normal", "Compatible"].includes(blend) || isMasked) {
    throw new ArchiveError("页面上有半透明的内容（半透明颜色、阴影、opacity 或渐变蒙版），归档文件不允许");
  }
}
