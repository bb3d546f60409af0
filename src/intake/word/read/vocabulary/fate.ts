/** How an element of WordprocessingML (ISO 29500-1, transitional) is treated when importing an article. */

import type { XmlElement } from "../xml.ts";

type Fate =
  /** Its words or its effect are in the article, in the form `how`. */
  | { readonly kind: "carried"; readonly how: string }
  /** Reported to the editor with the words concerned. `message` is the remark, a clause in Chinese. */
  | { readonly kind: "reported"; readonly message: string; readonly applies: (element: XmlElement) => boolean }
  /** Without effect on the content, for the reason `why`. */
  | { readonly kind: "inert"; readonly why: string };

/** Elements by name; any other is reported as unknown. */
export type Vocabulary = Readonly<Record<string, Fate>>;

export function carried(how: string): Fate {
  return { kind: "carried", how };
}

export function inert(why: string): Fate {
  return { kind: "inert", why };
}

export function reported(message: string, applies: (element: XmlElement) => boolean = () => true): Fate {
  return { kind: "reported", message, applies };
}

/** The same treatment for several elements. */
export function each(names: string, fate: Fate): Vocabulary {
  return Object.fromEntries(names.split(" ").map((name) => [name, fate]));
}

/** Whether a toggle property is on. */
export function isOn({ attributes }: XmlElement): boolean {
  return !["0", "false", "off", "none", "nil", "clear"].includes(attributes["w:val"] ?? "1");
}

/** A test for a value other than the given ones, which mean that the property is absent. */
export function otherThan(...none: readonly string[]): (element: XmlElement) => boolean {
  return ({ attributes }) => !none.includes(attributes["w:val"] ?? "none");
}

/** Whether a background is neither white nor automatic. */
export function isShaded({ attributes }: XmlElement): boolean {
  const { "w:fill": fill = "auto", "w:val": pattern = "clear", "w:themeFill": theme = "" } = attributes;
  const white = /^(?:auto|f{6})$/i.test(fill) && !/^(?:text|dark|accent)/.test(theme);
  return pattern !== "nil" && (!white || !["clear", "nil"].includes(pattern));
}

export function unknownFormat(name: string): string {
  return `有一种格式不认识（${name}），没有带入`;
}

export function unknownContent(name: string): string {
  return `有不认识的内容（${name}）没有带入`;
}
