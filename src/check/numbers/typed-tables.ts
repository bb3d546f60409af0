/** Tables typed by hand, held against the data their heads name and against their own totals. */

import { partOf } from "../../compute/tally/breakdown.ts";
import Fraction from "fraction.js";
import type { Member } from "../../model/registry.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { asOfDates, dateFinding } from "./head-dates.ts";
import { measureNamed } from "./mentions.ts";
import { quantityEnd, type NumberToken } from "./number-token.ts";
import type { Block } from "./printed-text.ts";
import type { NumberFinding } from "./finding.ts";
import { contradiction, rateMatch, type DataContext, type Match } from "./match.ts";

interface Cell {
  readonly column: number;
  readonly text: string;
  readonly tokens: readonly NumberToken[];
  /** The number that is all the cell holds, but for its measure word. */
  readonly token: NumberToken | undefined;
}

type Row = readonly Cell[];

export interface TableReading {
  /** Where the table repeats the data. */
  readonly matches: readonly Match[];
  /** What is not as the data has it. */
  readonly findings: readonly NumberFinding[];
  /** Totals that are not those of the rows above. */
  readonly sums: readonly NumberFinding[];
}

const totalLabel = /^(?:合计|总计|共计|总数|全市合计|全市)$/;

interface TableBlock {
  readonly block: Block;
  readonly tokens: readonly NumberToken[];
}

/** All tables among the blocks of an article. */
export function readTables(blocks: readonly TableBlock[], data: DataContext | undefined): TableReading[] {
  return tablesOf(blocks).map((rows) => {
    const { matches, findings } = data === undefined ? { matches: [], findings: [] } : againstData(rows, data);
    const known = new Set(matches.map(({ token }) => token));
    return { matches, findings, sums: wrongSums(rows, known) };
  });
}

function tablesOf(blocks: readonly TableBlock[]): Row[][] {
  const tables: Cell[][][] = [];
  let last: Block["cell"];
  for (const { block, tokens } of blocks) {
    const { cell } = block;
    if (cell === undefined) continue;
    if (cell.table !== last?.table) tables.push([[]]);
    else if (cell.row !== last.row) tables.at(-1)?.push([]);
    last = cell;
    const own = { column: cell.column, text: block.text.trim(), tokens, token: onlyNumber(block, tokens) };
    tables.at(-1)?.at(-1)?.push(own);
  }
  return tables.filter((table) => table.length > 1);
}

function onlyNumber({ text }: Block, tokens: readonly NumberToken[]): NumberToken | undefined {
  const [token, more] = tokens;
  if (token === undefined || more !== undefined || token.value === undefined || token.approximate) return undefined;
  return text.slice(0, token.start).trim() === "" && text.slice(quantityEnd(token)).trim() === "" ? token : undefined;
}

/** 交办数（件） and 截至11月7日交办 name 交办. */
function plainHead(text: string): string {
  return text
    .replace(/截[至止](?:到)?(?:[\d年月日号时点分]|[ \t])+(?:累计)?/g, "")
    .replace(/[（(][^（()）]*[）)]/g, "")
    .replaceAll(/[\s*]/g, "")
    .replace(/(?:件|个)?(?:总数|数量|数)$/, "");
}

/** What a row or column is about. */
type Subject =
  | { readonly kind: "measure"; readonly measure: string }
  | { readonly kind: "member"; readonly dimension: string; readonly member: Member }
  | { readonly kind: "total" };

function subjectOf(text: string, { tallies }: DataContext): Subject | undefined {
  const head = plainHead(text);
  if (totalLabel.test(head)) return { kind: "total" };
  const measure = measureNamed(head, tallies.vocabulary);
  if (measure !== undefined) return { kind: "measure", measure };
  for (const { name, registry } of tallies.vocabulary.dimensions.values()) {
    const member = registry.find(head);
    if (member !== undefined) return { kind: "member", dimension: name, member };
  }
  return undefined;
}

