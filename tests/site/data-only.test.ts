/** 仅数据: an issue that is neither printed nor published, whose figures later issues are compared with. */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { Sandbox } from "../support/cli.ts";

const old = "content/issues/2019-15";
const issue = "content/issues/2020-15";
let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  mkdirSync(sandbox.path(old));
  sandbox.write(`${old}/issue.yaml`, "期号: 15\n日期: 2019-11-08\n仅数据: 是\n");
  sandbox.write(`${old}/counts.yaml`, "交办: { 截至: 2019-11-07, 批次: 1-15, 单位: { 零陵区: 20, 冷水滩区: 35 } }\n");
  const article = `${issue}/05-信访件情况.md`;
  sandbox.write(article, `${sandbox.read(article)}\n交办件数比去年同期{{交办 - 去年同期.交办 | 增减}}。\n`);
});
afterEach(() => sandbox.dispose());

const errors = (): string[] =>
  prepare(sandbox.root)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );
}

test("it needs no article, is compared with, and nothing of it is printed or published", async () => {
  const checked = await sandbox.run("check");
  expect(checked.stdout).toContain("检查完毕：2 期，");
  expect(checked.code).toBe(0);
  const { code, stdout } = await sandbox.run("build");
  expect([code, stdout]).toEqual([0, expect.stringContaining("完成：1 期")]);
  const files = filesOf(sandbox.output);
  expect(files.filter((file) => file.includes("2019"))).toEqual([]);
  const pages = files.filter((file) => /\.(?:html|json|csv|xml|js|txt)$/.test(file));
  expect(pages.length).toBeGreaterThan(10);
  for (const file of pages)
    expect(readFileSync(path.join(sandbox.output, file), "utf8"), file).not.toContain("2019年第15期");
  expect(readFileSync(path.join(sandbox.output, "issues/2020/15/index.html"), "utf8")).toContain("比去年同期");
  expect(readdirSync(sandbox.folder).sort()).toEqual(["root", "site"]);
});

test("it is checked like the others", () => {
  expect(errors()).toEqual([]);
  sandbox.edit(`${old}/counts.yaml`, "冷水滩区: 35", "冷水滩区: 35, 无此县: 1");
  expect(errors()).toEqual(["unknown-member"]);
  sandbox.edit(`${old}/counts.yaml`, ", 无此县: 1 }", " }, 合计: 56");
  expect(errors()).toEqual(["breakdown-sum"]);
});

test("an article in it is an error, and no command makes anything of it", async () => {
  cpSync(sandbox.path(`${issue}/02-刘卫华深入蓝山.md`), sandbox.path(`${old}/01-稿件.md`));
  expect(errors()).toEqual(["needless-article"]);
  rmSync(sandbox.path(`${old}/01-稿件.md`));
  expect((await sandbox.run("word", "2019-15")).stderr).toContain("2019-15 只有数据，不印发");
});

test("new makes one, moved on from the one before it", async () => {
  const made = await sandbox.run("new", "--data", "--date", "2019-11-09", "--number", "2019-16");
  expect(made.code).toBe(0);
  const folder = "content/issues/2019-16";
  expect(filesOf(sandbox.path(folder)).sort()).toEqual(["counts.yaml", "issue.yaml"]);
  expect(sandbox.read(`${folder}/issue.yaml`)).toContain("\n仅数据: 是");
  expect(sandbox.read(`${folder}/counts.yaml`)).toContain(
    "交办: { 截至: 2019-11-08, 批次: 1-16, 单位: { 零陵区: , 冷水滩区:  } }",
  );
  // The next one to be printed takes its standing articles from the last that was.
  const next = await sandbox.run("new", "--date", "2020-11-09");
  expect(next.stdout).toContain("2020-16/03-信访件情况.md");
  expect(sandbox.read("content/issues/2020-16/issue.yaml")).not.toMatch(/^仅数据/m);
});
