/** An issue is published, changed, refused, corrected: what the editor is told, what readers see, what a PDF in hand is. */

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { cli, cliIn, Sandbox } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { fullDiskOf, readLog } from "../support/full-disk.ts";
import { readSite, siteFiles } from "../support/site-files.ts";

const issue = "content/issues/2020-15";
const page = "issues/2020/15/index.html";
const pdf = "issues/2020/15/2020-15.pdf";
const earlier = "issues/2020/15/editions/1/index.html";
const earlierPdf = "issues/2020/15/editions/1/2020-15-v1.pdf";
const record = "data/published/2020-15.yaml";
const sandbox = new Sandbox();
const to = path.join(sandbox.folder, "www");
const publish = (...more: string[]): Promise<Outcome> =>
  cli("publish", "--root", sandbox.root, "--from", sandbox.output, "--to", to, ...more);
/** In the offices' own time. */
const today = new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
const bytes = (file: string): Buffer => readFileSync(path.join(to, file));
let published: Buffer;

function correction(what: string, more = ""): string {
  return `  - 日期: ${today}\n    内容: ${what}\n    原因: 统计时漏计一件。\n${more}`;
}

beforeAll(async () => {
  expect(await sandbox.run("build")).toMatchObject({ code: 0, stderr: "" });
  expect((await publish()).stdout).toContain("新登记 1 期（2020-15）");
  published = bytes(pdf);
  sandbox.edit(`${issue}/counts.yaml`, "冷水滩区: 56", "冷水滩区: 57");
  sandbox.edit(`${issue}/counts.yaml`, "来电: 195", "来电: 196");
});
afterAll(() => sandbox.dispose());

test("a change that nobody declared stops build and check, names every sentence, and leaves the site alone", async () => {
  const before = folderContents(sandbox.output);
  const { code, stderr } = await sandbox.run("build");
  expect(code).toBe(1);
  expect(folderContents(sandbox.output)).toEqual(before);
  const told = stderr.split("\n").filter((line) => line.includes("[published-changed]"));
  expect(told).toHaveLength(5);
  const line = `${issue}/counts.yaml:7:11 错误：2020 年第 15 期已于 ${today} 发布，`;
  expect(told.every((each) => each.startsWith(line) || each.startsWith(`${issue}/counts.yaml:33:`))).toBe(true);
  for (const change of [
    "原为“截止2020年11月7日，省督察组共向我市转办了十五批215件信访案件。”，现为“截止2020年11月7日，省督察组共向我市转办了十五批216件信访案件。”",
    "冷水滩区56件、零陵区32件、东安县……”，现为“",
    "数字：交办.单位.冷水滩区 56 → 57",
    "数字：交办 215 → 216，正在办理 55 → 56",
  ])
    expect(stderr).toContain(change);
  // Drafts are made all the same: the correction is approved on them.
  const explained = await sandbox.run("explain", "2020-15");
  expect(explained.code).toBe(0);
  expect(explained.stderr).toContain("counts.yaml:7:11 提醒：2020 年第 15 期已于");
  expect(explained.stderr).toContain(`这一期与已经发布的有 ${told.length} 处不同，还没有写“更正”`);
  const { stdout } = await sandbox.run("check", "--format", "json");
  const problems = JSON.parse(stdout) as { code: string; file: string; line: number; message: string }[];
  const own = problems.filter((problem) => problem.code === "published-changed");
  expect(own).toHaveLength(told.length);
  expect(own[0]).toMatchObject({ file: `${issue}/counts.yaml`, line: 7 });
});

