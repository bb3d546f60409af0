/** An issue goes out as Word file, is marked up by others, and comes back. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { docx, paragraph, partsOf } from "../support/docx.ts";
import { textOf, TrackedFile } from "../support/tracked.ts";
import { schemaFaults } from "../support/word/schema.ts";

const li = { name: "李主任", date: "2020-11-09T10:00:00Z" };
const wang = { name: "王科长", date: "2020-11-09T11:00:00Z" };
const folder = "content/issues/2020-15";

let sandbox: Sandbox;
let sent: Map<string, Uint8Array>;
const file = (name: string): string => path.join(sandbox.folder, name);

/** Of a file that the command wrote, which is valid. */
async function writtenParts(name: string): Promise<Map<string, Uint8Array>> {
  const parts = await partsOf(readFileSync(file(name)));
  expect(schemaFaults(parts)).toEqual([]);
  return parts;
}

beforeEach(async () => {
  sandbox = new Sandbox();
  expect((await sandbox.run("word", "2020-15", "--output", file("sent.docx"))).stderr).toBe("");
  sent = await writtenParts("sent.docx");
});
afterEach(() => {
  sandbox.dispose();
});

test("without a name the file lies in the office's own folder, where its drafts are", async () => {
  expect((await sandbox.run("word", "2020-15")).code).toBe(0);
  expect(readFileSync(sandbox.path("2020-15.docx"))).toEqual(readFileSync(file("sent.docx")));
});

/** Fifteen tracked changes of the words. */
function markWords(word: TrackedFile): void {
  word.change({ paragraph: "以下是督察组感谢信全文", remove: "极大地鼓舞", insert: "是极大的鼓舞", by: li });
  word.change({ paragraph: "你们辛苦了", after: "辛苦了", insert: "，谢谢", by: wang });
  word.change({ paragraph: "组长：杨金武", remove: "组长：", by: wang });
  word.drop("顺祝大家身体健康", wang);
  word.paragraph("临行之际", "这是*新加*的一段[1]。", li);
  word.change({ paragraph: "通报典型案例现场督办整改工作", remove: "现场督办", insert: "督促", by: li });
  word.change({ paragraph: "11月5日", mark: "join", by: li });
  word.change({ paragraph: "下达《责令改正违法行为决定书》70份", remove: "70", insert: "71", by: wang });
  word.change({ paragraph: "D1YZ202000131重点信访件", after: "", insert: "关于", by: wang });
  word.change({ paragraph: "零环责改[2020]076", remove: "[2020]", insert: "〔2020〕", by: li });
  word.change({
    paragraph: "永州市累计接到转办件",
    remove:
      "（冷水滩44件、零陵27件、东安20件、祁阳19件、道县13件、宁远12件、江华8件、新田5件、蓝山3件、双牌3件、江永3件、金洞2件、市城管局1件）",
    by: li,
  });
}

/** Three figures altered, by five tracked changes. */
function markFigures(word: TrackedFile): void {
  word.change({ paragraph: "按县区/市直单位分为", remove: "56", insert: "57", by: li });
  word.change({ paragraph: "按污染类别分为", remove: "大气污染115件", insert: "大气污染116件", by: wang });
  word.change({ paragraph: "按重要情况分为", after: "重要件41", insert: "0", by: wang });
}

test("all changes and comments are listed with author and place; --apply gives what accepting them gives; figures are refused", async () => {
  const wordsOnly = new TrackedFile(sent);
  markWords(wordsOnly);
  const word = new TrackedFile(sent);
  markWords(word);
  markFigures(word);
  word.comment("市纪委监委、市政府督查室", "市纪委监委", "请核对单位名称", li);
  word.comment("按问题来源类型", "来电", "与上期对一下", wang);
  word.comment("工作简报", "工作", "用新版刊头", li);
  writeFileSync(file("back.docx"), word.bytes());

  const listed = await sandbox.run("import", file("back.docx"), "--issue", "2020-15");
  expect(listed.code).toBe(1);
  const entries = listed.stdout.split(/\n(?=\d+\. )/).slice(1);
  expect(listed.stdout.split("\n")[0]).toMatch(/改动 20 处，批注 3 条。$/);
  expect(entries.length).toBe(23);
  for (const entry of entries)
    expect(entry).toMatch(
      /^\d+\. (?:content\/issues\/2020-15\/\S+\.md:\d+:\d+|Word 里“[^”]+”一段) (?:李主任|王科长)（2020-11-09）/,
    );
  expect(listed.stdout).toContain(`${folder}/02-刘卫华深入蓝山.md:6:18 李主任（2020-11-09）批注“请核对单位名称”`);
  const refused = entries.filter((entry) => entry.includes("没有写："));
  expect(refused.map((entry) => /counts\.yaml:\d+:\d+（[^）]*）/.exec(entry)?.[0])).toEqual([
    ...Array.from({ length: 2 }, () => "counts.yaml:7:11（冷水滩区: 56）"),
    ...Array.from({ length: 2 }, () => "counts.yaml:26:11（大气污染: 115）"),
    expect.stringMatching(/^counts\.yaml:\d+:\d+（零陵区: 8）/),
  ]);
  // Nothing is written until it is asked for.
  expect(await again("unchanged.docx")).toEqual(paragraphs(sent));

  const applied = await sandbox.run("import", file("back.docx"), "--issue", "2020-15", "--apply");
  expect(applied.code).toBe(1);
  expect(await again("after.docx")).toEqual(wordsOnly.accepted());
  expect((await sandbox.run("check")).code).toBe(0);
  // A second time there is nothing that could be taken for the text that went out.
  const twice = await sandbox.run("import", file("back.docx"), "--issue", "2020-15", "--apply");
  expect(twice.stdout).toContain("没有写入任何稿件");
});

