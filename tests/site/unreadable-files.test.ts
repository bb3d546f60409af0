/** One slip in one file of three published issues: what is wrong is told where it is, and nothing of what rests on that file. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { writePublishedArchive } from "../support/published-archive.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-unreadable-"));
const sound = path.join(folder, "sound");
const root = path.join(folder, "root");
const first = "content/issues/2025-1";
const second = "content/issues/2025-2";
const article = `${second}/01-情况.md`;
const record = "data/published/2025-2.yaml";

beforeAll(() => writePublishedArchive(sound));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `file:line code`, everything that is told once the files have been changed. */
function told(changes: Readonly<Record<string, ((text: string) => string | Uint8Array) | undefined>>): string[] {
  rmSync(root, { recursive: true, force: true });
  cpSync(sound, root, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const at = path.join(root, file);
    if (change === undefined) rmSync(at, { recursive: true });
    else {
      const before = readFileSync(at, "utf8");
      const after = change(before);
      expect(after).not.toBe(before);
      writeFileSync(at, after);
    }
  }
  const { problems, ok } = prepare(root);
  expect(ok).toBe(false);
  // Only of what was typed twice, or lies between the marks of a merge, may a line be deleted.
  for (const { code, hint = "", message } of problems)
    if (code !== "merge-conflict" && !message.includes("写了两次") && code !== "published-lost")
      expect(hint).not.toMatch(/删去/);
  return problems.map(({ place, code }) => `${place.file}:${place.line} ${code}`);
}

const put = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const again = (text: string): string => `${text}${text.split("\n")[0] ?? ""}\n`;
const inAnotherEncoding = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");
function inConflict(text: string): string {
  const lines = text.split("\n");
  lines.splice(2, 1, "<<<<<<< HEAD", lines[2] ?? "", "=======", lines[2] ?? "", ">>>>>>> other");
  return lines.join("\n");
}

test("the three issues are as they were published", () => {
  expect(prepare(sound).problems).toEqual([]);
});

describe.each([1, 2, 3].map((number) => `content/issues/2025-${number}`))("in %s", (issue) => {
  const [head, counts, text] = ["issue.yaml", "counts.yaml", "01-情况.md"].map((name) => `${issue}/${name}`) as [
    string,
    string,
    string,
  ];
  test.each([
    ["a bracket", head, put("期号: ", "期号: ["), `${head}:1 yaml-syntax`],
    ["a key", head, put("期号", "期数"), `${head}:1 unknown-key`],
    ["a value", head, put(/期号: \d/, "期号: 一"), `${head}:1 numeral-in-words`],
    ["another number", head, put(/期号: /, "期号: 1"), `${head}:1 folder-name`],
    ["another year", head, put("2025", "2015"), `${head}:1 folder-name`],
    ["a line twice", head, again, `${head}:4 yaml-syntax`],
    ["the encoding", head, inAnotherEncoding, `${head}:1 encoding`],
    ["a conflict", head, inConflict, `${head}:3 merge-conflict`],
    ["its loss", head, undefined, `${head}:1 missing-file`],
    ["a bracket", counts, put("批次: ", "批次: ["), `${counts}:3 yaml-syntax`],
    ["a key", counts, put("转办", "转班"), `${counts}:1 unknown-key`],
    ["a member", counts, put("东城区", "东成区"), `${counts}:5 unknown-member`],
    ["a value", counts, put(/东城区: \d+/, "东城区: 十"), `${counts}:5 numeral-in-words`],
    ["a line twice", counts, put(/ {4}东城区.*\n/, "$&$&"), `${counts}:6 yaml-syntax`],
    ["the encoding", counts, inAnotherEncoding, `${counts}:1 encoding`],
    ["a conflict", counts, inConflict, `${counts}:3 merge-conflict`],
    ["its loss", counts, undefined, `${counts}:1 missing-file`],
    ["a quotation", text, put("标题: ", '标题: "'), `${text}:2 yaml-syntax`],
    ["a key", text, put("标题", "标提"), `${text}:2 unknown-key`],
    ["a value", text, put("栏目: 每日", "栏目: {每日}"), `${text}:3 yaml-syntax`],
    ["an expression", text, put("{{转办}}", "{{转班}}"), `${text}:6 unknown-tally`],
    ["a line twice", text, put(/标题: .*\n/, "$&$&"), `${text}:3 yaml-syntax`],
    ["the encoding", text, inAnotherEncoding, `${text}:1 encoding`],
    ["a conflict", text, inConflict, `${text}:3 merge-conflict`],
    ["a fence", text, put("---\n", "——\n"), `${text}:1 front-matter`],
    ["its loss", `${issue}/02-附图.md`, undefined, `${head}:1 published-changed`],
  ])("%s of %s", (_, file, change, line) => {
    expect(told({ [file]: change })).toEqual([line]);
  });

  test("the whole folder", () => {
    expect(told({ [issue]: undefined })).toEqual([`data/published/${path.basename(issue)}.yaml:1 published-lost`]);
  });
});

