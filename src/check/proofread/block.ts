/** One run of prose as the reader sees it, with the way back to the source. */

/** `title` is a title in the front matter; `cell` one cell of a table; `item` a list item. */
export type BlockKind = "paragraph" | "heading" | "item" | "cell" | "title";

export interface Block {
  readonly kind: BlockKind;
  /** What is not prose stands in it as one `VALUE` or `SEALED`. */
  readonly text: string;
  /** The source offset of each UTF-16 unit of `text`. */
  readonly offsets: readonly number[];
  /** The block holds a picture, so its words are a caption. */
  readonly picture: boolean;
  /** 引文 holds the words of others. */
  readonly quoted: boolean;
}

/** Stands for one `{{…}}`: prints a figure or words, so the marks and spaces round it count. */
export const VALUE = "\uFFFC";

/** Stands for a stretch with its own spelling: code, an address of the Web or of a mailbox, a telephone number. */
export const SEALED = "\uFFFB";

/** A Han character, for use inside a character class of a `u` regular expression. */
export const HAN = String.raw`\p{Script=Han}`;

const HAN_CHARACTER = /^\p{Script=Han}$/u;

/** The character (code point) that ends right before `index`, or `""`. */
export function before(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(index - 2, index) : text.charAt(index - 1);
}

/** The character (code point) that starts at `index`, or `""`. */
export function after(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? "" : String.fromCodePoint(code);
}

export function isHan(character: string): boolean {
  return HAN_CHARACTER.test(character);
}

/** The source range of `text.slice(start, end)`; an empty slice lies before the character at `start`. */
export function sourceRange(block: Block, start: number, end: number): [number, number] {
  const last = block.offsets.at(-1);
  const from = block.offsets[start] ?? (last === undefined ? 0 : last + 1);
  const final = end > start ? block.offsets[end - 1] : undefined;
  return [from, final === undefined ? from : final + 1];
}