test("with a correction it passes; both editions can be read, downloaded and told apart", async () => {
  sandbox.write(
    `${issue}/issue.yaml`,
    `${sandbox.read(`${issue}/issue.yaml`)}更正:\n${correction("冷水滩区应为57件。")}`,
  );
  const before = folderContents(sandbox.output);
  const [kept, log] = [sandbox.path("data/published"), path.join(sandbox.folder, "log")];
  const args = ["--root", sandbox.root, "--output", sandbox.output];
  expect(await cliIn(fullDiskOf(kept, 0, log), "build", ...args)).toMatchObject({ code: 2 });
  expect(readLog(log)).toMatchObject([{ file: "2020-15", refused: true }]);
  expect(folderContents(sandbox.output)).toEqual(before);
  const built = await sandbox.run("build");
  expect(built).toMatchObject({ code: 0, stderr: "" });
  expect(built.stdout).toContain("更正以前的 PDF 存为 data/published/2020-15/2020-15-v1.pdf");
  expect((await publish()).stdout).toContain("更正 1 期（2020-15）");
  expect(bytes(earlierPdf).equals(published)).toBe(true);
  expect(bytes(pdf).equals(published)).toBe(false);
  const notice = /<aside class="correction-notice"[\s\S]*?<\/aside>/.exec(readSite(to, page))?.[0] ?? "";
  expect(notice).toContain("冷水滩区应为57件。");
  expect(notice).toContain("统计时漏计一件。");
  expect(notice).toContain(`href="../../../${earlier}"`);
  const old = readSite(to, earlier);
  expect(old).toContain('<meta name="robots" content="noindex">');
  expect(old).toContain("这是更正以前的第1版");
  expect(old).toContain("冷水滩区56件");
  expect(old).toContain(`href="../../../../../${earlierPdf}"`);
  const feed = readSite(to, "feed.xml");
  expect(feed).toContain("<title>2020年第15期（更正）</title>");
  expect(feed.match(/<updated>[^<]*/g)).toEqual(Array(2).fill(`<updated>${today}T00:00:00+08:00`));
  for (const file of ["index.html", "issues/index.html"]) expect(readSite(to, file)).toContain('class="corrected"');
  // Nothing leads to the old words but the notice.
  const listing = siteFiles(to).filter((file) => /^(search|sitemap|units|statistics|data\/)/.test(file));
  for (const file of listing) expect(readSite(to, file), file).not.toContain("editions/1");
  expect(readSite(to, "data/issues.csv").split("\n")[1]).toMatch(new RegExp(`,2,${today}\\r?$`));

  const files = [pdf, earlierPdf].map((file) => path.join(to, file));
  const { stdout } = await cli("verify", "--root", sandbox.root, ...files);
  expect(stdout).toContain(`${pdf}：已发布的 2020-15 期，第 2 版，${today} 发布，是现行的一版。`);
  expect(stdout).toContain(
    `${earlierPdf}：2020-15 期的旧版：第 1 版，${today} 发布，${today} 已更正；现行的是第 2 版。`,
  );
  expect(stdout).not.toMatch(/^合格/m);
});

test("the correction licenses no further change, and may not be taken back", async () => {
  sandbox.edit(`${issue}/01-感谢信.md`, "你们辛苦了！", "你们很辛苦！");
  const change = await sandbox.run("check");
  expect(change.code).toBe(1);
  expect(change.stdout).toMatch(/01-感谢信\.md:\d+:1 错误：.*原为“你们辛苦了！”，现为“你们很辛苦！”/);
  sandbox.edit(`${issue}/01-感谢信.md`, "你们很辛苦！", "你们辛苦了！");
  sandbox.edit(`${issue}/issue.yaml`, "冷水滩区应为57件。", "冷水滩区应为五十七件。");
  expect((await sandbox.run("check")).stdout).toContain("[correction-lost]");
  sandbox.edit(`${issue}/issue.yaml`, "冷水滩区应为五十七件。", "冷水滩区应为57件。");
});

