/** Typing of people put in order: full-width forms, blanks, parts. */

import { halfWidth } from "../../read/ledger/cell.ts";

/** Full-width forms made half-width, blanks and characters without width taken off. */
export function tidy(text: string): string {
  return halfWidth(text.replace(/\u200b|\u200c|\u200d|\u2060|\ufeff|\r/g, ""))
    .replaceAll("\u00a0", " ")
    .trim();
}

/** `冷水滩:…、零陵:…` part by part; anything else as a whole. */
export function perPart(text: string, plain: (text: string) => string): string {
  const tidied = tidy(text);
  if (!/^[^\d:]+:/.test(tidied)) return plain(tidied);
  return tidied
    .split(/[、,;\n]+/)
    .map((part) => {
      const colon = part.indexOf(":");
      return colon < 0 ? part.trim() : `${part.slice(0, colon).trim()}:${plain(part.slice(colon + 1).trim())}`;
    })
    .join("、");
}

/** 无, —, /: nothing, as people write it. */
export function isNothing(text: string): boolean {
  return /^(?:|无|—+|-+|\/|\\)$/.test(text);
}
