/** `::: 表格 …` → a table. (表格) */

import { parseColumns } from "../../model/expression/parse.ts";
import { ExpressionError } from "../../model/expression/expression.ts";
import type { Member } from "../../model/registry.ts";
import type { Dimension } from "../../model/vocabulary.ts";
import { ComputedBlockError } from "../computed-block.ts";
import type { ComputedLine } from "../computed-block.ts";
import { keepsTo, limits } from "../../compute/phrase/limit-filters.ts";
import { piecesBetween, plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { columnsOf } from "./column.ts";
import type { Column } from "./column.ts";
import { breakColumns, columnNamed, dimensionRows, membersWhere } from "./dimension-rows.ts";
import type { Broken, RowChoice } from "./dimension-rows.ts";
import { headings } from "./heading.ts";
import type { Row, TableModel } from "./model.ts";
import { withRemarks } from "./remarks.ts";
import { noteOf } from "./note.ts";
import { issueRows, measureRows } from "./other-rows.ts";
import { chosen, listed, numbered, readOptions, splitArgument, wrongOption } from "./request.ts";
import type { Option } from "./request.ts";

const everywhere = ["标题", "备注", "说明"];
/** The options by the kind of rows; other tables have the members of a dimension as rows. */
const optionsOf = { 各期: ["行名", "最近", "单位"], 指标: [] } as const;
const ofMembers = ["次序", "只要", ...limits.keys(), "前", "名称", "合计", "合计名", "单位"];

export const tableOptions = [...new Set([...ofMembers, ...optionsOf.各期, ...everywhere])];

/** Throws `ExpressionError` or `ComputedBlockError`. */
export function tableOf(argument: ComputedLine, lines: readonly ComputedLine[], scope: Scope): TableModel {
  const { rows, columns: text, start } = splitArgument(plainText(argument));
  const printed = piecesBetween(argument, start, start + text.length);
  const options = readOptions(lines, tableOptions);
  const isKnown = rows === "指标" || rows === "各期" || scope.tallies.vocabulary.dimensions.has(rows);
  if (isKnown) refuseUnused(options, rows);
  const items = shifted(start, () => parseColumns(text));
  const model = (): TableModel => {
    if (rows === "指标") return measureTable(measureRows(items, printed, scope), options);
    if (rows === "各期") return issueTable(columnsOf(items, printed, undefined, scope), options, scope);
    return dimensionTable(columnsOf(items, printed, rows, scope), dimensionOf(rows, scope), options, scope);
  };
  return withRemarks(isKnown ? shifted(start, model) : model(), options.get("备注"));
}

/** Refuses options without effect on this kind of table, because the editor expects one. */
function refuseUnused(options: Options, rows: string): void {
  const own: readonly string[] = rows === "指标" || rows === "各期" ? optionsOf[rows] : ofMembers;
  for (const [name, option] of options) {
    if (everywhere.includes(name) || own.includes(name)) continue;
    const hint = `这里可以写：${[...own, ...everywhere].join("、")}。`;
    throw wrongOption(option, `“${rows}”的表用不到“${name}”`, `${hint}请删去这一行。`);
  }
}

/** Shifts errors in the columns, so that their offsets count from the beginning of the argument. */
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
    // The total is that of the measure, so that it exists even if members overlap or do not add up.
    withTotal: total !== "无",
    totalLabel: options.get("合计名")?.text,
  };
  const all = dimensionRows(broken, dimension, choice, scope);
  const rows = all.filter((row) => row.kind !== "total" || row.cells.some((cell) => cell !== undefined));
  return {
    caption: options.get("标题")?.pieces ?? [],
    ...headings(columns, rows, options.get("单位")?.pieces),
    corner: dimension.name,
    rows,
    totalFirst: total === "首行",
    note: noteOf(broken, rows, options.get("说明")?.pieces, scope),
  };
}

/** `降序`, or `降序, 办结率` for another column than the first. */
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

/** 至少: 30, or 至少: 90%, 办结率 for another column than the first. */
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
      const kept = membersWhere(
        column,
        broken,
        keepsTo(name, typed.trim(), { span: { start: 0, end: option.text.length } }),
      );
      return chosenSoFar === undefined ? kept : new Set([...chosenSoFar].filter((member) => kept.has(member)));
    } catch (fault) {
      if (!(fault instanceof ExpressionError) || fault instanceof ComputedBlockError) throw fault;
      throw new ComputedBlockError(option.line, fault.code, fault.message, fault.span, fault.hint);
    }
  }, only);
}

/** 只要: kinds of the registry (县区) or members (零陵区). */
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
    throw new ExpressionError(
      "unknown-tally",
      "各期都没有这些指标的数据",
      { start: 0, end: 0 },
      "请核对指标的名称；“仅数据”的各期没有期号，要列的，写“行名: 截至”。",
    );
  return {
    caption: options.get("标题")?.pieces ?? [],
    ...headings(columns, rows, options.get("单位")?.pieces),
    corner: naming === "截至" ? "截至" : naming === "批次" ? "批次" : "期号",
    rows,
    totalFirst: false,
    note: options.get("说明")?.pieces ?? [],
  };
}

function measureTable(rows: readonly Row[], options: Options): TableModel {
  return {
    caption: options.get("标题")?.pieces ?? [],
    unit: undefined,
    corner: "指标",
    columns: [[textPiece("数量")], [textPiece("单位")]],
    rows,
    totalFirst: false,
    note: options.get("说明")?.pieces ?? [],
  };
}