test("a wrong masthead or telephone of a published issue is put right in its own issue.yaml, with a correction", async () => {
  const before = sandbox.read(`${issue}/issue.yaml`);
  const own = "报头: { 范围: 永州市省环保督察, 刊名: 工作简报 }\n联系: { 联系电话: （0746）8127714 }\n";
  sandbox.write(`${issue}/issue.yaml`, own + before);
  sandbox.edit("data/bulletin.yaml", "隐私放行: [", "隐私放行: [（0746）8127714, ");
  const { code, stdout } = await sandbox.run("check");
  expect(code).toBe(1);
  const told = stdout.split("\n").filter((line) => line.includes("[published-changed]"));
  expect(told.every((line) => line.startsWith(`${issue}/issue.yaml:`))).toBe(true);
  expect(stdout).toContain("原为“联系电话：（0746）8127713”，现为“联系电话：（0746）8127714”");
  expect(stdout).toContain("现为“永州市省环保督察");
  sandbox.write(`${issue}/issue.yaml`, own + before + correction("报头第一行和联系电话印错。"));
  const { issues, histories, problems } = prepare(sandbox.root);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [built] = issues;
  expect(built?.view.title).toBe("永州市省环保督察工作简报第15期");
  expect(built?.view.masthead).toMatchObject({ scope: "永州市省环保督察", name: "工作简报" });
  expect(built?.view.imprint.contacts).toEqual([{ label: "联系电话", value: "（0746）8127714" }]);
  expect(built === undefined ? undefined : histories.get(built.issue)).toMatchObject({ number: 3, isNew: true });
  sandbox.write(`${issue}/issue.yaml`, before);
  sandbox.edit("data/bulletin.yaml", "（0746）8127714, ", "");
});

test("later changes of the bulletin's own facts are for later issues; a record changed by hand is refused", async () => {
  sandbox.edit("data/bulletin.yaml", "市长朱洪武", "市长某某某");
  sandbox.edit(record, "冷水滩区56件", "冷水滩区58件");
  const { code, stdout } = await sandbox.run("check");
  expect(code).toBe(1);
  expect(stdout.match(/ 错误：/g)).toHaveLength(1);
  expect(stdout).toMatch(/2020-15\.yaml:\d+:\d+ 错误：第 1 版的正文与登记的校验值不符/);
  sandbox.edit(record, "冷水滩区58件", "冷水滩区56件");
  expect((await sandbox.run("check")).code).toBe(0);
});

test("the next issue can print the correction", async () => {
  const next = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  expect((await sandbox.run("new", "--date", next, "--number", "16")).code).toBe(0);
  const folder = `content/issues/${next.slice(0, 4)}-16`;
  const stub = siteFiles(sandbox.path(folder)).find((file) => file.includes("更正")) ?? "";
  expect(sandbox.read(`${folder}/${stub}`)).toContain("{{本期.更正}}");
  const { stdout } = await sandbox.run("explain", `${next.slice(0, 4)}-16`, "本期.更正");
  expect(stdout).toBe("");
  rmSync(sandbox.path(folder), { recursive: true });
});

test("other bytes with the same words are refused until they are recorded as another printing", async () => {
  const draft = path.join(sandbox.output, "issues/2020/15/edition.json");
  expect(readFileSync(draft, "utf8")).toContain('"edition": 2');
  mkdirSync(sandbox.path("fonts"), { recursive: true });
  sandbox.edit("data/bulletin.yaml", "关键词: [生态环境保护督察,", "关键词: [环境保护督察,");
  const built = await sandbox.run("build");
  expect(built.stdout).toContain("提醒：2020-15 期的正文没有变，但 PDF 的字节与登记的不同（版式、字体或软件变了）");
  const before = bytes(pdf);
  const refused = await publish();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("--reprint");
  expect(bytes(pdf).equals(before)).toBe(true);
  expect((await publish("--reprint")).stdout).toContain("再印 1 期（2020-15）");
  const { stdout } = await cli("verify", "--root", sandbox.root, path.join(to, pdf));
  expect(stdout).toContain("第 2 版，第 2 次印制");
});
