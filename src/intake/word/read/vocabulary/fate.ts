/** What becomes of an element of WordprocessingML (ISO 29500-1, transitional) when an article is made of the file. */

import type { XmlElement } from "../xml.ts";

export type Fate =
  /** Its words, or what it does to them, stand in the article. `how` says in what form. */
  | { readonly kind: "carried"; readonly how: string }
  /** Reported to the editor with the words concerned. `message` is the remark, a clause in Chinese. */
  | { readonly kind: "reported"; readonly message: string; readonly applies: (element: XmlElement) => boolean }
  /** Without effect on what is read, for this reason. */
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

/** All of them alike. */
export function each(names: string, fate: Fate): Vocabulary {
  return Object.fromEntries(names.split(" ").map((name) => [name, fate]));
}

/** A switch that is on. */
export function isOn({ attributes }: XmlElement): boolean {
  return !["0", "false", "off", "none", "nil", "clear"].includes(attributes["w:val"] ?? "1");
}

/** A value other than these, which are the absence of it. */
export function otherThan(...none: readonly string[]): (element: XmlElement) => boolean {
  return ({ attributes }) => !none.includes(attributes["w:val"] ?? "none");
}

/** A ground that is neither white nor left to the program. */
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
