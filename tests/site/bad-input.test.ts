/** What an editor sees who has made a mistake: exit code, place, message; and nothing is written. */

import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";

const issue = "content/issues/2020-15";
const counts = `${issue}/counts.yaml`;
const article = `${issue}/05-信访件情况.md`;

interface Mistake {
  readonly what: string;
  readonly make: (sandbox: Sandbox) => void;
  /** `file:line:column` and the beginning of the message, as printed. */
  readonly expected: string | readonly string[];
  /** A piece of the advice that follows. */
  readonly advice?: string;
}

const mistakes: readonly Mistake[] = [
  {
    what: "YAML that does not parse",
    make: (s) => s.edit(counts, "    道县: 18", '    道县: "18'),
    expected: `${counts}:11:9 错误：引号或括号没有成对`,
  },
  {
    what: "a missing field",
    make: (s) => s.edit(`${issue}/issue.yaml`, "日期: 2020-11-08\n", ""),
    expected: `${issue}/issue.yaml:1:1 错误：缺少“日期”`,
    advice: "请加一行“日期: …”",
  },
  {
    what: "a negative count",
    make: (s) => s.edit(counts, "冷水滩区: 56", "冷水滩区: -56"),
    expected: `${counts}:7:11 错误：“冷水滩区”不能小于 0，这里是 -56`,
  },
  {
    what: "a fractional count",
    make: (s) => s.edit(counts, "冷水滩区: 56", "冷水滩区: 5.6"),
    expected: `${counts}:7:11 错误：“冷水滩区”只能是整数，这里是 5.6`,
  },
  {
    what: "an unknown unit",
    make: (s) => s.edit(counts, "冷水滩区: 56", "冷水摊区: 56"),
    expected: `${counts}:7:5 错误：登记表里没有“冷水摊区”这个单位`,
    advice: "是不是想写“冷水滩区”？",
  },
  {
    what: "an unknown category",
    make: (s) => s.edit(counts, "水污染: 92", "氺污染: 92"),
    expected: `${counts}:27:5 错误：登记表里没有“氺污染”这个类别`,
    advice: "是不是想写“水污染”？",
  },
  {
    what: "two issues with one number",
    make: (s) => cpSync(s.path(issue), s.path("content/issues/2020-15b"), { recursive: true }),
    expected: [
      "content/issues/2020-15b/issue.yaml:1:5 错误：文件夹叫“2020-15b”，与 2020 年第 15 期不符",
      "content/issues/2020-15b/issue.yaml:1:5 错误：2020 年第 15 期有两份",
    ],
  },
  {
    what: "front matter that is not a mapping",
    make: (s) => s.write(article, "---\n- 信访件情况\n---\n\n正文。\n"),
    expected: `${article}:2:1 错误：文件应当是几行“名称: 内容”，这里是一列`,
  },
  {
    what: "a tally name that does not exist",
    make: (s) => s.edit(article, "{{重点件}}", "{{重要件}}"),
    expected: `${article}:13:14 错误：没有“重要件”这个统计项`,
    advice: "是不是想写“重点件”？",
  },
  {
    what: "a missing image",
    make: (s) => s.edit(article, "### 2. 信访件办理情况", "![现场](现场.jpg)\n\n### 2. 信访件办理情况"),
    expected: `${article}:17:7 错误：没有图片“现场.jpg”`,
  },
  {
    what: "a date that does not exist",
    make: (s) => s.edit(`${issue}/issue.yaml`, "2020-11-08", "2020-02-30"),
    expected: `${issue}/issue.yaml:2:5 错误：日期“2020-02-30”不存在：2020 年 2 月只有 29 天`,
  },
  {
    what: "a full-width colon",
    make: (s) => s.edit(counts, "    道县: 18", "    道县：18"),
    expected: `${counts}:11:7 错误：“道县”后面用了全角冒号“：”`,
    advice: "请改成英文冒号加一个空格，如“道县: 18”。",
  },
  {
    what: "full-width digits",
    make: (s) => s.edit(counts, "    道县: 18", "    道县: １８"),
    expected: `${counts}:11:9 错误：“道县”用了全角数字“１８”`,
    advice: "请改成半角数字“18”。",
  },
  {
    what: "full-width spaces as indent",
    make: (s) => s.edit(counts, "    道县: 18", "　　道县: 18"),
    expected: `${counts}:11:1 错误：行首用了全角空格缩进`,
  },
  {
    what: "no space behind the colon",
    make: (s) => s.edit(counts, "    道县: 18", "    道县:18"),
    expected: `${counts}:11:8 错误：“道县:”的冒号后少了空格`,
  },
  {
    what: "a number with its measure word",
    make: (s) => s.edit(counts, "    道县: 18", "    道县: 18件"),
    expected: `${counts}:11:9 错误：“道县”只写数字，不带量词，这里写的是“18件”`,
  },
  {
    what: "one unit under two names in one list",
    make: (s) => s.edit(counts, "    道县: 18", "    冷水滩: 18"),
    expected: `${counts}:11:5 错误：“冷水滩”与上面的“冷水滩区”是同一个单位，写了两次`,
  },
  {
    what: "a misspelt key",
    make: (s) => s.edit(`${issue}/issue.yaml`, "日期:", "日其:"),
    expected: `${issue}/issue.yaml:2:1 错误：不认识“日其”这一项`,
    advice: "是不是想写“日期”？",
  },
  {
    what: "a computed measure that is typed",
    make: (s) => s.write(counts, `${s.read(counts)}\n正在办理: 55\n`),
    expected: `${counts}:72:1 错误：“正在办理”是算出来的（交办 - 办结），不能填写`,
  },
  {
    what: "a file saved as GB18030",
    make: (s) => s.write(article, Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x0a])),
    expected: `${article}:1:1 错误：文件存成了 GB18030 编码`,
  },
  {
    what: "an article without front matter",
    make: (s) => s.write(article, "正文。\n"),
    expected: `${article}:1:1 错误：文件没有文首`,
  },
  {
    what: "a brace left open",
    make: (s) => s.edit(article, "{{重点件}}", "{{重点件"),
    expected: `${article}:13:12 错误：双花括号 {{ 没有成对的 }}`,
  },
  {
    what: "a single brace",
    make: (s) => s.edit(article, "{{重点件}}", "{重点件}"),
    expected: `${article}:13:12 错误：花括号少了一个，会印成文字`,
    advice: "请写成“{{重点件}}”",
  },
  {
    what: "a picture in full-width signs",
    make: (s) => s.edit(article, "### 2. 信访件办理情况", "！[现场]（现场.jpg）\n\n### 2. 信访件办理情况"),
    expected: `${article}:17:1 错误：图片的写法不对，会印成文字`,
    advice: "请写成“![现场](现场.jpg)”",
  },
  {
    what: "a picture whose name holds a blank and is not there",
    make: (s) => s.edit(article, "### 2. 信访件办理情况", "![现场](现场 (1).jpg)\n\n### 2. 信访件办理情况"),
    expected: `${article}:17:7 错误：没有图片“现场 (1).jpg”`,
  },
  {
    what: "a picture name that no address can hold",
    make: (s) => s.edit(article, "### 2. 信访件办理情况", "![现场](a#1.png)\n\n### 2. 信访件办理情况"),
    expected: `${article}:17:7 错误：图片文件名“a#1.png”里有网页地址不能用的符号`,
  },
  {
    what: "a headline cut off by a comment sign",
    make: (s) =>
      s.edit(
        `${issue}/03-零陵污染防治攻坚.md`,
        "标题: 零陵全力以赴打赢污染防治攻坚战",
        "标题: 关于“河长制” #1 落实情况",
      ),
    expected: `${issue}/03-零陵污染防治攻坚.md:2:13 错误：“#1 落实情况”前面有空格和 #`,
  },
  {
    what: "a choice that is not offered",
    make: (s) => s.write(`${issue}/issue.yaml`, "期号: 15\n日期: 2020-11-08\n内部: 是的\n"),
    expected: `${issue}/issue.yaml:3:5 错误：“内部”不能是“是的”`,
    advice: "只能写：是、否。",
  },
  {
    what: "an issue without its counts: told once",
    make: (s) => rmSync(s.path(counts)),
    expected: `${article}:7:5 错误：这一期的数据里没有“交办”`,
  },
  {
    what: "a block that is not closed",
    make: (s) => s.write(`${issue}/01-感谢信.md`, "---\n栏目: 立行立改动态\n---\n\n::: 信函 感谢信\n\n各位：\n"),
    expected: `${issue}/01-感谢信.md:5:1 错误：“::: 信函”没有结束`,
  },
  {
    what: "an issue that has lost its head",
    make: (s) => rmSync(s.path(`${issue}/issue.yaml`)),
    expected: `${issue}/issue.yaml:1:1 错误：没有这个文件`,
  },
  {
    what: "a folder that does not carry the issue's number",
    make: (s) => renameSync(s.path(issue), s.path("content/issues/2020-16")),
    expected: "content/issues/2020-16/issue.yaml:1:5 错误：文件夹叫“2020-16”，与 2020 年第 15 期不符",
  },
];

