/**
 * Screenshots for docs/handbook.md: `npm run handbook-pictures [-- FOLDER]`. Creates issue 16 in a copy of the example,
 * from the first command to the download, showing real output and pages. Poppler (pdftoppm) must be installed to draw
 * the PDF page.
 */

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { openSiteBrowser } from "../tests/support/site-browser.ts";
import { articleText, countsText, caseText } from "./handbook-issue.ts";
import { windowPage } from "./window-page.ts";

const product = path.resolve(import.meta.dirname, "..");
const target = path.resolve(process.argv[2] ?? path.join(product, "docs/handbook"));
const work = mkdtempSync(path.join(tmpdir(), "jianbao-handbook-"));
const root = path.join(work, "jianbao");
const issue = "content/issues/2020-16";
const cli = ["--import", import.meta.resolve("tsx"), path.join(product, "src/cli.ts")];

const file = (name: string): string => path.join(root, name);
const edit = (name: string, change: (text: string) => string): void =>
  writeFileSync(file(name), change(readFileSync(file(name), "utf8")));

/** Output of a command in the bulletin's folder, as an editor sees it. */
function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...cli, ...args], { cwd: root, encoding: "utf8" });
  return (stdout + stderr).replaceAll(root, "C:\\简报");
}

class Album {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  /** The lines of a window, at most `most`. */
  async window(name: string, title: string, text: string, most = 28): Promise<void> {
    const lines = text.trimEnd().split("\n");
    const shown = lines.length > most ? [...lines.slice(0, most), "……"] : lines;
    await this.#page.setViewport({ width: 900, height: 200 });
    await this.#page.setContent(windowPage(title, shown));
    await (await this.#page.$(".window"))?.screenshot({ path: this.#file(name) });
  }

  terminal(name: string, command: string, output: string, most?: number): Promise<void> {
    return this.window(name, "命令提示符", `C:\\简报>${command}\n${output}`, most);
  }

  async web(name: string, address: string, height: number, before?: () => Promise<void>): Promise<void> {
    await this.#page.setViewport({ width: 900, height });
    await this.#page.goto(address, { waitUntil: "load" });
    await before?.();
    await this.#page.evaluate(() => document.fonts.ready.then(() => undefined));
    await this.#page.screenshot({ path: this.#file(name) });
    // An open preview page would wait for the server to return.
    await this.#page.goto("about:blank");
  }

  #file(name: string): `${string}.png` {
    return path.join(target, `${name}.png`) as `${string}.png`;
  }
}

async function preview(): Promise<{ address: string; end: () => Promise<void> }> {
  const child = spawn(process.execPath, [...cli, "dev", "--port", "8480"], { cwd: root });
  const address = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(`the preview ended: ${printed}`)));
  });
  return {
    address,
    end: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

const chromium = await openSiteBrowser();
try {
  mkdirSync(target, { recursive: true });
  for (const part of ["content", "data"]) cpSync(path.join(product, part), file(part), { recursive: true });
  const page = await chromium.browser.newPage();
  const album = new Album(page);

  await album.terminal("1-doctor", "npm run doctor", run("doctor"), 5);
  await album.terminal("2-new", "npm run new -- --date 2020-11-12", run("new", "--date", "2020-11-12"));

  edit(`${issue}/counts.yaml`, countsText);
  writeFileSync(file(`${issue}/01-立行立改动态.md`), articleText);
  writeFileSync(file(`${issue}/02-重点信访件办理情况.md`), caseText);
  await album.window("3-counts", "counts.yaml - 记事本", readFileSync(file(`${issue}/counts.yaml`), "utf8"), 16);
  await album.window("4-article", "01-立行立改动态.md - 记事本", articleText);

  // Typical first mistakes: a full-width colon, a misspelt name, a figure that does not exist.
  const clean = readFileSync(file(`${issue}/counts.yaml`), "utf8");
  edit(`${issue}/counts.yaml`, (text) =>
    text.replace("    道县: 18", "    道县：18").replace("    东安县: 25", "   东安县: 25"),
  );
  edit(`${issue}/01-立行立改动态.md`, (text) => text.replace("{{办结}}", "{{办节}}"));
  await album.terminal("5-check", "npm run check -- 2020-16", run("check", "2020-16"));
  const wrong = await preview();
  await album.web("7-mistake", `${wrong.address}issues/2020/16/`, 480);
  await wrong.end();
  await album.terminal("6-fix", "npm run check -- --fix", run("check", "--fix"), 7);
  edit(`${issue}/01-立行立改动态.md`, (text) => text.replace("{{办节}}", "{{办结}}"));
  if (readFileSync(file(`${issue}/counts.yaml`), "utf8") !== clean) throw new Error("the slips are not mended");

  const live = await preview();
  await album.web("8-preview", `${live.address}issues/2020/16/`, 620, async () => {
    await page.click("#preview-numbers");
    await page.evaluate(() => document.querySelector("article:last-of-type")?.scrollIntoView());
  });
  await album.web("9-layout", `${live.address}issues/2020/16/print.html`, 760);
  await live.end();

  await album.terminal("10-build", "npm run build", run("build"));
  await album.web("11-site", pathToFileURL(file("_site/issues/2020/16/index.html")).href, 640);
  const pdf = file("_site/issues/2020/16/2020-16.pdf");
  execFileSync("pdftoppm", ["-r", "72", "-png", "-f", "1", "-l", "1", "-singlefile", pdf, path.join(target, "12-pdf")]);
  await album.terminal("13-verify", "npm run verify", run("verify", path.relative(root, pdf)), 18);
} finally {
  await chromium.close();
  rmSync(work, { recursive: true, force: true });
}
