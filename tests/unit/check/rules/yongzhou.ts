/** A small bulletin of the seed's kind, for rules to find fault with. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { vocabularyOf } from "./archive.ts";

const root = path.resolve(import.meta.dirname, "../../../fixtures/example");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** The example's own data files. */
export const seedVocabulary = vocabularyOf(read("data/tallies.yaml"), {
  "units.yaml": read("data/units.yaml"),
  "categories.yaml": read("data/categories.yaml"),
});
export const seedCounts = read("content/issues/2020-15/counts.yaml");

export const small = vocabularyOf(
  `
分组:
  单位: { 登记: units.yaml }
  类别: { 项目: [大气, 水, 噪声, 其他], 可重复: 是 }
  来源: { 项目: [来电, 来信] }
  问题: { 项目: [扬尘, 油烟], 量词: 个 }
指标:
  交办:
  重点件: { 属于: 交办 }
  办结: { 属于: 交办 }
  在办: { 属于: 交办, 可减少: 是 }
  阶段性办结: { 属于: 交办 }
  未销号: { 算式: 立案 - 销号, 可减少: 是 }
  立案:
  销号:
  本批:
  累计: { 累计自: 本批 }
  罚款: { 量词: 万元, 小数: 3 }
`,
  {
    "units.yaml": "[{ 全称: 东区, 简称: 东 }, { 全称: 西区, 简称: 西 }, 南县, 北县, 市城管局]",
  },
);
