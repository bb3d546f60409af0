import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { carriedArticle } from "../../../../src/intake/scaffold/carried-article.ts";
import { readArticle } from "../../../../src/read/schema/read-article.ts";

const front = "---\n栏目: 信访件情况\n供稿: 市督查室\n按语: >\n  本期共12件。\n---\n";

test("what heads it beside the column is asked for anew", () => {
  expect(carriedArticle(new SourceText("a.md", `${front}\n共{{交办}}件。\n`))).toBe(
    "---\n栏目: 信访件情况\n供稿:    # 上期 市督查室，请核对\n按语:    # 上期 本期共12件。，请核对\n---\n\n共{{交办}}件。\n",
  );
});

/** Without the line at the head that says what the marks mean. */
const withoutAdvice = (text: string): string => text.replace(/^# 照搬上一期的稿件.*\n/m, "");

test.each([
  ["环比{{交办 - 上期.交办 | 增减}}，共{{交办}}件。", false],
  ["新的一年，重新累计。共{{交办}}件。", true],
  ["截止{{交办.截至}}，共{{交办}}件（含{{交办.共有 | 汉字}}件共有）。", false],
  ["### 2. 信访件办理情况", false],
  ["（一）各县区情况", false],
  ["{{交办.单位 | 前: 3}}。", false],
  ["较第28期增长{{(交办 - 第28期.交办) / 第28期.交办 | 百分比}}。", true],
  ["共{{交办 - 2019年第28期.交办}}件。", true],
  ["共{{交办}}件，其中3件为重点件。", true],
  ["共{{交办}}件，分二十二批。", true],
  ["共{{交办}}件，已全部办结。", true],
  ["共{{交办}}件，比上期有所下降。", true],
  ["下一步，我市将继续推进。", true],
  ["注：数据来自市督查室", false],
])("“%s” is marked: %s", (paragraph, isMarked) => {
  const text = carriedArticle(new SourceText("a.md", `---\n栏目: 甲\n---\n\n${paragraph}\n\n共{{交办}}件。\n`));
  expect(text.includes(`${paragraph}（请核对）\n\n共{{交办}}件。\n`)).toBe(isMarked);
  expect(text.includes("请核对")).toBe(isMarked);
  const codes = readArticle(new SourceText("a.md", text)).problems.map(({ code }) => code);
  expect(codes).toEqual(isMarked ? ["unchecked-carry"] : []);
});

test("above a table of typed numbers, and above one computed of a certain issue", () => {
  const body =
    "| 甲 | 12 |\n| --- | --- |\n\n::: 表格 单位 × 第28期.交办\n前: 10\n\n标题: 甲\n:::\n\n::: 表格 单位 × 交办\n前: 10\n:::\n";
  expect(withoutAdvice(carriedArticle(new SourceText("a.md", `---\n栏目: 甲\n---\n\n${body}`)))).toBe(
    `---\n栏目: 甲\n---\n\n${body.replace("| 甲", "（请核对）\n\n| 甲").replace("::: 表格 单位 × 第", "（请核对）\n\n::: 表格 单位 × 第")}`,
  );
});

test("below a headline typed by hand every sentence is last issue's news, and so is the headline", () => {
  const news = (title: string): string => `---\n标题: ${title}\n栏目: 甲\n---\n\n东区{{交办}}件。\n`;
  const carried = (title: string): string => carriedArticle(new SourceText("a.md", news(title)));
  expect(withoutAdvice(carried("东区被通报"))).toBe(news("东区被通报（请核对）").replace("件。", "件。（请核对）"));
  expect(carried("东区被通报").split("\n")[1]).toMatch(/^# 照搬上一期的稿件.*标题全是手写的，每一段都标/);
  expect(withoutAdvice(carried('"东区{{交办}}件｜居首位"'))).toBe(news('"东区{{交办}}件｜居首位（请核对）"'));
  expect(carried('"东区{{交办}}件"')).toBe(news('"东区{{交办}}件"'));
  const { problems } = readArticle(new SourceText("a.md", carried("东区被通报")));
  expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
    ["unchecked-carry", 3],
    ["unchecked-carry", 7],
  ]);
});
