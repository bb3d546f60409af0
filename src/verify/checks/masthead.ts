/** Masthead (报头): bulletin practice, based on GB/T 9704-2012 7.2 and 10.3 as far as they apply. */

import { cells } from "../../base/text/cells.ts";
import type { Bulletin } from "../layout/bulletin.ts";
import { isCentredOrRight } from "../layout/paragraph.ts";
import type { Paragraph } from "../layout/paragraph.ts";
import { describeFace, typefaceOf } from "../layout/typeface.ts";
import { height } from "../model/box.ts";
import { most } from "../model/line.ts";
import type { Line } from "../model/line.ts";
import { bodyEm, bodySize, descent, masthead, sizeTolerance, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span } from "./check.ts";
import type { Check, Result } from "./check.ts";
import { bodyParagraphs } from "./flush.ts";

/** Centred lines end with letter-spacing, which shifts them by half of it. */
const centreTolerance = 1;
/** The 20 mm come from a handbook; the white above a glyph in its em box adds up to 1 mm at 54 pt. */
const topTolerance = 2;
const insetTolerance = 1;

const practice = { clause: "简报惯例", strength: "惯例", severity: "warn" } as const;

export const mastheadChecks: readonly Check[] = [
  { ...practice, id: "name-colour", name: "刊名红色", severity: "fail", run: nameColour },
  { ...practice, id: "name-face", name: "刊名字体字号", run: nameFace },
  { ...practice, id: "name-place", name: "刊名位置", run: namePlace },
  { ...practice, id: "issue-number", name: "期号", severity: "fail", run: issueNumber },
  { ...practice, id: "issuer-row", name: "单位与日期", run: issuerRow },
  { ...practice, id: "red-rule", name: "红色分隔线", run: redRule },
  {
    id: "body-on-first-page",
    clause: "GB/T 9704 7.3.3",
    strength: "必须",
    severity: "fail",
    name: "首页显示正文",
    run: (bulletin) => {
      if (!bulletin.tagged) return { unchecked: "没有标签，分不出段落" };
      const texts = bodyParagraphs(bulletin.paragraphs);
      const lines = texts.flatMap((paragraph) => paragraph.lines.filter((line) => line.page === 1));
      // With a 目录 on page 1 there may be room for less text; the clause requires text, but no number of lines.
      const hasContents = bulletin.contents.some((line) => line.page === 1);
      const enough = lines.length >= 3 || (lines.length > 0 && (hasContents || !textGoesOn(bulletin, texts)));
      const faults = enough ? [] : [`第 1 页只有 ${lines.length} 行正文`];
      return { expected: "不少于 3 行（有目录的、后面不是文字的可少）", measured: `${lines.length} 行`, faults };
    },
  },
];

/** Whether page 2 begins with text that could be on page 1, not with a table, picture, chart or heading. */
function textGoesOn({ core, pages }: Bulletin, texts: readonly Paragraph[]): boolean {
  const next = core.find((line) => line.page > 1);
  const second = pages[1];
  if (next === undefined || second === undefined) return false;
  const drawn = [...second.pictures, ...second.marks].some(({ box }) => box.bottom < next.baseline - 10);
  return !drawn && texts.some((text) => text.lines.includes(next) && !isCentredOrRight(text));
}

const noName: Result = { expected: "有刊名", measured: "没有", faults: ["第 1 页上没有刊名"] };

function nameColour({ masthead: { names } }: Bulletin): Result {
  if (names.length === 0) return noName;
  const wrong = names.filter((line) => line.glyphs.some((glyph) => glyph.colour !== masthead.red));
  const colours = new Set(names.flatMap((line) => line.glyphs.map((glyph) => glyph.colour)));
  return {
    expected: `红色 ${masthead.red}`,
    measured: [...colours].join("、"),
    faults: wrong.map((line) => `${quote(line.text)}不是红色`),
  };
}

function nameFace({ masthead: { names } }: Bulletin): Result {
  if (names.length === 0) return noName;
  const large = names.at(-1);
  const faults: string[] = [];
  for (const line of names) {
    if (typefaceOf(line.face)?.kind !== "小标宋") faults.push(`${quote(line.text)}用了${describeFace(line.face)}`);
    const [least, greatest] =
      names.length === 1 ? masthead.singleSize : line === large ? masthead.nameSize : masthead.scopeSize;
    if (line.size < least - sizeTolerance || line.size > greatest + sizeTolerance)
      faults.push(`${quote(line.text)}${fixed(line.size)} pt，应在 ${least}–${greatest} pt 之间`);
  }
  const measured = names.map((line) => `${typefaceOf(line.face)?.kind ?? line.face} ${fixed(line.size)} pt`).join("、");
  return { expected: "小标宋，范围行 20–26、刊名行 42–54 pt", measured, faults };
}

