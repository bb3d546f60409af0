import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { SourceText } from "../../src/base/problem/source-text.ts";
import { readVocabulary } from "../../src/read/schema/read-vocabulary.ts";
import { parseYaml } from "../../src/read/source/yaml.ts";

const tallies = `分组:
  单位: { 项目: [冷水滩区, 零陵区] }
  类别: { 项目: [大气, 水], 可重复: 是 }
指标:
  交办: { 台账: 受理日期 }
台账: {}
`;

/** One measure and two dimensions, to show each key of `counts.yaml` once. */
export function exampleVocabulary(): Vocabulary {
  const { yaml } = parseYaml(new SourceText("data/tallies.yaml", tallies));
  const value = yaml === undefined ? undefined : readVocabulary(yaml, new Map()).value;
  if (value === undefined) throw new Error("the example is broken");
  return value;
}
