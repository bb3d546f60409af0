/** Typefaces of the body and of its heading levels: GB/T 9704-2012 5.2.2 and 7.3.3. */

import { cells } from "../../base/text/cells.ts";
import type { Bulletin } from "../layout/bulletin.ts";
import { isCentredOrRight, isHeading } from "../layout/paragraph.ts";
import type { Paragraph } from "../layout/paragraph.ts";
import { describeFace, isBold, typefaceOf } from "../layout/typeface.ts";
import type { TypefaceClass } from "../layout/typeface.ts";
import { blockOf, isWithin, nearest } from "../model/element.ts";
import { most } from "../model/line.ts";
import type { Line } from "../model/line.ts";
import type { Glyph } from "../model/page.ts";
import { bodySize, sizeTolerance, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span, untagged } from "./check.ts";
import type { Check, Result } from "./check.ts";

export const bodyTypeChecks: readonly Check[] = [
  {
    id: "body-type",
    clause: "GB/T 9704 5.2.2",
    strength: "一般",
    severity: "fail",
    name: "正文字体字号",
    run: (bulletin) => (bulletin.tagged ? bodyType(bulletin) : untagged),
  },
  {
    id: "levels",
    clause: "GB/T 9704 7.3.3",
    strength: "一般",
    severity: "fail",
    name: "层次字体",
    run: (bulletin) => (bulletin.tagged ? levels(bulletin) : untagged),
  },
];

/**
 * A line is judged by the majority of its glyphs, because the office's 仿宋 may lack a few characters. Glyphs that are rightly set in
 * another face are left out. 按语 and 引文 are in 楷体 (P).
 */
function bodyType({ paragraphs }: Bulletin): Result {
  const faults: string[] = [];
  const faces = new Map<string, number>();
  const sizes: number[] = [];
  const texts = paragraphs.filter(
    (paragraph) =>
      !isHeading(paragraph.role) &&
      !isSetApart(paragraph) &&
      (paragraph.lines.length > 1 || isIndented(paragraph.lines)),
  );
  for (const paragraph of texts) {
    const { lines } = paragraph;
    const glyphs = lines.flatMap((line) => line.glyphs);
    const own = ownTyped(paragraph);
    const kinds = isQuoted(paragraph) ? quotedKinds : bodyKinds;
    for (const glyph of glyphs) faces.set(glyph.face, (faces.get(glyph.face) ?? 0) + 1);
    sizes.push(...lines.map((line) => line.size));
    for (const line of lines) {
      const face = most(line.glyphs.filter((glyph) => !own.has(glyph)).map((glyph) => glyph.face));
      const kind = face === undefined ? undefined : typefaceOf(face)?.kind;
      if (face === undefined || (kind !== undefined && kinds.includes(kind))) continue;
      faults.push(`${at(line)}${quote(line.text)}用了${describeFace(face)}`);
      break;
    }
    const sized = lines.find((line) => !isNear(line.size, bodySize, sizeTolerance));
    if (sized !== undefined) faults.push(`${at(sized)}${quote(sized.text)}${fixed(sized.size)} pt`);
  }
  if (texts.length === 0) return { expected: "有正文", measured: "没有", faults: ["没有正文段落"] };
  const shares = [...faces].toSorted((a, b) => b[1] - a[1]).map(([face, count]) => `${describeFace(face)} ${count} 字`);
  return { expected: `仿宋 ${bodySize} pt`, measured: `${shares.join("、")}，${span(sizes, "pt")}`, faults };
}

/** Whether a paragraph has a typeface of its own: 按语 with its label, subtitle, author, credit. */
function isSetApart(paragraph: Paragraph): boolean {
  return /^(编者)?按[：:]|^——|^（.*(供稿|整理|报道)）$/.test(paragraph.text) || isCentredOrRight(paragraph);
}

const bodyKinds: readonly TypefaceClass[] = ["仿宋"];
const quotedKinds: readonly TypefaceClass[] = ["仿宋", "楷体"];

