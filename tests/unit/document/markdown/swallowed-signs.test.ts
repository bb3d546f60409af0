import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../src/document/markdown/render.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";

const warnings = (body: string): string[] =>
  renderBody(new SourceText("a.md", body), 0, undefined).problems.map(
    ({ code, place, message }) => `${place.line}:${place.column} ${code} ${message}`,
  );

describe("signs that Markdown would take for its own", () => {
  test("warns of a pair of asterisks at the first, a paragraph at a time", () => {
    expect(warnings("**要求**如下。\n\n甲*号的为重点件，乙*号的已办结。\n\n面积3*4*5米。")).toEqual([
      "3:2 swallowed-sign 两个“*”之间的字会印成斜体，“*”本身不会印出来",
      "5:4 swallowed-sign 两个“*”之间的字会印成斜体，“*”本身不会印出来",
    ]);
  });

  test("warns of a pair of double tildes", () => {
    expect(warnings("约3~~5件，6~~7件。")).toEqual(["1:3 swallowed-sign 两个“~~”之间的字会划掉，“~~”本身不会印出来"]);
  });

  test("leaves bold words, escaped signs and a sign alone", () => {
    expect(warnings("**加强领导。**各级\\*注\\*，带*号的件，3~5件。")).toEqual([]);
  });
});
