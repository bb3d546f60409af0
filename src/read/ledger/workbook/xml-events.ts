/** Reads an XML part of a workbook as a stream, because the tree of a sheet of 100,000 rows would not fit into memory. */

import { SaxesParser } from "saxes";

interface XmlHandler {
  /** Names come without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A part that is not well-formed, or exceeds a limit. */
export class XmlPartFault extends Error {}

/** Number of bytes given to the parser at a time. */
const chunk = 1 << 18;

/** Limits, because the parser stores all open elements and attributes. Workbooks are flat. */
const deepest = 64;
const mostAttributes = 200;

/** @throws XmlPartFault. Document types are refused: a workbook has none, and their entities can grow without bound. */
export function readXmlPart(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("error", (fault) => {
    throw new XmlPartFault(fault.message);
  });
  parser.on("doctype", () => {
    throw new XmlPartFault("doctype");
  });
  let depth = 0;
  let attributes = 0;
  parser.on("opentagstart", () => {
    attributes = 0;
    if (++depth > deepest) throw new XmlPartFault("depth");
  });
  parser.on("attribute", () => {
    if (++attributes > mostAttributes) throw new XmlPartFault("attributes");
  });
  parser.on("opentag", (tag) => {
    handler.open(local(tag.name), tag.attributes);
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("closetag", (tag) => {
    depth--;
    handler.close?.(local(tag.name));
  });
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let at = 0; at < bytes.length; at += chunk)
      parser.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof RangeError) throw new XmlPartFault("encoding");
    throw fault;
  }
}

/** UTF-16 is recognized by its byte order mark or zero bytes, any other encoding by the declaration, which is ASCII then. */
function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return "utf-16le";
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return "utf-16be";
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1] ?? "utf-8";
}
