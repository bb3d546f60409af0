/** Prevents line ends inside numbers, dates and case numbers of the print edition. */

import { behind, inserted } from "../base/text/insertion.ts";
import type { Insertion, Place } from "../base/text/insertion.ts";
import { attributeOf, element, emptyElement } from "../base/text/markup.ts";
import type { Markup, MarkupPart } from "../base/text/markup.ts";
import { mailAddress, webAddress } from "../base/text/web-address.ts";

/**
 * The number of a standard (HJ/T91.1-2019); a number with its 量词 (56件, 5.5亿元, 92%), a date or its parts, a case number
 * (D1YZ202000131), a telephone number; a dash of two cells. Long ones are excluded, because they would leave large gaps in the line before.
 */
const wholes =
  /(?<![A-Z])[A-Z]{2,}(?:\/[A-Z]+)?\d+(?:\.\d+)*[-–—]\d{4}(?!\d)|\d{1,4}月\d{1,2}日|(?:(?<![A-Za-z])[A-Za-z]+\d[A-Za-z\d]*|\d+(?:[.,]\d+)*)(?:[%‰]|(?:[万亿余多]{1,2})?(?:平方公里|平方米|公里|公顷|[件个家起批次项期份处名人户吨米亩元年月日时分天号类条座台辆]))?|——|……/gu;
const longest = 14;
/** In centred text whole dates are not divided either, because gaps do not matter there. */
const centredWholes = new RegExp(String.raw`\d{4}年\d{1,2}月\d{1,2}日|${wholes.source}`, wholes.flags);

/** A web or mail address, which is often longer than the rest of a line. (网址、邮箱) */
const addresses = new RegExp(`${webAddress}|${mailAddress}`, "giu");
/** A longer part of an address may be divided anywhere. */
const longestPart = 8;

/** Elements that do not end a run of text. */
const inline = new Set(["data", "span", "strong", "em", "a", "sup", "sub", "b", "i"]);

/** Continuous text without the tags of inline elements. */
interface Run {
  text: string;
  /** The place of each character. */
  readonly places: Place[];
  /** Whether it is in a 居中 block. */
  readonly centred: boolean;
}

const [open, close] = element("span", { class: "whole" }) as [MarkupPart, MarkupPart];
const mayEnd = emptyElement("wbr");

/** Wraps indivisible texts in a span of class `whole`, and puts `wbr` at the possible breaks of addresses; the text is unchanged. */
export function unbroken(markup: Markup): MarkupPart[] {
  const insertions: Insertion[] = [];
  for (const { text, places, centred } of textRuns(markup)) {
    const divided = [...text.matchAll(addresses)];
    for (const { 0: address, index } of divided)
      for (const offset of breaksIn(address)) {
        const at = places[index + offset];
        if (at !== undefined) insertions.push({ at, part: mayEnd });
      }
    for (const { 0: word, index } of text.matchAll(centred ? centredWholes : wholes)) {
      if (word.length < 2 || word.length > longest) continue;
      if (divided.some((other) => index >= other.index && index < other.index + other[0].length)) continue;
      const first = places[index];
      const last = places[index + word.length - 1];
      if (first === undefined || last === undefined) continue;
      const range = balanced(markup, first, behind(markup, last));
      if (range !== undefined) insertions.push({ at: range.start, part: open }, { at: range.end, part: close });
    }
  }
  return inserted(markup, insertions);
}

/** The offsets at which an address may be broken: after each sign, and anywhere in a long part. */
function breaksIn(address: string): number[] {
  return [...address.matchAll(/[A-Za-z\d]+|[^A-Za-z\d]/g)].flatMap(({ 0: part, index }) => {
    const isSign = /^[^A-Za-z\d]/.test(part);
    const offsets = isSign
      ? [1]
      : part.length > longestPart
        ? Array.from({ length: part.length - 1 }, (_, at) => at + 1)
        : [];
    return offsets
      .map((offset) => index + offset)
      .filter((offset) => offset < address.length && !(isSign && address[offset] === "/"));
  });
}

function textRuns(markup: Markup): Run[] {
  const runs: Run[] = [];
  /** For each open `div`: whether it is centred. */
  const divisions: boolean[] = [];
  const begin = (): void => void runs.push({ text: "", places: [], centred: divisions.includes(true) });
  begin();
  for (const [part, each] of markup.entries()) {
    if (each.kind === "text") {
      const run = runs.at(-1);
      if (run === undefined) continue;
      run.text += each.text;
      for (let offset = 0; offset < each.text.length; offset++) run.places.push({ part, offset });
      continue;
    }
    // Text in a drawing must not contain HTML.
    if (each.kind !== "drawing" && inline.has(each.tag)) continue;
    if (each.kind === "open" && each.tag === "div") divisions.push(attributeOf(each, "class") === "centred");
    else if (each.kind === "close" && each.tag === "div") divisions.pop();
    begin();
  }
  return runs;
}

/** The range, extended over tags at its ends, so that every element that starts in it also ends in it; `undefined` if that is impossible. */
function balanced(markup: Markup, start: Place, end: Place): { start: Place; end: Place } | undefined {
  let depth = 0;
  let lowest = 0;
  for (const { kind } of markup.slice(start.part, end.part)) {
    if (kind === "open") depth++;
    else if (kind === "close") lowest = Math.min(lowest, --depth);
  }
  for (; lowest < 0; lowest++, depth++) {
    if (start.offset > 0 || markup[start.part - 1]?.kind !== "open") return undefined;
    start = { part: start.part - 1, offset: 0 };
  }
  for (; depth > 0; depth--) {
    if (end.offset > 0 || markup[end.part]?.kind !== "close") return undefined;
    end = { part: end.part + 1, offset: 0 };
  }
  return { start, end };
}
