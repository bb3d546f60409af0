/** 22 lines of 28 characters: GB/T 9704-2012 5.2.3. */

import { cells } from "../../base/text/cells.ts";
import type { Bulletin, Imprint } from "../layout/bulletin.ts";
import { isHeading, isInFigure } from "../layout/paragraph.ts";
import type { Paragraph } from "../layout/paragraph.ts";
import { span as length } from "../layout/profile.ts";
import { isWithin } from "../model/element.ts";
import { most } from "../model/line.ts";
import type { Line } from "../model/line.ts";
import { bodyEm, descent, grid, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span, untagged } from "./check.ts";
import type { Check, Result } from "./check.ts";
import { bodyParagraphs, fullLines } from "./flush.ts";

/** The browser puts baselines on whole CSS pixels (0.265 mm), so that distances vary by up to one pixel. */
const stepTolerance = 0.4;
/** Rounding does not accumulate: the mean over a page is exact to 0.265 mm / 21 = 0.013; 0.03 distinguishes 28.95 from 29.61 pt. */
const meanTolerance = 0.03;

/** The first baseline of a page, for pages that begin with a picture or chart. */
const firstBaseline = typeArea.top + bodyEm * (1 - descent);

export const gridChecks: readonly Check[] = [
  {
    id: "pitch",
    clause: "GB/T 9704 5.2.3",
    strength: "一般",
    severity: "warn",
    name: "行距",
    run: pitch,
  },
  {
    id: "lines-a-page",
    clause: "GB/T 9704 5.2.3",
    strength: "一般",
    severity: "warn",
    name: "每面行数",
    run: (bulletin) => (bulletin.tagged ? linesPerPage(bulletin) : untagged),
  },
  {
    id: "cells-a-line",
    clause: "GB/T 9704 5.2.3",
    strength: "一般",
    severity: "warn",
    name: "每行字数",
    run: (bulletin) => (bulletin.tagged ? cellsPerLine(bulletin) : untagged),
  },
];

function pitch({ profile, tagged }: Bulletin): Result {
  if (!tagged) return untagged;
  if (profile === undefined) return { absent: "没有相连的两行正文" };
  const { nearest, runs } = profile;
  const faults: string[] = [];
  if (nearest.name === "28pt") faults.push(`行距接近 28 磅（${fixed(nearest.pitch, 3)} mm），22 行撑不满版心`);
  for (const { page, baselines } of runs) {
    for (const [index, baseline] of baselines.entries()) {
      const step = baseline - (baselines[index - 1] ?? baseline);
      if (index > 0 && !isNear(step, nearest.pitch, stepTolerance))
        faults.push(`第 ${page} 页有一处行距 ${fixed(step, 2)} mm`);
    }
  }
  // The mean of a short run is not exact enough.
  const long = runs.filter(({ baselines }) => baselines.length >= 10);
  const means = long.map((run) => length(run) / (run.baselines.length - 1));
  for (const [index, mean] of means.entries()) {
    const rounding = 0.265 / ((long[index]?.baselines.length ?? 2) - 1);
    if (!isNear(mean, nearest.pitch, Math.max(meanTolerance, rounding)))
      faults.push(`第 ${long[index]?.page ?? 0} 页平均行距 ${fixed(mean, 3)} mm`);
  }
  return {
    expected: `${fixed(nearest.pitch, 3)} mm（${nearest.term}）`,
    measured: means.length > 0 ? `平均 ${span(means, "mm", 3)}` : `平均 ${fixed(profile.pitch, 3)} mm`,
    faults,
  };
}

/**
 * A page whose last paragraph continues on the next page, and that has no larger type, must be full: 22 lines, or 21 where a line was
 * moved to avoid a widow or orphan. The page before that of the imprint may give up to four lines to it, so that the imprint is not
 * without text (7.3.5.5), if the imprint has no room on that page.
 */
/** Whether a paragraph is 落款 or 供稿, which begin further to the right than any other. */
function isSigned({ lines: [first] }: Paragraph): boolean {
  return first !== undefined && first.left > typeArea.left + 4 * grid.cell;
}

/** Whether a paragraph is the 按语 above the following headline. */
function isNoteAbove(note: Paragraph, { role }: Paragraph): boolean {
  return isHeading(role) && note.block.parent?.role === "Div";
}

