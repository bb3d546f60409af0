import type { Archive } from "../model/archive.ts";
import type { Memory, WholeSite } from "./format.ts";
import type { PublishedIssue } from "./published-issue.ts";
import { siteView } from "./web/site-view.ts";
import { drawChart } from "./web/trend-charts.ts";

/** `published`: newest first, internal ones left out. */
export function wholeSite(archive: Archive, published: readonly PublishedIssue[], memory: Memory): WholeSite {
  const view = siteView(archive, published, (title, data) =>
    memory.json("src/output/web/trend-charts.ts", { title, data }, () => drawChart(title, data)),
  );
  return { archive, published, view, memory };
}
