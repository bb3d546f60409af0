/** PNG (ISO/IEC 15948): its chunks. */

import { inflateSync } from "node:zlib";
import { readExif, unicode } from "./exif.ts";
import type { PictureText, Structure } from "./picture-file.ts";
import { readXmp } from "./xmp.ts";

/** Largest uncompressed size of a compressed text chunk in bytes; more is taken for a decompression bomb. */
const longestText = 1024 * 1024;

export function readPng(bytes: Buffer): Structure | undefined {
  if (bytes.length < 33 || bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
  const texts: PictureText[] = [];
  let orientation: number | undefined;
  let isFirstOfMore = false;
  let isTruncated = true;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    const content = bytes.subarray(at + 8, end);
    if (end + 4 > bytes.length) break;
    if (name === "IEND") {
      isTruncated = false;
      if (bytes.length > end + 4) texts.push({ kind: "附带的其他数据", text: "" });
      break;
    }
    if (name === "acTL") isFirstOfMore ||= content.readUInt32BE(0) > 1;
    else if (name === "eXIf") {
      const exif = readExif(content);
      orientation ??= exif.orientation;
      texts.push(...exif.texts);
    } else if (name === "tIME") texts.push({ kind: "拍摄时间", text: timeOf(content) });
    else if (name === "tEXt" || name === "zTXt" || name === "iTXt") texts.push(...textChunk(name, content));
    at = end + 4;
  }
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    isGraphic: true,
    isFirstOfMore,
    texts,
    isTruncated,
    ...(orientation === undefined ? {} : { orientation }),
  };
}

function textChunk(name: "tEXt" | "zTXt" | "iTXt", content: Buffer): PictureText[] {
  const keyEnd = content.indexOf(0);
  if (keyEnd < 0) return [];
  const key = content.toString("latin1", 0, keyEnd);
  const value = valueOf(name, content, keyEnd + 1);
  if (value === undefined) return [{ kind: "附带的其他数据", text: "" }];
  if (key === "XML:com.adobe.xmp") return readXmp(value);
  const text = unicode(value).trim();
  if (/^Raw profile type/.test(key)) return [{ kind: "附带的其他数据", text: "" }];
  if (/^(Author|Copyright|Artist)$/i.test(key)) return [{ kind: "作者", text }];
  if (/^Software$/i.test(key)) return [{ kind: "所用软件", text }];
  if (/time|date/i.test(key)) return [{ kind: "拍摄时间", text }];
  return [{ kind: "说明文字", text }];
}

function valueOf(name: "tEXt" | "zTXt" | "iTXt", content: Buffer, at: number): Buffer | undefined {
  if (name === "tEXt") return content.subarray(at);
  if (name === "zTXt") return inflated(content.subarray(at + 1));
  const translated = content.indexOf(0, content.indexOf(0, at + 2) + 1);
  if (translated < 0) return undefined;
  return content[at] === 1 ? inflated(content.subarray(translated + 1)) : content.subarray(translated + 1);
}

function inflated(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: longestText });
  } catch {
    return undefined;
  }
}

function timeOf(content: Buffer): string {
  if (content.length < 7) return "";
  const [month, day, hour, minute, second] = [...content.subarray(2, 7)].map((part) => String(part).padStart(2, "0"));
  return `${content.readUInt16BE(0)}-${month ?? ""}-${day ?? ""} ${hour ?? ""}:${minute ?? ""}:${second ?? ""}`;
}
