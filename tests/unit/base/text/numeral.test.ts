import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitByDigit, fromWords, inWords } from "../../../../src/base/text/numeral.ts";

describe("numbers in words", () => {
  test.each([
    [0, "零"],
    [10, "十"],
    [15, "十五"],
    [20, "二十"],
    [101, "一百零一"],
    [110, "一百一十"],
    [215, "二百一十五"],
    [1001, "一千零一"],
    [1010, "一千零一十"],
    [10003, "一万零三"],
    [10010, "一万零一十"],
    [11000, "一万一千"],
    [110000, "十一万"],
    [100010000, "一亿零一万"],
    [1e12, "一万亿"],
  ])("%i is %s", (value, words) => {
    expect(inWords(value)).toBe(words);
    expect(fromWords(words)).toBe(value);
  });

  test("what is written reads back as the same number, whatever the number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (value) => {
        expect(fromWords(inWords(value))).toBe(value);
      }),
    );
    fc.assert(fc.property(fc.integer({ min: 0, max: 20000 }), (value) => fromWords(inWords(value)) === value));
  });

  test.each([-1, 1.5, NaN, 2 ** 53])("%d has no words", (value) => {
    expect(() => inWords(value)).toThrow(RangeError);
  });

  test("years are written digit by digit", () => {
    expect(digitByDigit(2020)).toBe("二〇二〇");
    expect(fromWords("二〇二〇")).toBe(2020);
  });
});

describe("reading words", () => {
  test.each([
    ["两千", 2000],
    ["一十五", 15],
    ["一万〇三", 10003],
    ["五", 5],
  ])("%s is taken as %i", (words, value) => expect(fromWords(words)).toBe(value));

  test.each(["", "十百", "万", "一一十", "二百五十三百", "百", "十零", "一千一", "abc", "第五", "一".repeat(50)])(
    "“%s” is no numeral",
    (words) => expect(fromWords(words)).toBeUndefined(),
  );
});
