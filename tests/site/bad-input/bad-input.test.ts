/** What an editor sees who has made a mistake: exit code, place, message, advice; and nothing is written. */

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { run as check } from "../../../src/commands/check.ts";
import { run as importWord } from "../../../src/commands/import-word.ts";
import { prepare } from "../../../src/build/prepare.ts";
import { EnvironmentError } from "../../../src/base/problem/environment-error.ts";
import { inReadingOrder, oneLine } from "../../../src/base/problem/report.ts";
import { cli, cliIn, Sandbox } from "../../support/cli.ts";
import type { Outcome } from "../../support/cli.ts";
import { bodyMistakes } from "./body-mistakes.ts";
import { countsMistakes } from "./counts-mistakes.ts";
import { fileMistakes } from "./files-mistakes.ts";
import { frontMistakes } from "./front-mistakes.ts";
import { IssueFolder } from "./mistake.ts";
import { rootMistakes } from "./root-mistakes.ts";
import { wordMistakes } from "./word-mistakes.ts";

const mistakes = [...countsMistakes, ...frontMistakes, ...bodyMistakes, ...fileMistakes];
const stackTrace = /\n\s+at .*:\d+:\d+/;
/** The example's own slips, which stay as they were printed. */
const known = new Set(["until-word", "document-number-bracket", "incomplete-date"]);

let sandbox: Sandbox;
afterEach(() => sandbox.dispose());

test("the table covers the kinds of bad input, each once", () => {
  sandbox = new Sandbox();
  const all = [...mistakes, ...rootMistakes].map(({ what }) => what);
  expect(all.length).toBeGreaterThanOrEqual(110);
  expect(new Set(all).size).toBe(all.length);
});

describe("alone, each mistake is told where it is, with its mend, and draws nothing behind it", () => {
  test.each(mistakes)("$what", ({ make, told, advice }) => {
    sandbox = new Sandbox();
    const folder = new IssueFolder(sandbox, 15);
    make(folder);
    const { problems, ok } = prepare(sandbox.root);
    const found = inReadingOrder(problems).filter(({ code }) => !known.has(code));
    expect(found.map((problem) => oneLine(problem).replaceAll(`${folder.path}/`, ""))).toEqual(told);
    expect(found[0]?.hint).toBe(advice);
    expect(ok).toBe(!told.some((line) => line.includes(" 错误：")));
  });
});

describe("all of them at once, each in an issue of its own", () => {
  let all: Sandbox;
  let checked: Outcome;
  beforeAll(async () => {
    all = new Sandbox();
    // Numbers from 101 on, so that the example stays as it is.
    for (const [at, { make }] of mistakes.entries()) make(new IssueFolder(all, 101 + at));
    checked = await all.run("check");
  });
  afterAll(() => all.dispose());

  test("the command tells every one, exits with 1 and shows no stack trace", async () => {
    sandbox = new Sandbox();
    expect(checked.code).toBe(1);
    // On a slow machine it says how far it is.
    expect(checked.stderr.replaceAll(/^.*\d+\/\d+，还要大约.*\n/gm, "")).toBe("");
    expect(checked.stdout).not.toMatch(stackTrace);
    const lines = new Set(checked.stdout.split("\n"));
    // Of earlier issues the text has the errors, the machine formats the reminders too.
    const rows = JSON.parse((await all.run("check", "--format", "json")).stdout) as Record<string, string>[];
    for (const { file, line, column, severity, message, code } of rows)
      if (severity === "warning") lines.add(`${file}:${line}:${column} 提醒：${message} [${code}]`);
    const missing = mistakes.flatMap(({ told }, at) =>
      told.map((line) => `content/issues/2020-${101 + at}/${line}`).filter((line) => !lines.has(line)),
    );
    expect(missing).toEqual([]);
  });

  test("a build tells them too, writes nothing and leaves the earlier output as it was", async () => {
    sandbox = new Sandbox();
    mkdirSync(all.output);
    writeFileSync(path.join(all.output, ".jianbao"), "");
    writeFileSync(path.join(all.output, "earlier.html"), "earlier");
    const { code, stderr } = await all.run("build");
    expect(code).toBe(1);
    expect(stderr).not.toMatch(stackTrace);
    for (const [at, { told }] of mistakes.entries())
      for (const line of told.filter((text) => text.includes(" 错误：")))
        expect(stderr).toContain(`content/issues/2020-${101 + at}/${line}`);
    expect(readdirSync(all.output).sort()).toEqual([".jianbao", "earlier.html"]);
    expect(readdirSync(all.folder).sort()).toEqual(["root", "site"]);
  });
});

