/** `check --fix` on articles of every kind: it makes nothing worse, and once is enough. */

import { cpSync, mkdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { run as check } from "../../src/commands/check.ts";
import { prepare } from "../../src/build/prepare.ts";
import { Sandbox } from "../support/cli.ts";
import { randomArticle, untouchable } from "../support/random-article.ts";

const folder = "content/issues/2020-16";
const pictures = ["现场 1.png", "整治前,后 (2).png", "河道2 清理.png"];
const articles = 40;

let sandbox: Sandbox;
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  sandbox = new Sandbox();
  mkdirSync(sandbox.path(folder));
  sandbox.write(`${folder}/issue.yaml`, "期号: 16\n日期: 2020-11-09\n");
  cpSync(sandbox.path("content/issues/2020-15/counts.yaml"), sandbox.path(`${folder}/counts.yaml`));
  for (const name of pictures)
    cpSync("tests/fixtures/print/twelve-pages/content/issues/2020-12/现场.png", sandbox.path(`${folder}/${name}`));
});
afterEach(() => {
  vi.restoreAllMocks();
  sandbox.dispose();
});

const names = Array.from({ length: articles }, (_, at) => `${folder}/${String(at + 1).padStart(2, "0")}-稿.md`);
const texts = (): string[] => names.map((name) => sandbox.read(name));

/** File, line and rule of each error. */
function errors(): string[] {
  return prepare(sandbox.root)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ place, code }) => `${place.file}:${place.line} ${code}`);
}

describe.each([1, 2])("random articles, row %d", (row) => {
  test("have no error after it that they did not have before; what is cited stays; a second time mends nothing", () => {
    for (const [at, name] of names.entries()) sandbox.write(name, randomArticle(row * 1000 + at));
    const before = texts();
    const known = new Set(errors());
    check(["--root", sandbox.root, "--fix"]);
    const after = texts();
    expect(after).not.toEqual(before);
    expect(errors().filter((line) => !known.has(line))).toEqual([]);
    for (const [at, text] of after.entries())
      for (const cited of untouchable)
        expect([names[at], cited, text.split(cited).length]).toEqual([
          names[at],
          cited,
          before[at]?.split(cited).length,
        ]);
    check(["--root", sandbox.root, "--fix"]);
    expect(texts()).toEqual(after);
  });
});
