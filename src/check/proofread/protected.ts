/** What no mend may touch: everything that is looked up, followed or cited as it stands. */

import { mailAddress, webAddress } from "../../base/text/web-address.ts";

export type Span = readonly [start: number, end: number];

/** Bounded, so that text with many openings and no closing stays cheap. */
const withinLines: readonly RegExp[] = [
  /\{\{[^{}]{0,2000}\}?\}?/g,
  // Where a picture or a link leads; names and addresses may hold blanks and brackets.
  /(?<=\])\((?:<[^<>\n]{0,1000}>|[^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,5})\)/g,
  /^[ ]{0,3}\[[^\]\n]{1,100}\]:.*$/gm,
  /(?:https?|ftp|mailto|tel):[^\s<>，。；、）”》]{1,2000}/gi,
  // 青川市.政务, and what stands behind it.
  /\.(?:中国|政务|公益|公司|网络|网址|在线|集团)(?!\p{Script=Han})(?:\/[^\s<>，。；、）”》]{0,2000})?/gu,
  // C:\数据 and \\服务器\共享
  /(?:(?<![A-Za-z])[A-Za-z]:\\|\\\\)[^\s<>，。；、）”》]{1,500}/g,
  new RegExp(`${webAddress}|${mailAddress}`, "gi"),
  /(`{1,3})(?!`)[^`\n]{1,2000}\1/g,
  /<!--[^]{0,5000}?-->|<\/?[A-Za-z][^<>\n]{0,500}>/g,
  // 编号: letters and digits joined by signs, as D#YZ20201101-003.
  /(?<![\w#])(?=[\w#/-]{0,60}[A-Za-z])(?=[\w#/-]{0,60}\d)\w{1,60}(?:[-#/]\w{1,60}){1,8}/g,
  // The number of a document: 〔2020〕76号, 第003号. The brackets round its year have a rule of their own.
  /(?<=[〔[（(【［]\d{4}[〕\])）】］])\s?第?\d{1,6}(?=\s?号)|第\d{1,6}(?=号)/g,
];

/** Offsets of the text from `bodyStart` on, in no order. */
export function protectedSpans(text: string, bodyStart: number): Span[] {
  const body = text.slice(bodyStart);
  return withinLines.flatMap((pattern) =>
    [...body.matchAll(pattern)].map((match): Span => {
      const start = bodyStart + match.index;
      return [start, start + match[0].length];
    }),
  );
}

/** Tells quickly whether an edit touches one of the spans; putting something in between two characters of one does. */
export class Protection {
  /** In order, without overlap. */
  readonly #spans: readonly Span[];

  constructor(spans: readonly Span[]) {
    const merged: [number, number][] = [];
    for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
      const last = merged.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    this.#spans = merged;
  }

  isTouchedBy({ start, end }: { readonly start: number; readonly end: number }): boolean {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.[1] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const span = this.#spans[low];
    return span !== undefined && (span[0] < end || (start === end && span[0] < start));
  }
}
