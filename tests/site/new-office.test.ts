/**
 * docs/new-office.md cannot lie: every file, text and message that it shows is taken out of the page and run, and its first chapter is
 * followed from an empty folder on.
 */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { run as runNew } from "../../src/commands/new.ts";
import { prepare } from "../../src/build/prepare.ts";
import type { Prepared } from "../../src/build/prepare.ts";
import { vocabularySchema } from "../../src/read/schema/vocabulary-schema.ts";
import { textOfIssue } from "../support/article-text.ts";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/new-office.md"), "utf8");

/** A code block and the line above it, which says what it is. */
interface Block {
  readonly caption: string;
  readonly text: string;
}

interface Example {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^(.+：)\n\n```(?:yaml|text)\n([\s\S]*?)^```$/gm)].map(([, caption = "", body = ""]) => ({
    caption,
    text: body,
  }));
}

const examples: readonly Example[] = page
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    title: section.slice(0, section.indexOf("\n")),
    blocks: blocksOf(section),
  }));
const walk = blocksOf(page.slice(page.indexOf("## 一、从空"), page.indexOf("## 二、")));

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "jianbao-office-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const told = ({ problems }: Prepared): string[] =>
  problems.map(({ severity, message }) => `${severity === "error" ? "错误" : "提醒"}：${message}`);

function printed(prepared: Prepared): string {
  const last = prepared.issues.at(-1);
  return last === undefined ? "" : `${textOfIssue(last)}\n`;
}

/** Where a block belongs; what is no file is `undefined`. */
function fileOf({ caption }: Block, issue: string): string | undefined {
  const [, named] = /^`(data\/.+|content\/.+)`：$/.exec(caption) ?? [];
  if (named !== undefined) return named;
  if (caption === "上期的 `counts.yaml`：") return "content/issues/2024-1/counts.yaml";
  return /^(?:报错的 |提醒的 )?`counts\.yaml`：$/.test(caption) ? `content/issues/${issue}/counts.yaml` : undefined;
}

/** An issue is dated the day behind its latest figure. */
function writeIssue(id: string, counts: string, body: string): void {
  const [year = "", number = ""] = id.split("-");
  const latest = [...counts.matchAll(/\d{4}-\d\d-\d\d/g)]
    .map(([date]) => date)
    .sort()
    .at(-1);
  write(`content/issues/${id}/issue.yaml`, `期号: ${number}\n日期: ${latest ?? `${year}-07-0${number}`}\n`);
  write(`content/issues/${id}/counts.yaml`, counts);
  write(`content/issues/${id}/01-稿件.md`, `---\n栏目: 工作动态\n---\n\n${body}`);
}

