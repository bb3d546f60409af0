/** Line charts over the issues; each line has its own dashes and marks, and its name at its end. (趋势图) */

import { plainText } from "../../compute/phrase/piece.ts";
import { cells } from "../../base/text/cells.ts";
import { cellWidth, chartWidth, fontSize } from "./bars.ts";
import { ticksAround } from "./chart-data.ts";
import type { ChartData, Point } from "./chart-data.ts";
import { library } from "./library.ts";

const height = 300;
const margin = { top: 16, bottom: 34 };
const lineStyles = [
  { dash: undefined, symbol: "circle" },
  { dash: "7,4", symbol: "square" },
  { dash: "2,4", symbol: "triangle" },
  { dash: "10,3,2,3", symbol: "diamond" },
] as const;
/** Least distance of the names at line ends. */
const labelHeight = 18;

/** The figures in the drawing: the last one of each line, in the order of the names at their ends. */
export function pointsOnTrend({ series }: ChartData): Point[] {
  return series.flatMap(({ points }) => points.at(-1) ?? []).sort((a, b) => a.value - b.value);
}

export function drawTrend(data: ChartData): Element {
  const { plot, document } = library();
  const percent = data.unit === "%";
  const points = data.series.flatMap(({ name, points: own }) => own.map((point) => ({ ...point, name })));
  const values = points.map(({ value }) => value);
  const ticks = ticksAround(Math.min(0, ...values), Math.max(0, ...values), !percent);
  const [bottom = 0, top = 1] = [ticks[0], ticks.at(-1)];
  const ends = lineEnds(data, bottom, top);
  const tickText = (value: number): string => (percent ? `${Number((value * 100).toPrecision(6))}%` : String(value));
  const marginLeft = Math.max(...ticks.map((tick) => cells(tickText(tick)))) * fontSize + 14;
  const marginRight = Math.max(...ends.map(({ label }) => cells(label))) * cellWidth + 14;
  return plot.plot({
    document,
    width: chartWidth,
    height,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    marginLeft,
    marginRight,
    x: { type: "point", domain: data.places, axis: null, padding: 0.3 },
    y: { domain: [bottom, top], axis: null },
    marks: [
      plot.gridY(ticks, { stroke: "#bbb", strokeOpacity: 1 }),
      plot.axisY(ticks, { tickFormat: tickText, tickSize: 0, fontSize, label: null }),
      plot.axisX(spaced(data.places, chartWidth - marginLeft - marginRight), { tickSize: 4, fontSize, label: null }),
      plot.ruleY([0], { stroke: "currentColor" }),
      ...data.series.flatMap(({ name }, at) => {
        const style = lineStyles[at % lineStyles.length] ?? lineStyles[0];
        const own = points.filter((point) => point.name === name);
        return [
          plot.lineY(own, {
            x: "place",
            y: "value",
            stroke: "currentColor",
            strokeWidth: 1.8,
            ...(style.dash === undefined ? {} : { strokeDasharray: style.dash }),
          }),
          plot.dot(own, { x: "place", y: "value", symbol: style.symbol, fill: "currentColor", r: 4 }),
        ];
      }),
      plot.text(ends, { x: "place", y: "at", text: "label", textAnchor: "start", dx: 10, fontSize }),
    ],
  });
}

interface LineEnd {
  readonly place: string;
  /** Position of the label in units of the axis, moved if it would overlap another. */
  readonly at: number;
  readonly label: string;
}

function lineEnds({ series, places }: ChartData, bottom: number, top: number): LineEnd[] {
  const distance = (labelHeight / (height - margin.top - margin.bottom)) * (top - bottom);
  const last = series
    .flatMap(({ name, points }) => {
      const point = points.at(-1);
      return point === undefined
        ? []
        : [{ place: places.at(-1) ?? "", at: point.value, label: `${name} ${plainText(point.pieces)}` }];
    })
    .sort((a, b) => a.at - b.at);
  let below = -Infinity;
  const pushed = last.map((end) => {
    below = Math.max(end.at, below + distance);
    return { ...end, at: below };
  });
  // Labels moved beyond the top are moved back, together with those below.
  let above = top + distance;
  for (const end of [...pushed].reverse()) {
    above = Math.min(end.at, above - distance);
    end.at = above;
  }
  return pushed;
}

/** As many labels as fit side by side, always including the last one. */
function spaced(places: readonly string[], width: number): string[] {
  const widest = Math.max(...places.map(cells)) * fontSize + 8;
  const every = Math.max(1, Math.ceil((places.length * widest) / width));
  return places.filter((_, at) => (places.length - 1 - at) % every === 0);
}