test.each([
  ["a bracket", "data/bulletin.yaml", put("刊名: ", "刊名: ["), ["data/bulletin.yaml:2 yaml-syntax"]],
  ["a key", "data/bulletin.yaml", put("报头", "抱头"), ["data/bulletin.yaml:1 unknown-key"]],
  ["a value", "data/bulletin.yaml", put("[每日情况]", "5"), ["data/bulletin.yaml:4 not-a-list"]],
  ["a line twice", "data/bulletin.yaml", again, ["data/bulletin.yaml:5 yaml-syntax"]],
  ["the encoding", "data/bulletin.yaml", inAnotherEncoding, ["data/bulletin.yaml:1 encoding"]],
  ["a conflict", "data/bulletin.yaml", inConflict, ["data/bulletin.yaml:3 merge-conflict"]],
  ["its loss", "data/bulletin.yaml", undefined, ["data/bulletin.yaml:1 missing-file"]],
  ["a bracket", "data/units.yaml", put("县区 }", "县区"), ["data/units.yaml:1 yaml-syntax"]],
  ["a key", "data/units.yaml", put("全称", "全城"), ["data/units.yaml:1 unknown-key"]],
  ["a value", "data/units.yaml", put("性质: 县区", "性质: [县区]"), ["data/units.yaml:1 not-a-text"]],
  ["the encoding", "data/units.yaml", inAnotherEncoding, ["data/units.yaml:1 encoding"]],
  ["a conflict", "data/units.yaml", inConflict, ["data/units.yaml:3 merge-conflict"]],
  ["its loss", "data/units.yaml", undefined, ["data/tallies.yaml:3 missing-file"]],
  ["a bracket", "data/tallies.yaml", put("登记: ", "登记: ["), ["data/tallies.yaml:3 yaml-syntax"]],
  ["a key", "data/tallies.yaml", put("分组", "分祖"), ["data/tallies.yaml:1 unknown-key"]],
  ["a value", "data/tallies.yaml", put("units.yaml", "5"), ["data/tallies.yaml:3 not-a-text"]],
  ["a name", "data/tallies.yaml", put("累计自: 转办", "累计自: 转班"), ["data/tallies.yaml:7 unknown-measure"]],
  ["a line twice", "data/tallies.yaml", again, ["data/tallies.yaml:14 yaml-syntax"]],
  ["the encoding", "data/tallies.yaml", inAnotherEncoding, ["data/tallies.yaml:1 encoding"]],
  ["a conflict", "data/tallies.yaml", inConflict, ["data/tallies.yaml:3 merge-conflict"]],
  ["its loss", "data/tallies.yaml", undefined, ["data/tallies.yaml:1 missing-file"]],
  ["a key", record, put("期:", "其:"), [`${record}:3 missing-key`, `${record}:3 unknown-key`]],
  ["a value", record, put("第2批现场", "第3批现场"), [`${record}:11 record-changed`]],
  ["the encoding", record, inAnotherEncoding, [`${record}:1 encoding`]],
  ["a conflict", record, inConflict, [`${record}:3 merge-conflict`]],
  ["the encoding", "data/published-addresses.txt", inAnotherEncoding, ["data/published-addresses.txt:1 encoding"]],
  ["a conflict", "data/published-addresses.txt", inConflict, ["data/published-addresses.txt:3 merge-conflict"]],
])("%s of %s", (_, file, change, lines) => {
  expect(told({ [file]: change })).toEqual(lines);
});

describe("what a publication put on record and is gone is told by what is left", () => {
  test.each([
    ["a record", record, [`${record}:1 published-record-lost`]],
    [
      "all records",
      "data/published",
      [1, 2, 3].map((number) => `data/published/2025-${number}.yaml:1 published-record-lost`),
    ],
    ["the list of addresses", "data/published-addresses.txt", ["data/published-addresses.txt:1 published-record-lost"]],
  ])("%s", (_, file, lines) => {
    expect(told({ [file]: undefined })).toEqual(lines);
  });

  test("a record with its issue", () => {
    const lines = told({ [record]: undefined, [second]: undefined });
    expect(lines).toEqual(["data/published-addresses.txt:1 published-lost"]);
  });

  test("the page of an issue, from the list", () => {
    expect(told({ "data/published-addresses.txt": put("issues/2025/2/index.html\n", "") })).toEqual([
      "data/published-addresses.txt:1 published-record-lost",
    ]);
  });
});

test("two slips of different issues are told at once, and nothing beside them", () => {
  expect(told({ [`${first}/issue.yaml`]: put("期号", "期数"), [article]: put("标题", "标提") })).toEqual([
    `${first}/issue.yaml:1 unknown-key`,
    `${article}:2 unknown-key`,
  ]);
});

test("what rests on nothing unread is told beside it", () => {
  const third = "content/issues/2025-3/02-附图.md";
  expect(
    told({ [`${first}/counts.yaml`]: put("转办", "转班"), [third]: put("立行立改。", "立行立改{{转班}}。") }),
  ).toEqual([`${first}/counts.yaml:1 unknown-key`, `${third}:6 unknown-tally`]);
});
