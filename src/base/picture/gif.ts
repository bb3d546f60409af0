/** GIF89a: its blocks. */

import { unicode } from "./exif.ts";
import type { PictureText, Structure } from "./picture-file.ts";
import { readXmp } from "./xmp.ts";

export function readGif(bytes: Buffer): Structure | undefined {
  if (bytes.length < 13) return undefined;
  const texts: PictureText[] = [];
  let frames = 0;
  let isTruncated = true;
  let at = 13 + tableSize(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) {
      isTruncated = false;
      break;
    }
    if (block === 0x2c) {
      frames++;
      at = endOfBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0));
    } else if (block === 0x21) {
      const end = endOfBlocks(bytes, at + 2);
      if (bytes[at + 1] === 0xfe) texts.push({ kind: "说明文字", text: unicode(joined(bytes, at + 2, end)).trim() });
      else if (bytes[at + 1] === 0xff) texts.push(...application(bytes, at, end));
      at = end;
    } else break;
  }
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  return { width, height, isGraphic: true, isFirstOfMore: frames > 1, texts, isTruncated: isTruncated || frames === 0 };
}

/** Application extensions: the looping extension carries no metadata. */
function application(bytes: Buffer, at: number, end: number): PictureText[] {
  const name = bytes.toString("latin1", at + 3, at + 14);
  if (/^(NETSCAPE2\.0|ANIMEXTS1\.0)/.test(name)) return [];
  return name.startsWith("XMP Data") ? readXmp(bytes.subarray(at + 14, end)) : [{ kind: "附带的其他数据", text: "" }];
}

/** Bytes of a colour table, from the flags of its descriptor. */
function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

function joined(bytes: Buffer, from: number, end: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = from; at < end - 1; at += 1 + (bytes[at] ?? 0))
    parts.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  return Buffer.concat(parts);
}
