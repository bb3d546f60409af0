/** Titles, columns and levels: GB/T 9704-2012 7.3.1 and 7.3.3, and bulletin practice. */

import { cells } from "../../text/cells.ts";
import type { Bulletin } from "../layout/bulletin.ts";
import { isHeading } from "../layout/paragraph.ts";
import type { Paragraph } from "../layout/paragraph.ts";
import { describeFace, isBold, typefaceOf } from "../layout/typeface.ts";
import type { TypefaceClass } from "../layout/typeface.ts";
import type { Line } from "../model/line.ts";
import { bodySize, sizeTolerance, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span, untagged } from "./check.ts";
import type { Check, Result } from "./check.ts";

/** 二号; 小二 where an issue has many articles. All headlines of an issue are of one size. */
const headlineSizes = [22, 18];
/** Width of 20 characters of 二号: 155 mm, one line of the type area. */
const headlineCells = 20;
const centreTolerance = 1;

export const headlineChecks: readonly Check[] = [
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
  {
    id: "columns",
    clause: "简报惯例",
    strength: "惯例",
    severity: "warn",
    name: "栏目",
    run: columns,
  },
  {
    id: "headline-type",
    clause: "GB/T 9704 7.3.1",
    strength: "一般",
    severity: "fail",
    name: "标题字体字号",
    run: headlineType,
  },
  {
    id: "headline-shape",
    clause: "GB/T 9704 7.3.1",
    strength: "一般",
    severity: "warn",
    name: "标题居中断行",
    run: headlineShape,
  },
];

/** A few glyphs of another face are characters that the office's 仿宋 lacks; a paragraph is judged by most of its glyphs. */
function bodyType({ paragraphs }: Bulletin): Result {
  const faults: string[] = [];
  const faces = new Map<string, number>();
  const sizes: number[] = [];
  const texts = paragraphs.filter(
    ({ role, lines, text }) => !isHeading(role) && !isSetApart(text) && (lines.length > 1 || isIndented(lines)),
  );
  for (const { lines } of texts) {
    const glyphs = lines.flatMap((line) => line.glyphs);
    for (const glyph of glyphs) faces.set(glyph.face, (faces.get(glyph.face) ?? 0) + 1);
    sizes.push(...lines.map((line) => line.size));
    const wrong = lines.find((line) => typefaceOf(line.face)?.kind !== "仿宋");
    if (wrong !== undefined) faults.push(`${at(wrong)}${quote(wrong.text)}用了${describeFace(wrong.face)}`);
    const sized = lines.find((line) => !isNear(line.size, bodySize, sizeTolerance));
    if (sized !== undefined) faults.push(`${at(sized)}${quote(sized.text)}${fixed(sized.size)} pt`);
  }
  if (texts.length === 0) return { expected: "有正文", measured: "没有", faults: ["没有正文段落"] };
  const shares = [...faces].toSorted((a, b) => b[1] - a[1]).map(([face, count]) => `${describeFace(face)} ${count} 字`);
  return { expected: `仿宋 ${bodySize} pt`, measured: `${shares.join("、")}，${span(sizes, "pt")}`, faults };
}

