/** `npm run compare` over a repository of its own. */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, Sandbox } from "../support/cli.ts";
import { pdfPages, withoutSpace } from "../support/text.ts";

const sandbox = new Sandbox();
const counts = "content/issues/2020-15/counts.yaml";
const git = (...args: string[]): string =>
  execFileSync("git", ["-C", sandbox.root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    encoding: "utf8",
  });

beforeAll(() => {
  git("init", "--quiet");
  git("commit", "--quiet", "--allow-empty", "-m", "empty");
  git("add", "content", "data");
  git("commit", "--quiet", "-m", "first");
  sandbox.edit(counts, "冷水滩区: 56", "冷水滩区: 五十六");
  git("commit", "--quiet", "-a", "-m", "broken");
  sandbox.edit(counts, "冷水滩区: 五十六", "冷水滩区: 57");
  sandbox.edit(counts, "来电: 195", "来电: 196");
});
afterAll(() => sandbox.dispose());

test("writes page and PDF beside the content, never a site", async () => {
  const outcome = await sandbox.run("compare", "2020-15", "--since", "HEAD~1");
  expect(outcome.stderr).toBe("");
  expect(outcome.stdout).toContain("变动的数字 5 个");
  const page = readFileSync(sandbox.path("送审/2020-15-红线稿.html"), "utf8");
  expect(page).toContain("<del>215件</del> → <ins>216件</ins>");
  expect(page).toMatch(/counts\.yaml:\d+:\d+ 冷水滩区 56→57/);
  const pdf = withoutSpace((await pdfPages(sandbox.path("送审/2020-15-红线稿.pdf"))).join(""));
  expect(pdf).toContain("内部使用");
  expect(pdf).toContain("冷水滩区56→57");
});

test("hands the same over to programs", async () => {
  const { stdout } = await sandbox.run("compare", "2020-15", "--since", "HEAD~1", "--format", "json");
  const { parts } = JSON.parse(stdout) as { parts: { title: string; figures: { old: string; new: string }[] }[] };
  expect(parts.at(0)?.title).toBe("报头");
  expect(parts.flatMap(({ figures }) => figures.map((figure) => `${figure.old}${figure.new}`))).toContain("56件57件");
});

test("an old version with errors is compared as far as it can be read, and told of", async () => {
  const { stdout, code } = await sandbox.run("compare", "2020-15", "--since", "HEAD", "--format", "json");
  expect(code).toBe(0);
  expect((JSON.parse(stdout) as { notes: string[] }).notes.join()).toMatch(
    /旧版按现在的规则有 \d+ 处错误.*counts\.yaml:\d+/,
  );
});

test.each([
  [["--since", "HEAD~2"], "那一版里没有这个文件夹的 content 和 data"],
  [["--since", "nothing"], "没有“nothing”这个版本"],
  [["--since=--output=x"], "没有“--output=x”这个版本"],
  [[], "没有写与哪一版比"],
])("compare %s says in Chinese what is wrong", async (args, message) => {
  const outcome = await sandbox.run("compare", "2020-15", ...args);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain(message);
  expect(existsSync(sandbox.path("x"))).toBe(false);
});

test("an issue younger than that version, and a folder without versions", async () => {
  execFileSync("cp", ["-r", sandbox.path("content/issues/2020-15"), sandbox.path("content/issues/2020-16")]);
  sandbox.edit("content/issues/2020-16/issue.yaml", "期号: 15", "期号: 16");
  sandbox.edit("content/issues/2020-16/issue.yaml", "2020-11-08", "2020-11-09");
  const young = await sandbox.run("compare", "2020-16", "--since", "HEAD~1");
  expect(young.stderr).toContain("那一版里还没有 2020-16 这一期");
  const other = new Sandbox();
  const outcome = await cli("compare", "--root", other.root, "--since", "HEAD");
  other.dispose();
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain("不在 git 版本库里");
});
