import type { Line } from "../model/line.ts";

const addresses = /(?:https?:\/\/|www\.)[!-~]+|(?<![\w.+-])[\w.+-]+@[\w.-]+/g;

/**
 * The lines of a paragraph that end within a web or mail address (网址、邮箱), which may be divided there. Such a line cannot be
 * justified.
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
