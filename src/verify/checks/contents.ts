/** 目录: the type is bulletin practice; the page numbers must be right. */

import { contentsHeading } from "../layout/bulletin.ts";
import type { Bulletin } from "../layout/bulletin.ts";
import { paragraphsOf } from "../layout/paragraph.ts";
import { describeFace, typefaceOf } from "../layout/typeface.ts";
import { most } from "../model/line.ts";
import { bodySize, sizeTolerance, smallSize, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span } from "./check.ts";
import type { Check, Result } from "./check.ts";

const practice = { clause: "简报惯例", strength: "惯例" } as const;

export const contentsChecks: readonly Check[] = [
  { ...practice, id: "contents-type", name: "目录字体字号", severity: "warn", run: type },
  { ...practice, id: "contents-pages", name: "目录页码", severity: "fail", run: pages },
];

/** 小四 in points. */
const leastSize = 12;

const absent: Result = { absent: "没有目录" };

function type({ contents }: Bulletin): Result {
  const [heading, ...entries] = contents;
  if (heading === undefined) return absent;
  const faults: string[] = [];
  if (typefaceOf(heading.face)?.kind !== "黑体") faults.push(`${quote(heading.text)}用了${describeFace(heading.face)}`);
  const off = (heading.left + heading.right) / 2 - typeArea.centre;
  if (Math.abs(off) > 1) faults.push(`${quote(heading.text)}中线偏 ${fixed(off)} mm`);
  for (const line of entries) {
    // Only Han characters, because the page number, in 宋体, may be most of an entry's last line.
    const face = most(line.glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text)).map((glyph) => glyph.face));
    if (face !== undefined && typefaceOf(face)?.kind !== "仿宋")
      faults.push(`${at(line)}${quote(line.text)}用了${describeFace(face)}`);
  }
  const sizes = entries.map((line) => line.size);
  const all = (size: number): boolean => sizes.every((each) => isNear(each, size, sizeTolerance));
  if (!isNear(heading.size, bodySize, sizeTolerance))
    faults.push(`${quote(heading.text)}${fixed(heading.size)} pt，应为 ${bodySize} pt`);
  // If page 1 has little room, all entries may be in 四号 or 小四.
  if (!all(bodySize) && !all(smallSize) && !all(leastSize))
    faults.push(`条目字号 ${span(sizes, "pt")}，应都为 ${bodySize}、${smallSize} 或 ${leastSize} pt`);
  return {
    expected: `黑体居中，条目仿宋，${bodySize} pt（或 ${smallSize}、${leastSize} pt）`,
    measured: `${entries.length} 行，${span(sizes, "pt")}`,
    faults,
  };
}

/** All ways to divide an entry into title and page number, as a title may end in digits, too; the longest title first. */
function readingsOf(entry: string): { readonly title: string; readonly page: number | undefined }[] {
  const digits = /\d*$/.exec(entry)?.[0].length ?? 0;
  return Array.from({ length: digits + 1 }, (_, count) => ({
    title: entry.slice(0, entry.length - count),
    page: count === 0 ? undefined : Number(entry.slice(-count)),
  }));
}

/** Every entry that ends in a number must name the page on which its heading begins. */
function pages({ contents, paragraphs, tagged }: Bulletin): Result {
  if (contents.length === 0) return absent;
  if (!tagged) return { unchecked: "没有标签，分不出标题" };
  // A column without headlines is listed without its brackets.
  const plain = (text: string): string => text.replace(/[\s….·【】]/g, "");
  const begins = new Map<string, Set<number>>();
  for (const { text, lines } of paragraphs) {
    const here = begins.get(plain(text)) ?? new Set();
    begins.set(plain(text), here.add(lines[0]?.page ?? 0));
  }
  const faults: string[] = [];
  const entries = paragraphsOf(contents.filter((line) => !contentsHeading.test(line.text)));
  for (const { text } of entries) {
    const readings = readingsOf(plain(text)).filter(({ title }) => begins.has(title));
    const [first] = readings;
    if (first === undefined) faults.push(`没有标题${quote(plain(text).replace(/\d+$/, ""))}`);
    else if (!readings.some(({ title, page }) => page === undefined || begins.get(title)?.has(page)))
      faults.push(
        `${quote(first.title)}印作第 ${first.page ?? ""} 页，实在第 ${[...(begins.get(first.title) ?? [])].join("、")} 页`,
      );
  }
  return {
    expected: "与标题所在的页一致",
    measured: `${entries.length} 条，${faults.length === 0 ? "都对" : `${faults.length} 条不对`}`,
    faults,
  };
}
