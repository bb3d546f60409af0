/** Normalizes typed text: full-width forms, blanks, parts for several units. */

import { halfWidth } from "../../read/ledger/cell.ts";

/** Converts full-width forms to half-width and removes outer blanks and characters of zero width. */
export function tidy(text: string): string {
  return halfWidth(text.replace(/\u200b|\u200c|\u200d|\u2060|\ufeff|\r/g, ""))
    .replaceAll("\u00a0", " ")
    .trim();
}

/** Applies `plain` to each value of `冷水滩:…、零陵:…`, or to a text of another form as a whole. */
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

/** Whether a text means an empty cell: 无, —, /. */
export function isNothing(text: string): boolean {
  return /^(?:|无|—+|-+|\/|\\)$/.test(text);
}
