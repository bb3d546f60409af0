/** Expressions in headlines and the other printed lines of an article's head. */

import { describe, expect, test } from "vitest";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { readArticle } from "../../../src/read/schema/read-article.ts";
import { fillFront } from "../../../src/document/front-text.ts";
import { handbookScope } from "../compute/phrase/handbook-issue.ts";

const scope = handbookScope();

function fill(head: string) {
  const { value, problems } = readArticle(new SourceText("a.md", `---\n${head}\n栏目: 信访件情况\n---\n\n正文。\n`));
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return { typed: value, ...fillFront(value, scope) };
}

describe("an article's head", () => {
  test("prints the figures of its headline, whose bars inside braces break no line", () => {
    const { typed, article, phrases } = fill("标题: 第{{交办.末批 | 汉字}}批｜共{{交办}}件\n副标题: 办结率{{办结率}}");
    expect(typed.title?.value).toBe("第{{交办.末批 | 汉字}}批\n共{{交办}}件");
    expect([article.title?.value, article.subtitle?.value]).toEqual(["第十五批\n共215件", "办结率74.4%"]);
    expect(phrases.map(({ placeholder }) => placeholder.text)).toEqual(["交办.末批 | 汉字", "交办", "办结率"]);
  });

  test("tells a mistake at its place", () => {
    const { problems } = fill("标题: 共{{交半}}件");
    expect(problems).toMatchObject([{ code: "unknown-tally", place: { file: "a.md", line: 2, column: 8 } }]);
  });

  test("stays as it is without expressions, or without counts", () => {
    const plain = fill("标题: 感谢信");
    expect(plain.article).toBe(plain.typed);
    const { typed } = fill("标题: 共{{交办}}件");
    expect(fillFront(typed, undefined).article.title?.value).toBe("共{{交办}}件");
  });
});
