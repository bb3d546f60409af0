/** Browsers that are killed while they print: one is replaced and its issue printed; one that dies over and over is told by issue. */

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { printingBrowsers } from "../support/browser-killer.ts";
import { product, Sandbox } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

const sandbox = new Sandbox();
const temporary = path.join(sandbox.folder, "tmp");
const article = "content/issues/2021-2/01-稿件.md";
const mark = "此稿使浏览器崩溃";
/** What a clean build writes of the archive as it is at the end. */
let clean: Map<string, string>;

/** A build whose browsers are killed, once each, when they are at a document that `kills` names. */
async function build(kills: (document: string, killed: number) => boolean): Promise<Outcome & { killed: number }> {
  const args = ["scripts/start.mjs", "build", "--root", sandbox.root, "--output", sandbox.output];
  const own = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const child = spawn(process.execPath, args, { cwd: product, env: { ...process.env, ...own } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (text) => (stdout += String(text)));
  child.stderr.on("data", (text) => (stderr += String(text)));
  const killed = new Set<number>();
  const watch = setInterval(() => {
    for (const { pid, documents } of printingBrowsers(child.pid ?? 0)) {
      if (killed.has(pid) || !documents.some((document) => kills(document, killed.size))) continue;
      killed.add(pid);
      process.kill(pid, "SIGKILL");
    }
  }, 5);
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? -1)));
  clearInterval(watch);
  return { code, stdout, stderr, killed: killed.size };
}

const printed = (stdout: string): string[] =>
  [...stdout.matchAll(/^第 (\d+) 期：/gm)].map(([, number]) => number ?? "");
const forget = (): void => rmSync(path.join(sandbox.root, ".cache/editions"), { recursive: true });

beforeAll(async () => {
  mkdirSync(temporary);
  rmSync(sandbox.path("content"), { recursive: true });
  writeSyntheticArchive(sandbox.root, 4);
  const text = sandbox.read(article);
  sandbox.write(article, `${text}\n${mark}。\n`);
  expect(await build(() => false)).toMatchObject({ code: 0, stderr: "" });
  clean = folderContents(sandbox.output);
  forget();
});
afterAll(() => sandbox.dispose());

test("once: it is started again, the issue printed, and the bytes are a clean build's", async () => {
  rmSync(sandbox.output, { recursive: true });
  const { code, stdout, stderr, killed } = await build((_, already) => already === 0);
  expect(killed).toBe(1);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(printed(stdout).sort()).toEqual(["1", "2", "3", "4"]);
  expect(folderContents(sandbox.output)).toEqual(clean);
  expect(readdirSync(temporary)).toEqual([]);
});

test("again and again: its issue is named, the others are kept, the old site stands, the next build is a clean one's", async () => {
  // Another site than the one to come, of whose PDFs none can stay.
  sandbox.edit("data/bulletin.yaml", "刊名: 工作简报", "刊名: 情况通报");
  const { code: first } = await build(() => false);
  expect(first).toBe(0);
  const old = folderContents(sandbox.output);
  expect(old).not.toEqual(clean);
  sandbox.edit("data/bulletin.yaml", "刊名: 情况通报", "刊名: 工作简报");
  forget();
  const { code, stdout, stderr, killed } = await build((document) => document.includes(mark));
  expect(killed).toBe(2);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^“2021-2”打印失败：浏览器连续两次失败/m);
  expect(stderr).toContain("改法：");
  expect(stderr).toContain("1 期没有印成。没有生成任何文件，原来的输出没有动。");
  expect(stderr.match(/打印失败/g)).toHaveLength(1);
  expect(printed(stdout).sort()).toEqual(["1", "3", "4"]);
  expect(folderContents(sandbox.output)).toEqual(old);
  expect(readdirSync(temporary)).toEqual([]);
  const next = await build(() => false);
  expect(next).toMatchObject({ code: 0, stderr: "" });
  expect(printed(next.stdout)).toEqual(["2"]);
  expect(folderContents(sandbox.output)).toEqual(clean);
});
