/** Headings of a ledger file → the columns they mean. */

import type { LedgerColumn, LedgerDefinition } from "../../model/ledger.ts";
import type { Place } from "../../base/problem/problem.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import type { Findings } from "./findings.ts";

/** Instructions that forms put behind the name of a column. A unit such as （万元） is not one of them. */
const instruction =
  /(?<=.)[（(](?:必填|选填|非必填|可?多选|单选|文本|下拉|格式|年[/.、-]?月|yyyy|如[：:]|例如)[^（）()]*[）)]$/iu;

/** A heading for comparison: without blanks, line breaks, instructions and the star of a required column. */
export function plainHeading(text: string): string {
  return text
    .replace(/[\s\u3000\u200b\ufeff]/g, "")
    .replace(/^[*＊](?=.)|(?<=.)[*＊]$/g, "")
    .replace(instruction, "");
}

/** A heading with a unit such as （万元）. A column of another unit may not be suggested for it: its numbers would be ten thousand times too small. */
const otherMeasure = /[（(][^（）()]*[十百千万亿][^（）()]*[）)]/u;

/** More unknown columns than these share one message. */
const mostUnknown = 5;

export function columnsByHeading(definition: LedgerDefinition): ReadonlyMap<string, LedgerColumn> {
  return new Map(
    definition.columns.flatMap((column) => column.headings.map((heading) => [plainHeading(heading), column] as const)),
  );
}

/** The column of each heading; `undefined` for an unknown one. Each problem is reported once for the file. */
export function matchHeadings(
  headings: readonly { readonly text: string; readonly offset: number }[],
  definition: LedgerDefinition,
  placeOf: (offset: number) => Place,
  findings: Pick<Findings, "add">,
  known = columnsByHeading(definition),
): (LedgerColumn | undefined)[] {
  const seen = new Map<LedgerColumn, string>();
  const unknown: { readonly text: string; readonly offset: number }[] = [];
  const columns = headings.map(({ text, offset }) => {
    const column = known.get(plainHeading(text));
    if (column === undefined) {
      if (plainHeading(text) !== "") unknown.push({ text: text.trim(), offset });
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
  reportUnknown(unknown, known, placeOf, findings);
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

function reportUnknown(
  unknown: readonly { readonly text: string; readonly offset: number }[],
  known: ReadonlyMap<string, LedgerColumn>,
  placeOf: (offset: number) => Place,
  findings: Pick<Findings, "add">,
): void {
  const say = (offset: number, message: string, hint: string): void => {
    findings.add("warning", () => ({ code: "unknown-column", place: placeOf(offset), message, hint }));
  };
  const [first] = unknown;
  if (first !== undefined && unknown.length > mostUnknown) {
    const some = unknown.slice(0, mostUnknown).map(({ text }) => `“${text}”`);
    const hint = `用得着的，请在 data/tallies.yaml 的“台账”的“列”下写上它；用不着的写“列名: { 类型: 文字 }”，导入时不要的写在 data/import.yaml 的“不要”里。`;
    say(first.offset, `不认识${some.join("")}等 ${unknown.length} 列，没有读它们`, hint);
  } else
    for (const { text, offset } of unknown)
      say(
        offset,
        `不认识“${text}”这一列，没有读它`,
        `${otherMeasure.test(text) ? "与已有的列只是单位不同的，请先在表里换算，再改列名；" : didYouMean(plainHeading(text), known.keys())}用得着的，请在 data/tallies.yaml 的“台账”的“列”下写上它；用不着的写“${text}: { 类型: 文字 }”。`,
      );
}