async function again(name: string): Promise<string[]> {
  const outcome = await sandbox.run("word", "2020-15", "--output", file(name));
  expect(outcome.stderr).toBe("");
  return paragraphs(await writtenParts(name));
}

function paragraphs(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const xml = Buffer.from(parts.get("word/document.xml") ?? "").toString("utf8");
  return xml
    .split("</w:p>")
    .map(textOf)
    .filter((text) => text !== "");
}

test("a paragraph put before a heading leaves it one; a figure that would be made part of a longer number is not", async () => {
  const word = new TrackedFile(sent);
  word.before("1. D1YZ202000131重点信访件", "新加的话。", li);
  word.change({ paragraph: "按问题来源类型", after: "来电", insert: "1", by: li });
  word.change({ paragraph: "永州市累计接到转办件", remove: "（冷水滩44件", insert: "（冷水滩45件", by: wang });
  writeFileSync(file("back.docx"), word.bytes());
  const outcome = await sandbox.run("import", file("back.docx"), "--apply");
  expect(outcome.stdout).toMatch(/改动 4 处/);
  expect(sandbox.read(`${folder}/04-重点信访件.md`)).toContain("---\n\n新加的话。\n\n### 1. D1YZ202000131");
  expect(outcome.stdout.match(/没有写：“\d+”是由数据算出的数.*/g)).toEqual([
    expect.stringContaining("counts.yaml:33:9（来电: 195）"),
    expect.stringContaining("（冷水滩: 44）"),
    expect.stringContaining("（冷水滩: 44）"),
  ]);
});

test("an untouched file says so, however its issue is named; one of another issue is refused", async () => {
  for (const named of [[], ["--issue", "15"], ["--issue", "第15期"]]) {
    const outcome = await sandbox.run("import", file("sent.docx"), ...named);
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.stdout).toMatch(/没有修订，也没有批注/);
  }
  expect((await sandbox.run("import", file("sent.docx"), "--issue", "2020-16")).stderr).toMatch(/是 2020-15 的文件/);
});

test("an article is not imported twice; that its issue is published is said", async () => {
  writeFileSync(
    file("new.docx"),
    docx({ body: paragraph("压实责任抓整改", '<w:jc w:val="center"/>') + paragraph("全市抓好整改。") }),
  );
  mkdirSync(path.join(sandbox.root, "data/published"));
  sandbox.write("data/published/2020-15.yaml", "");
  const first = await sandbox.run("import", file("new.docx"));
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toMatch(/2020-15 这一期已经发布.*--issue.*npm run new/);
  const made = /已导入：(.*?)（/.exec(first.stdout)?.[1] ?? "?";
  const second = await sandbox.run("import", file("new.docx"));
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`标题是“压实责任抓整改”的稿件已经有了：${made}，没有再导入`);
});

test("what was changed without a trace is found; what was changed in the article since is not overwritten", async () => {
  const parts = new Map(sent);
  const xml = Buffer.from(sent.get("word/document.xml") ?? "").toString("utf8");
  parts.set(
    "word/document.xml",
    Buffer.from(xml.replace("现场察看了湘九公路", "实地察看了湘九公路").replace("该区大力开展", "全区大力开展")),
  );
  writeFileSync(file("back.docx"), new TrackedFile(parts).bytes());
  sandbox.edit(`${folder}/03-零陵污染防治攻坚.md`, "该区大力开展8大", "该区开展8大");
  const outcome = await sandbox.run("import", file("back.docx"), "--apply");
  expect(outcome.code).toBe(1);
  expect(outcome.stdout).toMatch(/02-刘卫华深入蓝山\.md:8:4 没有留痕迹，不知是谁/);
  expect(sandbox.read(`${folder}/02-刘卫华深入蓝山.md`)).toContain("实地察看了湘九公路");
  expect(sandbox.read(`${folder}/03-零陵污染防治攻坚.md`)).toContain("该区开展8大");
});
