/** Word files written by hand, part by part, independent of the product's writer. */

import { crc32, deflateRawSync } from "node:zlib";
import { openZip } from "../../src/base/file/zip.ts";

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly footer?: string;
  /** File name below word/media → bytes; its relationship is `rPic0`, `rPic1` … */
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** Further parts by file name: the kind of relationship, and the content; their relationships are `rOther0`, `rOther1` … */
  readonly others?: Readonly<Record<string, readonly [kind: string, content: string]>>;
}

export function docx({
  body,
  styles,
  numbering,
  comments,
  footnotes,
  header,
  footer,
  media = {},
  others = {},
}: Parts): Buffer {
  const parts = new Map<string, string | Uint8Array>();
  const relations: string[] = [];
  const relate = (id: string, type: string, target: string): void => {
    relations.push(`<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`);
  };
  const add = (name: string, root: string, content: string | undefined): void => {
    if (content === undefined) return;
    parts.set(`word/${name}.xml`, `<?xml version="1.0"?><w:${root} ${namespaces}>${content}</w:${root}>`);
    relate(`r_${name}`, name.replace(/\d+$/, ""), `${name}.xml`);
  };
  parts.set("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  parts.set(
    "_rels/.rels",
    relationships([`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`]),
  );
  parts.set(
    "word/document.xml",
    `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
  );
  add("styles", "styles", styles);
  add("numbering", "numbering", numbering);
  add("comments", "comments", comments);
  add("footnotes", "footnotes", footnotes);
  add("header1", "hdr", header);
  add("footer1", "ftr", footer);
  for (const [at, [name, bytes]] of Object.entries(media).entries()) {
    parts.set(`word/media/${name}`, bytes);
    relate(`rPic${at}`, "image", `media/${name}`);
  }
  for (const [at, [name, [kind, content]]] of Object.entries(others).entries()) {
    parts.set(`word/${name}`, content.replace(/^<([a-z]+:\w+)>/, `<$1 ${namespaces}>`));
    relate(`rOther${at}`, kind, name);
  }
  parts.set("word/_rels/document.xml.rels", relationships(relations));
  return zip(parts);
}

function relationships(list: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A run; `properties` is the inside of w:rPr. */
export function run(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A paragraph of runs, or of one run of text; `properties` is the inside of w:pPr. */
export function paragraph(content: string, properties = ""): string {
  const inside = content.startsWith("<") ? content : run(content);
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export function picture(id: string, description = ""): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${escaped(description)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** The parts of a file by their names. */
export async function partsOf(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  const opened = await openZip(bytes, { entries: 1000, part: 1e8, total: 1e8 });
  const parts = new Map<string, Uint8Array>();
  for (const name of opened.names) parts.set(name, (await opened.read(name)) ?? new Uint8Array());
  return parts;
}

/** A deflated zip. `claims` overrides the size that a part's headers give. */
export function zip(
  parts: ReadonlyMap<string, string | Uint8Array>,
  claims: Readonly<Record<string, number>> = {},
): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const raw = Buffer.from(content);
    const data = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claims[path] ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    chunks.push(Buffer.from("PK\x03\x04", "latin1"), common, name, data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02", "latin1"), Buffer.from([20, 0]), common, rest, name);
    offset += 4 + common.length + name.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...chunks, list, Buffer.from("PK\x05\x06", "latin1"), end]);
}
