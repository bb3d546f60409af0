import { expect, test } from "vitest";
import { mistyped } from "../../../../src/document/markdown/mistyped.ts";
import { parsedText } from "../../../../src/document/markdown/parsed-text.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";

test.each([
  ["![图](现场 1.png)", "![图](<现场 1.png>)"],
  ["![](现场 (1).jpg)", "![](<现场 (1).jpg>)"],
  ['![图](现场 1.jpg "石期河")', '![图](<现场 1.jpg> "石期河")'],
  // Of a kind that cannot be used, so that its name is what is told, and not printed as text.
  ["![图](现场 1.heic)", "![图](<现场 1.heic>)"],
  ["![图](现场1.png)", "![图](现场1.png)"],
])("a picture's name with blanks is read as it is meant: %s", (typed, meant) => {
  expect(parsedText(new SourceText("a.md", typed), 0, []).text).toBe(meant);
});

test.each([
  ["见图。\n\n![现场](现场 1.jpg\n\n正文。", ["3:1 图片后面少了右括号，会印成文字"]],
  ['![现场](现场 1.jpg "石期河', ["1:1 图片后面少了右括号，会印成文字"]],
  ["![现场](现场 (1).jpg)\n\n好\\![注](未完", []],
])("a picture that nothing ends is told, not printed as text: %s", (text, told) => {
  const places = mistyped(new SourceText("a.md", text), 0).map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  );
  expect(places).toEqual(told);
});
