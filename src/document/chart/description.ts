/** Describes a chart in words, for blind readers. */

import { plainText } from "../../compute/phrase/piece.ts";
import type { ChartData } from "./chart-data.ts";

export function describe(kind: string, { series }: ChartData): string {
  const lines = series.map(({ name, points }) => {
    const items = points.map(({ place, pieces }) => `${place}${plainText(pieces)}`).join("、");
    return series.length > 1 ? `${name}：${items}` : items;
  });
  return `${kind}。${lines.join("；")}。`;
}
