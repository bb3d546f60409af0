/** The charting library and a document for its drawings, loaded with the first chart, because most issues have none. */

import { createRequire } from "node:module";
import type * as PlotModule from "@observablehq/plot";
import type * as DomModule from "linkedom";

type Plot = typeof PlotModule;

export interface Library {
  readonly plot: Plot;
  readonly document: Document;
}

let loaded: Library | undefined;

export function library(): Library {
  if (loaded === undefined) {
    const require = createRequire(import.meta.url);
    const plot = require("@observablehq/plot") as Plot;
    const dom = require("linkedom") as typeof DomModule;
    loaded = { plot, document: dom.parseHTML("<!doctype html><html><body></body></html>").document };
  }
  return loaded;
}
