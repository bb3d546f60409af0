import { describe, expect, test } from "vitest";
import { brokenWords } from "../../../src/verify/checks/headlines.ts";
import { dividesNumber, dividesQuantity } from "../../../src/verify/checks/line-breaks.ts";
import { linesOf } from "../../../src/verify/model/line.ts";
import { page } from "./model.ts";

describe("line ends inside a number", () => {
  test.each([
    ["共21", "5件"],
    ["投入5.", "5亿元"],
    ["投入5", ".5亿元"],
    ["达92", "%"],
    ["重点件D1YZ2020", "00131"],
    ["零环责改〔20", "20〕076号"],
    ["零环责改〔2020〕", "076号"],
    ["零环责改〔2020〕07", "6号"],
    ["零环责改", "〔2020〕076号"],
  ])("%s/%s", (before, after) => {
    expect(dividesNumber(before, after)).toBe(true);
  });

  test.each([
    ["共收到", "215件"],
    ["共215件", "来信"],
    ["下达70份", "，共"],
    ["如下：1.", "总体情况"],
  ])("but not %s/%s", (before, after) => {
    expect(dividesNumber(before, after)).toBe(false);
  });
});

describe("line ends inside a date or between number and measure word", () => {
  test.each([
    ["共215", "件"],
    ["2020年", "11月8日"],
    ["于10月", "23日正式"],
    ["2020", "年11月"],
  ])("%s/%s", (before, after) => {
    expect(dividesQuantity(before, after)).toBe(true);
  });

  test.each([
    ["截至11月7日", "，共"],
    ["今年", "11月"],
    ["东安县25件", "、祁阳"],
  ])("but not %s/%s", (before, after) => {
    expect(dividesQuantity(before, after)).toBe(false);
  });
});

test("a title's line end inside a word is found, between words not", () => {
  const title = (...texts: string[]) => {
    const lines = linesOf(
      page(
        1,
        texts.map((text, at) => ({ text, left: 50, baseline: 70 + at * 10 })),
      ),
    );
    return brokenWords({ lines, text: texts.join("") });
  };
  expect(title("开展省环保督察“回头看”", "通报典型案例现场督办")).toEqual([]);
  expect(title("开展省环保督察“回头看”通报典型案", "例现场督办")).toEqual([
    "第 1 页第 1 行标题在“型案/例现”处拆开了词",
  ]);
});
