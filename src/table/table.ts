/** `::: 表格 …` → a table. (表格) */

import { parseColumns } from "../expression/parse.ts";
import { ExpressionError } from "../expression/expression.ts";
import type { Member } from "../model/registry.ts";
import type { Dimension } from "../model/vocabulary.ts";
import { ComputedBlockError } from "../phrase/computed-block.ts";
import type { ComputedLine } from "../phrase/computed-block.ts";
import { keepsTo, limits } from "../phrase/limit-filters.ts";
import { plainText } from "../phrase/piece.ts";
import type { Scope } from "../tally/scope.ts";
import { didYouMean } from "../text/nearest.ts";
import { columnsOf } from "./column.ts";
import type { Column } from "./column.ts";
import { breakColumns, columnNamed, dimensionRows, membersWhere } from "./dimension-rows.ts";
import type { Broken, RowChoice } from "./dimension-rows.ts";
import { headings } from "./heading.ts";
import type { TableModel } from "./model.ts";
import { noteOf } from "./note.ts";
import { issueRows, measureRows } from "./other-rows.ts";
import { chosen, listed, numbered, readOptions, splitArgument } from "./request.ts";
import type { Option } from "./request.ts";

export const tableOptions = [
  "标题",
  "次序",
  "只要",
  ...limits.keys(),
  "前",
  "名称",
  "合计",
  "合计名",
  "单位",
  "行名",
  "最近",
  "备注",
  "说明",
];

/** Throws `ExpressionError` or `ComputedBlockError`. */
export function tableOf(argument: string, lines: readonly ComputedLine[], scope: Scope): TableModel {
  const { rows, columns: text, start } = splitArgument(argument);
  const options = readOptions(lines, tableOptions);
  const items = shifted(start, () => parseColumns(text));
  const model = (): TableModel => {
    if (rows === "指标") return measureTable(items, options, scope);
    if (rows === "各期") return issueTable(columnsOf(items, undefined, scope), options, scope);
    return dimensionTable(columnsOf(items, rows, scope), dimensionOf(rows, scope), options, scope);
  };
  return rows === "指标" || rows === "各期" || scope.tallies.vocabulary.dimensions.has(rows)
    ? shifted(start, model)
    : model();
}

/** Faults within the columns are told from the beginning of the argument. */
function shifted<T>(by: number, run: () => T): T {
  try {
    return run();
  } catch (fault) {
    if (!(fault instanceof ExpressionError) || fault instanceof ComputedBlockError) throw fault;
    const span = { start: fault.span.start + by, end: fault.span.end + by };
    throw new ExpressionError(fault.code, fault.message, span, fault.hint);
  }
}

function dimensionOf(name: string, scope: Scope): Dimension {
  const { dimensions } = scope.tallies.vocabulary;
  const found = dimensions.get(name);
  if (found !== undefined) return found;
  const known = [...dimensions.keys(), "各期", "指标"];
  throw new ComputedBlockError(
    0,
    "unknown-dimension",
    `没有“${name}”这个分组`,
    { start: 0, end: name.length },
    `${didYouMean(name, known)}“×”前面可以写：${known.join("、")}。`,
  );
}

type Options = ReadonlyMap<string, Option>;

function dimensionTable(columns: readonly Column[], dimension: Dimension, options: Options, scope: Scope): TableModel {
  const broken = breakColumns(columns, dimension, scope);
  const total = chosen(options, "合计", ["末行", "首行", "无"]) ?? "末行";
  const naming = chosen(options, "名称", ["照填", "全称", "简称"]) ?? "照填";
  const choice: RowChoice = {
    ...orderOf(options.get("次序"), broken),
    naming: ({ 照填: "typed", 全称: "full", 简称: "short" } as const)[naming],
    only: withinLimits(onlyOf(options.get("只要"), dimension), options, broken),
    first: numbered(options, "前"),
    // Members that may stand for the same case, or that do not add up, still have the measure's own total.
    withTotal: total !== "无",
    totalLabel: options.get("合计名")?.text,
  };
  const all = dimensionRows(broken, dimension, choice, scope);
  const rows = all.filter((row) => row.kind !== "total" || row.cells.some((cell) => cell !== undefined));
  return withRemarks(
    {
      caption: options.get("标题")?.pieces ?? [],
      ...headings(columns, rows, options.get("单位")?.text),
      corner: dimension.name,
      rows,
      totalFirst: total === "首行",
      note: noteOf(broken, rows, options.get("说明")?.pieces, scope),
    },
    options.get("备注"),
  );
}

/** `降序`, or `降序, 办结率` by another column than the first. */
function orderOf(option: Option | undefined, broken: readonly Broken[]): Pick<RowChoice, "order" | "by"> {
  if (option === undefined) return { order: "登记序", by: undefined };
  const [word = "", by, ...more] = listed(option);
  const orders = ["登记序", "原序", "降序", "升序"] as const;
  const order = orders.find((candidate) => candidate === word);
  if (order === undefined || more.length > 0)
    throw wrongOption(option, `“次序”不能是“${option.text}”`, `可以写：${orders.join("、")}。`);
  columnOf(option, by, broken);
  return { order, by };
}

