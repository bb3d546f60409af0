/** Lines of running text, classified by their position in the type area. */

import { linesEndingInAddress } from "../layout/address.ts";
import { isCentredOrRight, isHeading } from "../layout/paragraph.ts";
import type { Paragraph } from "../layout/paragraph.ts";
import { typefaceOf } from "../layout/typeface.ts";
import type { Line } from "../model/line.ts";
import { bodySize, grid, typeArea } from "../standard.ts";

export function isFullWidthMark(text: string): boolean {
  return /^[，。、；：？！“”‘’（）〔〕《》〈〉【】「」『』—…·]$/.test(text);
}

/** Paragraphs of body text, without 按语, inset signatures and centred paragraphs. */
export function bodyParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.filter(
    (paragraph) =>
      !isHeading(paragraph.role) &&
      !isCentredOrRight(paragraph) &&
      paragraph.lines.every((line) => Math.abs(line.size - bodySize) < 3) &&
      paragraph.lines.every((line) => typefaceOf(line.face)?.kind !== "楷体"),
  );
}

/** Turn lines (回行): the second and later lines of paragraphs. */
export function flushLines(paragraphs: readonly Paragraph[]): Line[] {
  return bodyParagraphs(paragraphs).flatMap(({ lines }) => lines.slice(1));
}

/**
 * Lines that are not the last of their paragraph, which fill the measure. Lines that end two cells early are left out as manual breaks,
 * unless they are a fifth of all lines or more, which is a fault of the layout.
 */
export function fullLines(paragraphs: readonly Paragraph[]): Line[] {
  const lines = bodyParagraphs(paragraphs).flatMap((paragraph) => {
    const inAddress = linesEndingInAddress(paragraph.lines);
    return paragraph.lines.slice(0, -1).filter((line) => !inAddress.has(line));
  });
  const whole = lines.filter((line) => line.right > typeArea.right - 2 * grid.cell);
  return (lines.length - whole.length) * 5 < lines.length ? whole : lines;
}
