/** Views → files of the site, through Eleventy. */

import path from "node:path";
import type Eleventy from "@11ty/eleventy";
import type { SiteView } from "../view/site-view.ts";

/** The product's own folder, where templates and configuration live whatever root is built. */
export const productFolder = path.resolve(import.meta.dirname, "../..");

/** `scripts/start.mjs` names the one in JavaScript. */
const configFile = process.env["JIANBAO_ELEVENTY_CONFIG"] ?? "eleventy.config.ts";

/** The template of what is printed and never published; all others make pages of the site. */
const printTemplate = "print.njk";

/** Writes all pages of the site below `output`. */
export async function renderSite(site: SiteView, output: string): Promise<void> {
  const eleventy = await open(printTemplate, site, path.relative(process.cwd(), output) || ".");
  await eleventy.write();
}

/** The pages of some templates only, in memory: address below the site's root → HTML. For the live preview. */
export async function renderTemplates(templates: readonly string[], site: object): Promise<Map<string, string>> {
  const keep = templates.map((template) => path.parse(template).name).join("|");
  const eleventy = await open(`!(${keep}).njk`, site, "_preview");
  const pages = await eleventy.toJSON();
  return new Map(
    pages.map((page) => [path.posix.normalize(page.outputPath).replace(/^(?:\.\/)?_preview\//, ""), page.content]),
  );
}

/** An Eleventy over the page templates without those that match `ignored`; `output` relative to the working folder. */
async function open(ignored: string, site: unknown, output: string): Promise<Eleventy> {
  // It takes as long to load as everything else together; a build that has nothing to do is spared that.
  const { default: Eleventy } = await import("@11ty/eleventy");
  const relative = (file: string): string => path.relative(process.cwd(), path.resolve(productFolder, file)) || ".";
  const eleventy = new Eleventy(relative("layouts/pages"), output, {
    configPath: relative(configFile),
    quietMode: true,
    source: "script",
    runMode: "build",
    config: (config) => {
      config.addGlobalData("site", site);
      config.ignores.add(`${relative("layouts/pages")}/${ignored}`);
    },
  });
  eleventy.disableLogger();
  return eleventy;
}
