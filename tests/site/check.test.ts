/** `npm run check` as an editor uses it: reports, formats, safe mends, privacy. */

import { cpSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { gb18030 } from "../support/gb18030.ts";

const issue = "content/issues/2020-15";
let sandbox: Sandbox;
afterEach(() => sandbox.dispose());

interface Row {
  file: string;
  line: number;
  column: number;
  severity: string;
  code: string;
  fixable: boolean;
}

async function rows(): Promise<Row[]> {
  return JSON.parse((await sandbox.run("check", "--format", "json")).stdout) as Row[];
}

test("the first issue of a year may be dated in December of the year before: 年份 says so", async () => {
  sandbox = new Sandbox();
  const first = "content/issues/2021-1";
  cpSync(sandbox.path(issue), sandbox.path(first), { recursive: true });
  const head = "期号: 1\n日期: 2020-12-31\n";
  sandbox.write(`${first}/issue.yaml`, head);
  expect((await sandbox.run("check")).stdout).toContain("期号本来就算在 2021 年的，在 issue.yaml 里写“年份: 2021”");
  sandbox.write(`${first}/issue.yaml`, `${head}年份: 2021\n`);
  expect((await rows()).filter(({ severity }) => severity === "error")).toEqual([]);
  sandbox.write(`${first}/issue.yaml`, `${head}年份: 2023\n`);
  expect((await rows()).map(({ code }) => code)).toContain("issue-year");
});

test("issue 15 passes with warnings for its real slips and for nothing else", async () => {
  sandbox = new Sandbox();
  const found = (await rows()).map(
    ({ file, line, column, severity, code }) => `${file.split("/").at(-1) ?? ""}:${line}:${column} ${severity} ${code}`,
  );
  expect(found).toEqual([
    // （零环责改[2020]076、086、089、093号）
    "04-重点信访件.md:11:39 warning document-number-bracket",
    // 预计11月10出结果
    "04-重点信访件.md:15:121 warning incomplete-date",
    // 截止2020年11月7日; 截止11月8日
    "05-信访件情况.md:7:1 warning until-word",
    "05-信访件情况.md:19:1 warning until-word",
  ]);
  const all = await sandbox.run("check");
  expect(all.code).toBe(0);
  expect(all.stdout).toContain("其中 3 处可以用 npm run check -- --fix 自动改。");
  expect(all.stdout).not.toContain("关系到数字");
});

test("one issue: says what was checked, and counts what --fix would mend there", async () => {
  sandbox = new Sandbox();
  cpSync(`${sandbox.root}/${issue}`, `${sandbox.root}/content/issues/2020-16`, { recursive: true });
  sandbox.edit("content/issues/2020-16/issue.yaml", "期号: 15", "期号: 16");
  sandbox.edit("content/issues/2020-16/issue.yaml", "2020-11-08", "2020-11-09");
  sandbox.edit("content/issues/2020-16/05-信访件情况.md", "截止{{交办.截至", "截至{{交办.截至");
  const article = "content/issues/2020-16/05-信访件情况.md";
  sandbox.write(article, `${sandbox.read(article)}\n全市累计接到转办件216件。\n`);
  const all = (await sandbox.run("check")).stdout;
  const [, newest] = /其中 (\d+) 处可以用 npm run check -- --fix 自动改/.exec(all) ?? [];
  const one = (await sandbox.run("check", "2020-16")).stdout;
  expect(one).toContain("检查完毕：2020-16 这一期和 data 文件夹，");
  expect(one).toContain(`其中 ${newest ?? ""} 处可以用 npm run check -- 2020-16 --fix 自动改。`);
  expect(newest).toBe("2");
  expect(one).toContain("4 处提醒，其中 1 处提醒关系到数字，付印前务必核对。\n");
});

describe("--fix", () => {
  test("mends what is safe, shows each line before and after, and leaves the rest", async () => {
    sandbox = new Sandbox();
    const { code, stdout } = await sandbox.run("check", "--fix");
    expect(code).toBe(0);
    expect(stdout).toContain(`${issue}/05-信访件情况.md:7 已改（until-word）`);
    expect(stdout).toMatch(/ {4}- 截止\{\{交办\.截至\}\}/);
    expect(stdout).toMatch(/ {4}\+ 截至\{\{交办\.截至\}\}/);
    expect(sandbox.read(`${issue}/05-信访件情况.md`)).toContain("截至{{办结.截至 | 月日}}");
    expect((await rows()).map((row) => row.code)).toEqual(["incomplete-date"]);
  });

  test("beside an error that only a person can mend, mends the other paragraphs; where an error reaches on, none", async () => {
    sandbox = new Sandbox();
    const article = `${issue}/06-新稿.md`;
    const front = "---\n标题: 一篇新稿\n栏目: 立行立改动态\n---\n\n";
    const [one, broken, two] = ["据统计,已整改。", "共办结{{没有这个}}件,其中重点件若干。", "情况属实;正在办理。"];
    sandbox.write(article, `${front}${one}\n\n${broken}\n\n${two}\n`);
    const { code, stdout } = await sandbox.run("check", "--fix");
    expect(code).toBe(1);
    expect(sandbox.read(article)).toBe(`${front}据统计，已整改。\n\n${broken}\n\n情况属实；正在办理。\n`);
    expect(stdout.split(`${article}：第 8 行有错误，改好以后再自动改这一段的标点`)).toHaveLength(2);
    expect(stdout).toMatch(/06-新稿\.md:8:\d+ 错误：/);
    sandbox.write(article, `${front}${one}\n\n::: 按语\n${two}\n`);
    const again = await sandbox.run("check", "--fix");
    expect(again.code).toBe(1);
    expect(sandbox.read(article)).toBe(`${front}${one}\n\n::: 按语\n${two}\n`);
    expect(again.stdout).toContain(`${article}：第 8 行有错误，改好以后再自动改这一篇的标点`);
  });

  test("turns files saved as GB18030 into UTF-8 and mends what is then seen, all in one run", async () => {
    sandbox = new Sandbox();
    const counts = sandbox.read(`${issue}/counts.yaml`);
    const slips = [
      ["    冷水滩区: 56", "　　冷水滩区：５６"],
      ["    零陵区: 32", "    零陵区:　32"],
      ["    东安县: 25", "   东安县: 25"],
      ["    祁阳县: 24", "    祁阳县: “24”"],
      ["    道县: 18", '    道县: "18"'],
      ["  批次: 1-15", "  批次: １-１５"],
    ] as const;
    const typed = slips.reduce((text, [from, to]) => text.replace(from, to), counts);
    sandbox.write(`${issue}/counts.yaml`, gb18030(typed));
    sandbox.edit(`${issue}/issue.yaml`, "日期: 2020-11-08", "日期：２０２０-11-08");
    sandbox.edit("data/units.yaml", "{ 全称: 祁阳县, 简称: 祁阳,", "{ 全称: 祁阳县，简称：祁阳,");
    const article = sandbox.read(`${issue}/03-零陵污染防治攻坚.md`).replace("标题: 零陵全力", "标题：零陵全力");
    sandbox.write(`${issue}/03-零陵污染防治攻坚.md`, gb18030(article.replace("引领，按照", "引领,按照")));
    const { code, stdout } = await sandbox.run("check", "--fix");
    expect(code, stdout).toBe(0);
    expect(stdout).toContain(`${issue}/counts.yaml：GB18030 编码已转成 UTF-8`);
    expect(stdout).toContain(`${issue}/counts.yaml:7 已改（`);
    expect(stdout).toContain("    - 　　冷水滩区：５６\n    +     冷水滩区: 56");
    expect(sandbox.read(`${issue}/counts.yaml`)).toBe(counts);
    expect(sandbox.read(`${issue}/issue.yaml`)).toBe("期号: 15\n日期: 2020-11-08\n");
    expect(sandbox.read("data/units.yaml")).toContain("{ 全称: 祁阳县, 简称: 祁阳,");
    expect(sandbox.read(`${issue}/03-零陵污染防治攻坚.md`)).toBe(article.replace("标题：", "标题: "));
  });

  test("keeps the byte order mark and the line ends of a Windows editor", async () => {
    sandbox = new Sandbox();
    sandbox.write(`${issue}/05-信访件情况.md`, "\ufeff---\r\n栏目: 信访件情况\r\n---\r\n\r\n截止11月7日,办结3件。\r\n");
    expect((await sandbox.run("check", "--fix")).code).toBe(0);
    expect(sandbox.read(`${issue}/05-信访件情况.md`)).toBe(
      "\ufeff---\r\n栏目: 信访件情况\r\n---\r\n\r\n截至11月7日，办结3件。\r\n",
    );
  });
});

describe("what would vanish, run together or print twice in silence", () => {
  const told = async (): Promise<string[]> =>
    (await rows()).map(({ file, line, code }) => `${file.split("/").at(-1) ?? ""}:${line} ${code}`);

  test("files that nothing uses, and an article saved twice", async () => {
    sandbox = new Sandbox();
    sandbox.write(`${issue}/06-新稿.md.txt`, "---\n标题: 新\n栏目: 立行立改动态\n---\n");
    sandbox.write(`${issue}/03-零陵 - 副本.md`, sandbox.read(`${issue}/03-零陵污染防治攻坚.md`));
    const found = await told();
    expect(found).toContain("06-新稿.md.txt:1 unused-file");
    expect(found).toContain("03-零陵污染防治攻坚.md:2 title-twice");
  });

  test("a misspelt column", async () => {
    sandbox = new Sandbox();
    sandbox.edit(`${issue}/03-零陵污染防治攻坚.md`, "栏目: 立行立改动态", "栏目: 立行立改动太");
    expect(await told()).toContain("03-零陵污染防治攻坚.md:3 strange-column");
  });

  test("lines without a blank line between; but a paragraph pasted from Word, 　　 in front, is a paragraph", async () => {
    sandbox = new Sandbox();
    const front = "---\n栏目: 信访件情况\n---\n\n";
    sandbox.write(`${issue}/05-信访件情况.md`, `${front}第一段到此为止。\n第二段从此开始。\n`);
    expect(await told()).toContain("05-信访件情况.md:6 joined-lines");
    sandbox.write(
      `${issue}/05-信访件情况.md`,
      `${front}　　第一段到此为止。\n　　第二段从此开始。\n一、第三段是小标题\n　　第四段。\n`,
    );
    expect((await told()).filter((line) => line.startsWith("05"))).toEqual([]);
    expect((await sandbox.run("build")).code).toBe(0);
    const html = readFileSync(`${sandbox.output}/issues/2020/15/index.html`, "utf8");
    expect(html).toContain("<p>第一段到此为止。</p>");
    expect(html).toMatch(/<h\d class="level-1">一、第三段是小标题/);
  });
});

describe("one issue at a time", () => {
  test("an older issue is left alone by --fix, and can be named", async () => {
    sandbox = new Sandbox();
    cpSync(sandbox.path(issue), sandbox.path("content/issues/2020-16"), { recursive: true });
    sandbox.write("content/issues/2020-16/issue.yaml", "期号: 16\n日期: 2020-11-12\n");
    const before = sandbox.read(`${issue}/05-信访件情况.md`);
    await sandbox.run("check", "--fix");
    expect(sandbox.read(`${issue}/05-信访件情况.md`)).toBe(before);
    expect(sandbox.read("content/issues/2020-16/05-信访件情况.md")).toContain("截至{{");
    const { stdout } = await sandbox.run("check", "2020-16");
    expect(stdout).not.toContain("content/issues/2020-15/");
    expect((await sandbox.run("check", "2020-61")).stderr).toContain("没有“2020-61”这一期");
  });
});

describe("formats", () => {
  test("github: workflow commands with file, line and column", async () => {
    sandbox = new Sandbox();
    const { stdout } = await sandbox.run("check", "--format", "github");
    expect(stdout.split("\n")[0]).toMatch(
      /^::warning file=content\/issues\/2020-15\/04-重点信访件\.md,line=11,col=39,title=document-number-bracket::/,
    );
  });

  test("gitlab: a Code Quality report with fingerprints of its own for each finding", async () => {
    sandbox = new Sandbox();
    const report = JSON.parse((await sandbox.run("check", "--format", "gitlab")).stdout) as {
      fingerprint: string;
      location: { path: string };
    }[];
    expect(report).toHaveLength(4);
    expect(report[0]?.location.path).toBe(`${issue}/04-重点信访件.md`);
    expect(report[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test("an unknown one is refused", async () => {
    sandbox = new Sandbox();
    const { code, stderr } = await sandbox.run("check", "--format", "xml");
    expect([code, stderr]).toEqual([2, "没有“xml”这种格式\n改法：可用的格式：text、json、github、gitlab。\n"]);
  });
});

describe("personal items", () => {
  const planted = "举报人王小二（电话13812345678，身份证号11010519491231002X）反映此事。";

  test("are errors in a public issue, shown masked", async () => {
    sandbox = new Sandbox();
    sandbox.write(`${issue}/05-信访件情况.md`, `---\n栏目: 信访件情况\n---\n\n${planted}\n`);
    const { code, stdout } = await sandbox.run("check");
    expect(code).toBe(1);
    expect(stdout).toMatch(/05-信访件情况\.md:5:10 错误：疑似手机号码：138\*+5678/);
    expect(stdout).not.toContain("13812345678");
    expect(stdout.match(/错误：疑似/g)).toHaveLength(3);
  });

  test("are warnings in an internal one, which never reaches the site", async () => {
    sandbox = new Sandbox();
    sandbox.write(`${issue}/05-信访件情况.md`, `---\n栏目: 信访件情况\n---\n\n${planted}\n`);
    sandbox.write(`${issue}/issue.yaml`, "期号: 15\n日期: 2020-11-08\n内部: 是\n");
    const { code, stdout } = await sandbox.run("check");
    expect(code).toBe(0);
    expect(stdout.match(/提醒：疑似/g)).toHaveLength(3);
  });

  test("the office's own telephone passes because it is allowed by name, and only then", async () => {
    sandbox = new Sandbox();
    sandbox.edit("data/bulletin.yaml", "隐私放行: [（0746）8127713, yzshbdc@163.com]", "隐私放行: [yzshbdc@163.com]");
    const { code, stdout } = await sandbox.run("check");
    expect(code).toBe(1);
    expect(stdout).toContain("data/bulletin.yaml:10:9 错误：疑似");
  });
});

test("reminders of earlier issues are counted, not listed; their errors and the machine formats have all", async () => {
  sandbox = new Sandbox();
  cpSync(`${sandbox.root}/${issue}`, `${sandbox.root}/content/issues/2020-16`, { recursive: true });
  sandbox.edit("content/issues/2020-16/issue.yaml", "期号: 15", "期号: 16");
  sandbox.edit("content/issues/2020-16/issue.yaml", "2020-11-08", "2020-11-09");
  const { stdout } = await sandbox.run("check");
  expect(stdout).not.toContain(`${issue}/`);
  expect(stdout).toContain("content/issues/2020-16/05-信访件情况.md:7:1 提醒：");
  expect(stdout).toContain("以前各期的 4 处提醒没有列出；要看某一期的，写上那一期，如 npm run check -- 2020-15。\n");
  expect((await sandbox.run("check", "2020-15")).stdout).toContain(`${issue}/05-信访件情况.md:7:1 提醒：`);
  expect((await sandbox.run("check", "--format", "json")).stdout).toContain(`${issue}/05-信访件情况.md`);
  sandbox.edit(`${issue}/issue.yaml`, "日期: 2020-11-08", "日期: 2020-13-08");
  expect((await sandbox.run("check")).stdout).toContain(`${issue}/issue.yaml:2:5 错误：`);
});