/** 按语, subtitles and credits have type of their own. */
function isSetApart(text: string): boolean {
  return /^(编者)?按[：:]|^——|^（.*(供稿|整理|报道)）$/.test(text);
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

/** The marker's own glyphs are looked at: digits may come from another face than Han characters do. */
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

function columns({ core }: Bulletin): Result {
  const lines = core.filter((line) => /^【.*】$/.test(line.text) || line.block?.role === "H2");
  if (lines.length === 0) return { absent: "没有栏目" };
  const faults: string[] = [];
  for (const line of lines) {
    if (typefaceOf(line.face)?.kind !== "黑体")
      faults.push(`${at(line)}${quote(line.text)}用了${describeFace(line.face)}`);
    if (!isNear(line.size, bodySize, sizeTolerance))
      faults.push(`${at(line)}${quote(line.text)}${fixed(line.size)} pt`);
    if (!isNear(line.left, typeArea.left, 1)) faults.push(`${at(line)}${quote(line.text)}从 ${fixed(line.left)} mm 起`);
  }
  const kinds = new Set(lines.map((line) => typefaceOf(line.face)?.kind ?? line.face));
  return {
    expected: "黑体 16 pt，顶格",
    measured: `${lines.length} 个，${[...kinds].join("、")} ${span(
      lines.map((line) => line.size),
      "pt",
    )}，左 ${span(
      lines.map((line) => line.left),
      "mm",
    )}`,
    faults,
  };
}

/** Every H3, and whatever else in the body is set in larger type. */
function headlines({ paragraphs }: Bulletin): Paragraph[] {
  return paragraphs.filter(
    ({ role, lines }) => role === "H3" || (role !== "H2" && lines.some((line) => line.size > 17)),
  );
}

function headlineType(bulletin: Bulletin): Result {
  if (!bulletin.tagged) return untagged;
  const titles = headlines(bulletin);
  if (titles.length === 0) return { absent: "没有标题" };
  const lines = titles.flatMap((title) => title.lines);
  const faults = lines.flatMap((line) => [
    ...(typefaceOf(line.face)?.kind === "小标宋"
      ? []
      : [`${at(line)}${quote(line.text)}用了${describeFace(line.face)}`]),
    ...(headlineSizes.some((size) => isNear(line.size, size, sizeTolerance))
      ? []
      : [`${at(line)}${quote(line.text)}${fixed(line.size)} pt`]),
  ]);
  const sizes = lines.map((line) => line.size);
  if (Math.max(...sizes) - Math.min(...sizes) > sizeTolerance) faults.push("各篇标题大小不一");
  const faces = new Set(lines.map((line) => describeFace(line.face)));
  return {
    expected: "小标宋 22 pt（或 18 pt），全期一致",
    measured: `${[...faces].join("、")}，${span(sizes, "pt")}`,
    faults,
  };
}

function headlineShape(bulletin: Bulletin): Result {
  if (!bulletin.tagged) return untagged;
  const titles = headlines(bulletin);
  if (titles.length === 0) return { absent: "没有标题" };
  const faults: string[] = [];
  const lines = titles.flatMap((title) => title.lines);
  for (const line of lines) {
    const off = (line.left + line.right) / 2 - typeArea.centre;
    if (Math.abs(off) > centreTolerance) faults.push(`${at(line)}${quote(line.text)}中线偏 ${fixed(off)} mm`);
    if (cells(line.text) > headlineCells)
      faults.push(`${at(line)}${quote(line.text)}有 ${cells(line.text)} 字，超过 ${headlineCells} 字`);
  }
  for (const title of titles) {
    const last = title.lines.at(-1);
    if (title.lines.length > 1 && last !== undefined && cells(last.text) < 3)
      faults.push(`${at(last)}标题末行只有${quote(last.text)}`);
    faults.push(...brokenWords(title));
  }
  return {
    expected: `中线 106±1 mm，每行不超过 ${headlineCells} 字，不拆词`,
    measured: `${titles.length} 个 ${lines.length} 行，中线 ${span(
      lines.map((line) => (line.left + line.right) / 2),
      "mm",
    )}，最长 ${Math.max(...lines.map((line) => cells(line.text)))} 字`,
    faults,
  };
}

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Line ends inside a word of the whole title. */
export function brokenWords({ lines, text }: Pick<Paragraph, "lines" | "text">): string[] {
  const starts = new Set([...words.segment(text)].map(({ index }) => index));
  const faults: string[] = [];
  let end = 0;
  for (const line of lines.slice(0, -1)) {
    end += line.text.length;
    if (!starts.has(end))
      faults.push(`${at(line)}标题在“${text.slice(end - 2, end)}/${text.slice(end, end + 2)}”处拆开了词`);
  }
  return faults;
}
