/** Sheet and type area: GB/T 9704-2012 5.1, 5.2.1. */

import type { Bulletin } from "../layout/bulletin.ts";
import { isInFigure } from "../layout/paragraph.ts";
import { isWithin } from "../model/element.ts";
import type { Line } from "../model/line.ts";
import { sheet, typeArea } from "../standard.ts";
import { flushLines, fullLines, isFullWidthMark } from "./flush.ts";
import { at, fixed, isNear, quote, span, untagged } from "./check.ts";
import type { Check, Result } from "./check.ts";

/** Points (0.18 mm): A4 in whole CSS pixels deviates by 0.3 pt. */
const sheetTolerance = 0.5;
/** 订口 28 ± 1 mm, as the clause itself allows. */
const leftTolerance = 1;
/** The clause gives no tolerance for the right side; half a cell would be 2.8 mm, the letter-spacing of the last glyph 0.07 mm. */
const rightTolerance = 0.7;
/** A descender may extend 0.5 mm below the em box. */
const bottomTolerance = 0.5;

export const sheetChecks: readonly Check[] = [
  {
    id: "sheet",
    clause: "GB/T 9704 5.1",
    strength: "必须",
    severity: "fail",
    name: "A4 幅面",
    run: ({ pages }) => {
      const sizes = new Set<string>();
      const faults: string[] = [];
      for (const { number, mediaBox, rotate } of pages) {
        const [left, bottom, right, top] = mediaBox;
        sizes.add(`${fixed(right - left, 2)}×${fixed(top - bottom, 2)} pt`);
        const size =
          isNear(right - left, sheet.width, sheetTolerance) && isNear(top - bottom, sheet.height, sheetTolerance);
        if (!size) faults.push(`第 ${number} 页是 ${fixed(right - left, 2)}×${fixed(top - bottom, 2)} pt`);
        if (rotate !== 0) faults.push(`第 ${number} 页旋转了 ${rotate} 度`);
      }
      return { expected: "595.28×841.89 pt，不旋转", measured: [...sizes].join("、"), faults };
    },
  },
  {
    id: "left-edge",
    clause: "GB/T 9704 5.2.1",
    strength: "必须",
    severity: "fail",
    name: "版心左边",
    run: (bulletin) => {
      if (!bulletin.tagged) return untagged;
      const lines = flushLines(bulletin.paragraphs);
      if (lines.length === 0) return { absent: "没有回行" };
      return {
        expected: "28±1 mm",
        measured: span(
          lines.map((line) => line.left),
          "mm",
        ),
        faults: lines
          .filter((line) => !isNear(line.left, typeArea.left, leftTolerance))
          .map((line) => `${at(line)}${quote(line.text)}从 ${fixed(line.left)} mm 起`),
      };
    },
  },
  {
    id: "right-edge",
    clause: "GB/T 9704 5.2.1",
    strength: "必须",
    severity: "fail",
    name: "版心右边",
    run: (bulletin) => (bulletin.tagged ? rightEdge(bulletin) : untagged),
  },
  {
    id: "top-edge",
    clause: "GB/T 9704 5.2.1",
    strength: "必须",
    severity: "warn",
    name: "版心上边",
    run: topEdge,
  },
  {
    id: "bottom-edge",
    clause: "GB/T 9704 5.2.1",
    strength: "必须",
    severity: "fail",
    name: "版心下边",
    run: bottomEdge,
  },
];

/**
 * A full line ends at the right side of its last em box. Final punctuation may be squeezed to half a cell, which the file does not show;
 * then its ink, in the left half of the em box, must be inside.
 */
function rightEdge(bulletin: Bulletin): Result {
  const lines = fullLines(bulletin.paragraphs);
  if (lines.length === 0) return { absent: "没有满行" };
  const solid = lines.filter((line) => !endsWithMark(line));
  const outside = (line: Line): boolean =>
    endsWithMark(line)
      ? (line.ink?.right ?? line.right) > typeArea.right + rightTolerance
      : !isNear(line.right, typeArea.right, rightTolerance);
  return {
    expected: "184±0.7 mm",
    measured: span(
      solid.map((line) => line.right),
      "mm",
    ),
    faults: lines.filter(outside).map((line) => `${at(line)}${quote(line.text)}到 ${fixed(line.right)} mm 止`),
  };
}

function endsWithMark(line: Line): boolean {
  return isFullWidthMark(line.glyphs.at(-1)?.text ?? "");
}

/** Measures the ink, from the outlines in the embedded font, because the ascent of a font is not reliable. */
function topEdge({ core, pages, profile }: Bulletin): Result {
  // Pages that begin with a headline, a table or a picture are left out, as their text starts lower.
  const first = pages.slice(1).flatMap((page) => {
    const line = core.find(({ page: number }) => number === page.number);
    if (line === undefined || line.size > 19 || isWithin(line.block, "Table") || isInFigure(line)) return [];
    const drawn = [...page.pictures, ...page.marks.filter(({ element }) => isWithin(element, "Figure"))];
    return drawn.some(({ box }) => box.top < line.baseline) ? [] : [line];
  });
  if (first.length === 0) return { absent: "没有以正文开头的续页" };
  const tops = first.flatMap((line) => line.ink?.top ?? []);
  if (tops.length === 0) return { unchecked: "读不出字形轮廓，量不到墨迹" };
  const [least, most] = profile?.nearest.firstInk ?? [36, 38.5];
  return {
    expected: `首行墨迹 ${fixed(least)}–${fixed(most)} mm`,
    measured: span(tops, "mm", 2),
    faults: first
      .filter(({ ink }) => ink !== undefined && (ink.top < least || ink.top > most))
      .map((line) => `第 ${line.page} 页首行墨迹从 ${fixed(line.ink?.top ?? 0, 2)} mm 起`),
  };
}

function bottomEdge({ text, pages, pageNumbers }: Bulletin): Result {
  const deepest = pages.map((page) => {
    const lines = text.filter((line) => line.page === page.number);
    const numbered = pageNumbers[page.number - 1];
    const drawn = [...page.marks, ...page.pictures].map((mark) => mark.box.bottom);
    const below = numbered === undefined ? drawn : drawn.filter((bottom) => bottom < numbered.baseline - 6);
    return Math.max(0, ...lines.map((line) => line.ink?.bottom ?? line.baseline), ...below);
  });
  const limit = typeArea.bottom + bottomTolerance;
  return {
    expected: `页码以外不低于 ${fixed(limit)} mm`,
    measured: `最低 ${fixed(Math.max(...deepest), 2)} mm`,
    faults: deepest.flatMap((bottom, page) => (bottom > limit ? [`第 ${page + 1} 页低到 ${fixed(bottom, 2)} mm`] : [])),
  };
}