describe("mistakes in what all issues rest on", () => {
  afterEach(() => vi.restoreAllMocks());

  test.each(rootMistakes)("$what", ({ make, told, code = 1 }) => {
    sandbox = new Sandbox();
    make(sandbox);
    const printed: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
    expect(check(["--root", sandbox.root])).toBe(code);
    for (const line of told) expect(printed.join("").split("\n")).toContain(line);
  });

  test("as the command in a process of its own says it", async () => {
    sandbox = new Sandbox();
    for (const file of ["bulletin", "tallies"]) rmSync(sandbox.path(`data/${file}.yaml`));
    const { code, stdout, stderr } = await sandbox.run("check");
    expect(code).toBe(1);
    expect(stdout.match(/错误：没有这个文件/g)).toHaveLength(2);
    expect(stderr + stdout).not.toMatch(stackTrace);
  });
});

describe("files handed to import", () => {
  test.each([
    ["稿件.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "另存为“Word 文档（.docx）”"],
    ["台账.numbers", Buffer.from("PK"), "另存为 .xlsx"],
    ["~$台账.xlsx", Buffer.alloc(165), "“~$台账.xlsx”不是要用的文件"],
    ["~$稿件.docx", Buffer.alloc(162), "临时留下的锁文件"],
    ["稿件.docx", Buffer.from("no zip"), "改法："],
    ["稿件.pdf", Buffer.from("%PDF-"), "可以导入 .xlsx、.xls、.et、.csv（台账）和 .docx、.doc、.wps（稿件）"],
  ])("%s", async (name, bytes, message) => {
    sandbox = new Sandbox();
    const file = path.join(sandbox.folder, name);
    writeFileSync(file, bytes);
    const { code, stderr } = await cliIn({ JIANBAO_SOFFICE: "none" }, "import", file, "--root", sandbox.root);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(stackTrace);
  });
});

describe("Word files that cannot be imported", () => {
  test.each(wordMistakes)("$what", async ({ name, bytes, message, advice, options = [] }) => {
    sandbox = new Sandbox();
    const file = path.join(sandbox.folder, name);
    writeFileSync(file, bytes);
    vi.stubEnv("JIANBAO_SOFFICE", "none");
    const before = readdirSync(sandbox.path("content/issues/2020-15"));
    const fault = await importWord([file, "--root", sandbox.root, ...options]).catch((error: unknown) => error);
    vi.unstubAllEnvs();
    if (!(fault instanceof EnvironmentError)) throw new Error("imported", { cause: fault });
    expect([fault.message.replace(sandbox.folder + path.sep, ""), fault.hint]).toEqual([message, advice]);
    expect(readdirSync(sandbox.path("content/issues/2020-15"))).toEqual(before);
  });
});

test("an output folder that holds something else is not touched", async () => {
  sandbox = new Sandbox();
  mkdirSync(sandbox.output);
  writeFileSync(path.join(sandbox.output, "thesis.docx"), "mine");
  const { code, stderr } = await sandbox.run("build");
  expect(code).toBe(2);
  expect(stderr).toContain("里有别的东西，不能覆盖");
  expect(existsSync(path.join(sandbox.output, "thesis.docx"))).toBe(true);
});

test.each([
  [["check", "--rooot", "x"], "不认识选项“--rooot”"],
  [["check", "--root", "no-such-folder"], "没有文件夹"],
  [["import", "."], "“.”是文件夹，不是文件"],
  [["import", "稿件.pdf"], ".docx、.doc、.wps（稿件）"],
  [["chekc"], "没有“chekc”这个命令"],
])("wrong usage %j", async (args, message) => {
  sandbox = new Sandbox();
  const outcome = await cli(...args);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain(message);
  expect(outcome.stderr).not.toMatch(/\n\s+at /);
});

test("what is typed wrong all the way down a file is told once, with its places", async () => {
  sandbox = new Sandbox();
  sandbox.write("data/units.yaml", sandbox.read("data/units.yaml").replaceAll("性质: 县区", "性质：县区"));
  const { stdout } = await sandbox.run("check");
  expect(stdout.match(/“性质”后面用了全角冒号/g)).toHaveLength(1);
  expect(stdout).toMatch(/同样的还有 10 处：4:\d+、5:\d+/);
  expect(stdout).toContain("11 处错误");
});
