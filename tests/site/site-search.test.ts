/** Search in the browser against a plain scan of the pages: the same issues, over http and from the folder. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Random } from "../support/random.ts";
import { openSiteBrowser, visit } from "../support/site-browser.ts";
import type { SiteBrowser } from "../support/site-browser.ts";
import { serveSite } from "../support/site-server.ts";
import type { SiteServer } from "../support/site-server.ts";
import { syntheticSite } from "../support/synthetic-site.ts";
import type { SyntheticSite } from "../support/synthetic-site.ts";
import { withoutSpace } from "../support/text.ts";

/** Issue → the words of the bulletin on its page. */
const pages = new Map<string, string>();
let made: SyntheticSite;
let chromium: SiteBrowser;
let server: SiteServer;

beforeAll(async () => {
  made = await syntheticSite(300, { perYear: 120 });
  for (const [issue, page] of made.pages) pages.set(issue, bulletinText(path.join(made.site, page)));
  [chromium, server] = await Promise.all([openSiteBrowser(), serveSite(made.site)]);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  made?.dispose();
});

/** Masthead, columns and imprint as they stand on the page, without the lists around them. */
function bulletinText(file: string): string {
  const html = readFileSync(file, "utf8");
  const parts = ["issue-head", "bulletin"].map((name) => {
    const from = html.indexOf(`<div class="${name}">`);
    const to = html.indexOf(name === "issue-head" ? '<div class="issue-side">' : '<div class="issue-after">', from);
    return html.slice(from, to);
  });
  return withoutSpace(
    parts
      .join("")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&"),
  );
}

/** 50 pieces of 2 to 6 characters from anywhere in the texts; quotation marks have a meaning of their own in a query. */
function substrings(): string[] {
  const random = new Random(50);
  const texts = [...pages.values()];
  const found: string[] = [];
  while (found.length < 50) {
    const text = random.pick(texts);
    const at = random.below(text.length - 6);
    const piece = text.slice(at, at + 2 + random.below(5));
    if (!/["“”＂]/.test(piece)) found.push(piece);
  }
  return found;
}

function scan(piece: string): string[] {
  return [...pages].filter(([, text]) => text.includes(piece)).map(([issue]) => issue);
}

/** Types a query and reads the issues found once all shards are searched. */
async function search(page: Page, query: string): Promise<string[]> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>("#query");
    const status = document.querySelector("#status");
    const more = document.querySelector<HTMLButtonElement>("#more");
    if (input === null || status === null || more === null) throw new Error("no search page");
    const done = async (): Promise<void> => {
      while (!/^(共找到|没有找到)/.test(status.textContent ?? ""))
        await new Promise((resolve) => setTimeout(resolve, 5));
    };
    input.value = typed;
    status.textContent = "";
    input.form?.requestSubmit();
    await done();
    while (!more.hidden) more.click();
    return [...document.querySelectorAll(".result")].map((result) => {
      const match = /^(\d+)年第(\d+)期/.exec(result.textContent?.trim() ?? "");
      return `${match?.[1] ?? "?"}-${match?.[2] ?? "?"}`;
    });
  }, query);
}

describe.each(["http", "file"])("over %s", (way) => {
  test("50 random pieces of text are found in the same issues as by a plain scan", async () => {
    const root = way === "http" ? server.url : `${pathToFileURL(made.site).href}/`;
    const { page, faults } = await visit(chromium.browser, root);
    await page.goto(`${root}search/index.html`);
    for (const piece of substrings()) {
      const found = await search(page, piece);
      expect(found.toSorted(), piece).toEqual(scan(piece).toSorted());
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});

test("quoted phrases, numbers as people space them, and several words", async () => {
  const { page } = await visit(chromium.browser, server.url);
  await page.goto(`${server.url}search/index.html`);
  expect((await search(page, "第 77 期")).toSorted()).toEqual(scan("第77期").toSorted());
  expect((await search(page, "“信访件 办理情况”")).length).toBe(300);
  const both = [...pages].filter(([, text]) => text.includes("石期河") && text.includes("采石坑"));
  expect((await search(page, "石期河 采石坑")).length).toBe(both.length);
  await page.close();
});

test("shards are loaded newest first, and results appear while older ones are on their way", async () => {
  const page = await chromium.browser.newPage();
  const order: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const shard = /search\/(\d+-\d+)\.js/.exec(request.url())?.[1];
    if (shard !== undefined) order.push(shard);
    // All but the newest wait.
    void (order.length > 1 && shard !== undefined ? held : Promise.resolve()).then(() => request.continue());
  });
  await page.goto(`${server.url}search/index.html`);
  expect(order).toEqual([]);
  await page.type("#query", "信访件");
  await page.waitForSelector(".result");
  expect(await page.$eval("#status", (status) => status.textContent)).toContain("正在查");
  release();
  await page.waitForFunction(() => document.querySelector("#status")?.textContent?.startsWith("共找到") === true);
  expect(order).toEqual([...order].sort((a, b) => b.localeCompare(a, "en", { numeric: true })));
  expect(order.length).toBeGreaterThan(5);
  await page.close();
});

test("filters by year, column and unit", async () => {
  const { page } = await visit(chromium.browser, server.url);
  await page.goto(`${server.url}search/index.html?q=信访件&year=2022`);
  await page.waitForFunction(() => document.querySelector("#status")?.textContent?.startsWith("共找到") === true);
  expect(await page.$eval("#status", (status) => status.textContent)).toBe("共找到 120 期。");
  await page.select("#unit", "零陵区");
  await page.select("#column", "经验交流");
  expect(await page.evaluate(() => location.search)).toContain("year=2022");
  const titles = await page.$$eval(".result-title", (list) => list.length);
  const results = await page.$$eval(".result", (list) => list.length);
  expect(titles).toBe(results);
  await page.close();
});

test("by keyboard alone", async () => {
  const { page } = await visit(chromium.browser, server.url);
  await page.goto(`${server.url}search/index.html`);
  await page.focus("a.skip");
  await page.keyboard.press("/");
  await page.keyboard.type("石期河");
  await page.waitForFunction(() => document.querySelector("#status")?.textContent?.startsWith("共找到") === true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.closest(".result-title") !== null)).toBe(true);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  expect(page.url()).toMatch(/issues\/\d+\/\d+\/index\.html#/);
  expect(await page.$eval(".bulletin", (element) => element.textContent)).toContain("石期河");
  await page.close();
});
