/** Views → files of the site, through Eleventy. */

import path from "node:path";
import Eleventy from "@11ty/eleventy";
import type { IssueView } from "../view/issue-view.ts";
import type { SiteView } from "../view/site-view.ts";

/** The product's own folder, where templates and configuration live whatever root is built. */
export const productFolder = path.resolve(import.meta.dirname, "../..");

/** The template of what is printed and never published; all others make pages of the site. */
const printTemplate = "print.njk";

/**
 * Writes the print document of each issue, `<path>print.html`, below `folder`. They come before the site because its pages
 * tell size and page count of the PDFs.
 */
export async function renderPrintPages(issues: readonly IssueView[], folder: string): Promise<void> {
  await render("print", { printed: issues }, folder);
}

/** Writes all pages of the site below `output`. */
export async function renderSite(site: SiteView, output: string): Promise<void> {
  await render("site", site, output);
}

async function render(kind: "print" | "site", site: unknown, output: string): Promise<void> {
  const relative = (file: string): string => path.relative(process.cwd(), path.join(productFolder, file)) || ".";
  const eleventy = new Eleventy(relative("layouts/pages"), path.relative(process.cwd(), output) || ".", {
    configPath: relative("eleventy.config.ts"),
    quietMode: true,
    source: "script",
    runMode: "build",
    config: (config) => {
      config.addGlobalData("site", site);
      const others = kind === "print" ? `!(${path.parse(printTemplate).name}).njk` : printTemplate;
      config.ignores.add(`${relative("layouts/pages")}/${others}`);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}
