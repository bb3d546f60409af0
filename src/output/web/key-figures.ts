/** The totals of an issue with what became of them since the issue before. (主要数据) */

import type { Figure } from "../../compute/tally/figure.ts";
import { asOfText, changeOf, figureText } from "./figure-text.ts";
import type { Change } from "./figure-text.ts";
import type { PublishedIssue } from "../published-issue.ts";

export interface KeyFigure {
  readonly name: string;
  readonly value: string;
  readonly measureWord: string;
  readonly asOf: string | undefined;
  readonly change: Change | undefined;
}

/** `earlier`: published issues before this one, newest first. */
export function keyFigures(issue: PublishedIssue, earlier: readonly PublishedIssue[]): KeyFigure[] {
  return issue.measures.flatMap(({ measure: name }) => {
    const figure = total(issue, name);
    if (figure === undefined) return [];
    const before = earlier.find((other) => hasTotal(other, name));
    const old = before === undefined ? undefined : total(before, name);
    return [
      {
        name,
        value: figureText(figure),
        measureWord: figure.measureWord,
        asOf: asOfText(figure.asOf),
        change:
          before === undefined || old === undefined ? undefined : changeOf(figure, old, before.view.masthead.number),
      },
    ];
  });
}

export function total(issue: PublishedIssue, measure: string): Figure | undefined {
  return hasTotal(issue, measure) ? issue.tallies()?.get(measure)?.total : undefined;
}

export function hasTotal({ measures }: PublishedIssue, measure: string): boolean {
  return measures.some((each) => each.measure === measure && each.total);
}
