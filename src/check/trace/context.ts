/** The words around a number, for lists that tell of many. */

import { quantityEnd, type NumberToken } from "../numbers/index.ts";

export interface NumberContext {
  readonly before: string;
  /** 56件 */
  readonly text: string;
  readonly after: string;
}

/** Characters of context on either side. */
const around = 14;

/** Cut where no number is divided: 冷水滩44 is not 冷水滩4……. */
export function contextOf(token: NumberToken): NumberContext {
  const { text } = token.block;
  const { start } = token;
  const end = quantityEnd(token);
  let from = Math.max(0, start - around);
  while (from > 0 && /[\d.]{2}/.test(text.slice(from - 1, from + 1))) from--;
  let to = Math.min(text.length, end + around);
  while (to < text.length && /[\d.]{2}/.test(text.slice(to - 1, to + 1))) to++;
  return {
    before: (from > 0 ? "……" : "") + text.slice(from, start),
    text: text.slice(start, end),
    after: text.slice(end, to) + (to < text.length ? "……" : ""),
  };
}