/** The height of the imprint in lines, with half a blank line above it. */
function imprintLines(imprint: Imprint | undefined, pitch: number): number {
  const [first, last] = [imprint?.rules[0], imprint?.rules.at(-1)];
  return first === undefined || last === undefined ? 0 : (last.box.bottom - first.box.top) / pitch + 0.5;
}

function linesPerPage({ core, paragraphs, profile, pages, imprint }: Bulletin): Result {
  if (profile === undefined) return { absent: "没有相连的两行正文" };
  const full = pages.slice(1).flatMap(({ number }) => {
    const lines = core.filter((line) => line.page === number);
    const over = paragraphs.find(
      ({ lines: own }) => own.some((line) => line.page === number) && own.some((line) => line.page > number),
    );
    const [first] = lines;
    const last = lines.at(-1);
    if (over === undefined || first === undefined || last === undefined || lines.some((line) => line.size > 19))
      return [];
    const picture = pages[number - 1]?.pictures.some(({ box }) => box.top < first.baseline) === true;
    const start = picture || isInFigure(first) ? firstBaseline : first.baseline;
    const { pitch } = profile.nearest;
    const counted = Math.round((last.baseline - start) / pitch) + 1;
    // Below a table the lines may be off the grid, so the number of lines that would still fit is decisive.
    const room = Math.floor((typeArea.bottom - descent * bodyEm - last.baseline) / pitch);
    const count = lines.some((line) => isWithin(line.block, "Table")) ? Math.max(counted, grid.lines - room) : counted;
    const behind = over.lines.filter((each) => each.page > number).length;
    const following = paragraphs[paragraphs.indexOf(over) + 1];
    // At least two lines of text are moved together with a signature, or with the headline of a note.
    const joined = following !== undefined && (isSigned(following) || isNoteAbove(over, following));
    const taken = behind <= 3 && joined ? 3 : behind === 2 ? 1 : 0;
    const carried = core.filter((each) => each.page > number).length;
    const together = count + carried + imprintLines(imprint, pitch) > grid.lines;
    const excused = imprint?.page === number + 1 && carried <= 4 && together ? grid.lines : taken;
    return [{ number, count, excused }];
  });
  if (full.length === 0) return { absent: "没有无标题的满页" };
  return {
    expected: `${grid.lines} 行`,
    measured: span(
      full.map(({ count }) => count),
      "行",
      0,
    ),
    faults: full
      .filter(({ count, excused }) => count > grid.lines || count < grid.lines - excused)
      .map(({ number, count }) => `第 ${number} 页 ${count} 行`),
  };
}

/**
 * Counts the cells of lines without punctuation, which may be squeezed, and without Latin letters, which are narrower; the indent is
 * included. A line may be short if the following text could not be divided.
 */
function cellsPerLine({ paragraphs }: Bulletin): Result {
  const counted: { line: Line; count: number; room: number }[] = [];
  const full = new Set(fullLines(paragraphs));
  for (const { lines } of bodyParagraphs(paragraphs)) {
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      if (next === undefined || !full.has(line) || !/^[\p{Script=Han}0-9%]+$/u.test(line.text)) continue;
      const count = cells(line.text) + Math.round((line.left - typeArea.left) / grid.cell);
      counted.push({ line, count, room: count + cells(firstPiece(next.text)) });
    }
  }
  if (counted.length === 0) return { absent: "没有不含标点的满行" };
  const usual = most(counted.map(({ count }) => count)) ?? 0;
  const faults = counted
    .filter(({ count, room }) => count > grid.cells + 0.6 || (count < grid.cells - 1 && room <= grid.cells))
    .map(({ line, count }) => `${at(line)}${quote(line.text)}${count} 字`);
  if (usual !== grid.cells) faults.unshift(`满行多为 ${usual} 字`);
  return {
    expected: `${grid.cells} 字`,
    measured: `多为 ${usual} 字（${span(
      counted.map(({ count }) => count),
      "字",
    )}）`,
    faults,
  };
}

/** The indivisible beginning of a line: a number with its 量词, or a character with the following punctuation. */
function firstPiece(text: string): string {
  return /^(?:[\dA-Za-z.,%〔〕[\]]+\p{Script=Han}?|.)[，。、；：？！”’）〕》】]*/u.exec(text)?.[0] ?? "";
}