function againstData(rows: readonly Row[], context: DataContext): { matches: Match[]; findings: NumberFinding[] } {
  const [head, ...body] = rows;
  const columns = new Map(head?.map(({ column, text }) => [column, subjectOf(text, context)]));
  const all = body.flatMap((row) => {
    const [label, ...cells] = row;
    const subject = label === undefined ? undefined : subjectOf(label.text, context);
    return cells.flatMap(({ column, token }) => {
      const other = columns.get(column);
      if (token === undefined || token.computed !== undefined || subject === undefined || other === undefined)
        return [];
      return matchOf(token, subject, other, context) ?? [];
    });
  });
  // A table of another day or of a part of the cases is no copy of the data.
  const equal = all.filter(({ agrees }) => agrees).length;
  const isCopy = equal >= 2 && equal * 3 >= all.length * 2;
  return isCopy
    ? { matches: all, findings: [...all.flatMap(contradiction), ...headDates(rows, context)] }
    : { matches: [], findings: [] };
}

/** 截至11月6日交办, above or beside what is the data of another day. */
function headDates([head = [], ...body]: readonly Row[], context: DataContext): NumberFinding[] {
  const heads = [...head, ...body.flatMap((row) => row.slice(0, 1))];
  return heads.flatMap(({ text, tokens }) => {
    const subject = subjectOf(text, context);
    const tally = subject?.kind === "measure" ? context.tallies.find(subject.measure) : undefined;
    return tally?.asOf === undefined
      ? []
      : asOfDates(tokens).flatMap((token) =>
          dateFinding(token, tally.asOf === undefined ? [] : [tally.asOf], `“${tally.definition.name}”`),
        );
  });
}

function matchOf(token: NumberToken, one: Subject, two: Subject, { tallies }: DataContext): Match | undefined {
  const [measure, subject] = one.kind === "measure" ? [one, two] : [two, one];
  if (measure.kind !== "measure" || subject.kind === "measure") return undefined;
  const tally = tallies.find(measure.measure);
  const figure = tally === undefined ? undefined : figureOf(tally, subject);
  if (tally === undefined || figure === undefined || token.value === undefined) return undefined;
  if (figure.percent !== undefined) return token.kind === "percentage" ? rateMatch(token, figure) : undefined;
  if (token.measureWord !== "" && token.measureWord !== figure.measureWord) return undefined;
  const joint =
    subject.kind === "member"
      ? tally.joint
          .filter((item) => item.units.some((unit) => unit.member === subject.member))
          .reduce((sum, item) => sum.add(item.figure.value), figure.value)
      : figure.value;
  const agrees = token.value.equals(figure.value) || token.value.equals(joint);
  return { token, expression: figure.name, figure, expected: figure.value, agrees };
}

function figureOf(tally: Tally, subject: Exclude<Subject, { kind: "measure" }>): Figure | undefined {
  if (subject.kind === "total") return tally.total;
  return partOf(tally.breakdowns.get(subject.dimension), subject.member)?.figure;
}

/** A last row of totals that the rows above do not come to; for `known` numbers the data speaks. */
function wrongSums(rows: readonly Row[], known: ReadonlySet<NumberToken>): NumberFinding[] {
  const [head, ...body] = rows;
  const last = body.at(-1);
  const parts = body.slice(0, -1);
  const labels = parts.map((row) => row[0]?.text ?? "");
  if (last === undefined || parts.length < 2 || !totalLabel.test(plainHead(last[0]?.text ?? ""))) return [];
  // Rows within rows are counted twice.
  if (labels.some((label) => /小计|其中|合计|总计/.test(label))) return [];
  return last.slice(1).flatMap(({ column, token }) => {
    if (token?.value === undefined || token.computed !== undefined || token.kind === "percentage" || known.has(token))
      return [];
    const cells = parts.map((row) => row.find((cell) => cell.column === column));
    const values = cells.map((cell) =>
      cell === undefined || /^[-—－/]*$/.test(cell.text) ? new Fraction(0) : cell.token?.value,
    );
    if (
      values.some((value) => value === undefined) ||
      /率|占比|排名|名次/.test(head?.find((cell) => cell.column === column)?.text ?? "")
    )
      return [];
    const sum = values.reduce<Fraction>((total, value) => total.add(value ?? 0), new Fraction(0));
    if (sum.equals(token.value)) return [];
    return {
      token,
      message: `合计写的是${token.text}${token.measureWord}，上面各行加起来是${sum.toString()}${token.measureWord}`,
      hint: "请核对这一列；有重复计算的，请在表下说明。",
    };
  });
}
