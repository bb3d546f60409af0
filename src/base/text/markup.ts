/** HTML before it is written down: its tags and texts in their order, so that whoever changes something in it reads no string. */

export interface Opening {
  readonly kind: "open";
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** `<br>`, `<img …>`: nothing is in it, and nothing closes it. */
export interface Empty extends Omit<Opening, "kind"> {
  readonly kind: "empty";
}

interface Closing {
  readonly kind: "close";
  readonly tag: string;
}

export interface MarkupText {
  readonly kind: "text";
  readonly text: string;
}

/** A picture in SVG, a whole of its own, with all the words in it. */
export interface Drawing {
  readonly kind: "drawing";
  readonly svg: string;
  readonly words: string;
}

export type MarkupPart = Opening | Empty | Closing | MarkupText | Drawing;

export type Markup = readonly MarkupPart[];

/** Attributes without a value are left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

export function textMarkup(text: string): MarkupText {
  return { kind: "text", text };
}

export function element(tag: string, attributes: Attributes, ...inside: readonly (Markup | string)[]): MarkupPart[] {
  const content = inside.flatMap((part): Markup => (typeof part === "string" ? [textMarkup(part)] : part));
  return [{ kind: "open", tag, attributes: given(attributes) }, ...content, { kind: "close", tag }];
}

export function emptyElement(tag: string, attributes: Attributes = {}): Empty {
  return { kind: "empty", tag, attributes: given(attributes) };
}

function given(attributes: Attributes): Opening["attributes"] {
  return Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The value of an attribute. */
export function attributeOf({ attributes }: Pick<Opening, "attributes">, name: string): string | undefined {
  return attributes.find(([each]) => each === name)?.[1];
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export function written(markup: Markup): string {
  return markup.map(writtenPart).join("");
}

function writtenPart(part: MarkupPart): string {
  switch (part.kind) {
    case "open":
    case "empty":
      return `<${part.tag}${part.attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("")}>`;
    case "close":
      return `</${part.tag}>`;
    case "text":
      return escapeHtml(part.text);
    case "drawing":
      return part.svg;
  }
}