function build(example: Example, isWrong: boolean): Prepared {
  const { blocks } = example;
  const issues = blocks.flatMap(({ caption }) => /issues\/(\d{4}-\d+)\//.exec(caption)?.[1] ?? []);
  const hasEarlier = blocks.some(({ caption }) => caption.startsWith("上期的"));
  const last = issues.at(-1) ?? (hasEarlier ? "2024-2" : "2024-1");
  write("data/bulletin.yaml", "报头: { 刊名: 简报 }\n编发单位: 办公室\n");
  const files = new Map<string, string>();
  for (const block of blocks) {
    const file = fileOf(block, last);
    if (file === undefined || (/^(报错|提醒)/.test(block.caption) && !isWrong)) continue;
    files.set(file, block.text);
  }
  for (const [file, text] of files) {
    const [, id] = /issues\/(\d{4}-\d+)\/counts/.exec(file) ?? [];
    if (id === undefined) write(file, text);
    else writeIssue(id, text, id === last ? (textUnder(example, "稿件：") ?? "") : "本期数据另发。\n");
  }
  // A head that the page shows takes the place of the one that was made up.
  for (const [file, text] of files) {
    if (!file.endsWith("issue.yaml")) continue;
    write(file, text);
    if (text.includes("仅数据: 是")) rmSync(path.join(root, path.dirname(file), "01-稿件.md"));
  }
  return prepare(root);
}

const textUnder = ({ blocks }: Example, caption: string): string | undefined =>
  blocks.find((block) => block.caption === caption)?.text;

test.each(examples)("$title: passes the checks and prints what the page says", (example) => {
  const prepared = build(example, false);
  expect(told(prepared)).toEqual([]);
  expect(printed(prepared)).toBe(textUnder(example, "印出来："));
});

test.each(examples.filter((example) => textUnder(example, "检查说：") !== undefined))(
  "$title: made wrong, is told what the page says",
  (example) => {
    expect(told(build(example, true)).map((line) => `${line}\n`)).toContain(textUnder(example, "检查说："));
  },
);

describe("the first chapter, from an empty folder on", () => {
  test("leads to the issue that it shows", async () => {
    vi.spyOn(console, "log").mockReturnValue();
    expect(await runNew(["--root", root])).toBe(0);
    for (const block of walk.filter(({ caption }) => caption.startsWith("`data/")))
      write(fileOf(block, "") ?? "", block.text);
    expect(await runNew(["--root", root, "--date", "2024-04-08"])).toBe(0);
    for (const block of walk.filter(({ caption }) => caption.startsWith("`content/")))
      write(fileOf(block, "") ?? "", block.text);
    const prepared = prepare(root);
    expect(told(prepared)).toEqual([]);
    expect(printed(prepared)).toBe(walk.find(({ caption }) => caption === "印出来：")?.text);
  });
});

test("every key of tallies.yaml stands in a headline or is said where to look for", () => {
  const keys = (name: "分组" | "指标"): string[] => {
    const own = vocabularySchema.shape[name].valueType;
    const schema = "unwrap" in own ? own.unwrap() : own;
    return Object.keys(schema.shape);
  };
  const headlines = examples.map(({ title }) => title).join("、");
  const unexplained = [...keys("分组"), ...keys("指标")].filter(
    (key) => !headlines.includes(key) && !page.includes(`\`${key}\`（`),
  );
  expect(unexplained).toEqual([]);
});

test("nothing in the page is left out of the tests", () => {
  const fences = page.match(/^```(yaml|text)$/gm) ?? [];
  expect(examples.flatMap(({ blocks }) => blocks).length + walk.length).toBe(fences.length);
  expect(examples.length).toBeGreaterThan(20);
});

test("what README.zh-CN.md shows of letters, tables, charts and photos is printed without a fault", () => {
  const product = path.resolve(import.meta.dirname, "../..");
  const readme = readFileSync(path.join(product, "README.zh-CN.md"), "utf8");
  const chapter = readme.slice(readme.indexOf("## 信函、表格"), readme.indexOf("## 其他命令"));
  const shown = [...chapter.matchAll(/```\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  expect(shown).toHaveLength(4);
  cpSync(path.join(product, "tests/fixtures/example/data"), path.join(root, "data"), { recursive: true });
  cpSync(
    path.join(product, "tests/fixtures/example/content/issues/2020-15"),
    path.join(root, "content/issues/2020-15"),
    { recursive: true },
  );
  cpSync(
    path.join(product, "tests/fixtures/print/twelve-pages/content/issues/2020-12/现场.png"),
    path.join(root, "content/issues/2020-15/石期河.png"),
  );
  write(
    "content/issues/2020-15/06-样子.md",
    `---\n标题: 样子\n栏目: 立行立改动态\n---\n\n${shown.join("\n").replace(".jpg", ".png")}`,
  );
  const prepared = prepare(root);
  expect(prepared.problems.filter(({ place }) => place.file.endsWith("样子.md"))).toEqual([]);
  const html = prepared.issues
    .at(-1)
    ?.view.sections.flatMap(({ articles }) => articles)
    .find(({ titleLines }) => titleLines.includes("样子"))?.html;
  for (const part of [
    "感谢信",
    "市协调联络工作领导小组",
    "各单位办理情况（截至",
    "各单位交办、办结件数",
    "整治后的石期河",
  ])
    expect(html).toContain(part);
});
