/** A Word file held to ISO/IEC 29500: its parts to the schema (see schema-types.ts), its package to the rules of part 2. */

import { elements, parseXml } from "../../../src/intake/word/read/xml.ts";
import type { XmlElement } from "../../../src/intake/word/read/xml.ts";
import { packageFaults } from "./package.ts";
import { roots, types } from "./schema-types.ts";

interface Child {
  readonly name: string;
  readonly type: string;
  readonly repeats: boolean;
  readonly required: boolean;
}

interface Attribute {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
}

interface Type {
  readonly ordered: boolean;
  readonly children: readonly Child[];
  readonly attributes: readonly Attribute[];
}

const kinds: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  natural: /^\d+$/,
  onOff: /^(?:0|1|true|false|on|off)$/,
  color: /^(?:auto|[0-9A-Fa-f]{6})$/,
  hex2: /^[0-9A-Fa-f]{2}$/,
  text: /^/,
};

const qualified = (name: string): string => (name.includes(":") ? name : `w:${name}`);
const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

const vocabulary = new Map(
  Object.entries(types).map(([name, [children, attributes]]): [string, Type] => [
    name,
    {
      ordered: !children.startsWith("any "),
      children: words(children.replace(/^any /, "")).map((child) => {
        const [, full = "", type = "", marks = ""] = /^(.+):(\w+)([*!]*)$/.exec(child) ?? [];
        return { name: qualified(full), type, repeats: marks.includes("*"), required: marks.includes("!") };
      }),
      // Attributes of WordprocessingML have its prefix, those of drawings have none.
      attributes: words(attributes).map((attribute) => {
        const [, full = "", mark = "", kind = ""] = /^([\w:]+)(!?)=(.+)$/.exec(attribute) ?? [];
        return { name: full, kind, required: mark === "!" };
      }),
    },
  ]),
);

/** Every fault, with its part and element. */
export function schemaFaults(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const ofParts = [...parts].flatMap(([name, bytes]) => {
    if (!/^word\/[^/]+\.xml$/.test(name)) return [];
    const root = parseXml(bytes);
    const type = roots[root.name];
    if (type === undefined) return [`${name}: ${root.name} is no part that we know`];
    return faultsOf(root, type).map((fault) => `${name}: ${fault}`);
  });
  return [...ofParts, ...packageFaults(parts)];
}

function faultsOf(element: XmlElement, typeName: string): string[] {
  const type = vocabulary.get(typeName);
  if (type === undefined) return [`${element.name}: no type ${typeName}`];
  return [...attributeFaults(element, type), ...childFaults(element, type)];
}

function attributeFaults({ name: element, attributes }: XmlElement, type: Type): string[] {
  // What other prefixes say may be ignored (mc:Ignorable).
  const own = new Map(
    Object.entries(attributes).flatMap(([name, value]) =>
      /^(?:w|r|xml):|^(?!xmlns)[^:]+$/.test(name) ? [[name.replace(/^w:/, ""), value]] : [],
    ),
  );
  const missing = type.attributes.filter(({ name, required }) => required && !own.has(name));
  const wrong = [...own].filter(([name, value]) => {
    const kind = type.attributes.find((attribute) => attribute.name === name)?.kind;
    return kind === undefined || !(kinds[kind]?.test(value) ?? kind.split("|").includes(value));
  });
  return [
    ...missing.map(({ name }) => `${element}: no ${name}`),
    ...wrong.map(([name, value]) => `${element}: ${name}="${value}"`),
  ];
}

function childFaults(element: XmlElement, type: Type): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  let last = 0;
  for (const child of elements(element)) {
    // What is drawn has a vocabulary of its own.
    if (element.name === "a:graphicData" && child.name === "pic:pic") {
      faults.push(...faultsOf(child, "Picture"));
      continue;
    }
    const at = type.children.findIndex(({ name }) => name === child.name);
    const known = type.children[at];
    if (known === undefined) {
      faults.push(`${element.name}: ${child.name} does not belong there`);
      continue;
    }
    if (type.ordered && at < last) faults.push(`${element.name}: ${child.name} stands too late`);
    if (!known.repeats && seen.has(child.name)) faults.push(`${element.name}: ${child.name} twice`);
    seen.add(child.name);
    last = Math.max(last, at);
    faults.push(...faultsOf(child, known.type));
  }
  for (const { name, required } of type.children)
    if (required && !seen.has(name)) faults.push(`${element.name}: no ${name}`);
  // Properties come first, whatever the order of what follows.
  const properties = elements(element).findIndex(({ name }) => /^w:(?:p|r|tr|tc)Pr$/.test(name));
  if (/^w:(?:p|r|tr|tc)$/.test(element.name) && properties > 0)
    faults.push(`${element.name}: properties stand too late`);
  if (element.name === "w:tc" && elements(element).at(-1)?.name !== "w:p")
    faults.push("w:tc: does not end with a paragraph");
  return faults;
}
