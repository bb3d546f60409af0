/** What is printed while later issues are still being worked out. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { Cache } from "../../../src/build/cache/cache.ts";
import { FileDigests } from "../../../src/build/cache/file-digests.ts";
import { EditionKeys } from "../../../src/build/edition-key.ts";
import { prepare } from "../../../src/build/prepare.ts";
import { PrintAhead } from "../../../src/build/print-ahead.ts";
import { printAll } from "../../../src/build/print-all.ts";
import type { Printing } from "../../../src/build/print-all.ts";
import { PrintError } from "../../../src/output/pdf/index.ts";
import type { EditionJob, Press } from "../../../src/output/pdf/index.ts";
import { EnvironmentError } from "../../../src/base/problem/environment-error.ts";
import type { BuiltIssue } from "../../../src/document/issue-view.ts";
import { example } from "../../support/cli.ts";
import { DevelopedPictures } from "../../../src/build/developed-pictures.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-ahead-"));
const { archive, issues, root } = prepare(example);
let printed: string[];
let printing: Printing;
let rounds = 0;

/** The example under another name, which alone tells the press what comes of it. */
function issue(id: string): BuiltIssue {
  const [built] = issues;
  if (built === undefined) throw new Error("the example is broken");
  return { ...built, view: { ...built.view, id } };
}

function print({ name }: EditionJob): ReturnType<Press["print"]> {
  printed.push(name);
  if (name.startsWith("坏")) return Promise.reject(new PrintError(name, "画不出来", { hint: "请缩短。" }));
  if (name.startsWith("缺")) return Promise.resolve({ undrawable: ["\u{10FFFD}"] });
  if (name.startsWith("机器") && printed.filter((other) => other === name).length === 1)
    return Promise.reject(new EnvironmentError("磁盘已满", "请腾出磁盘空间。"));
  const plan = {
    ...{ pages: 1, classes: [], tight: [], close: [], bound: [], white: [], drawn: [], divided: [], starts: [] },
    ...{
      contentsLast: false,
      firstPageLines: 1,
      articlePages: {},
      unnumbered: [],
      imprint: { alone: false, blankBefore: false, above: 0 },
    },
  };
  return Promise.resolve({ pdf: Buffer.from(`%PDF ${name}`), sha256: name, plan, faces: [] });
}

beforeEach(async () => {
  if (archive === undefined) throw new Error("the example is broken");
  printed = [];
  const press: Press = {
    capacity: 2,
    start: () => Promise.resolve(),
    browser: () => Promise.resolve({ name: "", version: "", source: "npm", sandbox: true, description: "" }),
    print,
    close: () => Promise.resolve(),
  };
  const cache = new Cache(path.join(folder, String(rounds++)));
  const keys = await EditionKeys.open(archive.bulletin, {}, root, new FileDigests(undefined));
  const talk = { quiet: true, terminal: false, write: () => undefined };
  const pictures = new DevelopedPictures(cache);
  printing = { root, bulletin: archive.bulletin, fonts: {}, press, cache, pictures, keys, talk };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Offers the issues in turn, then prints them all; what came of each in the end. */
async function printOut(
  all: readonly BuiltIssue[],
): Promise<{ used: string[]; failures: readonly string[]; undrawable: number }> {
  const ahead = new PrintAhead(printing);
  for (const built of all) {
    ahead.offer(built);
    await new Promise(setImmediate);
  }
  const used: string[] = [];
  const { failures, problems } = await printAll(all, { ...printing, ahead }, ({ view }, { pdf }) => {
    used.push(`${view.id} ${Buffer.from(pdf).toString()}`);
    return "";
  });
  return { used: used.sort(), failures, undrawable: problems.length };
}

test("is printed once, and used as what is printed later", async () => {
  const all = ["一", "二", "三"].map(issue);
  expect((await printOut(all)).used).toEqual(["一 %PDF 一", "三 %PDF 三", "二 %PDF 二"]);
  expect(printed).toEqual(["一", "二", "三"]);
  // Kept: another build prints nothing.
  await printOut(all);
  expect(printed).toHaveLength(3);
});

test("is told as what fails later is, and not tried again", async () => {
  const { used, failures, undrawable } = await printOut(["坏的", "好的", "缺字"].map(issue));
  expect(used).toEqual(["好的 %PDF 好的"]);
  expect(failures).toEqual(["“坏的”打印失败：画不出来\n改法：请缩短。"]);
  expect(undrawable).toBe(1);
  expect(printed).toEqual(["坏的", "好的", "缺字"]);
});

test("is printed again when the machine was at fault", async () => {
  expect((await printOut(["机器"].map(issue))).used).toEqual(["机器 %PDF 机器"]);
  expect(printed).toEqual(["机器", "机器"]);
});

test("no more than a handful waits: the rest is printed later", async () => {
  const all = Array.from({ length: 20 }, (_, at) => issue(`第${at}`));
  const ahead = new PrintAhead(printing);
  for (const built of all) ahead.offer(built);
  expect(printed).toHaveLength(6);
  await printAll(all, { ...printing, ahead }, () => "");
  expect([...printed].sort()).toEqual(all.map(({ view }) => view.id).sort());
});