describe("bad input", () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.dispose());

  test.each(mistakes)("$what", async ({ make, expected, advice }) => {
    sandbox = new Sandbox();
    make(sandbox);
    const outcome = await sandbox.run("check");
    expect(outcome.code).toBe(1);
    const lines = outcome.stdout.split("\n");
    for (const line of typeof expected === "string" ? [expected] : expected) {
      expect(
        lines.some((printed) => printed.startsWith(line)),
        `${line}\n— printed:\n${outcome.stdout}`,
      ).toBe(true);
    }
    if (advice !== undefined) expect(outcome.stdout).toContain(advice);
    expect(outcome.stderr).toBe("");
    expect(outcome.stdout).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  test("all mistakes are told at once, in whichever file they are", async () => {
    sandbox = new Sandbox();
    sandbox.edit(counts, "冷水滩区: 56", "冷水滩区: -56");
    sandbox.edit(counts, "    道县: 18", "    道县: １８");
    sandbox.edit(`${issue}/issue.yaml`, "2020-11-08", "2020-02-30");
    sandbox.write(`${issue}/04-重点信访件.md`, "正文。\n");
    const { code, stdout } = await sandbox.run("check");
    expect(code).toBe(1);
    expect(stdout.split("\n").filter((line) => line.includes(" 错误："))).toHaveLength(4);
    expect(stdout).toContain("4 处错误");
  });

  test("a failed build writes nothing and leaves the earlier output as it was", async () => {
    sandbox = new Sandbox();
    mkdirSync(sandbox.output);
    writeFileSync(path.join(sandbox.output, ".jianbao"), "");
    writeFileSync(path.join(sandbox.output, "earlier.html"), "earlier");
    sandbox.edit(counts, "冷水滩区: 56", "冷水滩区: -56");
    const { code, stderr } = await sandbox.run("build");
    expect(code).toBe(1);
    expect(stderr).toContain(`${counts}:7:11 错误：`);
    expect(readdirSync(sandbox.output).sort()).toEqual([".jianbao", "earlier.html"]);
    expect(readdirSync(sandbox.folder).sort()).toEqual(["root", "site"]);
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
    [["chekc"], "没有“chekc”这个命令"],
  ])("wrong usage %j", async (args, message) => {
    sandbox = new Sandbox();
    const { cli } = await import("../support/cli.ts");
    const outcome = await cli(...args);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).not.toMatch(/\n\s+at /);
  });
});
