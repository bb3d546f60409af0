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

/** A page by its address below the site's root. */
export type Pages = ReadonlyMap<string, string>;

/** The pages of the site that are not those of single issues. */
export function renderSite(site: SiteView): Promise<Pages> {
  return render(`@(${among(issueTemplates)}).njk`, site);
}

/** The pages of some issues: all at once would take memory without end. */
export function renderIssuePages(pages: IssuePages): Promise<Pages> {
  return render(`!(${among(issueTemplates)}).njk`, pages);
}

/** The pages of some templates only, for the live preview. */
export function renderTemplates(names: readonly string[], site: object): Promise<Pages> {
  return render(`!(${among(names)}).njk`, site);
}

/** No page is written here: of those on their way when one cannot be written, some would come after the site was given up. */
async function render(ignored: string, site: object): Promise<Pages> {
  const pages = await withEleventy(ignored, site, (eleventy) => eleventy.toJSON());
  return new Map(pages.map(({ outputPath, content }) => [path.posix.relative(nowhere, outputPath), content]));
}

const nowhere = "_site";

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

/** Has an Eleventy over the page templates without those that match `ignored`. */
async function withEleventy<T>(ignored: string, site: object, work: (eleventy: Eleventy) => Promise<T>): Promise<T> {
  const { Eleventy } = await import("@11ty/eleventy");
  const relative = (file: string): string => path.relative(process.cwd(), path.resolve(productFolder, file)) || ".";
  // It is not forgotten: its shortcodes stay in the environment of all templates, and its configuration with them.
  let given: object | undefined = site;
  const eleventy = new Eleventy(relative("layouts/pages"), nowhere, {
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
