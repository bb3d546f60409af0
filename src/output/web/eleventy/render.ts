/** Views → files of the site, through Eleventy. */

import path from "node:path";
import type { Eleventy } from "@11ty/eleventy";
import type { IssuePages, SiteView } from "../site-view.ts";
import { productFolder } from "../../../base/file/product-folder.ts";
import configure from "../../../../eleventy.config.ts";

// Eleventy need not find out which modules have changed, for which it would start a thread.
process.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "1";

/** Templates of pages that each issue has one of. */
const issueTemplates = ["issue.njk", "figures.njk"];

/** Writes the pages of the site that are not those of single issues below `output`. */
export async function renderSite(site: SiteView, output: string): Promise<void> {
  await withEleventy(`@(${among(issueTemplates)}).njk`, site, below(output), (eleventy) => eleventy.write());
}

/** Writes the pages of some issues below `output`: all at once would take memory without end. */
export async function renderIssuePages(pages: IssuePages, output: string): Promise<void> {
  await withEleventy(`!(${among(issueTemplates)}).njk`, pages, below(output), (eleventy) => eleventy.write());
}

/** The pages of some templates only, in memory: address below the site's root → HTML. For the live preview. */
export async function renderTemplates(names: readonly string[], site: object): Promise<Map<string, string>> {
  const pages = await withEleventy(`!(${among(names)}).njk`, site, "_preview", (eleventy) => eleventy.toJSON());
  return new Map(
    pages.map((page) => [path.posix.normalize(page.outputPath).replace(/^(?:\.\/)?_preview\//, ""), page.content]),
  );
}

function below(output: string): string {
  return path.relative(process.cwd(), output) || ".";
}

function among(names: readonly string[]): string {
  return names.map((template) => path.parse(template).name).join("|");
}

/**
 * Loads what makes the pages, for whoever has to wait for something else anyway. It takes as long to load as everything else
 * together; a build that has nothing to do is spared that.
 */
export function warmEleventy(): void {
  // After what is on its way to the press has left.
  setImmediate(() => {
    import("@11ty/eleventy").catch(() => undefined);
  });
}

/** Has an Eleventy over the page templates without those that match `ignored`; `output` relative to the working folder. */
async function withEleventy<T>(
  ignored: string,
  site: object,
  output: string,
  work: (eleventy: Eleventy) => Promise<T>,
): Promise<T> {
  const { Eleventy } = await import("@11ty/eleventy");
  const relative = (file: string): string => path.relative(process.cwd(), path.resolve(productFolder, file)) || ".";
  // It is not forgotten: its shortcodes stay in the environment of all templates, and its configuration with them.
  let given: object | undefined = site;
  const eleventy = new Eleventy(relative("layouts/pages"), output, {
    // None to be looked for: what lies about in the working folder does not count, ours is given below.
    configPath: "",
    quietMode: true,
    source: "script",
    runMode: "build",
    config: (config) => {
      config.addGlobalData("site", () => given);
      configure(config);
      config.ignores.add(`${relative("layouts/pages")}/${ignored}`);
    },
  });
  eleventy.disableLogger();
  try {
    return await work(eleventy);
  } finally {
    given = undefined;
  }
}