/** Whether a paragraph is 按语 or 引文, recognized by the enclosing structure element. */
function isQuoted({ block }: Paragraph): boolean {
  return block.parent?.role === "Div" || isWithin(block, "BlockQuote");
}

/** Glyphs that are rightly set in another face than their paragraph: bold runs in 黑体, and a run-in label or level at its start. */
function ownTyped({ text, lines }: Paragraph): Set<Glyph> {
  const glyphs = lines.flatMap((line) => line.glyphs);
  const isHeiti = (glyph: Glyph): boolean => typefaceOf(glyph.face)?.kind === "黑体";
  // A Span around the whole paragraph, unlike a Strong, is not emphasis.
  const whole = glyphs.every(isHeiti);
  const own = new Set(glyphs.filter((glyph) => isHeiti(glyph) && isMarked(glyph, whole)));
  const kind = levelMarks.find(([mark]) => mark.test(text))?.[1];
  if (kind === undefined || kind === "仿宋") return own;
  const end = glyphs.findIndex((glyph) => typefaceOf(glyph.face)?.kind !== kind);
  const headed = end >= 0 ? end : isHeadingAlone(text) ? glyphs.length : 0;
  for (const glyph of glyphs.slice(0, headed)) own.add(glyph);
  return own;
}

/** Whether a paragraph is only the heading sentence of a level: 一、压实责任。 A longer one is text. */
function isHeadingAlone(text: string): boolean {
  return cells(text) <= longestHeading && text.indexOf("。") === text.length - 1;
}

/** Cells in a line of the page. */
const longestHeading = 28;

function isMarked({ element }: Glyph, whole: boolean): boolean {
  const block = blockOf(element);
  const mark = nearest(element, (at) => at === block || at.role === "Strong" || (!whole && at.role === "Span"));
  return mark !== undefined && mark !== block;
}

function isIndented([first]: readonly Line[]): boolean {
  return first !== undefined && first.left > typeArea.left + 8 && first.left < typeArea.left + 14;
}

const levelMarks: readonly (readonly [mark: RegExp, kind: TypefaceClass, term: string])[] = [
  [/^[一二三四五六七八九十百]+、/, "黑体", "一、"],
  [/^（[一二三四五六七八九十百]+）/, "楷体", "（一）"],
  [/^\d{1,2}[.．](?!\d)/, "仿宋", "1."],
  [/^（\d{1,2}）/, "仿宋", "（1）"],
];

/** Checks the glyphs of the marker itself, as digits may come from another face than Han characters. */
function levels({ paragraphs }: Bulletin): Result {
  const faults: string[] = [];
  const found = new Map<string, number>();
  for (const { text, lines } of paragraphs) {
    const level = levelMarks.find(([mark]) => mark.test(text));
    const [line] = lines;
    if (level === undefined || line === undefined) continue;
    const [, kind, term] = level;
    found.set(term, (found.get(term) ?? 0) + 1);
    const han = line.glyphs.find((glyph) => /\p{Script=Han}/u.test(glyph.text)) ?? line.glyphs[0];
    if (han === undefined) continue;
    if (typefaceOf(han.face)?.kind !== kind)
      faults.push(`${at(line)}${quote(text)}用了${describeFace(han.face)}，应为${kind}`);
    if (!isNear(han.size, bodySize, sizeTolerance))
      faults.push(`${at(line)}${quote(text)}${fixed(han.size)} pt，应为 ${bodySize} pt`);
    if (isBold(han.face) || han.stroked) faults.push(`${at(line)}${quote(text)}加粗了`);
  }
  if (found.size === 0) return { absent: "没有分层次的标题" };
  const measured = [...found].map(([term, count]) => `“${term}” ${count} 处`).join("、");
  return { expected: "一、黑体，（一）楷体，1.（1）仿宋，16 pt 不加粗", measured, faults };
}
