/** WebP (RFC 9649): its chunks. */

import { readExif } from "./exif.ts";
import type { PictureText, Structure } from "./picture-file.ts";
import { readXmp } from "./xmp.ts";

export function readWebp(bytes: Buffer): Structure | undefined {
  const texts: PictureText[] = [];
  let size: { width: number; height: number } | undefined;
  let orientation: number | undefined;
  let isGraphic = false;
  let frames = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString("latin1", at, at + 4);
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    const content = bytes.subarray(at + 8, end);
    if (name === "VP8X" && content.length >= 10) {
      size = { width: content.readUIntLE(4, 3) + 1, height: content.readUIntLE(7, 3) + 1 };
      isGraphic ||= ((content[0] ?? 0) & 0x10) !== 0;
    } else if (name === "VP8 " && content.length >= 10) {
      size ??= { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff };
    } else if (name === "VP8L" && content.length >= 5) {
      const bits = content.readUInt32LE(1);
      size ??= { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
      isGraphic = true;
    } else if (name === "ANMF") frames++;
    else if (name === "EXIF") {
      const exif = readExif(content.toString("latin1", 0, 6) === "Exif\0\0" ? content.subarray(6) : content);
      orientation ??= exif.orientation;
      texts.push(...exif.texts);
    } else if (name === "XMP ") texts.push(...readXmp(content));
    at = end + (end % 2);
  }
  if (size === undefined) return undefined;
  const isTruncated = bytes.length < bytes.readUInt32LE(4) + 8;
  return {
    ...size,
    isGraphic,
    isFirstOfMore: frames > 1,
    texts,
    isTruncated,
    ...(orientation === undefined ? {} : { orientation }),
  };
}
