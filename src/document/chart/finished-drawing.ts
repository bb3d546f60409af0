/** Adapts a drawing of the library to a strict content security policy, to printing and to screen readers. */

import { element, written } from "../../base/text/markup.ts";
import type { Drawing } from "../../base/text/markup.ts";

/**
 * Removes the style element, which a strict policy forbids (its rules are in `chart.css`), the font of the library, so that text has the
 * font of the page, and the names of parts, because the whole drawing is one image with a description; shortens numbers. The bytes depend
 * only on the figures.
 */
export function finishedDrawing(drawn: Element, title: string, description: string): Drawing {
  for (const style of drawn.querySelectorAll("style")) style.remove();
  for (const part of drawn.querySelectorAll("*"))
    for (const name of ["aria-label", "aria-hidden", "aria-description"]) part.removeAttribute(name);
  const attributes = {
    class: "chart-drawing",
    role: "img",
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: drawn.getAttribute("viewBox") ?? "",
    "font-size": drawn.getAttribute("font-size") ?? "14",
    "text-anchor": "middle",
    fill: "currentColor",
  };
  const words = `${title}${description}${drawn.textContent}`;
  const lines: Drawing = { kind: "drawing", svg: shortened(drawn.innerHTML), words };
  const names = [...element("title", {}, title), ...element("desc", {}, description)];
  return { ...lines, svg: written(element("svg", attributes, names, [lines])) };
}

function shortened(svg: string): string {
  return svg.replace(/(?<=[\s,("MLHVhvlm-])-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
