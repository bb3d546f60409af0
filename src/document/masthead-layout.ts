/** Computes sizes and rows of the red masthead (报头), by office practice, because no standard defines them for bulletins. */

import { cells } from "../base/text/cells.ts";
import { headlineLines } from "./headline.ts";
import { breakCosts } from "./line-breaks.ts";
import { grid, millimetresPerPoint, sizes, typeArea } from "./sheet.ts";
import type { Sheet } from "./sheet.ts";

/** The texts of the masthead. */
export interface MastheadText {
  readonly scope: string | undefined;
  readonly name: string;
  readonly issuer: string;
  readonly date: string;
}

export interface MastheadLayout {
  /** Lines of the scope, one or two; empty without one. */
  readonly scopeLines: readonly string[];
  /** Points. */
  readonly scopeSize: number;
  /** Points. */
  readonly nameSize: number;
  /** Letter-spacing of the name in points. */
  readonly nameSpacing: number;
  /** The issuing body in one row or two. */
  readonly issuerRows: readonly string[];
  /** Whether the date has a row of its own below the issuing body. */
  readonly dateBelow: boolean;
  /** Lines of the grid from the top of the page to the first line of the text, including two blank lines below the red rule. */
  readonly lines: number;
}

/** Width of the type area in points: 442.2. */
const measure = typeArea.width / millimetresPerPoint;
/** Issuing body and date are inset by one character each (like those of the imprint in 7.4.3). */
const rowCells = grid.characters - 2;

/** Vertical distances of the masthead in millimetres. */
export const mastheadGaps = {
  /** From the top of the type area to the top of the name. */
  above: 20,
  /** Between scope and name. */
  between: 4,
  /** From the characters of the last row to the red rule (7.2.7). */
  aboveRule: 4,
  rule: 0.8,
} as const;

export function mastheadLayout(text: MastheadText, sheet: Sheet): MastheadLayout {
  const scope = scopeOf(text.scope);
  const name = nameOf(text.name, scope.scopeLines.length > 0);
  const rows = issuerRows(text.issuer, text.date);
  return { ...scope, ...name, ...rows, lines: linesOf(scope, name.nameSize, rows, sheet) };
}

/** The scope has at most 26 pt; if one line would require less than 20 pt, it is broken into two lines between words. */
function scopeOf(scope: string | undefined): Pick<MastheadLayout, "scopeLines" | "scopeSize"> {
  if (scope === undefined) return { scopeLines: [], scopeSize: 26 };
  const widestAt20 = Math.floor(measure / 20);
  const scopeLines = headlineLines([scope], widestAt20);
  return { scopeLines, scopeSize: fitted(Math.max(...scopeLines.map(cells)), 26) };
}

/** The largest size up to `most` in half points at which `width` cells fill the measure. */
function fitted(width: number, most: number): number {
  return Math.min(most, Math.floor((2 * measure) / width) / 2);
}

/**
 * A short name is spread over about two thirds of the width. Below a scope its size is from 48 pt down to 初号 (42 pt), depending on its
 * length; alone it may have 54 pt.
 */
function nameOf(name: string, belowScope: boolean): Pick<MastheadLayout, "nameSize" | "nameSpacing"> {
  const width = cells(name);
  const most = belowScope ? 48 : 54;
  const airy = Math.floor((2 * 0.75 * measure) / (1.2 * width)) / 2;
  const nameSize = fitted(width, Math.min(most, Math.max(42, airy)));
  const gaps = [...name].length - 1;
  const spare = 0.68 * measure - width * nameSize;
  return { nameSize, nameSpacing: gaps > 0 && spare > 0 ? Math.round((10 * spare) / gaps) / 10 : 0 };
}

/** Issuing body and date in one row, else the issuing body in two rows with the date in the second, else the date below. */
function issuerRows(issuer: string, date: string): Pick<MastheadLayout, "issuerRows" | "dateBelow"> {
  const besideDate = rowCells - 1 - cells(date);
  if (cells(issuer) <= besideDate) return { issuerRows: [issuer], dateBelow: false };
  let best: { readonly rows: readonly string[]; readonly cost: number } | undefined;
  for (const [place, placeCost] of breakCosts(issuer)) {
    const rows = [issuer.slice(0, place), issuer.slice(place)];
    const [first, second] = rows.map(cells);
    if (first === undefined || second === undefined || placeCost === Infinity) continue;
    if (first > rowCells || second > besideDate) continue;
    const cost = placeCost + 0.01 * (first - second) ** 2;
    if (best === undefined || cost < best.cost) best = { rows, cost };
  }
  if (best !== undefined) return { issuerRows: best.rows, dateBelow: false };
  return { issuerRows: headlineLines([issuer], rowCells), dateBelow: true };
}

/** The text starts on the line of the grid nearest to two blank lines below the rule, but not less than one and three quarters. */
function linesOf(
  scope: Pick<MastheadLayout, "scopeLines" | "scopeSize">,
  nameSize: number,
  rows: Pick<MastheadLayout, "issuerRows" | "dateBelow">,
  { lead, pitch }: Sheet,
): number {
  const points = scope.scopeLines.length * scope.scopeSize + nameSize;
  const between = scope.scopeLines.length > 0 ? mastheadGaps.between : 0;
  // A blank line, the issue number, a blank line, then the rows, the last one down to the lower edge of its characters.
  const rowCount = 3 + rows.issuerRows.length + (rows.dateBelow ? 1 : 0);
  const belowCharacters = (pitch - sizes.body * millimetresPerPoint) / 2;
  const ruleBottom =
    lead.top +
    mastheadGaps.above +
    points * millimetresPerPoint +
    between +
    rowCount * pitch -
    belowCharacters +
    mastheadGaps.aboveRule +
    mastheadGaps.rule;
  return Math.max(Math.round(ruleBottom / pitch + 2), Math.ceil(ruleBottom / pitch + 1.75));
}
