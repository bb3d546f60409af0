/**
 * Parses an XML part to a tree of limited size. Names have the customary prefixes, whatever prefixes the file uses. Of alternative
 * markup (mc:AlternateContent) only the form that this program can read is in the tree.
 */

import { SaxesParser } from "saxes";

export interface XmlElement {
  /** `w:p`, `a:blip` …, with the customary prefix of the namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

type XmlNode = XmlElement | string;

/** A part that is not well-formed, or exceeds a limit. */
export class XmlFault extends Error {
  readonly kind: "malformed" | "doctype" | "too-large";
  readonly line: number;

  constructor(kind: XmlFault["kind"], line: number) {
    super(`${kind} in line ${line}`);
    this.kind = kind;
    this.line = line;
  }
}

const deepest = 400;
const mostElements = 1_000_000;

/** Namespaces of the transitional and of the strict form. */
const prefixes = new Map<string, string>([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  ["http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"],
  ["http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"],
  ["http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"],
  ["http://purl.oclc.org/ooxml/drawingml/picture", "pic"],
  ["http://schemas.openxmlformats.org/drawingml/2006/chart", "c"],
  ["http://purl.oclc.org/ooxml/drawingml/chart", "c"],
  ["http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"],
  ["http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
  ["http://schemas.microsoft.com/office/word/2012/wordml", "w15"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

/** @throws XmlFault. Document types are refused: OOXML has none, and their entities can grow without bound. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  let root: XmlElement | undefined;
  let count = 0;
  const open: (XmlElement & { readonly children: XmlNode[] })[] = [];
  parser.on("error", () => {
    throw new XmlFault("malformed", parser.line);
  });
  parser.on("doctype", () => {
    throw new XmlFault("doctype", parser.line);
  });
  parser.on("opentag", (tag) => {
    if (++count > mostElements || open.length >= deepest) throw new XmlFault("too-large", parser.line);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === "xmlns" || attribute.name === "xmlns") continue;
      attributes[named(attribute.uri, attribute.prefix, attribute.local)] = attribute.value;
    }
    const element = { name: named(tag.uri, tag.prefix, tag.local), attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("text", (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    const around = open.at(-1)?.children;
    if (closed?.name !== "mc:AlternateContent" || around === undefined) return;
    around.pop();
    for (const node of choiceOf(closed)?.children ?? []) around.push(node);
  });
  parser.write(decoded(bytes)).close();
  if (root === undefined) throw new XmlFault("malformed", 1);
  return root;
}

/** Prefixes of the extensions that can be read. */
const known = /^(?:wps|wpg|wpc|wp14|wp15|w14|w15|w16\w*|v2|o2|a14|pic14)$/;

/** The readable form of alternative markup; the others repeat the same content for other programs. */
function choiceOf(alternatives: XmlElement): XmlElement | undefined {
  const choices = elements(alternatives, "mc:Choice");
  const fit = choices.find(({ attributes }) =>
    (attributes["Requires"] ?? "").split(/\s+/).every((name) => name === "" || known.test(name)),
  );
  return fit ?? elements(alternatives, "mc:Fallback")[0] ?? choices[0];
}

function named(uri: string, prefix: string, local: string): string {
  const known = prefixes.get(uri) ?? prefix;
  return known === "" ? local : `${known}:${local}`;
}

function decoded(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(wide === true ? "utf-16be" : wide === false ? "utf-8" : wide, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFault("malformed", 1);
  }
}

export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** Follows a path of names, each time to the first child of that name. */
export function child(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = parent;
  for (const name of path) at = elements(at, name)[0];
  return at;
}

/** The `w:val` of a child, e.g. of `w:pStyle`. */
export function value(parent: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return child(parent, ...path)?.attributes["w:val"];
}

/** The value of a toggle property such as `<w:b/>` or `<w:b w:val="0"/>`; `undefined` when it is absent. */
export function toggle(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(parent, name);
  return element === undefined ? undefined : !["0", "false", "off"].includes(element.attributes["w:val"] ?? "1");
}

export function textOf(node: XmlNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

/** The values of some attributes in all elements of that name below `parent`. */
export function attributesOf(parent: XmlElement, name: string, ...attributes: readonly string[]): string[] {
  return descendants(parent, name).flatMap((element) =>
    attributes.flatMap((attribute) => element.attributes[attribute] ?? []),
  );
}

/** The text below an element, of any markup language. */
export function wordsBelow(element: XmlElement): string {
  return descendants(element, "w:t", "a:t", "m:t").map(textOf).join("");
}

/** All elements of these names below `parent`, in order. */
export function descendants(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  return elements(parent).flatMap((element) => [
    ...(names.includes(element.name) ? [element] : []),
    ...descendants(element, ...names),
  ]);
}
