import { expect, test } from "vitest";
import { csv } from "../../../../src/compute/rows/csv.ts";

test("cells with commas, quotation marks and line breaks are quoted; nothing is an empty cell", () => {
  expect(
    csv([
      ["a", "b"],
      ["一，二", 3],
      ["1,2", true],
      ['说"好"', undefined],
      ["上\n下", 0.5],
    ]),
  ).toBe('a,b\r\n一，二,3\r\n"1,2",true\r\n"说""好""",\r\n"上\n下",0.5\r\n');
});

test("what a spreadsheet would run as a formula is text; numbers stay numbers", () => {
  expect(csv([["=cmd|'/C calc'!A0", "@SUM(1)", "+1", "-1+2", "-3", -0.5, "甲=乙", "2020-15"]])).toBe(
    "'=cmd|'/C calc'!A0,'@SUM(1),'+1,'-1+2,-3,-0.5,甲=乙,2020-15\r\n",
  );
});
