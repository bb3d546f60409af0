/** XMP packets (ISO 16684) and IPTC datasets: what editing programs and press agencies write into a picture. */

import { SaxesParser } from "saxes";
import { unicode } from "./exif.ts";
import type { PictureText, PictureTextKind } from "./picture-file.ts";

/** Local names of properties; unlisted ones count as other metadata. */
const properties: readonly (readonly [RegExp, PictureTextKind])[] = [
  [/^GPS|^(Location|LocationCreated|LocationShown|Sublocation|City|State|ProvinceState|Country)/, "拍摄地点（GPS）"],
  [/^(Make|Model|Lens|LensModel|SerialNumber|BodySerialNumber|HostComputer)$/, "手机或相机型号"],
  [/(Date|DateTime|DateTimeOriginal|DateTimeDigitized)$/, "拍摄时间"],
  [/^(creator|rights|Author|Artist|Credit|CaptionWriter|AuthorsPosition|OwnerName|CreatorContactInfo|Ci\w+)$/, "作者"],
  [/^(title|description|subject|Headline|Instructions|UserComment|ImageDescription)$/, "说明文字"],
  [/^(CreatorTool|Software|softwareAgent|Toolkit|xmptk)$/, "所用软件"],
];

function meaning(names: readonly string[]): PictureTextKind {
  for (const name of names.toReversed()) {
    const found = properties.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  }
  return "附带的其他数据";
}

/** Structure of RDF, not content. */
const isSyntax = /^(xmlns|rdf|xml|stRef)\b|^x:/;
const local = (name: string): string => name.replace(/^.*:/, "");

/** A damaged packet gives what could be read, and a note that it exists. */
export function readXmp(packet: Buffer): PictureText[] {
  const texts: PictureText[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  const say = (names: readonly string[], text: string): void => {
    if (text.trim() !== "") texts.push({ kind: meaning(names), text: text.trim() });
  };
  parser.on("error", () => undefined);
  parser.on("opentag", ({ name, attributes }) => {
    open.push(local(name));
    for (const [key, value] of Object.entries(attributes)) if (!isSyntax.test(key)) say([...open, local(key)], value);
  });
  parser.on("text", (text) => say(open, text));
  parser.on("closetag", () => void open.pop());
  try {
    parser.write(unicode(packet)).close();
  } catch {
    // The parser stops at the damage; what was read before it is used.
  }
  return texts.length === 0 ? [{ kind: "附带的其他数据", text: "" }] : texts;
}

/** Datasets of record 2, by number. */
const datasets: Readonly<Record<number, PictureTextKind>> = {
  5: "说明文字",
  25: "说明文字",
  40: "说明文字",
  55: "拍摄时间",
  65: "所用软件",
  80: "作者",
  85: "作者",
  90: "拍摄地点（GPS）",
  92: "拍摄地点（GPS）",
  95: "拍摄地点（GPS）",
  101: "拍摄地点（GPS）",
  105: "说明文字",
  110: "作者",
  116: "作者",
  120: "说明文字",
  122: "作者",
};

/** `data`: Photoshop's image resources, of which number 0x0404 holds the datasets. */
export function readPhotoshop(data: Buffer): PictureText[] {
  const texts: PictureText[] = [];
  for (let at = 0; at + 12 <= data.length && data.toString("latin1", at, at + 4) === "8BIM";) {
    const id = data.readUInt16BE(at + 4);
    const nameEnd = at + 6 + ((1 + (data[at + 6] ?? 0) + 1) & ~1);
    if (nameEnd + 4 > data.length) break;
    const size = data.readUInt32BE(nameEnd);
    const content = data.subarray(nameEnd + 4, nameEnd + 4 + size);
    if (id === 0x0404) texts.push(...readIptc(content));
    if (id === 0x040c || id === 0x0409) texts.push({ kind: "缩略图", text: "" });
    at = nameEnd + 4 + ((size + 1) & ~1);
  }
  return texts.length === 0 ? [{ kind: "附带的其他数据", text: "" }] : texts;
}

function readIptc(data: Buffer): PictureText[] {
  const texts: PictureText[] = [];
  for (let at = 0; at + 5 <= data.length && data[at] === 0x1c;) {
    const size = data.readUInt16BE(at + 3);
    const kind = data[at + 1] === 2 ? datasets[data[at + 2] ?? 0] : undefined;
    const text = unicode(data.subarray(at + 5, at + 5 + size)).trim();
    if (kind !== undefined && text !== "") texts.push({ kind, text });
    at += 5 + size;
  }
  return texts;
}
