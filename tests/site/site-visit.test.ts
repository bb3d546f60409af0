/** Readers' ways through the site, in a real browser: over http under a path prefix, and offline from the folder. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { openSiteBrowser, visit } from "../support/site-browser.ts";
import type { SiteBrowser } from "../support/site-browser.ts";
import { htmlFiles } from "../support/site-files.ts";
import { serveSite } from "../support/site-server.ts";
import type { SiteServer } from "../support/site-server.ts";
import { missingInOrder, withoutSpace } from "../support/text.ts";

const example = new Sandbox();
const seed = withoutSpace(readFileSync(path.join(import.meta.dirname, "../fixtures/issue-15.txt"), "utf8"));
let chromium: SiteBrowser;
let server: SiteServer;

beforeAll(async () => {
  const [outcome, browser] = await Promise.all([example.run("build"), openSiteBrowser()]);
  expect(outcome.code, outcome.stderr).toBe(0);
  chromium = browser;
  server = await serveSite(example.output);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  example.dispose();
});

async function follow(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: "networkidle0" }), page.click(selector)]);
}

const rootOf = (way: string): string => (way === "http" ? server.url : `${pathToFileURL(example.output).href}/`);

describe.each(["http", "file"])("over %s", (way) => {
  test("home → archive → issue → PDF, with no fault and no request off the site", async () => {
    const root = rootOf(way);
    const { page, faults } = await visit(chromium.browser, root);
    await page.goto(`${root}index.html`, { waitUntil: "networkidle0" });
    expect(await page.$eval("main", (main) => main.textContent)).toContain("215");
    await follow(page, '.site-nav a[href="issues/index.html"]');
    await follow(page, ".issue-number");
    const main = await page.$eval("main", (element) => element.textContent ?? "");
    expect(missingInOrder(seed, withoutSpace(main))).toBeUndefined();
    expect(await page.$eval("a.download", (link) => link.textContent)).toMatch(/^下载（PDF，\d+ 页，\d+ KB）$/);

    const downloads = mkdtempSync(path.join(tmpdir(), "jianbao-downloads-"));
    const session = await page.createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
    await page.click("a.download");
    const file = path.join(downloads, "2020-15.pdf");
    await expect.poll(() => existsSync(file) && readdirSync(downloads).length === 1, { timeout: 60_000 }).toBe(true);
    expect(readFileSync(file).equals(readFileSync(path.join(example.output, "issues/2020/15/2020-15.pdf")))).toBe(true);
    rmSync(downloads, { recursive: true });
    // Chromium tells of a download as of a navigation that came to nothing.
    expect(faults.filter((fault) => !/2020-15\.pdf net::ERR_ABORTED/.test(fault))).toEqual([]);
    await page.close();
  });

  test("searching for 石期河 from the first page finds issue 15", async () => {
    const root = rootOf(way);
    const { page, faults } = await visit(chromium.browser, root);
    await page.goto(`${root}index.html`);
    await page.type("#home-search", "石期河");
    await Promise.all([page.waitForNavigation({ waitUntil: "networkidle0" }), page.keyboard.press("Enter")]);
    await page.waitForSelector(".result");
    expect(await page.$eval("#status", (status) => status.textContent)).toBe("共找到 1 期。");
    expect(await page.$eval(".result mark", (mark) => mark.textContent)).toBe("石期河");
    await follow(page, ".result-title a");
    expect(decodeURIComponent(page.url())).toContain("issues/2020/15/index.html#03-零陵污染防治攻坚");
    expect(faults).toEqual([]);
    await page.close();
  });

  test("the page of 零陵区 shows its figures and the issue that names it", async () => {
    const root = rootOf(way);
    const { page, faults } = await visit(chromium.browser, root);
    await page.goto(`${root}units/index.html`);
    await follow(page, 'a[href*="零陵区"]');
    const figures = await page.$$eval(".key-figure", (list) =>
      list.map((each) => each.textContent?.replace(/\s+/g, "")),
    );
    expect(figures.join("；")).toContain("交办32件");
    expect(figures.join("；")).toContain("重点件8件");
    expect(figures.join("；")).toContain("办结27件");
    expect(await page.$eval("table.series tbody tr", (row) => row.textContent?.replace(/\s+/g, ""))).toContain(
      "328275",
    );
    expect(await page.$eval(".mentions", (list) => list.textContent)).toContain("零陵全力以赴打赢污染防治攻坚战");
    expect(faults).toEqual([]);
    await page.close();
  });
});

test("no page is wider than a phone, and nothing moves after the first paint", async () => {
  const { page, faults } = await visit(chromium.browser, server.url);
  await page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
  await page.evaluateOnNewDocument(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const file of htmlFiles(example.output).filter((each) => !/\/print\.html$|^404\.html$/.test(each))) {
    await page.goto(server.url + encodeURI(file), { waitUntil: "networkidle0" });
    const { width, shift } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      shift: (window as unknown as { shifts: { sum: number } }).shifts.sum,
    }));
    expect(width, file).toBeLessThanOrEqual(360);
    expect(shift, file).toBeLessThan(0.02);
  }
  expect(faults).toEqual([]);
  await page.close();
});

test("a first visit of an issue transfers at most 300 KB, fonts included", async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await context.newPage();
  let bytes = 0;
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`${server.url}issues/2020/15/index.html`, { waitUntil: "networkidle0" });
  expect(
    await page.evaluate(() => [...document.fonts].filter((face) => face.status === "loaded").length),
  ).toBeGreaterThan(0);
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThanOrEqual(300_000);
  await context.close();
});

test("by keyboard alone: skip link, navigation, contents, download", async () => {
  const { page } = await visit(chromium.browser, server.url);
  await page.goto(`${server.url}index.html`);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("跳到正文");
  expect(await page.$eval(".skip", (skip) => skip.getBoundingClientRect().left)).toBe(0);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("2020年第15期");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  for (let tabs = 0; (await focused()) !== "零陵全力以赴打赢污染防治攻坚战"; tabs++) {
    expect(tabs).toBeLessThan(30);
    await page.keyboard.press("Tab");
  }
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(outline).toBe("solid");
  await page.keyboard.press("Enter");
  expect(decodeURIComponent(page.url())).toContain("#03-零陵污染防治攻坚");
  await page.close();
});

test("with scripts off every page reads, and the search says where to look instead", async () => {
  const { page, faults } = await visit(chromium.browser, server.url);
  await page.setJavaScriptEnabled(false);
  for (const file of ["index.html", "issues/2020/15/index.html", "statistics/index.html", "units/index.html"]) {
    await page.goto(server.url + file);
    expect((await page.$eval("main", (main) => main.textContent ?? "")).trim().length, file).toBeGreaterThan(100);
  }
  await page.goto(`${server.url}search/index.html?q=石期河`);
  expect(await page.$eval("noscript", (notice) => notice.textContent)).toContain("各期目录");
  expect(faults).toEqual([]);
  await page.close();
});

test("an address that does not exist gets the page that says so, whole, at any depth", async () => {
  const rooted = await serveSite(example.output, "/");
  const page = await chromium.browser.newPage();
  const failed: string[] = [];
  page.on("response", (response) => void (response.ok() || failed.push(new URL(response.url()).pathname)));
  await page.goto(`${rooted.url}issues/1999/7/index.html`, { waitUntil: "networkidle0" });
  expect(await page.$eval("h1", (heading) => heading.textContent)).toBe("没有这个页面");
  expect(failed).toEqual(["/issues/1999/7/index.html"]);
  await page.close();
  await rooted.close();
});
