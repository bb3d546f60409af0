/** JPEG (ITU-T T.81): reads the segments before the image data, where cameras and programs store metadata. */

import { readExif, unicode } from "./exif.ts";
import type { PictureText, Structure } from "./picture-file.ts";
import { readPhotoshop, readXmp } from "./xmp.ts";

const xmpName = "http://ns.adobe.com/xap/1.0/\0";
const endOfImage = Buffer.from([0xff, 0xd9]);

/** `undefined` when there is no image data. */
export function readJpeg(bytes: Buffer): Structure | undefined {
  const texts: PictureText[] = [];
  let size: { width: number; height: number } | undefined;
  let orientation: number | undefined;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    // Some cameras write stray bytes before a marker; all decoders skip them.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at++;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const content = bytes.subarray(at + 4, end);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && content.length >= 5) size = { width: content.readUInt16BE(3), height: content.readUInt16BE(1) };
    else if (marker === 0xda) {
      if (size === undefined) return undefined;
      // Telephones append more data (a motion clip, further pictures) after the end of the first picture.
      const last = bytes.lastIndexOf(endOfImage);
      const isTruncated = last < end;
      if (!isTruncated && bytes.subarray(last + 2).some((byte) => byte !== 0))
        texts.push({ kind: "附带的其他数据", text: "" });
      return { ...size, texts, isTruncated, ...(orientation === undefined ? {} : { orientation }) };
    } else if (marker === 0xfe) texts.push({ kind: "说明文字", text: unicode(content).trim() });
    else if (marker === 0xe1 && content.toString("latin1", 0, 6) === "Exif\0\0") {
      const exif = readExif(content.subarray(6));
      orientation ??= exif.orientation;
      texts.push(...exif.texts);
    } else texts.push(...otherSegment(marker, content));
    at = end;
  }
  return size === undefined ? undefined : { ...size, texts, isTruncated: true };
}

function otherSegment(marker: number, content: Buffer): PictureText[] {
  const name = content.toString("latin1", 0, 32);
  if (marker === 0xe1 && name.startsWith(xmpName)) return readXmp(content.subarray(xmpName.length));
  if (marker === 0xed && name.startsWith("Photoshop 3.0\0")) return readPhotoshop(content.subarray(14));
  const isJfif = marker === 0xe0 && /^JFIF\0/.test(name) && content[12] === 0;
  const isColour = (marker === 0xe2 && /^ICC_PROFILE\0/.test(name)) || (marker === 0xee && /^Adobe/.test(name));
  if (marker < 0xe0 || marker > 0xef || isJfif || isColour) return [];
  return [{ kind: marker === 0xe0 ? "缩略图" : "附带的其他数据", text: "" }];
}
