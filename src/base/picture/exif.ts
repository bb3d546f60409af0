/** EXIF (CIPA DC-008, a TIFF): the orientation of a photograph, and what it reveals of place, camera and author. */

import type { PictureText, PictureTextKind } from "./picture-file.ts";

export interface Exif {
  /** 1 to 8; 1 when absent. */
  readonly orientation: number;
  readonly texts: readonly PictureText[];
  /** Values of the picture's own directory by tag; `numbers` only where the type is numeric. */
  readonly values: ReadonlyMap<number, { readonly bytes: Buffer; readonly numbers: readonly number[] }>;
  /** A second directory follows: in a photograph its thumbnail, in a scan another page. */
  readonly hasNext: boolean;
  /** Some values point beyond the end of the data. */
  readonly isCut: boolean;
}

/** Tags of the picture's directory and of the photograph's, by number. */
const meanings: Readonly<Record<number, PictureTextKind>> = {
  0x010e: "说明文字",
  0x010f: "手机或相机型号",
  0x0110: "手机或相机型号",
  0x0131: "所用软件",
  0x0132: "拍摄时间",
  0x013b: "作者",
  0x013c: "手机或相机型号",
  0x8298: "作者",
  0x9003: "拍摄时间",
  0x9004: "拍摄时间",
  0x927c: "附带的其他数据",
  0x9286: "说明文字",
  0x9c9b: "说明文字",
  0x9c9c: "说明文字",
  0x9c9d: "作者",
  0x9c9e: "说明文字",
  0x9c9f: "说明文字",
  0xa420: "附带的其他数据",
  0xa430: "作者",
  0xa431: "手机或相机型号",
  0xa433: "手机或相机型号",
  0xa434: "手机或相机型号",
  0xa435: "手机或相机型号",
};

/** XPTitle and its like are UTF-16; UserComment begins with the name of its character set. */
const isUtf16 = (tag: number): boolean => tag >= 0x9c9b && tag <= 0x9c9f;
const userComment = 0x9286;
/** The manufacturer's notes are binary. */
const isOpaque = (tag: number): boolean => tag === 0x927c;

const orientationTag = 0x0112;
const subdirectories = [0x8769, 0x8825, 0xa005];
const gpsDirectory = 0x8825;

/** Bytes per value of each TIFF type, by type number. */
const widths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const mostEntries = 1000;

/** `data` begins with the TIFF header. Damaged entries are skipped. */
export function readExif(data: Buffer): Exif {
  const texts: PictureText[] = [];
  const values = new Map<number, { readonly bytes: Buffer; readonly numbers: readonly number[] }>();
  let hasNext = false;
  let isCut = false;
  const little = data.toString("latin1", 0, 2) === "II";
  if (data.length < 8 || (!little && data.toString("latin1", 0, 2) !== "MM"))
    return { orientation: 1, texts, values, hasNext, isCut };
  const short = (at: number): number => (little ? data.readUInt16LE(at) : data.readUInt16BE(at));
  const long = (at: number): number => (little ? data.readUInt32LE(at) : data.readUInt32BE(at));
  const seen = new Set<number>();
  let orientation = 1;
  let entries = 0;
  const say = (kind: PictureTextKind, text: string): void => {
    const clean = text.replace(/\p{Cc}+/gu, " ").trim();
    if (clean !== "" || kind === "缩略图" || kind === "附带的其他数据") texts.push({ kind, text: clean });
  };
  const readDirectory = (at: number, kind: number): void => {
    if (at < 8 || at + 2 > data.length || seen.has(at)) return;
    seen.add(at);
    const count = short(at);
    const gps = new Map<number, string>();
    for (let entry = 0; entry < count && at + 14 + entry * 12 <= data.length && entries++ < mostEntries; entry++) {
      const place = at + 2 + entry * 12;
      const tag = short(place);
      const size = (widths[short(place + 2)] ?? 0) * long(place + 4);
      const from = size <= 4 ? place + 8 : long(place + 8);
      if (kind === 0) isCut ||= from + size > data.length;
      if (size === 0 || from + size > data.length) continue;
      const value = data.subarray(from, from + size);
      if (kind === 0) values.set(tag, { bytes: value, numbers: wholeNumbers(value, short(place + 2), little) });
      if (subdirectories.includes(tag)) readDirectory(long(place + 8), tag);
      else if (kind === gpsDirectory) gps.set(tag, gpsValue(value, short(place + 2), { little }));
      else if (tag === orientationTag && kind === 0) orientation = short(from);
      else if (kind !== 1 && meanings[tag] !== undefined)
        say(meanings[tag], isOpaque(tag) ? "" : textOf(tag, value, little));
    }
    // A GPS directory that holds only its version reveals no place.
    if ([...gps.keys()].some((tag) => tag > 0)) say("拍摄地点（GPS）", placeOf(gps));
    const next = at + 2 + count * 12;
    if (kind !== 0 || next + 4 > data.length || long(next) === 0) return;
    hasNext = true;
    say("缩略图", "");
    readDirectory(long(next), 1);
  };
  readDirectory(long(4), 0);
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, texts, values, hasNext, isCut };
}

function textOf(tag: number, value: Buffer, little: boolean): string {
  if (isUtf16(tag)) return utf16(value, true);
  if (tag !== userComment) return unicode(value);
  const set = value.toString("latin1", 0, 8);
  const rest = value.subarray(8);
  return set.startsWith("UNICODE") ? utf16(rest, little) : unicode(rest);
}

function utf16(value: Buffer, little: boolean): string {
  return new TextDecoder(little ? "utf-16le" : "utf-16be").decode(value);
}

/** The standard prescribes ASCII; telephones write UTF-8, and old software the encoding of its machine. */
export function unicode(value: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(value);
  } catch {
    return new TextDecoder("gb18030").decode(value);
  }
}

/** Only for bytes, shorts and longs; other types give an empty list. */
function wholeNumbers(value: Buffer, type: number, little: boolean): number[] {
  const width = type === 1 || type === 3 || type === 4 ? (widths[type] ?? 1) : value.length + 1;
  return Array.from({ length: Math.floor(value.length / width) }, (_, at) =>
    little ? value.readUIntLE(at * width, width) : value.readUIntBE(at * width, width),
  );
}

function gpsValue(value: Buffer, type: number, { little }: { little: boolean }): string {
  if (type === 2) return value.toString("latin1").replaceAll("\0", "").trim();
  if (type !== 5) return "";
  const long = (at: number): number => (little ? value.readUInt32LE(at) : value.readUInt32BE(at));
  const parts = Array.from({ length: value.length / 8 }, (_, at) => long(at * 8) / long(at * 8 + 4));
  const degrees = parts.reduce((sum, part, at) => sum + (Number.isFinite(part) ? part : 0) / 60 ** at, 0);
  return String(Math.round(degrees * 1e6) / 1e6);
}

/** `N 26.43 E 111.61`, or the raw values where they are not complete coordinates. */
function placeOf(gps: ReadonlyMap<number, string>): string {
  const at = [1, 2, 3, 4].flatMap((tag) => gps.get(tag) ?? []).filter((part) => part !== "");
  return at.join(" ");
}
