/** The values of an issue for the print style sheet: page box, grid and the sizes of its masthead. */

import type { PrintOptions } from "../model/bulletin.ts";
import type { MastheadLayout } from "./masthead-layout.ts";
import type { Margins, Sheet } from "./sheet.ts";

/** CSS with the margins of the page and custom properties; `headlineSize` in points. */
export function printCss(options: PrintOptions, sheet: Sheet, masthead: MastheadLayout, headlineSize: number): string {
  const properties = {
    "margin-top": mm(sheet.margins.top),
    "margin-bottom": mm(sheet.margins.bottom),
    "page-height": mm(sheet.height),
    pitch: `${sheet.pitch.toFixed(4)}mm`,
    "lead-top": mm(sheet.lead.top),
    "lead-bottom": mm(sheet.lead.bottom),
    "scope-size": `${masthead.scopeSize}pt`,
    "name-size": `${masthead.nameSize}pt`,
    "name-spacing": `${masthead.nameSpacing}pt`,
    "masthead-lines": String(masthead.lines),
    "headline-size": `${headlineSize}pt`,
  };
  return [
    `@page { margin: ${box(sheet.margins)}; }`,
    ...(options.mirror ? [`@page :left { margin: ${box(mirrored(sheet.margins))}; }`] : []),
    ":root {",
    ...Object.entries(properties).map(([name, value]) => `  --${name}: ${value};`),
    "}",
  ].join("\n");
}

/** 镜像页边距: the wider margin is at the binding edge on both sides of the sheet. */
function mirrored({ top, right, bottom, left }: Margins): Margins {
  return { top, right: left, bottom, left: right };
}

function box({ top, right, bottom, left }: Margins): string {
  return [top, right, bottom, left].map(mm).join(" ");
}

/** The standard gives no more than hundredths of a millimetre. */
function mm(value: number): string {
  return `${Math.round(value * 100) / 100}mm`;
}
