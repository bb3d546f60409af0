/** Columns and headlines: GB/T 9704-2012 7.3.1 and bulletin practice. */

import { cells } from "../../base/text/cells.ts";
import type { Bulletin } from "../layout/bulletin.ts";
import type { Paragraph } from "../layout/paragraph.ts";
import { describeFace, typefaceOf } from "../layout/typeface.ts";
import { bodySize, sizeTolerance, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span, untagged } from "./check.ts";
import type { Check, Result } from "./check.ts";

/** Points: 二号, or 小二 in an issue with many articles. All headlines of an issue have the same size. */
const headlineSizes = [22, 18];
/** Characters of a size in one line of the type area: 20 of 二号, 24 of 小二. */
function cellsOf(size: number): number {
  return Math.floor((typeArea.width * 72) / 25.4 / size);
}
const centreTolerance = 1;

export const headlineChecks: readonly Check[] = [
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

/** Every H3, and other text of the body in larger type. */
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
    const most = cellsOf(line.size);
    if (cells(line.text) > most)
      faults.push(`${at(line)}${quote(line.text)}有 ${cells(line.text)} 字，超过 ${most} 字`);
  }
  for (const title of titles) {
    const last = title.lines.at(-1);
    if (title.lines.length > 1 && last !== undefined && cells(last.text) < 3)
      faults.push(`${at(last)}标题末行只有${quote(last.text)}`);
    faults.push(...brokenWords(title));
  }
  return {
    expected: `中线 106±1 mm，每行不超过 ${cellsOf(Math.max(...lines.map((line) => line.size)))} 字，不拆词`,
    measured: `${titles.length} 个 ${lines.length} 行，中线 ${span(
      lines.map((line) => (line.left + line.right) / 2),
      "mm",
    )}，最长 ${Math.max(...lines.map((line) => cells(line.text)))} 字`,
    faults,
  };
}

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** The words that are divided by line ends. */
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
