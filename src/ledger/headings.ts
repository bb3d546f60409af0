/** Headings of a ledger file → the columns they mean. */

import type { LedgerColumn, LedgerDefinition } from "../model/ledger.ts";
import type { Place } from "../problem/problem.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Findings } from "./findings.ts";

/** A heading as people type it: line breaks and blanks within do not count, nor the star of a column that must be filled in. */
export function plainHeading(text: string): string {
  return text.replace(/[\s\u3000\u200b\ufeff]/g, "").replace(/^[*＊](?=.)|(?<=.)[*＊]$/g, "");
}

export function columnsByHeading(definition: LedgerDefinition): ReadonlyMap<string, LedgerColumn> {
  return new Map(
    definition.columns.flatMap((column) => column.headings.map((heading) => [plainHeading(heading), column] as const)),
  );
}

/** The column of each heading; `undefined` for one that nothing is known of. Every doubt is reported once a file. */
export function matchHeadings(
  headings: readonly { readonly text: string; readonly offset: number }[],
  definition: LedgerDefinition,
  placeOf: (offset: number) => Place,
  findings: Pick<Findings, "add">,
  known = columnsByHeading(definition),
): (LedgerColumn | undefined)[] {
  const seen = new Map<LedgerColumn, string>();
  const columns = headings.map(({ text, offset }) => {
    const column = known.get(plainHeading(text));
    if (column === undefined) {
      if (plainHeading(text) !== "") {
        findings.add("warning", () => ({
          code: "unknown-column",
          place: placeOf(offset),
          message: `不认识“${text.trim()}”这一列，没有读它`,
          hint: `${didYouMean(plainHeading(text), known.keys())}用得着的，请在 data/tallies.yaml 的“台账”的“列”下写上它；用不着的写“${text.trim()}: { 类型: 文字 }”。`,
        }));
      }
      return undefined;
    }
    const first = seen.get(column);
    if (first !== undefined) {
      findings.add("error", () => ({
        code: "column-twice",
        place: placeOf(offset),
        message: `“${text.trim()}”和“${first}”是同一列（${column.name}）`,
        hint: "请删去或改名其中一列。",
      }));
      return undefined;
    }
    seen.set(column, text.trim());
    return column;
  });
  for (const column of definition.columns) {
    if (!column.required || seen.has(column)) continue;
    findings.add("error", () => ({
      code: "missing-column",
      place: placeOf(headings[0]?.offset ?? 0),
      message: `台账里没有“${column.name}”这一列`,
      hint: `第一行应当是列名；列名不同的，请在 data/tallies.yaml 里写“台账: 列: ${column.name}: 表里的列名”。`,
    }));
  }
  return columns;
}
