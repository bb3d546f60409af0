/** What a report costs grows as what it tells does, however often the same is wrong. */

import { expect, test } from "vitest";
import { error } from "../../../../src/base/problem/problem.ts";
import { report } from "../../../../src/base/problem/report.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { growth } from "../../../support/processor-time.ts";

test("the same mistake over and over in one endless line is told once, in time that grows with their number", () => {
  const told = (length: number): void => {
    const source = new SourceText("a.md", `😀${"{{".repeat(length)}`);
    const problems = Array.from({ length }, (_, at) => error("unclosed", source.place(2 + 2 * at), "没有成对的 }}"));
    const text = report(problems, new Map([["a.md", source]]));
    expect(text).toMatch(/^a\.md:1:2 错误：没有成对的 \}\} \[unclosed\]/);
    expect(text.match(/错误：/g)).toHaveLength(1);
  };
  expect(growth(told, 20_000)).toBeLessThan(9);
});

test("columns count characters, in whatever order places are asked for", () => {
  const source = new SourceText("a.md", "甲😀乙\n丙😀😀丁");
  const columns = [3, 1, 0, 10, 5, 9, 3].map((offset) => source.place(offset).column);
  expect(columns).toEqual([3, 2, 1, 4, 1, 4, 3]);
});
