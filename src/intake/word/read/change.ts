/** Tracked changes as elements. */

import type { Change, Signature } from "./model.ts";
import type { XmlElement } from "./xml.ts";

const changes: Readonly<Record<string, Change["kind"]>> = {
  "w:ins": "insert",
  "w:del": "delete",
  "w:moveFrom": "moveFrom",
  "w:moveTo": "moveTo",
  "w14:conflictIns": "insert",
  "w14:conflictDel": "delete",
  "w:cellIns": "insert",
  "w:cellDel": "delete",
};

/** `undefined` for an element that is none. */
export function changeOf(element: XmlElement): Change | undefined {
  const kind = changes[element.name];
  return kind === undefined ? undefined : { kind, ...signatureOf(element) };
}

/** Author and date of a tracked change. */
export function signatureOf({ attributes }: XmlElement): Signature {
  return { author: attributes["w:author"] ?? "", date: attributes["w:date"] ?? "" };
}

export function isRemoval({ kind }: Change): boolean {
  return kind === "delete" || kind === "moveFrom";
}
