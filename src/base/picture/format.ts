/** Picture formats, recognised by their first bytes, because file endings are often wrong. */

import type { PictureKind } from "./picture-file.ts";

export interface UsableFormat {
  readonly kind: PictureKind;
  readonly name: string;
  readonly ending: RegExp;
}

export const usableFormats: readonly UsableFormat[] = [
  { kind: "png", name: "PNG", ending: /\.png$/i },
  { kind: "jpeg", name: "JPEG", ending: /\.jpe?g$/i },
  { kind: "gif", name: "GIF", ending: /\.gif$/i },
  { kind: "webp", name: "WebP", ending: /\.webp$/i },
  { kind: "tiff", name: "TIFF", ending: /\.tiff?$/i },
  { kind: "svg", name: "SVG", ending: /\.svg$/i },
];

/** Formats that cannot be published, each with advice for the editor. */
const others: readonly { readonly name: string; readonly ending: RegExp; readonly hint: string }[] = [
  {
    name: "HEIC（苹果手机的照片）",
    ending: /\.(heic|heif|hif)$/i,
    hint: "请在电脑上用“照片”（Windows）或“预览”（苹果电脑）打开，另存为 JPEG；以后在苹果手机的“设置 - 相机 - 格式”里选“兼容性最佳”，拍出来就是 JPEG。",
  },
  { name: "AVIF", ending: /\.avif$/i, hint: "请用看图软件打开，另存为 JPEG。" },
  { name: "BMP", ending: /\.(bmp|dib)$/i, hint: "请用“画图”打开，照片另存为 JPEG，截图另存为 PNG。" },
  { name: "PSD（Photoshop 的文件）", ending: /\.psd$/i, hint: "请在 Photoshop 里导出为 JPEG 或 PNG。" },
  { name: "苹果软件包里的 PNG（CgBI）", ending: /\.cgbi$/, hint: "请在苹果电脑上用“预览”打开，另存为 PNG。" },
  { name: "PDF", ending: /\.pdf$/i, hint: "请把要用的那一页存为 PNG 图片。" },
  { name: "WMF 或 EMF", ending: /\.(wmf|emf)$/i, hint: "请在 Word 里右击图片，另存为 PNG。" },
];

export interface FoundFormat {
  readonly kind: PictureKind | undefined;
  readonly name: string;
  readonly hint: string;
}

/** The unusable format that the file's ending suggests, if any. */
export function unusableByName(name: string): FoundFormat | undefined {
  const found = others.find(({ ending }) => ending.test(name));
  return found === undefined ? undefined : { kind: undefined, name: found.name, hint: found.hint };
}

/** The usual file ending of a format, without the dot. */
export function endingOf(kind: PictureKind): string {
  return kind === "jpeg" ? "jpg" : kind === "tiff" ? "tif" : kind;
}

/** The format by its first bytes; `undefined` when unknown. */
export function formatOf(bytes: Buffer): FoundFormat | undefined {
  const starts = (text: string, at = 0): boolean => bytes.toString("latin1", at, at + text.length) === text;
  const usable = (kind: PictureKind): FoundFormat => {
    const { name } = usableFormats.find((format) => format.kind === kind) ?? { name: kind };
    return { kind, name, hint: "" };
  };
  const other = (name: string): FoundFormat | undefined => unusableByName(`a.${name}`);
  if (starts("\x89PNG")) return starts("CgBI", 12) ? other("cgbi") : usable("png");
  if (starts("\xff\xd8\xff")) return usable("jpeg");
  if (starts("GIF8")) return usable("gif");
  if (starts("RIFF") && starts("WEBP", 8)) return usable("webp");
  if (starts("ftyp", 4)) {
    const brands = bytes.toString("latin1", 8, Math.min(bytes.length, 64));
    if (/^avi[fs]|avif/.test(brands)) return other("avif");
    if (/hei[cxmsf]|hev[cx]|mif1|msf1/.test(brands)) return other("heic");
    return undefined;
  }
  if (starts("BM") && bytes.length > 14 && bytes.readUInt32LE(6) === 0) return other("bmp");
  if (starts("II*\0") || starts("MM\0*")) return usable("tiff");
  if (starts("8BPS")) return other("psd");
  if (starts("%PDF")) return other("pdf");
  if (starts("\xd7\xcd\xc6\x9a") || starts("\x01\0\x09\0") || starts(" EMF", 40)) return other("emf");
  return /<svg[\s>:]|<[\w.-]+:svg[\s>]/.test(bytes.toString("latin1", 0, 16384)) ? usable("svg") : undefined;
}
