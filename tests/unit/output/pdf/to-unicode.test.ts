import { expect, test } from "vitest";
import { readToUnicode, writeToUnicode } from "../../../../src/output/pdf/archive/to-unicode.ts";

test("reads characters and ranges, beyond the basic plane too", () => {
  const cmap = `2 beginbfchar\n<0001> <0020>\n<0003> <D842DFB7>\nendbfchar\n1 beginbfrange\n<0005> <0007> <4E00>\nendbfrange`;
  expect([...readToUnicode(cmap)]).toEqual([
    [1, " "],
    [3, "\u{20BB7}"],
    [5, "一"],
    [6, "丁"],
    [7, "丂"],
  ]);
});

test("writes blocks of a hundred that read back the same", () => {
  const text = new Map(Array.from({ length: 250 }, (_, at) => [at * 3 + 1, String.fromCodePoint(0x1fff0 + at)]));
  const cmap = writeToUnicode(text);
  expect(readToUnicode(cmap)).toEqual(text);
  expect(cmap.match(/\d+ beginbfchar/g)).toEqual(["100 beginbfchar", "100 beginbfchar", "50 beginbfchar"]);
});
