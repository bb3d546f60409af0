/**
 * Screenshots of each kind of page at two widths, light and dark, for review and for `docs/screenshots`. Usage: node
 * --import tsx scripts/screenshots.ts SITE FOLDER [PAGE …]. Those in `docs/screenshots` show issue 15 (issue, units,
 * data, about, not-found) and, for pages that need an archive, the 44 synthetic issues of
 * `tests/support/build-synthetic-site.ts FOLDER 44 '{"perYear":24,"firstYear":2019}'`.
 */

import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openSiteBrowser } from "../tests/support/site-browser.ts";

const [site, folder, ...wanted] = process.argv.slice(2);
if (site === undefined || folder === undefined) throw new Error("usage: screenshots.ts SITE FOLDER [PAGE …]");

const pages: Readonly<Record<string, string>> = {
  home: "index.html",
  archive: "issues/index.html",
  issue: "issues/2020/15/index.html",
  units: "units/index.html",
  unit: "units/零陵区/index.html",
  statistics: "statistics/index.html",
  search: "search/index.html?q=石期河",
  data: "data/index.html",
  about: "about/index.html",
  "not-found": "404.html",
};
const widths = [390, 1280];
const schemes = ["light", "dark"] as const;
/** Pages that together show all dark colours. */
const alsoDark = ["home", "issue", "statistics", "search"];
/** Height in pixels at which long pages are cut, as the rest looks the same. */
const tallest = 1400;

mkdirSync(folder, { recursive: true });
const chromium = await openSiteBrowser();
try {
  const page = await chromium.browser.newPage();
  for (const [name, address] of Object.entries(pages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const scheme of schemes) {
      if (scheme === "dark" && !alsoDark.includes(name)) continue;
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const width of widths) {
        await page.setViewport({ width, height: 800 });
        const [file = "", query] = address.split("?");
        const url = pathToFileURL(path.resolve(site, file)).href + (query === undefined ? "" : `?${query}`);
        await page.goto(url, { waitUntil: "networkidle0" });
        const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
        const picture = path.join(folder, `${name}-${width}-${scheme}.png`) as `${string}.png`;
        await page.screenshot({ path: picture, clip: { x: 0, y: 0, width, height } });
      }
    }
  }
} finally {
  await chromium.close();
}
