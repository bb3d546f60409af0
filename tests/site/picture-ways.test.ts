/** Wherever a picture goes – site, PDF, Word, draft for signature, red lines, preview – nothing personal goes along, and it stands upright. */

import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openZip } from "../../src/base/file/zip.ts";
import { product, Sandbox } from "../support/cli.ts";
import { drawnPages } from "../support/pdf-pages.ts";
import { orientations, photographsOn, secrets, turned, uprightCorners } from "../support/photographs.ts";
import { openSiteBrowser } from "../support/site-browser.ts";
import type { SiteBrowser } from "../support/site-browser.ts";

const folder = "content/issues/2020-15";
const page = "issues/2020/15";
const names = orientations.map((orientation) => `竖${orientation}.jpg`);

const sandbox = new Sandbox();
let preview: ChildProcess;
let address = "";
let chromium: SiteBrowser;

beforeAll(async () => {
  for (const orientation of orientations)
    sandbox.write(`${folder}/竖${orientation}.jpg`, await turned(orientation, 1200, 1600));
  const shown = names.map((name) => `![现场](${name})\n\n`).join("");
  sandbox.edit(`${folder}/05-信访件情况.md`, "### 2. 信访件办理情况", `${shown}### 2. 信访件办理情况`);
  git("init", "--quiet");
  git("add", "content", "data");
  git("commit", "--quiet", "-m", "first");
  sandbox.edit(`${folder}/05-信访件情况.md`, "![现场](竖1.jpg)", "![石期河](竖1.jpg)");
  chromium = await openSiteBrowser();
  for (const [command, ...args] of [
    ["build"],
    ["word", "2020-15", "--output", sandbox.path("稿.docx")],
    ["proof", "2020-15", "--output", sandbox.path("送审.pdf")],
    ["compare", "2020-15", "--since", "HEAD", "--output", sandbox.path("红线.html")],
  ] as const) {
    const { code, stdout, stderr } = await sandbox.run(command, ...args);
    expect(code, `${command}: ${stderr}${stdout}`).toBe(0);
  }
  preview = spawn(process.execPath, ["scripts/start.mjs", "dev", "--root", sandbox.root, "--port", "8247"], {
    cwd: product,
  });
  address = await new Promise<string>((resolve, reject) => {
    let printed = "";
    preview.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    preview.once("exit", () => reject(new Error(printed)));
  });
});

afterAll(async () => {
  const ended = new Promise((resolve) => preview.once("exit", resolve));
  preview.kill("SIGTERM");
  await Promise.all([ended, chromium.close()]);
  sandbox.dispose();
});

function git(...args: string[]): void {
  execFileSync("git", ["-C", sandbox.root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args]);
}

type Files = ReadonlyMap<string, Uint8Array>;

const below = (start: string): Files =>
  new Map(
    readdirSync(start, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(path.join(start, name)).isFile())
      .map((name) => [name.replaceAll("\\", "/"), readFileSync(path.join(start, name))]),
  );
const only = (...files: string[]): Files => new Map(files.map((file) => [file, readFileSync(sandbox.path(file))]));

async function partsOf(file: string): Promise<Map<string, Uint8Array>> {
  const zip = await openZip(readFileSync(sandbox.path(file)), { entries: 100, part: 1e8, total: 1e8 });
  const parts = new Map<string, Uint8Array>();
  for (const name of zip.names) parts.set(name, (await zip.read(name)) ?? Buffer.from(""));
  return parts;
}

