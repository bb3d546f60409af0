/** Views → files of the site, through Eleventy. */

import path from "node:path";
import Eleventy from "@11ty/eleventy";
import type { SiteView } from "../view/site-view.ts";

/** The product's own folder, where templates and configuration live whatever root is built. */
export const productFolder = path.resolve(import.meta.dirname, "../..");

/** Writes all pages below `output`. */
export async function renderSite(site: SiteView, output: string): Promise<void> {
  const relative = (file: string): string => path.relative(process.cwd(), path.join(productFolder, file)) || ".";
  const eleventy = new Eleventy(relative("layouts/pages"), path.relative(process.cwd(), output) || ".", {
    configPath: relative("eleventy.config.ts"),
    quietMode: true,
    source: "script",
    runMode: "build",
    config: (config) => {
      config.addGlobalData("site", site);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}
