/** Two commands at one time: the site that readers see is whole every time, and who has to wait is told for whom. */

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { Random } from "../support/random.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

/** `ROUNDS=20 npx vitest run --project site tests/site/two-at-once.test.ts` tries as often as the project promises. */
const rounds = Number(process.env["ROUNDS"] ?? 2);
const random = new Random(Number(process.env["SEED"] ?? 7));
const article = "content/issues/2021-1/01-稿件.md";
const sandbox = new Sandbox();
const to = path.join(sandbox.folder, "www");
const texts: string[] = [];
/** What a build of each text writes. */
const sites: Map<string, string>[] = [];
const site = (at: number): string => path.join(sandbox.folder, `site-${at}`);

/** Milliseconds later. */
function start(delay: number, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    setTimeout(() => {
      const child = spawn(process.execPath, ["scripts/start.mjs", ...args], { cwd: product });
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (text) => (stdout += String(text)));
      child.stderr.on("data", (text) => (stderr += String(text)));
      child.once("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
    }, delay);
  });
}

const build = (output: string, delay = 0): Promise<Outcome> =>
  start(delay, "build", "--root", sandbox.root, "--output", output);
/** `records`: where it puts them on record. */
const publish = (from: string, records: string, delay: number): Promise<Outcome> =>
  start(delay, "publish", "--root", records, "--from", from, "--to", to);

/** A working copy in which nothing has been published: records would refuse a text that was not declared as a correction. */
let copies = 0;
function freshRecords(): string {
  const folder = path.join(sandbox.folder, `records-${copies++}`);
  mkdirSync(folder);
  return folder;
}

let waited = 0;
/** Neither failed, and who waited was told for whom. */
function bothDone(outcomes: readonly Outcome[]): void {
  for (const { code, stdout, stderr } of outcomes) {
    expect([code, stderr]).toEqual([0, ""]);
    for (const line of stdout.split("\n").filter((each) => each.includes("等它做完"))) {
      waited++;
      expect(line).toMatch(
        /^\S+ 在 \S+ 上的 npm run (build|publish) 正在用 \S+（\d{4}-\d\d-\d\d \d\d:\d\d:\d\d 开始，进程 \d+）；等它做完……/,
      );
    }
  }
}

const locks = (): string[] => readdirSync(sandbox.folder).filter((name) => name.endsWith(".lock"));

/** Nothing but sites, and what they are kept in. */
function nothingLeft(): void {
  const names = readdirSync(sandbox.folder).filter(
    (name) => !/^(root|records-\d+|site(-\d)?|www(\.versions)?)$/.test(name),
  );
  expect(names).toEqual([]);
  expect(locks()).toEqual([]);
}

beforeAll(async () => {
  rmSync(sandbox.path("content"), { recursive: true });
  writeSyntheticArchive(sandbox.root, 4);
  const text = sandbox.read(article);
  texts.push(text, `${text}\n又补充了一段情况。\n`);
  for (const [at, each] of texts.entries()) {
    sandbox.write(article, each);
    expect(await build(site(at))).toMatchObject({ code: 0, stderr: "" });
    sites.push(folderContents(site(at)));
  }
  expect(sites[0]).not.toEqual(sites[1]);
});
afterAll(() => sandbox.dispose());

test(
  `${rounds} times two builds`,
  async () => {
    waited = 0;
    for (let round = 0; round < rounds; round++) {
      sandbox.write(article, texts[round % 2] ?? "");
      bothDone(await Promise.all([build(sandbox.output), build(sandbox.output, random.below(800))]));
      expect(folderContents(sandbox.output)).toEqual(sites[round % 2]);
      nothingLeft();
    }
    expect(waited).toBeGreaterThan(0);
  },
  150_000 * rounds,
);

test(
  `${rounds} times two publications to one folder`,
  async () => {
    waited = 0;
    for (let round = 0; round < rounds; round++) {
      // Two people with their own copies, or one who has typed it twice.
      const [first, second] = [freshRecords(), freshRecords()];
      const again = round % 4 === 3;
      const late = random.below(300);
      bothDone(
        await Promise.all([publish(site(0), first, 0), publish(site(again ? 0 : 1), again ? first : second, late)]),
      );
      expect(sites).toContainEqual(folderContents(to));
      nothingLeft();
      expect(readdirSync(`${to}.versions`).filter((name) => /^\.(?!jianbao$)/.test(name))).toEqual([]);
    }
  },
  150_000 * rounds,
);

test(
  `${rounds} times a build and a publication of what it builds`,
  async () => {
    waited = 0;
    for (let round = 0; round < rounds; round++) {
      sandbox.write(article, texts[(round + 1) % 2] ?? "");
      bothDone(await Promise.all([build(sandbox.output), publish(sandbox.output, freshRecords(), random.below(1000))]));
      expect(sites).toContainEqual(folderContents(to));
      expect(folderContents(sandbox.output)).toEqual(sites[(round + 1) % 2]);
      nothingLeft();
    }
    // In a few rounds they may miss each other.
    if (rounds >= 20) expect(waited).toBeGreaterThan(0);
  },
  150_000 * rounds,
);

test(
  `${rounds} times a build under a running preview, in which an article is saved meanwhile`,
  async () => {
    const preview = spawn(process.execPath, ["scripts/start.mjs", "dev", "--root", sandbox.root, "--port", "8251"], {
      cwd: product,
    });
    const address = await new Promise<string>((resolve) => {
      preview.stdout.on("data", (chunk) => {
        const found = /http:\S+/.exec(String(chunk))?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    try {
      for (let round = 0; round < rounds; round++) {
        sandbox.write(article, texts[round % 2] ?? "");
        const building = build(sandbox.output);
        await new Promise((resolve) => setTimeout(resolve, random.below(2000)));
        sandbox.write(article, texts[(round + 1) % 2] ?? "");
        bothDone([await building]);
        expect(sites).toContainEqual(folderContents(sandbox.output));
        await vi.waitFor(async () => {
          const page = await fetch(new URL("issues/2021/1/", address));
          expect((await page.text()).replaceAll(/<[^>]+>/g, "").includes("又补充了一段情况")).toBe(round % 2 === 0);
        }, 60_000);
        bothDone([await build(sandbox.output)]);
        expect(folderContents(sandbox.output)).toEqual(sites[(round + 1) % 2]);
      }
    } finally {
      const ended = new Promise((resolve) => preview.once("exit", resolve));
      preview.kill("SIGTERM");
      await ended;
    }
    nothingLeft();
  },
  150_000 * rounds,
);
