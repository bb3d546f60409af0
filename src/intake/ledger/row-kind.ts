/** Distinguishes cases from other rows of a table: batch lines, totals, remarks. */

import type { MemberColumn } from "../../model/ledger.ts";
import { readBatches } from "../../read/schema/read-batches.ts";
import { readNumeral } from "../../base/text/numeral.ts";
import { isTotalName } from "../../base/text/total-name.ts";
import { showsDate } from "../../read/ledger/workbook/number-format.ts";
import type { SheetCell } from "../../read/ledger/workbook/sheet.ts";
import type { Merges } from "./table.ts";

export type RowKind =
  | { readonly kind: "case" }
  /** 第一批（11月5日，共12件） */
  | { readonly kind: "batch"; readonly batch: number; readonly count: number | undefined }
  /** 合计, 小计; `count`: the stated number of cases. */
  | { readonly kind: "total"; readonly name: string; readonly count: number | undefined }
  | { readonly kind: "remark"; readonly words: string };

const numeral = "[\\d零〇一二两三四五六七八九十百千]+";
/** What may precede 第一批: a date, and whose cases they are. */
const prefix =
  "(?:(?:\\d{4}年)?(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?(?!关于|截至|除|.{0,20}[以如]上|.{0,20}[上前]述)[^\\d第至到和及批轮]{0,20}(?=第))?";
const batchLine = new RegExp(
  `^(?:${numeral}\\s*[、.．]|[（(]${numeral}[）)])?\\s*${prefix}(第?\\s*${numeral}\\s*批)次?` +
    "(?=$|[\\s（(:：，,—\\d-]|信访|交办|转办|受理|举报|问题|案件|件|共|台账)",
  "u",
);

/** The batch that a line announces; `undefined` for a range of batches, and for a round of an inspection. */
export function batchOf(text: string): number | undefined {
  const named = batchLine.exec(text.trim())?.[1];
  const range = named === undefined ? undefined : readBatches(named);
  return range === undefined || range.from !== range.to ? undefined : range.from;
}

const sumLine = new RegExp(
  "^(?:第?.{1,4}批次?|本[批页月期表]|全[市县区]|以上)?\\s*" +
    `(?:合\\s*计|总\\s*计|小\\s*计|共\\s*计|累\\s*计|总\\s*数|共\\s*${numeral}\\s*件)` +
    // 道县小计
    "|^\\p{Script=Han}{1,12}[小合总共]\\s*计[：:]?$",
  "u",
);

const remarkLine =
  /^(?:填?[表报]?说\s*明|备\s*注|附?\s*注|填[表报](?:人|单位|日期|时间)|制表人?|审[核批]人?|联系(?:人|电话|方式)|(?:单位)?负责人|(?:单位)?[（(]?(?:盖章|公章)[）)]?|数据来源|打印(?:日期|时间)|统计(?:日期|时间|截[至止].*))\s*\d?\s*[:：]/u;

/** 平均, 最高, 件数: values computed from the cases above. */
const workedOut = /^(?:平均|均)(?:值|数)?$|^最[高低大小多少]值?$|^(?:件数|占比|比例|必填|选填|必填项)$/u;

/** 1, 2, 3 or 甲, 乙, 丙 below the headings of an official form. (栏次) */
const columnMark = /^[（(]?(?:\d{1,2}|[甲乙丙丁戊己庚辛壬癸]|[A-Z]|栏次)[）)]?$/u;