async function fetched(at: string): Promise<Uint8Array> {
  const response = await fetch(new URL(at, address));
  expect(response.status, at).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** The preview's page, with all that it shows. */
async function previewed(): Promise<Files> {
  const html = Buffer.from(await fetched(`${page}/`)).toString();
  const shown = [...html.matchAll(/ (?:src|srcset)="([^"]*\.jpg[^"]*)"/g)].flatMap(([, list = ""]) =>
    list.split(", ").map((part) => part.split(" ")[0] ?? ""),
  );
  const all = ["print.html", "2020-15.pdf", ...shown].map((file) => `${page}/${file}`);
  return new Map(await Promise.all(all.map(async (file) => [file, await fetched(file)] as const)));
}

/** What each way gives to whoever is at its end: all files; how many photographs its files and pages show. */
const ways: readonly {
  readonly way: string;
  readonly files: () => Files | Promise<Files>;
  readonly pictures: number;
  readonly drawn: number;
}[] = [
  // The largest and two smaller ones.
  { way: "the site, its feed, its data and its card", files: () => below(sandbox.output), pictures: 24, drawn: 8 },
  { way: "the Word file", files: () => partsOf("稿.docx"), pictures: 8, drawn: 0 },
  { way: "the draft for signature", files: () => only("送审.pdf"), pictures: 0, drawn: 8 },
  { way: "the red-line page", files: () => only("红线.html", "红线.pdf"), pictures: 0, drawn: 0 },
  { way: "the preview", files: previewed, pictures: 24, drawn: 8 },
];

describe.each(ways)("$way", ({ files, pictures, drawn }) => {
  test("holds nothing of what the photographs carry", async () => {
    for (const [name, bytes] of await files())
      for (const secret of secrets) expect(Buffer.from(bytes).includes(secret), `${name}: ${secret}`).toBe(false);
  });

  test("has every photograph upright, as a file that needs no turning", async () => {
    const photographs = [...(await files())].filter(([name]) => name.endsWith(".jpg"));
    for (const [name, bytes] of photographs) {
      const { width, height, orientation } = await sharp(bytes).metadata();
      expect(orientation, name).toBeUndefined();
      expect(width / height, name).toBeCloseTo(3 / 4, 2);
      expect(
        (await photographsOn(await sharp(bytes).resize({ width: 150 }).png().toBuffer())).map(({ corners }) => corners),
        name,
      ).toEqual([uprightCorners]);
    }
    // A Word file has what is the same only once.
    if (pictures > 8) expect(photographs).toHaveLength(pictures);
    else expect(photographs.length > 0).toBe(pictures > 0);
  });

  test("shows every photograph upright where it is printed", async () => {
    const found: string[] = [];
    for (const [name, bytes] of await files()) {
      if (!name.endsWith(".pdf")) continue;
      for (const drawing of await drawnPages(bytes, 36))
        found.push(...(await photographsOn(drawing)).map(({ corners }) => corners));
    }
    expect(found).toEqual(Array.from({ length: drawn }, () => uprightCorners));
  });
});

test("the Word file shows each at the size that it is printed at", async () => {
  const document = Buffer.from((await partsOf("稿.docx")).get("word/document.xml") ?? "").toString();
  const sizes = [...document.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)].map(([, width, height]) => [
    Number(width) / 36_000,
    Number(height) / 36_000,
  ]);
  expect(sizes).toHaveLength(8);
  for (const [width = 0, height = 0] of sizes) {
    expect(height).toBeCloseTo(12 * 10.45, 0);
    expect(width).toBeCloseTo(9 * 10.45, 0);
  }
});

describe.each([390, 1280])("on a screen of %i pixels", (width) => {
  test("each photograph is upright, no wider than the column, and takes its room before it is there", async () => {
    const tab = await chromium.browser.newPage();
    await tab.setViewport({ width, height: 800 });
    await tab.setRequestInterception(true);
    let isLetIn = false;
    tab.on("request", (request) => {
      void (request.resourceType() === "image" && !isLetIn ? request.abort() : request.continue());
    });
    const url = pathToFileURL(path.join(sandbox.output, page, "index.html")).href;
    await tab.goto(url, { waitUntil: "load" });
    const boxes = (): Promise<number[]> =>
      tab.$$eval("figure img", (images) =>
        images.map((image) => (image.setAttribute("alt", ""), image.getBoundingClientRect().height)),
      );
    const before = await boxes();
    isLetIn = true;
    await tab.goto(url, { waitUntil: "load" });
    const shown = await tab.$$("figure img");
    expect(shown).toHaveLength(8);
    for (const image of shown) {
      await image.scrollIntoView();
      await tab.waitForFunction((element) => element.complete && element.naturalWidth > 0, {}, image);
      const { wide, tall, natural, most, source } = await image.evaluate((element) => ({
        wide: element.clientWidth,
        tall: element.clientHeight,
        natural: element.naturalWidth,
        most: element.closest("article")?.clientWidth ?? 0,
        source: element.currentSrc,
      }));
      expect(wide).toBeLessThanOrEqual(Math.min(most, width));
      expect(wide, "fills the column, as it has more pixels").toBeGreaterThan(Math.min(most, 704) - 2);
      expect(wide / tall).toBeCloseTo(3 / 4, 2);
      expect(natural, source).toBeGreaterThanOrEqual(wide);
      if (width === 390) expect(source).toMatch(/\.480w\.jpg$/);
      const [found] = await photographsOn(await image.screenshot());
      expect(found?.corners).toBe(uprightCorners);
    }
    // Whole pixels of a smaller file have not quite the shape of the larger one's.
    (await boxes()).forEach((height, at) => expect(Math.abs(height - (before[at] ?? 0))).toBeLessThan(2));
    await tab.close();
  });
});
