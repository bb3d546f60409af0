import type { Line } from "../model/line.ts";

const addresses = /(?:https?:\/\/|www\.)[!-~]+|(?<![\w.+-])[\w.+-]+@[\w.-]+/g;

/**
 * The lines of a paragraph that end within an address of the web or of mail (网址、邮箱). It may be divided there, and a line of Latin
 * letters alone cannot be drawn out to the edge.
 */
export function linesEndingInAddress(lines: readonly Line[]): ReadonlySet<Line> {
  const found = [
    ...lines
      .map(({ text }) => text)
      .join("")
      .matchAll(addresses),
  ];
  let end = 0;
  return new Set(
    lines.filter(({ text }) => {
      end += text.length;
      return found.some(({ 0: address, index }) => index < end && end < index + address.length);
    }),
  );
}
