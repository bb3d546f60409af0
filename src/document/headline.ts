/** Breaks headlines into lines (GB/T 9704-2012 7.3.1: 词意完整、排列对称、长短适宜、间距恰当，梯形或菱形). */

import { cells } from "../base/text/cells.ts";
import { breakCosts } from "./line-breaks.ts";

/** Least number of characters in the last line. */
const shortestLine = 3;
/** More lines are tried only for a very long text. */
const mostLines = 6;

/**
 * Breaks a headline into as few lines of at most `widest` cells as its sense allows. `manual` are the lines of the editor, of which only
 * those that are too wide are broken further. `names` are never divided.
 */
export function headlineLines(manual: readonly string[], widest: number, names: readonly string[] = []): string[] {
  return manual.flatMap((line) => (cells(line) <= widest ? [line] : broken(line, widest, names)));
}

/** Endings and beginnings of lines between which a blank would separate a phrase. */
const leaning = /[的和与及或在对为将把向以由从就、，；：—《“‘（〈]$/u;
const following = /^[的和与及或、，；：—》”’）〉]/u;

/**
 * A headline in one line (目录, lists, the site): a line break of the editor becomes a blank, as is office practice, except within a
 * phrase.
 */
export function inOneLine(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const joint = text === "" || leaning.test(text) || following.test(line) ? "" : "\u3000";
    return text + joint + line;
  }, "");
}

function broken(line: string, widest: number, names: readonly string[]): string[] {
  const costs = breakCosts(line, names);
  for (let count = Math.ceil(cells(line) / widest); count <= mostLines; count++) {
    const best = bestBreaks(line, costs, count, widest);
    if (best !== undefined) return best;
  }
  return byWidth(line, widest);
}

interface Candidate {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** The best division into `count` lines, or `undefined` when none fits without dividing words. */
function bestBreaks(
  line: string,
  costs: ReadonlyMap<number, number>,
  count: number,
  widest: number,
): string[] | undefined {
  const places = [...costs].filter(([, cost]) => cost < Infinity).sort(([a], [b]) => a - b);
  let best: Candidate | undefined;
  const extend = (from: number, lines: readonly string[], cost: number): void => {
    if (lines.length === count - 1) {
      const all = [...lines, line.slice(from)];
      if (cells(all.at(-1) ?? "") > widest) return;
      const total = cost + shapeCost(all.map(cells));
      if (best === undefined || total < best.cost) best = { lines: all, cost: total };
      return;
    }
    for (const [place, placeCost] of places) {
      if (place <= from) continue;
      const next = line.slice(from, place);
      if (cells(next) > widest) break;
      extend(place, [...lines, next], cost + placeCost);
    }
  };
  extend(0, [], 0);
  return best === undefined || best.cost >= forbidden ? undefined : [...best.lines];
}

const forbidden = 1000;

/**
 * The cost of the shape of lines. Good lines are of similar length, without an hourglass (a middle line shorter than both neighbours) and
 * without a very short last line.
 */
export function shapeCost(widths: readonly number[]): number {
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const ragged = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0) * 0.12;
  const hourglass = widths.some(
    (width, at) => at > 0 && at < widths.length - 1 && width < (widths[at - 1] ?? 0) && width < (widths[at + 1] ?? 0),
  );
  const forgotten = widths.some((width) => width < shortestLine);
  return ragged + (hourglass ? 20 : 0) + (forgotten ? forbidden : 0);
}

/** Breaks a line that has no suitable place for a break. */
function byWidth(line: string, widest: number): string[] {
  const lines: string[] = [""];
  for (const character of line) {
    if (cells((lines.at(-1) ?? "") + character) > widest) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines;
}
