/** Bar charts with the figure at the end of each bar. (柱状图, 占比图) */

import { plainText } from "../../compute/phrase/piece.ts";
import { cells } from "../../base/text/cells.ts";
import type { ChartData, Point } from "./chart-data.ts";
import { library } from "./library.ts";

export const chartWidth = 640;
export const fontSize = 15;
/** Width reserved for a character cell; the digits of some fonts are wider than half of it. */
export const cellWidth = 1.15 * fontSize;
const barHeight = 20;
const gap = 12;

/** Solid, outlined and grey can be distinguished without colour, and need no transparency, which PDF/A-1 forbids. */
const seriesFills = ["currentColor", "none", "#999"] as const;

/** The figures in the drawing, in order. */
export function pointsOnBars({ places, series }: ChartData): Point[] {
  return places.flatMap((place) => series.flatMap(({ points }) => points.filter((point) => point.place === place)));
}

export function drawBars(data: ChartData): Element {
  const { plot, document } = library();
  const several = data.series.length > 1;
  const names = data.series.map(({ name }) => name);
  const bars = data.series.flatMap(({ name, points }) =>
    points.map(({ place, value, pieces }) => ({
      place,
      name,
      value,
      // With several series the label names the series, so that no legend is needed.
      label: `${several ? `${name} ` : ""}${plainText(pieces)}`,
    })),
  );
  const values = bars.map(({ value }) => value);
  const least = Math.min(0, ...values);
  const range = Math.max(0, ...values) - least || 1;
  const labelWidth = Math.max(...bars.map(({ label }) => cells(label))) * cellWidth + 8;
  const marginLeft = Math.max(...data.places.map(cells)) * fontSize + 12;
  const scale = (chartWidth - marginLeft) / (chartWidth - marginLeft - labelWidth);
  return plot.plot({
    document,
    width: chartWidth,
    height: data.places.length * (data.series.length * barHeight + gap) + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft,
    marginRight: 0,
    x: { axis: null, domain: [least, least + range * scale] },
    y: { axis: null, domain: names, padding: 0.15 },
    fy: { domain: data.places, padding: gap / (data.series.length * barHeight + gap), axis: null },
    marks: [
      ...names.map((name, at) =>
        plot.barX(
          bars.filter((bar) => bar.name === name),
          { x: "value", y: "name", fy: "place", stroke: "currentColor", fill: fillOf(at) },
        ),
      ),
      // After the end of the bar; for a negative bar after the axis.
      plot.text(bars, {
        x: ({ value }: (typeof bars)[number]) => Math.max(0, value),
        y: "name",
        fy: "place",
        text: "label",
        textAnchor: "start",
        dx: 6,
        fontSize,
      }),
      plot.text(data.places, {
        fy: (place: string) => place,
        text: (place: string) => place,
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        fontSize,
      }),
      plot.ruleX([0], { stroke: "currentColor" }),
    ],
  });
}

function fillOf(at: number): string {
  return seriesFills[at % seriesFills.length] ?? seriesFills[0];
}
