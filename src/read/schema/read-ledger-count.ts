/** 台账 of a measure: how it is counted from the ledger. */

import type { AmountColumn, DateColumn, LedgerColumn, LedgerCondition, LedgerCount } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { comparisons } from "../../base/text/comparison.ts";
import { readTypedNumber } from "../../base/text/typed-number.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import type { z } from "zod";
import { listed } from "./fields.ts";
import type { ledgerCountSchema } from "./ledger-schema.ts";
import type { Reading } from "./reading.ts";

export function readLedgerCount(
  typed: z.infer<typeof ledgerCountSchema>,
  columns: readonly LedgerColumn[],
  yaml: LocatedYaml,
  path: Path,
): Reading<LedgerCount> {
  const reader = new CountReader(columns, yaml);
  if (typeof typed === "string") {
    const dates = reader.dates(typed, path);
    return reader.reading({ dates, conditions: [], sum: undefined, divisor: 1 });
  }
  return reader.reading({
    dates: reader.dates(typed.日期, [...path, "日期"]),
    conditions: Object.entries(typed.条件 ?? {}).flatMap(
      ([name, values]) => reader.condition(name, listed(values), path) ?? [],
    ),
    sum: typed.求和 === undefined ? undefined : reader.amount(typed.求和, [...path, "求和"]),
    divisor: typed.除以 ?? 1,
  });
}

class CountReader {
  readonly #problems: Problem[] = [];
  readonly #columns: readonly LedgerColumn[];
  readonly #yaml: LocatedYaml;

  constructor(columns: readonly LedgerColumn[], yaml: LocatedYaml) {
    this.#columns = columns;
    this.#yaml = yaml;
  }

  reading(count: LedgerCount): Reading<LedgerCount> {
    return { value: this.#problems.length > 0 ? undefined : count, problems: this.#problems };
  }

  dates(typed: string | readonly string[], path: Path): DateColumn[] {
    return listed(typed).flatMap((name, at) => {
      const column = this.#columns.find((other) => other.name === name);
      if (column?.kind === "date") return [column];
      return this.#unknown(name, "日期", "date", typeof typed === "string" ? path : [...path, at]);
    });
  }

  amount(name: string, path: Path): AmountColumn | undefined {
    const column = this.#columns.find((other) => other.name === name);
    if (column?.kind === "amount") return column;
    this.#unknown(name, "数字", "amount", path);
    return undefined;
  }

  condition(name: string, values: readonly string[], path: Path): LedgerCondition | undefined {
    const here = [...path, "条件", name];
    const column = this.#columns.find((other) => other.name === name);
    if (column?.kind !== "members" && column?.kind !== "date" && column?.kind !== "amount") {
      this.#unknown(name, "选项、日期或数字", "members", here);
      return undefined;
    }
    const [value] = values;
    if (values.length === 1 && (value === "有" || value === "无")) return { column, present: value === "有" };
    if (column.kind === "amount") return this.#comparison(column, values, here);
    if (column.kind === "date") {
      this.#report(here, "invalid-choice", `“${name}”的条件只能写“有”或“无”`, "日期不空就是“有”。");
      return undefined;
    }
    const anyOf = new Set<Member>();
    for (const label of values) {
      const member = column.registry.find(label);
      if (member !== undefined) anyOf.add(member);
      else {
        const known = column.registry.members.map((other) => other.fullName);
        const hint = didYouMean(label, column.registry.names()) || `可以写：${known.slice(0, 20).join("、")}。`;
        this.#report(here, "unknown-member", `“${name}”里没有“${label}”`, hint);
      }
    }
    return { column, anyOf };
  }

  /** 超过 10000, 至少: 1,000 */
  #comparison(column: AmountColumn, values: readonly string[], path: Path): LedgerCondition | undefined {
    const [text = "", ...more] = values;
    const [, word = "", limit = ""] = /^\s*(\p{Script=Han}{2,3}?)\s*[:：]?\s*([+-]?[\d０-９].*)$/u.exec(text) ?? [];
    const holds = comparisons.get(word);
    const number = readTypedNumber(limit);
    if (more.length === 0 && holds !== undefined && number?.unit === "")
      return { column, limit: number.value.mul(10 ** column.decimals).valueOf(), holds };
    this.#report(
      path,
      "invalid-choice",
      `“${column.name}”的条件不能写“${values.join("、")}”`,
      `写“有”“无”（大于 0 就是“有”），或者与一个数比，如“超过 10000”；可以写：${[...comparisons.keys()].join("、")}，数字不带单位。`,
    );
    return undefined;
  }

  #unknown(name: string, what: string, kind: LedgerColumn["kind"], path: Path): [] {
    const known = this.#columns.filter((column) => column.kind === kind).map((column) => column.name);
    const hint = didYouMean(name, known) || `台账里有：${known.join("、")}；别的列请先写在“台账”的“列”下。`;
    this.#report(path, "unknown-column", `台账里没有“${name}”这一列${what}`, hint);
    return [];
  }

  #report(path: Path, code: string, message: string, hint: string): void {
    this.#problems.push(error(code, this.#yaml.place(path), message, hint));
  }
}
