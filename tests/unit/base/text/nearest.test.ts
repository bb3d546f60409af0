import { describe, expect, test } from "vitest";
import { cells } from "../../../../src/base/text/cells.ts";
import { allNearest, didYouMean, nearest } from "../../../../src/base/text/nearest.ts";

describe("the name that was meant", () => {
  const units = ["零陵区", "冷水滩区", "祁阳县", "东安县", "道县", "江永县", "江华瑶族自治县"];
  test.each([
    ["冷水难区", "冷水滩区"],
    ["零陵", "零陵区"],
    ["水冷滩区", "冷水滩区"],
    ["祁阳", "祁阳县"],
    ["江华", "江华瑶族自治县"],
  ])("%s: %s", (wrong, meant) => expect(nearest(wrong, units)).toBe(meant));

  test.each(["北京市朝阳区", "甲", "", "完全不同的名称"])("“%s” is like none of them", (wrong) =>
    expect(nearest(wrong, units)).toBeUndefined(),
  );

  test("of names equally like it, all", () => {
    expect(allNearest("江画", ["江永", "道县", "江华"])).toEqual(["江永", "江华"]);
    expect(allNearest("江画", ["北湖"])).toEqual([]);
  });

  test("one wrong character of one tells nothing", () => expect(nearest("气", ["水", "土"])).toBeUndefined());

  test("the hint is a question, or nothing", () => {
    expect(didYouMean("东按县", units)).toBe("是不是想写“东安县”？");
    expect(didYouMean("某某", units)).toBe("");
  });
});

describe("width in cells", () => {
  test.each([
    ["工作简报", 4],
    ["第15期", 3],
    ["“回头看”", 5],
    ["A—B", 2],
    ["·", 1],
    ["ｱｲｳ", 1.5],
    ["", 0],
    ["𠮷野家", 3],
  ])("%s: %d", (text, width) => expect(cells(text)).toBe(width));
});
