import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { applyFixes, proofread } from "../../../../src/check/proofread/index.ts";
import type { Term } from "../../../../src/model/bulletin.ts";
import { articleOf } from "./reading.ts";

const always = { onlyMixed: false, note: undefined };
const TERMS: readonly Term[] = [
  { ...always, right: "协调联络工作领导小组", wrong: ["协调联络领导小组"], note: "以成立文件为准" },
  { ...always, right: "生态环境保护督察", wrong: ["环境保护督察", "环保督察"] },
  { right: "冷水滩区", wrong: ["冷水滩"], onlyMixed: true, note: undefined },
];

function terms(body: string): string[] {
  return proofread(articleOf(body), { terms: TERMS }).map(
    ({ place, message, hint }) => `${place.line}:${place.column} ${message}；${hint ?? ""}`,
  );
}

test("names the wrong form, the right one and why", () => {
  expect(terms("报协调联络领导小组。")).toEqual([
    "1:2 “协调联络领导小组”应当写作“协调联络工作领导小组”；改为“协调联络工作领导小组”（以成立文件为准）",
  ]);
});

test("leaves a wrong form alone inside the right one", () => {
  expect(terms("做好省生态环境保护督察配合工作。")).toEqual([]);
  expect(terms("做好省环保督察配合工作。")).toHaveLength(1);
});

test("reports two names of one unit in one text, and neither form alone", () => {
  expect(terms("冷水滩56件。")).toEqual([]);
  expect(terms("冷水滩区56件。\n\n冷水滩44件。")).toEqual(["3:1 “冷水滩”与本文中的“冷水滩区”写法不一；改为“冷水滩区”"]);
});

test("shows a form inside a title of a document without mending it", () => {
  const source = new SourceText("a.md", "依据《环保督察办法》，做好环保督察。");
  const problems = proofread(articleOf(source.text), { terms: TERMS });
  expect(problems.map(({ fix }) => fix !== undefined)).toEqual([false, true]);
  expect(applyFixes(source, problems).text).toBe("依据《环保督察办法》，做好生态环境保护督察。");
});
