/** 页码: GB/T 9704-2012 7.5. */

import type { Bulletin } from "../layout/bulletin.ts";
import { describeFace, typefaceOf } from "../layout/typeface.ts";
import { middle } from "../model/box.ts";
import type { Line } from "../model/line.ts";
import { pageNumber, sizeTolerance, smallSize } from "../standard.ts";
import { fixed, isNear, span } from "./check.ts";
import type { Check, Result } from "./check.ts";

const clause = { clause: "GB/T 9704 7.5", strength: "必须", severity: "fail" } as const;
/** 空一字: a dash fills its em box; the clause gives no tolerance and type areas may be off by 1 mm (6.1). */
const insetTolerance = 1;
/** The 7 mm are understood as distance to the stroke's centre, its edge or the digits' baseline; ± 1 mm around the centre allows all. */
const heightTolerance = 1;

export const pageNumberChecks: readonly Check[] = [
  { ...clause, id: "page-number-type", name: "页码字体字号", run: type },
  { ...clause, id: "page-number-side", name: "页码左右位置", run: side },
  { ...clause, id: "page-number-height", name: "页码高度", run: dashHeight },
  { ...clause, id: "page-number-sequence", name: "页码连续", run: sequence },
];

const none: Result = { expected: "有页码", measured: "没有", faults: ["没有一页有页码"] };

function present({ pageNumbers }: Bulletin): Line[] {
  return pageNumbers.filter((line) => line !== undefined);
}

function type(bulletin: Bulletin): Result {
  const lines = present(bulletin);
  if (lines.length === 0) return none;
  const faults = lines.flatMap((line) => [
    ...(/^— ?\d+ ?—$/.test(line.text) ? [] : [`第 ${line.page} 页写作“${line.text}”`]),
    ...(line.glyphs.every((glyph) => isNear(glyph.size, smallSize, sizeTolerance))
      ? []
      : [`第 ${line.page} 页 ${fixed(line.size)} pt`]),
    ...(line.glyphs.every((glyph) => typefaceOf(glyph.face)?.kind === "宋体")
      ? []
      : [`第 ${line.page} 页用了${describeFace(line.face)}`]),
  ]);
  const faces = new Set(lines.map((line) => describeFace(line.face)));
  return {
    expected: `“— 1 —”，宋体 ${smallSize} pt`,
    measured: `“${lines[0]?.text ?? ""}”，${[...faces].join("、")} ${span(
      lines.map((line) => line.size),
      "pt",
    )}`,
    faults,
  };
}

function side(bulletin: Bulletin): Result {
  const lines = present(bulletin);
  if (lines.length === 0) return none;
  const { oddRight, evenLeft } = pageNumber;
  const odd = lines.filter((line) => line.page % 2 === 1);
  const even = lines.filter((line) => line.page % 2 === 0);
  const faults = [
    ...odd
      .filter((line) => !isNear(line.right, oddRight, insetTolerance))
      .map((line) => `第 ${line.page} 页右边在 ${fixed(line.right)} mm`),
    ...even
      .filter((line) => !isNear(line.left, evenLeft, insetTolerance))
      .map((line) => `第 ${line.page} 页左边在 ${fixed(line.left)} mm`),
  ];
  const left =
    even.length === 0
      ? ""
      : `，双页左边 ${span(
          even.map((line) => line.left),
          "mm",
        )}`;
  return {
    expected: `单页右边 ${fixed(oddRight)}、双页左边 ${fixed(evenLeft)} mm（±1）`,
    measured: `单页右边 ${span(
      odd.map((line) => line.right),
      "mm",
    )}${left}`,
    faults,
  };
}

/** The height of the stroke's centre, from the outline of the dash. */
function dashHeight(bulletin: Bulletin): Result {
  const lines = present(bulletin);
  if (lines.length === 0) return none;
  const dashes = lines.flatMap((line) =>
    line.glyphs
      .filter((glyph) => /^[—–-]$/.test(glyph.text))
      .flatMap(({ ink }) => (ink === undefined ? [] : [{ page: line.page, y: middle(ink).y }])),
  );
  if (dashes.length === 0) return { unchecked: "没有一字线，或读不出它的字形" };
  return {
    expected: `一字线中心 ${pageNumber.dash}±${heightTolerance} mm`,
    measured: span(
      dashes.map(({ y }) => y),
      "mm",
      2,
    ),
    faults: dashes
      .filter(
        ({ y }, index) =>
          !isNear(y, pageNumber.dash, heightTolerance) && dashes[index - 1]?.page !== dashes[index]?.page,
      )
      .map(({ page, y }) => `第 ${page} 页在 ${fixed(y, 2)} mm`),
  };
}

/** A blank page before the page of the imprint, and that page, have no number; every other page has its own. */
function sequence({ pages, text, core, imprint, pageNumbers }: Bulletin): Result {
  const isBlank = (number: number): boolean =>
    !text.some((line) => line.page === number) && (pages[number - 1]?.pictures.length ?? 0) === 0;
  const faults: string[] = [];
  const unnumbered = new Set<number>();
  for (const { number } of pages) if (isBlank(number)) unnumbered.add(number);
  const alone = imprint !== undefined && !core.some((line) => line.page === imprint.page);
  if (alone && unnumbered.has(imprint.page - 1)) unnumbered.add(imprint.page);
  for (const { number } of pages) {
    const shown = /\d+/.exec(pageNumbers[number - 1]?.text ?? "")?.[0];
    if (unnumbered.has(number) && shown !== undefined) faults.push(`第 ${number} 页不该有页码，印了 ${shown}`);
    else if (!unnumbered.has(number) && shown === undefined) faults.push(`第 ${number} 页没有页码`);
    else if (shown !== undefined && shown !== String(number)) faults.push(`第 ${number} 页印成了 ${shown}`);
  }
  const measured = pageNumbers.map((line) => /\d+/.exec(line?.text ?? "")?.[0] ?? "无").join("、");
  return { expected: "从 1 起连续；空白页及其后的版记页没有", measured, faults };
}
