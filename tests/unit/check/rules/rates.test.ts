/** Rates that were worked out elsewhere lie between those of their parts. */

import { expect, test } from "vitest";
import { archiveOf, run, told, vocabularyOf } from "./archive.ts";

const vocabulary = vocabularyOf(`
分组: { 县区: { 项目: [东, 西] }, 类别: { 项目: [水, 气], 可重复: 是 } }
指标: { 满意率: { 百分比: 1 } }
`);
const check = (counts: string): string[] =>
  run(archiveOf(vocabulary, { id: "2023-6", date: "2023-07-05", counts })).problems.map(told);

test("The rate of all lies between the lowest and the highest of the parts", () => {
  expect(check("满意率: { 合计: 95.7%, 县区: { 东: 95.2%, 西: 98% } }\n")).toEqual([]);
  expect(check("满意率: { 合计: 98%, 县区: { 东: 95.2%, 西: 98% } }\n")).toEqual([]);
  expect(check("满意率: { 合计: 957%, 县区: { 东: 95.2%, 西: 98% } }\n")).toEqual([
    "rate-outside 1:12 “满意率”合计是957%，按县区分的各项在95.2%和98%之间",
  ]);
  expect(check("满意率: { 合计: 59.7%, 县区: { 东: 95.2%, 西: 98% } }\n")).toHaveLength(1);
});

test("Nothing is said where not all parts are listed, or where they overlap", () => {
  expect(check("满意率: { 合计: 94%, 县区: { 东: 95.2% } }\n")).toEqual([]);
  expect(check("满意率: { 合计: 94%, 类别: { 水: 95.2%, 气: 96% } }\n")).toEqual([]);
});
