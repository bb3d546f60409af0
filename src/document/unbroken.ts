/** Numbers, dates and case numbers of the print edition do not run over a line end. */

import { mailAddress, webAddress } from "../base/text/web-address.ts";

/**
 * The number of a standard (HJ/T91.1-2019); a number with its measure word (56件, 5.5亿元, 92%), a date as a whole or by its parts, a
 * case number (D1YZ202000131), a telephone number; a dash of two cells. Never so long that the line before it would be torn apart.
 */
const wholes =
  /(?<![A-Z])[A-Z]{2,}(?:\/[A-Z]+)?\d+(?:\.\d+)*[-–—]\d{4}(?!\d)|\d{1,4}月\d{1,2}日|(?:(?<![A-Za-z])[A-Za-z]+\d[A-Za-z\d]*|\d+(?:[.,]\d+)*)(?:[%‰]|(?:[万亿余多]{1,2})?(?:平方公里|平方米|公里|公顷|[件个家起批次项期份处名人户吨米亩元年月日时分天号类条座台辆]))?|——|……/gu;
const longest = 14;
/** What is centred leaves its lines ragged anyway: a date stays whole in it. */
const centredWholes = new RegExp(String.raw`\d{4}年\d{1,2}月\d{1,2}日|${wholes.source}`, wholes.flags);

/** An address of the web or of mail, which is often longer than what is left of a line. (网址、邮箱) */
const addresses = new RegExp(`${webAddress}|${mailAddress}`, "giu");
/** A part of an address that has more characters than that is divided anywhere. */
const longestPart = 8;

/** Elements that do not end a run of text. */
const inline = new Set(["data", "span", "strong", "em", "a", "sup", "sub", "b", "i"]);

interface Character {
  readonly text: string;
  /** Offsets in the HTML. */
  readonly start: number;
  readonly end: number;
}

interface Run {
  readonly characters: Character[];
  /** In a block of 居中. */
  readonly centred: boolean;
}

interface Insertion {
  /** Offset in the HTML. */
  readonly at: number;
  readonly tag: string;
}

/**
 * Wraps what must not be divided in `<span class="whole">`, and marks with `<wbr>` where an address may be; the text stays as it is.
 */
export function unbroken(html: string): string {
  const insertions: Insertion[] = [];
  for (const { characters: run, centred } of textRuns(html)) {
    const text = run.map((character) => character.text).join("");
    const divided = [...text.matchAll(addresses)];
    insertions.push(...divided.flatMap(({ 0: address, index }) => breaksIn(address, run.slice(index))));
    for (const match of text.matchAll(centred ? centredWholes : wholes)) {
      if (match[0].length < 2 || match[0].length > longest) continue;
      if (divided.some(({ 0: { length }, index }) => match.index >= index && match.index < index + length)) continue;
      const first = run[match.index];
      const last = run[match.index + match[0].length - 1];
      if (first === undefined || last === undefined) continue;
      const range = balanced(html, first.start, last.end);
      if (range === undefined) continue;
      insertions.push({ at: range.start, tag: '<span class="whole">' }, { at: range.end, tag: "</span>" });
    }
  }
  let out = "";
  let at = 0;
  for (const { at: place, tag } of insertions.toSorted((a, b) => a.at - b.at)) {
    out += html.slice(at, place) + tag;
    at = place;
  }
  return out + html.slice(at);
}

/** An address may end a line after each sign, and anywhere in a long part. */
function breaksIn(address: string, run: readonly Character[]): Insertion[] {
  return [...address.matchAll(/[A-Za-z\d]+|[^A-Za-z\d]/g)].flatMap(({ 0: part, index }) => {
    const isSign = /^[^A-Za-z\d]/.test(part);
    const offsets = isSign
      ? [1]
      : part.length > longestPart
        ? Array.from({ length: part.length - 1 }, (_, at) => at + 1)
        : [];
    const places = offsets.filter(
      (offset) => index + offset < address.length && !(isSign && address[index + 1] === "/"),
    );
    return places.flatMap((offset) => {
      const character = run[index + offset];
      return character === undefined ? [] : [{ at: character.start, tag: "<wbr>" }];
    });
  });
}

/** Runs of characters that stand in one line of text, with the tags of inline elements left out. */
function textRuns(html: string): Run[] {
  const runs: Run[] = [];
  /** Of each `div` that is open: whether it is centred. */
  const open: boolean[] = [];
  const begin = (): void => void runs.push({ characters: [], centred: open.includes(true) });
  begin();
  for (const match of html.matchAll(/<svg[^]*?<\/svg>|<\/?([a-z][a-z0-9]*)[^>]*>|&[a-z#0-9]+;|[^]/giu)) {
    const [text, element] = match;
    // Text in a drawing is set by the drawing, and takes no HTML in it.
    if (text.startsWith("<svg")) begin();
    else if (element === undefined) {
      // A run is searched by UTF-16 units: what takes more than one is no part of a number.
      const shown = text.length === 1 ? text : text === "&amp;" ? "&" : "\uFFFC";
      runs.at(-1)?.characters.push({ text: shown, start: match.index, end: match.index + text.length });
    } else if (!inline.has(element.toLowerCase())) {
      if (text.startsWith("</div")) open.pop();
      else if (text.startsWith("<div")) open.push(text.includes('class="centred"'));
      begin();
    }
  }
  return runs;
}

/** The range widened over the tags at its edges until every element that begins in it ends in it; `undefined` if there is none. */
function balanced(html: string, start: number, end: number): { start: number; end: number } | undefined {
  const tag = /<(\/?)[a-z][^>]*>/giu;
  let depth = 0;
  let lowest = 0;
  for (const [, closing] of html.slice(start, end).matchAll(tag)) {
    depth += closing === "/" ? -1 : 1;
    lowest = Math.min(lowest, depth);
  }
  for (; lowest < 0; lowest++, depth++) {
    const opening = /<[a-z][^>]*>$/iu.exec(html.slice(0, start));
    if (opening === null) return undefined;
    start = opening.index;
  }
  for (; depth > 0; depth--) {
    const closing = /^<\/[a-z][^>]*>/iu.exec(html.slice(end));
    if (closing === null) return undefined;
    end += closing[0].length;
  }
  return { start, end };
}
