import { expect, test } from "vitest";
import { withBlanksInNames } from "../../../src/markdown/mistyped.ts";

test.each([
  ["![图](现场 1.png)", "![图](<现场 1.png>)"],
  ["![](现场 (1).jpg)", "![](<现场 (1).jpg>)"],
  ['![图](现场 1.jpg "石期河")', '![图](<现场 1.jpg> "石期河")'],
  // Of a kind that cannot be used, so that its name is what is told, and not printed as text.
  ["![图](现场 1.heic)", "![图](<现场 1.heic>)"],
  ["![图](现场1.png)", "![图](现场1.png)"],
])("a picture's name with blanks is read as it is meant: %s", (typed, meant) => {
  expect(withBlanksInNames(typed)).toBe(meant);
});
