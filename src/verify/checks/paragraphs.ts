/** Indents, widows and orphans: GB/T 9704-2012 7.3.3 and office practice. */

import { cells } from "../../base/text/cells.ts";
import type { Bulletin } from "../layout/bulletin.ts";
import { isCentredOrRight, isHeading } from "../layout/paragraph.ts";
import type { Paragraph } from "../layout/paragraph.ts";
import { grid, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span, untagged } from "./check.ts";
import type { Check, Result } from "./check.ts";

/** Two cells of the grid, or two ems of 16 pt: 11.14 and 11.29 mm; letter-spacing shifts the first glyph by 0.07. */
const indentTolerance = 0.5;

export const paragraphChecks: readonly Check[] = [
  {
    id: "indent",
    clause: "GB/T 9704 7.3.3",
    strength: "必须",
    severity: "fail",
    name: "段首空二字",
    run: (bulletin) => (bulletin.tagged ? indent(bulletin) : untagged),
  },
  {
    id: "single-lines",
    clause: "简报惯例",
    strength: "惯例",
    severity: "warn",
    name: "孤行与单字行",
    run: (bulletin) => (bulletin.tagged ? singleLines(bulletin) : untagged),
  },
];

const levelMark = /^([一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d{1,2}[.．](?!\d)|（\d{1,2}）)/;

/** Paragraphs and numbered headings are indented, but not salutations and centred or right-aligned paragraphs. */
function indent({ paragraphs }: Bulletin): Result {
  const wanted = typeArea.left + 2 * grid.cell;
  const firsts = paragraphs
    .filter(({ role, text }) => !isHeading(role) || (role !== "H2" && role !== "H3" && levelMark.test(text)))
    .filter((paragraph) => !isSalutation(paragraph) && !isSetAside(paragraph))
    .flatMap(({ lines }) => lines[0] ?? []);
  if (firsts.length === 0) return { absent: "没有自然段" };
  return {
    expected: `${fixed(wanted, 2)}±${indentTolerance} mm`,
    measured: span(
      firsts.map((line) => line.left),
      "mm",
    ),
    faults: firsts
      .filter((line) => !isNear(line.left, wanted, indentTolerance))
      .map((line) => `${at(line)}${quote(line.text)}从 ${fixed(line.left)} mm 起`),
  };
}

/** Whether a paragraph is 称呼 or 主送机关: names ending with a colon, flush left (7.3.2). */
function isSalutation({ text, lines: [first] }: Paragraph): boolean {
  return /^[^。；！？]{1,60}：$/.test(text) && first !== undefined && isNear(first.left, typeArea.left, 1);
}

/** Whether a paragraph is centred or at the right: signature, credit, subtitle. */
function isSetAside(paragraph: Paragraph): boolean {
  const { lines } = paragraph;
  const [first] = lines;
  if (isCentredOrRight(paragraph)) return true;
  return lines.length === 1 && first !== undefined && first.left > typeArea.left + 4 * grid.cell;
}

function singleLines({ core, paragraphs, pages }: Bulletin): Result {
  const faults: string[] = [];
  for (const { lines, role } of paragraphs) {
    const last = lines.at(-1);
    if (lines.length < 2 || last === undefined) continue;
    for (const { number } of pages) {
      const here = lines.filter((line) => line.page === number);
      const [only] = here;
      if (here.length !== 1 || only === undefined) continue;
      if (only === lines[0]) faults.push(`${at(only)}${quote(only.text)}段首一行留在页底`);
      else if (only === last) faults.push(`${at(only)}${quote(only.text)}段尾一行落在页顶`);
    }
    if (!isHeading(role) && cells(last.text.replace(/[。！？：；”’）》]+$/, "")) <= 1)
      faults.push(`${at(last)}末行只有一个字${quote(last.text)}`);
  }
  for (const { number } of pages) {
    const here = core.filter((line) => line.page === number);
    const last = here.at(-1);
    const goesOn = core.some((line) => line.page > number);
    if (goesOn && last?.block !== undefined && isHeading(last.block.role))
      faults.push(`${at(last)}${quote(last.text)}标题留在页底`);
  }
  return {
    expected: "页顶页底不留单行，末行多于一字",
    measured: faults.length === 0 ? "没有" : `${faults.length} 处`,
    faults,
  };
}
