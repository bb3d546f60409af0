/** Rules of the package (ISO/IEC 29500-2) and of what its parts say of one another. */

import path from "node:path";
import { descendants, elements, parseXml, textOf } from "../../../src/intake/word/read/xml.ts";
import type { XmlElement } from "../../../src/intake/word/read/xml.ts";

const namespace = "http://schemas.openxmlformats.org/package/2006";
const once = ["dc:title", "dc:subject", "dc:creator", "dcterms:created", "dcterms:modified", "cp:lastModifiedBy"];
/** Word cuts longer names off. */
const longestBookmark = 40;

export function packageFaults(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const trees = new Map(
    [...parts].flatMap(([name, bytes]): [string, XmlElement][] =>
      /\.(?:xml|rels)$/.test(name) ? [[name, parseXml(bytes)]] : [],
    ),
  );
  return [
    ...namespaces(parts),
    ...contentTypes(trees, parts),
    ...relationships(trees, parts),
    ...properties(trees),
    ...references(trees),
  ];
}

/** The reader of the product knows elements by any prefix, so that this is seen in the bytes. */
function namespaces(parts: ReadonlyMap<string, Uint8Array>): string[] {
  return [...parts].flatMap(([name, bytes]) => {
    const wanted = name.endsWith(".rels")
      ? "relationships"
      : name === "[Content_Types].xml"
        ? "content-types"
        : undefined;
    const isOf = Buffer.from(bytes).includes(`xmlns="${namespace}/${wanted ?? ""}"`);
    return wanted === undefined || isOf ? [] : [`${name}: not of the namespace`];
  });
}

/** Every part has a type, and only parts have one. */
function contentTypes(trees: ReadonlyMap<string, XmlElement>, parts: ReadonlyMap<string, Uint8Array>): string[] {
  const types = trees.get("[Content_Types].xml");
  if (types?.name !== "Types") return ["[Content_Types].xml: none"];
  const all = elements(types);
  const of = (element: string, key: string): (string | undefined)[] =>
    all.filter(({ name }) => name === element).map(({ attributes }) => attributes[key]);
  const defaults = of("Default", "Extension");
  const overrides = of("Override", "PartName");
  return [
    ...all.flatMap(({ name, attributes }) =>
      /^[\w.+-]+\/[\w.+-]+$/.test(attributes["ContentType"] ?? "") ? [] : [`${name}: no content type`],
    ),
    ...twice([...defaults, ...overrides]).map((name) => `${name}: two content types`),
    ...overrides.flatMap((name) => (parts.has((name ?? "").slice(1)) ? [] : [`${name ?? ""}: typed, but not there`])),
    ...[...parts.keys()].flatMap((name) =>
      name === "[Content_Types].xml" || overrides.includes(`/${name}`) || defaults.includes(name.replace(/.*\./, ""))
        ? []
        : [`${name}: no content type`],
    ),
    // What Default says of .xml is no type of any part of ours.
    ...[...parts.keys()].flatMap((name) =>
      name.endsWith(".xml") && name !== "[Content_Types].xml" && !overrides.includes(`/${name}`)
        ? [`${name}: only a default content type`]
        : [],
    ),
  ];
}

function relationships(trees: ReadonlyMap<string, XmlElement>, parts: ReadonlyMap<string, Uint8Array>): string[] {
  return [...trees].flatMap(([file, tree]) => {
    if (!file.endsWith(".rels")) return [];
    const source = file.replace(/_rels\/([^/]*)\.rels$/, "$1");
    const list = elements(tree).map(({ attributes }) => attributes);
    const ids = list.map((one) => one["Id"]);
    const used = JSON.stringify(trees.get(source) ?? "").matchAll(/"r:(?:id|embed|link)":"([^"]*)"/g);
    return [
      ...(source === "" || parts.has(source) ? [] : [`${file}: of a part that is not there`]),
      ...twice(ids).map((id) => `${file}: ${id} twice`),
      ...list.flatMap(({ Id, Type, Target, TargetMode }) => {
        if (Id === undefined || Type === undefined || Target === undefined)
          return [`${file}: ${Id ?? "?"} is not whole`];
        const target = path.posix.join(path.posix.dirname(source), Target);
        return TargetMode === "External" || parts.has(target) ? [] : [`${file}: ${Target} is not there`];
      }),
      ...[...used].flatMap(([, id]) => (ids.includes(id) ? [] : [`${source}: ${id ?? ""} leads nowhere`])),
    ];
  });
}

function properties(trees: ReadonlyMap<string, XmlElement>): string[] {
  const core = elements(trees.get("docProps/core.xml"));
  return [
    ...once.flatMap((name) =>
      core.filter((one) => one.name === name).length === 1 ? [] : [`docProps/core.xml: ${name} not once`],
    ),
    ...core.flatMap((one) => {
      if (!one.name.startsWith("dcterms:")) return [];
      const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(textOf(one));
      return isDate && one.attributes["xsi:type"] === "dcterms:W3CDTF"
        ? []
        : [`docProps/core.xml: ${one.name} is no date`];
    }),
  ];
}

/** Within the text: names that must be there, and those that must not be there twice. */
function references(trees: ReadonlyMap<string, XmlElement>): string[] {
  const document = trees.get("word/document.xml");
  if (document === undefined) return ["word/document.xml: none"];
  const styles = elements(trees.get("word/styles.xml"), "w:style").map(({ attributes }) => attributes["w:styleId"]);
  const attribute = (element: string, name: string): (string | undefined)[] =>
    descendants(document, element).map(({ attributes }) => attributes[name]);
  const names = attribute("w:bookmarkStart", "w:name");
  const starts = attribute("w:bookmarkStart", "w:id");
  const ends = attribute("w:bookmarkEnd", "w:id");
  return [
    ...[...attribute("w:pStyle", "w:val"), ...attribute("w:rStyle", "w:val")].flatMap((id) =>
      styles.includes(id) ? [] : [`no style ${id ?? ""}`],
    ),
    ...twice(styles).map((id) => `style ${id} twice`),
    ...twice(names).map((name) => `bookmark ${name} twice`),
    ...twice(starts).map((id) => `bookmark ${id} begins twice`),
    ...(starts.toSorted().join() === ends.toSorted().join() ? [] : ["bookmarks that do not end, or do not begin"]),
    ...names.flatMap((name = "") => (name.length > longestBookmark ? [`bookmark ${name} is too long`] : [])),
    ...twice(attribute("wp:docPr", "id")).map((id) => `drawing ${id} twice`),
    ...fields(document),
  ];
}

/** Fields are whole. */
function fields(document: XmlElement): string[] {
  let open = 0;
  for (const { attributes } of descendants(document, "w:fldChar")) {
    const type = attributes["w:fldCharType"];
    open += type === "begin" ? 1 : type === "end" ? -1 : 0;
    if (open < 0) return ["a field ends that did not begin"];
  }
  return open === 0 ? [] : ["a field does not end"];
}

function twice(names: readonly (string | undefined)[]): string[] {
  return names.flatMap((name, at) => (name === undefined || names.indexOf(name) === at ? [] : [name]));
}