function namePlace({ masthead: { names, number, rows } }: Bulletin): Result {
  const [first] = names;
  if (first === undefined) return noName;
  const faults = names.flatMap((line) => centred(line));
  // Without a blank line below the issue number the masthead is 紧凑, for which no height is prescribed.
  const gap = number === undefined ? undefined : rows[0] && rows[0].baseline - number.baseline;
  const compact = gap !== undefined && gap < 15;
  const top = first.ink?.top;
  if (!compact && top !== undefined && !isNear(top, masthead.nameTop, topTolerance))
    faults.push(`刊名上边在 ${fixed(top)} mm，应在 ${masthead.nameTop} mm`);
  return {
    expected: compact ? "居中（紧凑报头）" : `上边 ${masthead.nameTop}±2 mm，居中`,
    measured: `上边 ${top === undefined ? "量不出" : `${fixed(top)} mm`}，中线 ${span(names.map(centre), "mm")}`,
    faults,
  };
}

function centre(line: Line): number {
  return (line.left + line.right) / 2;
}

function centred(line: Line): string[] {
  const off = centre(line) - typeArea.centre;
  return Math.abs(off) <= centreTolerance
    ? []
    : [`${at(line)}${quote(line.text)}中线偏${off < 0 ? "左" : "右"} ${fixed(Math.abs(off))} mm`];
}

function issueNumber({ masthead: { number }, measured: { facts } }: Bulletin): Result {
  if (number === undefined) return { expected: "第N期", measured: "没有", faults: ["报头里没有“第N期”"] };
  const faults = centred(number);
  const printed = /第\s*(\d+)\s*期/.exec(number.text)?.[1];
  const titled = /第\s*(\d+)\s*期/.exec(facts.title ?? "")?.[1];
  if (!/^第\d+期(（总第\d+期）)?$/.test(number.text)) faults.push(`写成了${quote(number.text)}`);
  if (titled !== undefined && titled !== printed) faults.push(`文件标题说是第 ${titled} 期`);
  if (!isNear(number.size, bodySize, sizeTolerance)) faults.push(`字号 ${fixed(number.size)} pt，应为 ${bodySize} pt`);
  return {
    expected: "第N期，16 pt，居中，与文件标题一致",
    measured: `${number.text}，${fixed(number.size)} pt，中线 ${fixed(centre(number))} mm`,
    faults,
  };
}

function issuerRow({ masthead: { rows } }: Bulletin): Result {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined)
    return { expected: "期号下有单位和日期", measured: "没有", faults: ["期号与红线之间没有单位和日期"] };
  const left = typeArea.left + bodyEm;
  const right = typeArea.right - bodyEm;
  const faults: string[] = [];
  const text = rows.map((row) => row.text).join("");
  if (!/\d{4}年\d{1,2}月\d{1,2}日$/.test(last.text)) faults.push(`末行${quote(last.text)}不以完整的日期结尾`);
  if (!isNear(first.left, left, insetTolerance))
    faults.push(`单位从 ${fixed(first.left)} mm 起，应从 ${fixed(left)} mm 起`);
  if (!isNear(last.right, right, insetTolerance))
    faults.push(`日期到 ${fixed(last.right)} mm 止，应到 ${fixed(right)} mm 止`);
  if (rows.length > 1 && cells(text) + 1 <= 26) faults.push("单位和日期一行排得下，却排了两行");
  for (const row of rows) {
    if (!isNear(row.size, bodySize, sizeTolerance))
      faults.push(`${at(row)}字号 ${fixed(row.size)} pt，应为 ${bodySize} pt`);
    if (typefaceOf(row.face)?.kind !== "仿宋") faults.push(`${at(row)}用了${describeFace(row.face)}，应为仿宋`);
  }
  return {
    expected: `左空一字 ${fixed(left)}、右空一字 ${fixed(right)} mm（±1），日期在末行`,
    measured: `${rows.length} 行，左 ${fixed(first.left)}、右 ${fixed(last.right)} mm`,
    faults,
  };
}

function redRule({ masthead: { rule, lines } }: Bulletin): Result {
  const expected = "28–184 mm、粗 0.8 mm，距上行字 4 mm";
  if (rule === undefined) return { expected, measured: "没有", faults: ["第 1 页上没有红线"] };
  const { box } = rule;
  const row = lines.at(-1);
  const size = most(lines.at(-1)?.glyphs.map((glyph) => glyph.size) ?? []) ?? bodySize;
  // The em box of a Han face extends 0.12 em below the baseline.
  const gap = row === undefined ? undefined : box.top - row.baseline - (descent * size * 25.4) / 72;
  const faults: string[] = [];
  // A filled area is rounded to device pixels, at worst of 1/300 inch.
  if (!isNear(height(box), masthead.rule, 0.1)) faults.push(`粗 ${fixed(height(box), 2)} mm`);
  if (!isNear(box.left, typeArea.left, 0.5)) faults.push(`左端在 ${fixed(box.left, 2)} mm`);
  if (!isNear(box.right, typeArea.right, 0.5)) faults.push(`右端在 ${fixed(box.right, 2)} mm`);
  if (gap !== undefined && !isNear(gap, masthead.ruleGap, 0.5)) faults.push(`距上行字 ${fixed(gap, 2)} mm`);
  if (rule.colour !== masthead.red) faults.push(`颜色是 ${rule.colour}`);
  const below = gap === undefined ? "" : `，距上行字 ${fixed(gap, 2)} mm`;
  return {
    expected,
    measured: `${fixed(box.left, 2)}–${fixed(box.right, 2)} mm、粗 ${fixed(height(box), 2)} mm${below}`,
    faults,
  };
}
