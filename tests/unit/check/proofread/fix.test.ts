import fc from "fast-check";
import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { applyFixes, proofread } from "../../../../src/check/proofread/index.ts";
import { articleOf } from "./reading.ts";

const source = new SourceText("a.md", "第一段。\n\n截止 11 月 7 日,共 2 件。\n");

test("makes fixes that interleave and shows the line before and after", () => {
  const { text, changes, skipped } = applyFixes(source, proofread(articleOf(source.text)));
  expect(text).toBe("第一段。\n\n截至11月7日，共2件。\n");
  expect(changes).toEqual([
    {
      line: 3,
      before: "截止 11 月 7 日,共 2 件。",
      after: "截至11月7日，共2件。",
      codes: ["until-word", "han-space", "half-width-mark"],
    },
  ]);
  expect(skipped).toEqual([]);
});

test("skips a fix that overlaps an earlier one, and one that would join lines", () => {
  const place = source.place(0);
  const problem = (start: number, end: number, replacement: string) =>
    ({ code: `at-${start}`, severity: "warning", place, message: "", fix: { start, end, replacement } }) as const;
  const { text, skipped } = applyFixes(source, [problem(1, 3, "二章"), problem(0, 2, "首"), problem(3, 6, "")]);
  expect(skipped.map(({ code }) => code)).toEqual(["at-1", "at-3"]);
  expect(text.startsWith("首段。\n\n")).toBe(true);
});

test("is idempotent on any mixture of slips: one pass more mends nothing else in the end", () => {
  const piece = fc.constantFrom(
    ...("共215件，,。.“”\"'‘’（）()《》 \n\n-—~…、：:0第月日一年截止{{a}}[2020]号*A".match(
      /\{\{a\}\}|\[2020\]|截止|[^]/gu,
    ) ?? []),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      let text = pieces.join("");
      for (let pass = 0; pass < 12; pass += 1) {
        const now = new SourceText("a.md", text);
        const result = applyFixes(now, proofread(articleOf(now.text)));
        if (result.text === text) return;
        text = result.text;
      }
      throw new Error(`no rest: ${text}`);
    }),
    { numRuns: 400 },
  );
});

test.each([
  '![现场 图片](图 片,(1).png "说明,文字 ABC")',
  '[市政府](http://a.gov.cn/x,(y)?a=1,b=2 "标题,中文")',
  "http://www.yz.gov.cn:8080/a,b;c?x=1!",
  "zhang.san@yz.gov.cn",
  "张三@环保局.政务/目录,一",
  "C:\\数据,表\\甲(1).xlsx",
  "\\\\服务器\\共享,目录",
  "{{交办.单位 | 分隔: , | 前: 2}}",
])("changes nothing in a picture, an address, an expression: %s", (address) => {
  const before = new SourceText("a.md", `详见下面,共 2 件。\n\n见${address}\n`);
  const { text } = applyFixes(before, proofread(articleOf(before.text)));
  expect(text).toBe(`详见下面，共2件。\n\n见${address}\n`);
});
