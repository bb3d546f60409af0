import { describe, expect, test } from "vitest";
import { withoutForm } from "../../../../src/document/markdown/without-form.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";

/** `line:column severity code` of each problem. */
function told(body: string): string[] {
  const front = "---\n栏目: 甲\n---\n";
  return withoutForm(new SourceText("01.md", front + body), front.length).map(
    ({ place, severity, code }) => `${place.line}:${place.column} ${severity} ${code}`,
  );
}

describe("what a bulletin has no form for is told where it stands", () => {
  test.each([
    ["重点<b>突出</b>", ["4:3 error html-tag", "4:8 error html-tag"]],
    ["第一行<br />第二行", ["4:4 error html-tag"]],
    ["CO<sub>2</sub>", ["4:3 error html-tag", "4:9 error html-tag"]],
    ["<!-- 待核 -->", ["4:1 error html-comment"]],
    ["据通报[^1]。", ["4:4 error footnote"]],
    ["[^1]: 出处", ["4:1 error footnote"]],
    ["见[通报](http://a.example/b)。", ["4:2 warning link-on-paper"]],
    ["写[信](mailto:a@b.example)", ["4:2 warning link-on-paper"]],
    ["见[恶](javascript:alert(1))", ["4:2 error link-address"]],
    ["见[上篇](02-上篇.md)", ["4:2 error link-address"]],
    ["[通报]: http://a.example", ["4:1 error link-address"]],
    ["`代码`", ["4:1 error literal-sign"]],
    ["- 一项\n* 二项", ["4:1 warning bullet", "5:1 warning bullet"]],
    ["前\n\n  ---\n\n后", ["6:3 error literal-sign"]],
  ])("%s", (body, expected) => {
    expect(told(body)).toEqual(expected);
  });

  test("and ordinary text is left alone", () => {
    const text =
      "零环责改[2020]076号，PM2.5<35且O3>100，《a<b》，![图](a(1).png)，\\<b>，\\[甲](乙)，**粗**。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n1. 一项\n2. 二项\n";
    expect(told(text)).toEqual([]);
  });
});
