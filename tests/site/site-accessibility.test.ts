/** axe-core on every kind of page, light and dark, on a phone and on a desk. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { openSiteBrowser, visit } from "../support/site-browser.ts";
import type { SiteBrowser } from "../support/site-browser.ts";
import { serveSite } from "../support/site-server.ts";
import type { SiteServer } from "../support/site-server.ts";
import { syntheticSite } from "../support/synthetic-site.ts";
import type { SyntheticSite } from "../support/synthetic-site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const example = new Sandbox();
/** Issue 15 with what articles may hold beside prose. */
const rich = new Sandbox();
const drawn = `

::: 表格 单位 × 交办、重点件、办结
标题: 各单位信访件情况
:::

::: 图表 柱状 单位 × 交办
标题: 各单位交办件数
:::

::: 图表 占比 类别 × 交办
标题: 各类占比
数据表: 印出
:::
`;
const servers: SiteServer[] = [];
let made: SyntheticSite;
let chromium: SiteBrowser;
const roots: Record<string, string> = {};

beforeAll(async () => {
  const building = syntheticSite(40, { perYear: 24 });
  const article = "content/issues/2020-15/05-信访件情况.md";
  rich.write(article, rich.read(article) + drawn);
  for (const sandbox of [example, rich]) {
    const outcome = await sandbox.run("build");
    expect(outcome.code, outcome.stderr).toBe(0);
  }
  made = await building;
  chromium = await openSiteBrowser();
  for (const [name, site] of [
    ["example", example.output],
    ["rich", rich.output],
    ["synthetic", made.site],
  ] as const) {
    const server = await serveSite(site);
    servers.push(server);
    roots[name] = server.url;
  }
});
afterAll(async () => {
  await chromium?.close();
  for (const server of servers) await server.close();
  made?.dispose();
  example.dispose();
  rich.dispose();
});

const pages: readonly (readonly [site: string, page: string])[] = [
  ["synthetic", "index.html"],
  ["synthetic", "issues/index.html"],
  ["synthetic", "issues/2021/index.html"],
  ["example", "issues/2020/15/index.html"],
  ["example", "issues/2020/15/figures/index.html"],
  ["rich", "issues/2020/15/index.html"],
  ["synthetic", "issues/2021/3/index.html"],
  ["synthetic", "units/index.html"],
  ["synthetic", "units/零陵区/index.html"],
  ["example", "statistics/index.html"],
  ["synthetic", "search/index.html?q=石期河"],
  ["synthetic", "data/index.html"],
  ["synthetic", "about/index.html"],
  ["synthetic", "404.html"],
];

describe.each(["light", "dark"])("in %s", (scheme) => {
  test.each(pages)("%s: %s", async (site, address) => {
    const { page } = await visit(chromium.browser, roots[site] ?? "");
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    // axe is put in from outside, past the page's policy.
    await page.setBypassCSP(true);
    await page.setViewport({ width: 390, height: 900 });
    await page.goto((roots[site] ?? "") + address);
    await page.waitForNetworkIdle({ idleTime: 100 });
    await page.evaluate(axe);
    for (const width of [390, 1280]) {
      await page.setViewport({ width, height: 900 });
      const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
      expect(
        violations.map(
          ({ id, help, nodes }) =>
            `${id}: ${help} — ${nodes
              .map((node) => node.html)
              .slice(0, 2)
              .join(" ")}`,
        ),
      ).toEqual([]);
    }
    await page.close();
  });
});