/** `numberAt`: the column of case numbers; `members`: those of units, categories and other names. */
export function rowKind(
  row: number,
  cells: ReadonlyMap<number, SheetCell>,
  numberAt: number | undefined,
  members: ReadonlyMap<number, MemberColumn>,
  merges: Merges,
): RowKind {
  const filled = [...cells].filter(([at]) => !isCovered(merges, row, at));
  const texts = filled.map(([, cell]) => (cell.kind === "text" ? cell.text.trim() : ""));
  const first = texts.find((text) => text !== "") ?? "";
  const own = numberAt === undefined ? undefined : cells.get(numberAt);
  const ownText = own?.kind === "text" ? own.text.trim() : undefined;
  const hasNumber = own !== undefined && merges.at(row, numberAt ?? 0) === undefined;

  const isRemark = remarkLine.test(first) && (!hasNumber || remarkLine.test(ownText ?? ""));
  const batch = filled.length <= 2 && !isRemark ? batchOf(first) : undefined;
  if (batch !== undefined && (!hasNumber || own === filled[0]?.[1]))
    return { kind: "batch", batch, count: statedCount(texts) };

  const sum =
    texts.find((text) => isTotalName(text)) ??
    (hasNumber ? (sumLine.test(ownText ?? "") ? ownText : undefined) : texts.find((text) => sumLine.test(text)));
  if (sum !== undefined) {
    const counted = own?.kind === "number" ? Number(own.text) : undefined;
    return { kind: "total", name: sum, count: counted ?? statedCount(texts) };
  }

  if (workedOut.test(ownText ?? "")) return { kind: "remark", words: ownText ?? "" };
  const marks = filled.map(([, cell]) => ("text" in cell ? cell.text.trim() : ""));
  if (isNumberingOfColumns(marks)) return { kind: "remark", words: "栏次" };
  if (isRemark) return { kind: "remark", words: first };
  const [only] = filled;
  // A continuation of the case above; it is read as a case, so that the missing number is reported.
  const ofNumber = numberAt === undefined ? undefined : merges.at(row, numberAt);
  const isMerged = ofNumber !== undefined && ofNumber.top < row && ofNumber.left === ofNumber.right;
  if (filled.length === 1 && only !== undefined && (isMerged || isMemberAlone(only[0], first, members, merges, row)))
    return { kind: "case" };
  // A single cell is never a case, but a sentence across the table or a heading of a part.
  if (filled.length === 1 && only !== undefined && (!hasNumber || only[0] !== numberAt || isHeadingText(first)))
    return { kind: "remark", words: first === "" ? "只有序号" : first };
  // Rows of a form that are numbered in advance, but not filled in.
  if (!hasNumber && filled.length <= 2 && filled.every(([, cell]) => isCounter(cell)))
    return { kind: "remark", words: "只有序号" };
  return { kind: "case" };
}

/** Whether the only cell of a row is a name in its column; in the column of units also an unknown one. */
function isMemberAlone(
  at: number,
  text: string,
  members: ReadonlyMap<number, MemberColumn>,
  merges: Merges,
  row: number,
): boolean {
  const column = members.get(at);
  if (column === undefined || text === "" || merges.at(row, at) !== undefined) return false;
  return column.joint ? !endMark.test(text) : column.registry.find(text) !== undefined;
}

/** The closing line of a form: 以下空白. */
const endMark = /^[（(—-]*(?:以下)?(?:空白|无正文)[）)—-]*$|^以[上下]/u;

/** Whether the marks are consecutive numbers or letters. */
function isNumberingOfColumns(marks: readonly string[]): boolean {
  if (marks.length < 3 || !marks.every((mark) => columnMark.test(mark))) return false;
  const numbers = marks.flatMap((mark) => /\d+/.exec(mark) ?? []).map(Number);
  return numbers.every((number, at) => number === (numbers[0] ?? 0) + at) && (numbers[0] ?? 0) <= 1;
}

/** Whether a text in the column of case numbers is a heading: case numbers have digits and hardly any words. */
function isHeadingText(text: string): boolean {
  return text !== "" && (!/\d/.test(text) || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4);
}

/** Whether a cell is a 序号 or 批次. */
function isCounter(cell: SheetCell): boolean {
  if (cell.kind === "number") return !showsDate(cell.format) && Number(cell.text) < 1e5;
  return cell.kind === "text" && (/^\d{1,5}$/.test(cell.text.trim()) || batchOf(cell.text) !== undefined);
}

function isCovered(merges: Merges, row: number, at: number): boolean {
  const range = merges.at(row, at);
  return range !== undefined && (range.top < row || range.left < at);
}

/** The only number of 件 in a line, or else the one after 共 or 计. */
function statedCount(texts: readonly string[]): number | undefined {
  const found = texts.flatMap((text) => [
    ...text.matchAll(new RegExp(`([共计]?)[^\\d件]{0,3}?(${numeral})\\s*件`, "gu")),
  ]);
  const one = found.length === 1 ? found[0] : found.find(([, word]) => word !== "");
  return readNumeral(one?.[2] ?? "");
}
