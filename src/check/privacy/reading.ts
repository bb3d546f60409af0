/** Text as it will be printed and read, with the way back to the source. */

import { readEntity } from "./entity.ts";
import { isCircledDigit, readSign } from "./sign.ts";

export interface Reading {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where in the source what it was read from starts and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Stands for what a `{{…}}` will print. */
const VALUE = "\uFFFC";

/**
 * Every pattern is sticky and bounded, so that openings without closings stay cheap. `print` is what is read in its place; `aside`
 * what is published with the file though nobody sees it in print: it is read apart, behind the text.
 */
interface Mark {
  readonly pattern: RegExp;
  readonly print: (match: RegExpExecArray, raw: string) => string;
  readonly aside?: true;
}

const nothing = (): string => "";
/** A line that starts a block of its own, in Markdown or in YAML. */
const BLOCK =
  /^(?:[ \t]*(?:\r?\n|$|#{1,6}[ \t]|[-*+][ \t]|\d{1,3}[.)、][ \t]|\||[:：]{3}|-{3}|```|[^\s:：{}"'|]{1,20}:(?:[ \t\r\n]|$)))/;

const MARKS: Readonly<Record<string, readonly Mark[]>> = {
  "\n": [{ pattern: /\n[ \t\u3000]*(?:>[ \t]?)*/y, print: (match, raw) => lineEnd(match, raw) }],
  "\r": [{ pattern: /\r(?=\n)/y, print: nothing }],
  "{": [
    // {{原文: …}} prints what it says.
    { pattern: /\{\{[ \t]*原文[ \t]*[:：](?=[^{}]{0,1000}\}\})/y, print: nothing },
    { pattern: /\{\{([^{}]{0,1000})\}\}/y, print: () => VALUE, aside: true },
  ],
  "}": [{ pattern: /\}\}/y, print: nothing }],
  "<": [
    { pattern: /<!--([^]{0,5000}?)-->/y, print: nothing, aside: true },
    { pattern: /<br[ \t]{0,9}\/?>/iy, print: () => " " },
    {
      pattern: /<\/?(?:p|div|li|ul|ol|td|th|tr|table|h\d|section)(?:[ \t\n]([^<>]{0,500}))?>/iy,
      print: () => "\n",
      aside: true,
    },
    { pattern: /<\/?[A-Za-z][A-Za-z0-9-]{0,20}(?:[ \t\n]([^<>]{0,500}))?\/?>/y, print: nothing, aside: true },
  ],
  "&": [
    {
      pattern: /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});/y,
      print: ([reference]) => [...readEntity(reference)].map(readSign).join(""),
    },
  ],
  "\\": [
    { pattern: /\\(?=\r?\n)/y, print: nothing },
    { pattern: /\\([!-/:-@[-`{-~])/y, print: ([, sign = ""]) => sign },
  ],
  "*": [
    // Only what has its partner in the paragraph is a mark; 李*明 and 138****5678 have been masked.
    { pattern: /(?<!\*)(\*{1,3})(?!\*)(?=\S[^\n*]{0,300}(?<=\S)\1(?!\*))/y, print: nothing },
  ],
  _: [{ pattern: /__(?!_)/y, print: nothing }],
  "~": [{ pattern: /~~/y, print: nothing }],
  "`": [{ pattern: /`{1,3}/y, print: nothing }],
  "!": [{ pattern: /!(?=\[)/y, print: nothing }],
  "[": [{ pattern: /\[(?=[^[\]]{0,300}\][([])/y, print: nothing }],
  "]": [{ pattern: /\]\(([^()\n]{0,1000})\)/y, print: nothing, aside: true }],
};

/** The source of an article or a data file: its marks are not seen, a line that goes on is one line. */
export function readSource(raw: string, start = 0, end = raw.length): Reading {
  const reader = new Reader(raw.slice(0, end));
  const asides: (readonly [number, number])[] = [];
  let closing: string | undefined;
  for (let at = start; at < end;) {
    const mark = markAt(reader.raw, at);
    if (mark === undefined) {
      const emphasis = closing !== undefined && reader.raw.startsWith(closing, at);
      if (emphasis) {
        at += closing?.length ?? 0;
        closing = undefined;
      } else at += reader.sign(at);
      continue;
    }
    const [{ print, aside }, match] = mark;
    if (match[0].startsWith("*")) closing = match[0];
    if (aside && match[1] !== undefined) {
      const from = match.index + match[0].indexOf(match[1]);
      asides.push([from, from + match[1].length]);
    }
    reader.put(print(match, reader.raw), at, at + match[0].length);
    at += match[0].length;
  }
  for (const [from, to] of asides) {
    reader.put("\n", from, from);
    for (let at = from; at < to;) at += reader.sign(at);
  }
  return reader.done();
}

/** Text that holds no marks: of a finished page, of a PDF, of a picture. */
export function readPlain(raw: string, start = 0, end = raw.length): Reading {
  const reader = new Reader(raw.slice(0, end));
  for (let at = start; at < end;) at += reader.sign(at);
  return reader.done();
}

/** The text of `readPlain`, for whoever needs no way back. */
export function plainText(raw: string): string {
  if (!OTHER_SIGN.test(raw)) return raw;
  return raw.replace(EACH_OTHER_SIGN, (sign, at: number) => {
    let read = signs.get(sign);
    if (read === undefined) signs.set(sign, (read = readSign(sign)));
    return marksItem(sign, raw.slice(Math.max(0, at - 1), at), raw.charAt(at + sign.length)) ? `${read} ` : read;
  });
}

const OTHER_SIGN = /[^\u4e00-\u9fff\x20-\x7e\n]/u;
const EACH_OTHER_SIGN = new RegExp(OTHER_SIGN, "gu");
const signs = new Map<string, string>();

/** ① in front of a number. */
function marksItem(sign: string, before: string, behind: string): boolean {
  return isCircledDigit(sign) && !/[0-9\u2460-\u2793]$/u.test(before) && /^[0-9０-９]/.test(behind);
}

function markAt(raw: string, at: number): readonly [Mark, RegExpExecArray] | undefined {
  for (const mark of MARKS[raw.charAt(at)] ?? []) {
    mark.pattern.lastIndex = at;
    const match = mark.pattern.exec(raw);
    if (match) return [mark, match];
  }
  return undefined;
}

/** A line that goes on in the next one is read on; a row of a table, a heading and a new block are not. */
function lineEnd(match: RegExpExecArray, raw: string): string {
  const line = raw.slice(raw.lastIndexOf("\n", match.index - 1) + 1, match.index);
  if (/^[ \t]*(?:[|#]|-{3}|$)/.test(line)) return "\n";
  return BLOCK.test(raw.slice(match.index + 1, match.index + 60)) ? "\n" : " ";
}

class Reader {
  readonly raw: string;
  #text = "";
  /** The last sign of `#text`, which is costly to ask while it grows. */
  #last = "";
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(raw: string) {
    this.raw = raw;
  }

  /** Reads the sign at `at`; its length in the source. */
  sign(at: number): number {
    const code = this.raw.charCodeAt(at);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x20 && code < 0x7f) || code === 0x0a) {
      this.put(this.raw.charAt(at), at, at + 1);
      return 1;
    }
    const sign = String.fromCodePoint(this.raw.codePointAt(at) ?? 0);
    const end = at + sign.length;
    this.put(readSign(sign) + (marksItem(sign, this.#last, this.raw.charAt(end)) ? " " : ""), at, end);
    return sign.length;
  }

  put(text: string, start: number, end: number): void {
    this.#text += text;
    this.#last = text.at(-1) ?? this.#last;
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  done(): Reading {
    return { text: this.#text, starts: this.#starts, ends: this.#ends };
  }
}

/** The same text without the characters that `drop` matches (a `g` pattern of single characters), and where the rest stood. */
export function without(text: string, drop: RegExp): { readonly text: string; readonly at: readonly number[] } {
  const gone = new Set([...text.matchAll(drop)].map(({ index }) => index));
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) if (!gone.has(index)) at.push(index);
  return { text: text.replace(drop, ""), at };
}
