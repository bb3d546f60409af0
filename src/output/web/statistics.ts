/** The figures of all issues side by side, and how the latest divide. */

import type { Figure } from "../../compute/tally/figure.ts";
import type { Breakdown } from "../../compute/tally/breakdown.ts";
import { fixed, tellingPercentage } from "../../compute/phrase/number-format.ts";
import { issuePage, statisticsPage, unitPage } from "../../model/addresses.ts";
import { asOfText, figureText } from "./figure-text.ts";
import { hasTotal, keyFigures, total } from "./key-figures.ts";
import type { KeyFigure } from "./key-figures.ts";
import { unitDimension } from "../../model/naming.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";
import { chartIssues, trendCharts } from "./trend-charts.ts";
import type { DrawChart, TrendChart } from "./trend-charts.ts";
import type { UnitRow } from "./unit-pages.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";

export interface BreakdownRow {
  readonly label: string;
  /** The unit's own page. */
  readonly path: string | undefined;
  readonly value: string;
  /** 26.0%; absent where there is no total to be a share of. */
  readonly share: string | undefined;
  /** Length of the bar, 0 to 100. */
  readonly bar: string;
}

export interface BreakdownTable {
  /** 交办：按单位分 */
  readonly title: string;
  readonly note: string | undefined;
  readonly dimension: string;
  readonly measureWord: string;
  readonly rows: readonly BreakdownRow[];
}

export interface StatisticsView {
  readonly head: PageHead;
  readonly from: { readonly path: string; readonly number: string; readonly date: string } | undefined;
  readonly figures: readonly KeyFigure[];
  readonly columns: readonly string[];
  readonly rows: readonly UnitRow[];
  /** How many older issues the table leaves to the data file. */
  readonly omitted: number;
  readonly charts: readonly TrendChart[];
  readonly breakdowns: readonly BreakdownTable[];
}

/** Issues in the table; the rest are in the data file. */
const tableIssues = 60;

export function statisticsView(
  site: SiteFacts,
  issues: readonly PublishedIssue[],
  vocabulary: Vocabulary,
  draw: DrawChart,
): StatisticsView {
  const counted = issues.filter((issue) => issue.measures.length > 0);
  const [latest, ...earlier] = counted;
  const measures = [...vocabulary.measures.keys()].filter((name) => counted.some((issue) => hasTotal(issue, name)));
  return {
    head: pageHead(site, {
      path: statisticsPage,
      name: "统计",
      description: `${site.title}历期主要数字，最新一期按单位、类别等分组的数字。`,
    }),
    from:
      latest === undefined
        ? undefined
        : { path: issuePage(latest.issue), number: latest.view.masthead.number, date: latest.view.masthead.date },
    figures: latest === undefined ? [] : keyFigures(latest, earlier),
    columns: measures.map((name) => {
      const latestWith = counted.find((issue) => hasTotal(issue, name));
      const word = latestWith === undefined ? undefined : total(latestWith, name)?.measureWord;
      return word === undefined || word === "" ? name : `${name}（${word}）`;
    }),
    rows: counted.slice(0, tableIssues).map((published) => ({
      path: issuePage(published.issue),
      number: published.view.masthead.number,
      date: published.view.masthead.date,
      isoDate: published.view.isoDate,
      cells: measures.map((name) => {
        const figure = total(published, name);
        return figure === undefined ? "—" : figureText(figure);
      }),
    })),
    omitted: Math.max(0, counted.length - tableIssues),
    charts: trendCharts(
      "全部单位",
      counted.slice(0, chartIssues).map((published) => ({ published, figures: totalsOf(published, measures) })),
      draw,
    ),
    breakdowns: latest === undefined ? [] : breakdownTables(latest, vocabulary),
  };
}

function totalsOf(published: PublishedIssue, measures: readonly string[]): Map<string, Figure> {
  return new Map(
    measures.flatMap((name) => {
      const figure = total(published, name);
      return figure === undefined ? [] : [[name, figure] as const];
    }),
  );
}

function breakdownTables(latest: PublishedIssue, vocabulary: Vocabulary): BreakdownTable[] {
  const units = unitDimension(vocabulary);
  return latest.measures.flatMap(({ measure }) => {
    const tally = latest.tallies()?.get(measure);
    if (tally === undefined || tally.definition.formula !== undefined) return [];
    return [...tally.breakdowns.values()].map((breakdown): BreakdownTable => {
      const asOf = asOfText(tally.asOf);
      const joint =
        !tally.jointTotal.value.equals(0) && tally.jointCounting === "apart" && breakdown.dimension === units;
      const notes = [
        ...(asOf === undefined ? [] : [asOf]),
        ...(breakdown.overlapping ? ["一件可以属于几项，各项之和会超过合计"] : []),
        ...(joint
          ? [`另有${figureText(tally.jointTotal)}${tally.jointTotal.measureWord}为几个单位共有，不计入各单位`]
          : []),
      ];
      return {
        title: `${measure}：按${breakdown.dimension.name}分`,
        note: notes.length === 0 ? undefined : `${notes.join("；")}。`,
        dimension: breakdown.dimension.name,
        measureWord: breakdown.measureWord,
        rows: breakdownRows(breakdown, breakdown.dimension === units),
      };
    });
  });
}

/** In descending order. A bar is as long as its part of the largest. */
function breakdownRows({ parts, total: whole }: Breakdown, haveUnitPages: boolean): BreakdownRow[] {
  const sorted = [...parts].sort((a, b) => b.figure.value.compare(a.figure.value));
  const largest = sorted[0]?.figure.value;
  return sorted.map(({ label, member, figure }) => ({
    label,
    path: haveUnitPages && member !== undefined ? unitPage(member) : undefined,
    value: figureText(figure),
    share:
      whole === undefined || whole.value.equals(0) ? undefined : tellingPercentage(figure.value.div(whole.value), 1),
    bar: largest === undefined || largest.equals(0) ? "0" : fixed(figure.value.mul(100).div(largest), 1),
  }));
}
