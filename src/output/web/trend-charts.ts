/** How figures went over the newest issues, drawn: one chart for each measure word, as one axis holds only like things. */

import type { ChartData } from "../../document/chart/chart-data.ts";
import { describe } from "../../document/chart/description.ts";
import { finishedDrawing } from "../../document/chart/finished-drawing.ts";
import { drawTrend } from "../../document/chart/trend.ts";
import { textPiece } from "../../compute/phrase/piece.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { figureText } from "./figure-text.ts";
import type { PublishedIssue } from "../published-issue.ts";

export interface TrendChart {
  /** 零陵区近30期（件） */
  readonly title: string;
  readonly svg: string;
}

export interface IssueFigures {
  readonly published: PublishedIssue;
  /** Measure → figure. */
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The chart as SVG; it depends on title and data alone, which are plain JSON. */
export type DrawChart = (title: string, data: ChartData) => string;

/** As many of the newest issues are drawn. */
export const chartIssues = 30;

export const drawChart: DrawChart = (title, data) =>
  finishedDrawing(drawTrend(data), title, describe("趋势图", data)).svg;

/** `rows` newest first. Two issues at least make a trend. */
export function trendCharts(of: string, rows: readonly IssueFigures[], draw: DrawChart): TrendChart[] {
  const shown = rows.slice(0, chartIssues).reverse();
  if (shown.length < 2) return [];
  const words = new Map<string, string[]>();
  for (const { figures } of shown) {
    for (const [measure, figure] of figures) {
      const word = wordOf(figure);
      const known = words.get(word) ?? [];
      words.set(word, known.includes(measure) ? known : [...known, measure]);
    }
  }
  return [...words].flatMap(([word, measures]) => {
    const data = chartData(shown, measures, word);
    // A single point is no line.
    if (!data.series.some(({ points }) => points.length > 1)) return [];
    const title = `${of}近${shown.length}期${measures.length === 1 ? (measures[0] ?? "") : ""}（${word}）`;
    return [{ title, svg: draw(title, data) }];
  });
}

function wordOf(figure: Figure): string {
  return figure.percent === undefined ? figure.measureWord : "%";
}

function chartData(shown: readonly IssueFigures[], measures: readonly string[], word: string): ChartData {
  const oneYear = new Set(shown.map(({ published }) => published.view.year)).size === 1;
  const place = ({ view }: PublishedIssue): string => (oneYear ? view.masthead.number : `${view.year}-${view.number}`);
  return {
    unit: word,
    places: shown.map(({ published }) => place(published)),
    series: measures.map((name) => ({
      name,
      points: shown.flatMap(({ published, figures }) => {
        const figure = figures.get(name);
        if (figure === undefined) return [];
        const text = figureText(figure) + (figure.percent === undefined ? figure.measureWord : "");
        return [{ place: place(published), value: figure.value.valueOf(), pieces: [textPiece(text)] }];
      }),
    })),
  };
}
