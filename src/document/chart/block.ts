/** `::: 图表 柱状 单位 × 交办` → a chart as SVG, with its table. (图表) */

import { ExpressionError } from "../../model/expression/expression.ts";
import { ComputedBlockError } from "../computed-block.ts";
import type { ComputedBlock, ComputedLine, Passage } from "../computed-block.ts";
import { element, textMarkup } from "../../base/text/markup.ts";
import type { Markup } from "../../base/text/markup.ts";
import { piecesMarkup } from "../../compute/phrase/markup.ts";
import type { FigureLink } from "../../compute/phrase/markup.ts";
import { piecesBetween, plainText, textPiece } from "../../compute/phrase/piece.ts";
import { tableMarkup } from "../table/markup.ts";
import { remarksHead } from "../table/remarks.ts";
import { passagesOf } from "../table/passages.ts";
import { chosen, readOptions } from "../table/request.ts";
import { tableOf, tableOptions } from "../table/table.ts";
import type { TableModel } from "../table/model.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { drawBars, pointsOnBars } from "./bars.ts";
import { chartData } from "./chart-data.ts";
import type { ChartData, Point } from "./chart-data.ts";
import { describe } from "./description.ts";
import { finishedDrawing } from "./finished-drawing.ts";
import { drawTrend, pointsOnTrend } from "./trend.ts";

interface ChartKind {
  readonly name: string;
  /** The default of the rows, if the editor writes only columns. */
  readonly rows: string | undefined;
  readonly draw: (data: ChartData) => Element;
  /** The figures in the drawing, in order. */
  readonly shown: (data: ChartData) => readonly Point[];
  /** A column of shares is added and drawn instead of the counts. */
  readonly shares?: true;
}

const kinds: readonly ChartKind[] = [
  { name: "柱状", rows: undefined, draw: drawBars, shown: pointsOnBars },
  { name: "占比", rows: undefined, draw: drawBars, shown: pointsOnBars, shares: true },
  { name: "趋势", rows: "各期", draw: drawTrend, shown: pointsOnTrend },
];

const example = "如“::: 图表 柱状 单位 × 交办”“::: 图表 占比 类别 × 交办”“::: 图表 趋势 交办、办结”。";

export const chartBlock: ComputedBlock = (typed, lines, scope) => {
  const argument = plainText(typed);
  const [word = ""] = /^\S*/.exec(argument) ?? [];
  const kind = kinds.find((candidate) => candidate.name === word.replace(/图$/, ""));
  if (kind === undefined) {
    const names = kinds.map(({ name }) => name);
    throw new ComputedBlockError(
      0,
      "block-argument",
      word === "" ? "要写明是哪种图" : `没有“${word}”这种图`,
      { start: 0, end: word.length },
      `${didYouMean(word, names)}${example}`,
    );
  }
  const { caption, printed, tableLines } = readLines(lines);
  const rest = argument.slice(word.length).trimStart();
  const offset = argument.length - rest.length;
  const rows = kind.rows === undefined || rest.includes("×") ? "" : `${kind.rows} × `;
  const asked = [textPiece(rows), ...piecesBetween(typed, offset, argument.length)];
  // Editors may write the column of shares themselves, to define its decimals: 类别 × 交办、占比 | 占比: 2.
  const behindCounts = kind.shares === undefined || /[、，,]\s*占比/.test(rest) ? [] : [textPiece("、占比")];
  const table = tableAt([...asked, ...behindCounts], offset - rows.length, tableLines, scope);
  const drawn = kind.shares === undefined ? table : sharesOf(table);
  const data = chartData(drawn);
  if (data.places.length === 0 || data.series.every(({ points }) => points.length === 0))
    throw new ExpressionError("empty-phrase", "没有可画的数字", { start: 0, end: argument.length });
  const title = caption.length === 0 ? `${kind.name}图` : plainText(caption);
  const description = describe(`${kind.name}图`, data);
  const drawing = finishedDrawing(kind.draw(data), title, description);
  const markup = (link?: FigureLink): Markup => {
    const figcaption = caption.length === 0 ? [] : element("figcaption", {}, piecesMarkup(caption, link));
    const data = tableMarkup(table, link);
    const chart = (...more: readonly Markup[]): Markup =>
      element("figure", { class: "chart" }, [drawing], figcaption, ...more);
    return printed
      ? [...chart(), textMarkup("\n"), ...data]
      : chart(element("details", { class: "chart-data" }, element("summary", {}, "数据表"), data));
  };
  const shown = kind.shown(data).map((point): Passage => {
    const column = data.series.find(({ points }) => points.includes(point))?.name ?? "";
    return { pieces: point.pieces, column };
  });
  const about = shown.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === "figure" ? [piece.figure] : [])),
  );
  return {
    markup,
    table,
    drawing: { caption, description, isTablePrinted: printed },
    passages: [...shown, { pieces: caption, part: "caption", about }, ...(printed ? passagesOf(table) : [])],
    behind: printed ? [] : passagesOf(table),
  };
};

/** Separates the options of the chart, among them the caption, from those of its table. */
function readLines(lines: readonly ComputedLine[]) {
  const options = readOptions(lines, [...tableOptions, "数据表"]);
  const isOurs = (line: ComputedLine): boolean => /^\s*(标题|数据表)\s*[:：]/.test(plainText(line));
  return {
    caption: options.get("标题")?.pieces ?? [],
    printed: chosen(options, "数据表", ["印出", "不印"]) === "印出",
    // The chart's own options become empty lines, so that the line numbers of the others do not change.
    tableLines: lines.map((line): ComputedLine => (isOurs(line) ? [textPiece("")] : line)),
  };
}

/** Throws `ExpressionError` unless there is one column of counts. */
function sharesOf(table: TableModel): TableModel {
  const [, shares, ...more] = table.columns;
  if (shares === undefined || more.some((head) => plainText(head) !== remarksHead))
    throw new ExpressionError("block-argument", "占比图只能有一栏", { start: 0, end: 0 }, example);
  return { ...table, columns: [shares], rows: table.rows.map((row) => ({ ...row, cells: row.cells.slice(1, 2) })) };
}

/** Errors have offsets from the beginning of the chart's argument. */
function tableAt(argument: ComputedLine, offset: number, lines: readonly ComputedLine[], scope: Scope): TableModel {
  try {
    return tableOf(argument, lines, scope);
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    if (fault instanceof ComputedBlockError && fault.line > 0) throw fault;
    const span = { start: Math.max(0, fault.span.start + offset), end: Math.max(0, fault.span.end + offset) };
    throw new ExpressionError(fault.code, fault.message, span, fault.hint);
  }
}