function columnOf(option: Option, label: string | undefined, broken: readonly Broken[]): Broken | undefined {
  const found = columnNamed(broken, label);
  if (found !== undefined) return found;
  const known = broken.map(({ column }) => column.label);
  throw wrongOption(
    option,
    `没有“${label ?? ""}”这一栏`,
    didYouMean(label ?? "", known) || `这里有：${known.join("、")}。`,
  );
}

/** 至少: 30, or 至少: 90%, 办结率 of another column than the first. */
function withinLimits(
  only: ReadonlySet<Member> | undefined,
  options: Options,
  broken: readonly Broken[],
): ReadonlySet<Member> | undefined {
  return [...limits.keys()].reduce((chosenSoFar, name) => {
    const option = options.get(name);
    if (option === undefined) return chosenSoFar;
    const [typed = "", label] = option.text.split(/[，,、]\s*(?!\d{3}(?:\D|$))/);
    try {
      const column = columnOf(option, label?.trim(), broken);
      if (column === undefined) return chosenSoFar;
      const kept = membersWhere(column, keepsTo(name, typed.trim(), { span: { start: 0, end: option.text.length } }));
      return chosenSoFar === undefined ? kept : new Set([...chosenSoFar].filter((member) => kept.has(member)));
    } catch (fault) {
      if (!(fault instanceof ExpressionError) || fault instanceof ComputedBlockError) throw fault;
      throw new ComputedBlockError(option.line, fault.code, fault.message, fault.span, fault.hint);
    }
  }, only);
}

function wrongOption(option: Option, message: string, hint: string): ComputedBlockError {
  return new ComputedBlockError(option.line, "block-option", message, { start: 0, end: option.text.length }, hint);
}

/** `零陵区: 含共有件；道县: 数据待核` as a last column. */
function withRemarks(table: TableModel, option: Option | undefined): TableModel {
  if (option === undefined) return table;
  const [only, ...more] = option.pieces;
  const typedAt = more.length === 0 && only?.kind === "text" ? only.typedAt : undefined;
  const remarks = new Map(
    [...option.text.matchAll(/[^；;]+/g)].map((part): [string, { text: string; typedAt: number | undefined }] => {
      const [remark] = part;
      const match = /^(\s*([^:：]+?)\s*[:：]\s*)(.+?)\s*$/u.exec(remark);
      if (match === null)
        throw wrongOption(
          option,
          `“${remark.trim()}”不是“名称: 备注”的形式`,
          "几条之间用分号，如“零陵区: 含共有件；道县: 待核”。",
        );
      const at = part.index + (match[1]?.length ?? 0);
      return [match[2] ?? "", { text: match[3] ?? "", typedAt: typedAt === undefined ? undefined : typedAt + at }];
    }),
  );
  const heads = table.rows.map((row) => plainText(row.head));
  const strange = [...remarks.keys()].find((name) => !heads.includes(name));
  if (strange !== undefined)
    throw wrongOption(
      option,
      `表里没有“${strange}”这一行`,
      didYouMean(strange, heads) || `这里有：${heads.join("、")}。`,
    );
  return {
    ...table,
    columns: [...table.columns, "备注"],
    rows: table.rows.map((row, at) => ({
      ...row,
      cells: [...row.cells, remarks.get(heads[at] ?? "") ?? { text: "" }],
    })),
  };
}

/** 县区 is a kind of the registry, 零陵区 a member; both may be listed. */
function onlyOf(option: Option | undefined, { name, registry }: Dimension): ReadonlySet<Member> | undefined {
  if (option === undefined) return undefined;
  return new Set(
    listed(option).flatMap((word) => {
      const member = registry.find(word);
      const kind = registry.members.filter((candidate) => candidate.kind === word);
      if (member !== undefined) return [member];
      if (kind.length > 0) return kind;
      const kinds = registry.members.flatMap((candidate) => candidate.kind ?? []);
      throw new ComputedBlockError(
        option.line,
        "unknown-member",
        `登记表里没有“${word}”这个${name}或性质`,
        { start: 0, end: option.text.length },
        didYouMean(word, [...registry.names(), ...kinds]) || "请写登记表里的名称或性质。",
      );
    }),
  );
}

function issueTable(columns: readonly Column[], options: Options, scope: Scope): TableModel {
  const naming = chosen(options, "行名", ["期号", "截至", "批次"]) ?? "期号";
  const rows = issueRows(columns, scope, numbered(options, "最近"), naming);
  if (rows.length === 0)
    throw new ExpressionError("unknown-tally", "各期都没有这些指标的数据", { start: 0, end: 0 }, "请核对指标的名称。");
  return {
    caption: options.get("标题")?.pieces ?? [],
    ...headings(columns, rows, options.get("单位")?.text),
    corner: naming === "截至" ? "截至" : naming === "批次" ? "批次" : "期号",
    rows,
    totalFirst: false,
    note: options.get("说明")?.pieces ?? [],
  };
}

function measureTable(items: Parameters<typeof measureRows>[0], options: Options, scope: Scope): TableModel {
  return {
    caption: options.get("标题")?.pieces ?? [],
    unit: undefined,
    corner: "指标",
    columns: ["数量", "单位"],
    rows: measureRows(items, scope),
    totalFirst: false,
    note: options.get("说明")?.pieces ?? [],
  };
}
