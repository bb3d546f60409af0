/** Resolves the properties of paragraphs and runs through all styles on which theirs are based (styles.xml). */

import { isShaded } from "./vocabulary/fate.ts";
import { child, descendants, elements, toggle, value } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const longestChain = 20;

export class Styles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #defaults: XmlElement | undefined;
  readonly #defaultParagraph: string | undefined;
  readonly #looks = new Map<string, ReadonlyMap<string, XmlElement>>();

  constructor(part: XmlElement | undefined) {
    for (const style of elements(part, "w:style")) {
      const id = style.attributes["w:styleId"];
      if (id !== undefined) this.#styles.set(id, style);
    }
    this.#defaults = child(part, "w:docDefaults");
    this.#defaultParagraph = elements(part, "w:style").find(
      ({ attributes }) => attributes["w:type"] === "paragraph" && ["1", "true"].includes(attributes["w:default"] ?? ""),
    )?.attributes["w:styleId"];
  }

  /** The name of a style. Built-in names are English in every edition of Word: `Title`, `heading 1`. */
  name(id: string | undefined): string {
    const style = this.#styles.get(id ?? this.#defaultParagraph ?? "");
    return value(style, "w:name") ?? id ?? "Normal";
  }

  /** The first result of `find` in the properties of the paragraph, its styles and the defaults of the document. */
  paragraph<T>(own: XmlElement | undefined, find: (properties: XmlElement) => T | undefined): T | undefined {
    const chain = this.#chain(value(own, "w:pStyle") ?? this.#defaultParagraph);
    return first(
      [own, ...chain.map((style) => child(style, "w:pPr")), child(this.#defaults, "w:pPrDefault", "w:pPr")],
      find,
    );
  }

  /** The first result of `find` in the properties of the run, its styles, the styles of its paragraph and the defaults. */
  run<T>(
    own: XmlElement | undefined,
    paragraph: XmlElement | undefined,
    find: (properties: XmlElement) => T | undefined,
  ): T | undefined {
    const styles = [
      ...this.#chain(value(own, "w:rStyle")),
      ...this.#chain(value(paragraph, "w:pStyle") ?? this.#defaultParagraph),
    ];
    return first(
      [own, ...styles.map((style) => child(style, "w:rPr")), child(this.#defaults, "w:rPrDefault", "w:rPr")],
      find,
    );
  }

  /** The properties of a run by name, each from the first of: the run, its styles, the styles of its paragraph, the defaults. */
  look(own: XmlElement | undefined, paragraph: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
    const styled = this.styled(own, paragraph);
    return own === undefined ? styled : merged([own], styled);
  }

  /** The same without the properties of the run itself. */
  styled(own: XmlElement | undefined, paragraph: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
    const runStyle = value(own, "w:rStyle");
    const paragraphStyle = value(paragraph, "w:pStyle") ?? this.#defaultParagraph;
    const key = `${runStyle ?? ""}|${paragraphStyle ?? ""}`;
    const known = this.#looks.get(key);
    const styled =
      known ??
      merged([
        child(this.#defaults, "w:rPrDefault", "w:rPr"),
        ...[...this.#chain(paragraphStyle).reverse(), ...this.#chain(runStyle).reverse()].map((style) =>
          child(style, "w:rPr"),
        ),
      ]);
    if (known === undefined) this.#looks.set(key, styled);
    return styled;
  }

  /**
   * The value of a toggle property (ISO 29500-1, 17.7.3): the property of the run decides, else the exclusive or of the styles of
   * paragraph and run, unless the defaults have it on.
   */
  isOn(name: string, own: XmlElement | undefined, paragraph: XmlElement | undefined): boolean {
    const direct = toggle(own, name);
    if (direct !== undefined) return direct;
    const says = (id: string | undefined): boolean =>
      first(
        this.#chain(id).map((style) => child(style, "w:rPr")),
        (properties) => toggle(properties, name),
      ) === true;
    if (toggle(child(this.#defaults, "w:rPrDefault", "w:rPr"), name) === true) return true;
    return says(value(own, "w:rStyle")) !== says(value(paragraph, "w:pStyle") ?? this.#defaultParagraph);
  }

  /** Whether the style of a table gives its cells a background. */
  shades(tableStyle: string | undefined): boolean {
    return this.#chain(tableStyle).some((style) => descendants(style, "w:shd").some(isShaded));
  }

  /** Whether the style of a table strikes or hides words in any of its cells. */
  hidesWords(tableStyle: string | undefined): boolean {
    return this.#chain(tableStyle)
      .flatMap((style) => descendants(style, "w:rPr"))
      .some((look) => ["w:strike", "w:dstrike", "w:vanish"].some((name) => toggle(look, name) === true));
  }

  /** The numbering that a style gives to a paragraph, with the id of that style. */
  numbering(id: string | undefined): { readonly style: string; readonly properties: XmlElement } | undefined {
    for (const style of this.#chain(id ?? this.#defaultParagraph)) {
      const properties = child(style, "w:pPr", "w:numPr");
      if (properties !== undefined) return { style: style.attributes["w:styleId"] ?? "", properties };
    }
    return undefined;
  }

  /** The numbering of a list style (numStyleLink). */
  listNumber(id: string): string | undefined {
    return value(this.#styles.get(id), "w:pPr", "w:numPr", "w:numId");
  }

  #chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let at = id; at !== undefined && chain.length < longestChain;) {
      const style = this.#styles.get(at);
      if (style === undefined) break;
      chain.push(style);
      at = value(style, "w:basedOn");
    }
    return chain;
  }
}

function first<T>(
  sources: readonly (XmlElement | undefined)[],
  find: (properties: XmlElement) => T | undefined,
): T | undefined {
  for (const source of sources) {
    const found = source === undefined ? undefined : find(source);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Merges properties; later sources override earlier ones. */
function merged(
  sources: readonly (XmlElement | undefined)[],
  under: ReadonlyMap<string, XmlElement> = new Map(),
): ReadonlyMap<string, XmlElement> {
  const look = new Map(under);
  for (const source of sources) for (const property of elements(source)) look.set(property.name, property);
  return look;
}
