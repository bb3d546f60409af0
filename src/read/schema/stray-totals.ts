/** Reports 合计 typed as a line of a list, where it would be counted as one more unit. */

import type { Dimension, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { error } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import type { Entry, LocatedYaml, Path } from "../source/located-yaml.ts";
import { isTotalName } from "../../base/text/total-name.ts";
import { crossKeys } from "./counts-schema.ts";
import { halfWidth } from "./number-wording.ts";

/** The problem of a list entry that is the name of a total. */
export function strayTotal(dimension: string, label: string, place: Place, hint = "请删去它。"): Problem {
  return error("stray-total", place, `“${label}”不是${dimension}：合计由程序计算，不写在这一列里`, hint);
}

/** Totals in the lists of `counts.yaml` and beside its measures. */
export function strayTotals(yaml: LocatedYaml, vocabulary: Vocabulary): Problem[] {
  const crosses = new Map(crossKeys(vocabulary).map(({ key, rows, columns }) => [key, { rows, columns }]));
  let measure: MeasureDefinition | undefined;
  return yaml.entries([]).flatMap((entry): Problem[] => {
    const known = vocabulary.measures.get(entry.key);
    if (known === undefined) return isTotalName(entry.key) ? [besideMeasures(entry, measure?.name ?? "交办")] : [];
    measure = known;
    const blocks = yaml.entries([known.name]);
    return blocks.flatMap(({ key }): Problem[] => {
      const path = [known.name, key];
      const dimension = vocabulary.dimensions.get(key);
      if (dimension !== undefined) return inList(yaml, path, dimension, adviceFor(known, dimension, blocks));
      const cross = crosses.get(key);
      if (cross === undefined) return [];
      const [rows, columns] = [vocabulary.dimensions.get(cross.rows), vocabulary.dimensions.get(cross.columns)];
      if (rows === undefined || columns === undefined) return [];
      const within = yaml.entries(path).flatMap((row) => inList(yaml, [...path, row.key], columns, justDelete));
      return [...inList(yaml, path, rows, justDelete), ...within];
    });
  });
}

/** `deletion`: 请删去这一行, or 请删去这一项 for a pasted list. */
type Advice = (deletion: string, line: Entry) => string;

const justDelete: Advice = (deletion) => `${deletion}。`;

function inList(yaml: LocatedYaml, path: Path, { name, registry }: Dimension, advice: Advice): Problem[] {
  const lines = yaml.entries(path);
  // The entries of a pasted list share a line of the file.
  const isPasted = new Set(lines.map(({ keyPlace }) => keyPlace.line)).size < lines.length;
  const deletion = isPasted ? "请删去这一项" : "请删去这一行";
  return lines
    .filter(({ key }) => isTotalName(key) && registry.find(key) === undefined)
    .map((line) => strayTotal(name, line.key, line.keyPlace, advice(deletion, line)));
}

/** Advises to state the total one level up, where it is compared with the sum, unless the parts do not add up to it. */
function adviceFor(
  { name, additive, exclusive }: MeasureDefinition,
  dimension: Dimension,
  beside: readonly Entry[],
): Advice {
  if (!additive) return justDelete;
  if (dimension.overlapping && !exclusive.includes(dimension.name))
    return (deletion) => `${deletion}；一件可以算进几个${dimension.name}，各项加起来本来就可以超过总件数。`;
  const stated = beside.find(({ key }) => key === "合计");
  if (stated !== undefined)
    return (deletion) => `${deletion}；“${name}”下面已经写了合计（第 ${stated.keyPlace.line} 行）。`;
  return (deletion, line) =>
    `${deletion}；要程序核对这个总数的，写到上一层“${name}”下面：“合计: ${numberOf(line)}”，与“${dimension.name}:”左边对齐。`;
}

function besideMeasures(line: Entry, measure: string): Problem {
  return error(
    "stray-total",
    line.keyPlace,
    `“${line.key}”没有写在哪一项的下面`,
    `合计由程序计算，请删去这一行；要程序核对总数的，写到那一项（如“${measure}”）下面：“合计: ${numberOf(line)}”，行首空两格。`,
  );
}

function numberOf({ text }: Entry): string {
  return /^\d+/.exec(halfWidth(text ?? "").replace(/(?<=\d)[,，](?=\d{3})/g, ""))?.[0] ?? "数字";
}
