/** What the library draws, made fit for a page of strict policy, for print and for readers who do not see it. */

import { escapeHtml } from "../../compute/phrase/html.ts";

/**
 * Takes out the style element, which a strict policy refuses (its rules are in `chart.css`), the library's font, so that text takes
 * the page's own, and names of parts, as the whole is one image with a text of its own; shortens numbers. The bytes depend on the
 * figures alone.
 */
export function finishedSvg(drawn: string, title: string, description: string): string {
  const size = /viewBox="([^"]*)"/.exec(drawn)?.[1] ?? "";
  return drawn
    .replace(/^<svg[^>]*>/, (tag) => {
      const fontSize = /font-size="([^"]*)"/.exec(tag)?.[1] ?? "14";
      return (
        `<svg class="chart-drawing" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="${size}" font-size="${fontSize}" ` +
        `text-anchor="middle" fill="currentColor"><title>${escapeHtml(title)}</title><desc>${escapeHtml(description)}</desc>`
      );
    })
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/ aria-(?:label|hidden|description)="[^"]*"/g, "")
    .replace(/(?<=[\s,("MLHVhvlm-])-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
