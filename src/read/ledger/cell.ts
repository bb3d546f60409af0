/** Reads one cell according to the kind of its column; a cell that cannot be read throws a `CellFault`. */

import type { AmountColumn, Cell, LedgerColumn, LedgerDate, MemberColumn } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import { readBatches } from "../schema/read-batches.ts";
import { dayNumber, momentKey, readMoment } from "../../base/text/moment.ts";
import { howToEnter } from "../schema/read-registry.ts";
import { didYouMean } from "../../base/text/nearest.ts";

/** A cell that cannot be read; message and hint in Chinese. */
export class CellFault extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** Turns the digits and letters of the input method's full-width mode into half-width ones. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}

/** Advice for a row without a case number. */
export const anotherUnitHint =
  "每件填自己的编号；这一行是上一件的另一个责任单位的，并到上一行去，责任单位写成“零陵、蓝山”的样子。";

const ditto = /^[（(—-]*(?:同上|同前|上同)(?:[一件行格]*)[）)—-]*$|^[〃″"“”〞＂]+$/u;

/** Refuses 同上 and 〃, because sorting or inserting rows changes which cell is above. @throws CellFault */
export function checkDitto(text: string, { name, kind }: LedgerColumn): void {
  if (ditto.test(text))
    throw new CellFault(
      "ditto",
      `“${name}”写的是“${text}”，就是与上一格相同，程序不照抄`,
      kind === "number" ? anotherUnitHint : "请把上一格的内容写全；一排序、一插行，“同上”就指到别的格去了。",
    );
}

export function readNumber(text: string): string {
  if (/^[*＊★]|[*＊★]$/.test(text)) {
    throw new CellFault(
      "case-number",
      `编号“${text}”带着重点件的星号`,
      "请去掉星号；是重点件的，在“是否重点件”一列写“是”。",
    );
  }
  const half = halfWidth(text);
  if (half !== text && !/[（）]/.test(text))
    throw new CellFault("fullwidth-digit", `编号“${text}”里有全角字符`, `请改成“${half.trim()}”。`);
  if (/\s/.test(text)) throw new CellFault("case-number", `编号“${text}”里有空格`, "请删去空格；一格只写一个编号。");
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(text)) {
    throw new CellFault(
      "digits-lost",
      `编号“${text}”是科学记数法，原来的数字已经丢失`,
      "Excel 把长编号当成了数：请在原来的表里把这一列的格式改成“文本”，对照原始材料重新填。",
    );
  }
  if (/^['‘’=+@-]|[,;，；、"“”]/.test(text))
    throw new CellFault("case-number", `编号“${text}”里有不该有的符号`, "一格只写一个编号，不带标点。");
  if (!/[\p{Number}a-z一二三四五六七八九十]/iu.test(text))
    throw new CellFault(
      "case-number",
      `“${text}”不是编号，里面一个数字也没有`,
      "请填上这一件的编号；编号还没有的，先编一个临时的，如“临1”，有了再改。",
    );
  return text;
}

/** Whether all digits after the fifteenth are 0, which is what Excel leaves of a long number that it took for a quantity. */
export function looksCutOff(number: string): boolean {
  return /^\d{15}0+$/.test(number);
}

/** Advice for a case number that occurs twice. Two cases whose numbers were cut off look alike, and neither may be deleted. */
export function twiceHint(number: string, elsewhere: string): string {
  return looksCutOff(number)
    ? `另一处在${elsewhere}；编号超过 15 位、后面都是 0，多半是 Excel 改掉的：请对照原始材料重新填。`
    : `另一处在${elsewhere}；请改正编号，或删去重复的一件。`;
}

export function readBatch(text: string): number {
  const range = readBatches(text);
  if (range !== undefined && range.from === range.to) return range.from;
  throw new CellFault(
    "batches",
    range === undefined ? `批次“${text}”看不懂` : `批次“${text}”不止一批`,
    "一件只属于一批，写 15 或 第十五批。",
  );
}

/** Refuses incomplete dates and dates that end with the year: nothing is guessed. @throws CellFault */
export function checkDateForm(text: string): void {
  const fail = (reason: string, hint: string): never => {
    throw new CellFault("invalid-date", `日期“${text}”${reason}`, hint);
  };
  if (/^\d{1,2}月\d{1,2}[日号]?/.test(text) || /^\d{1,2}[./-]\d{1,2}$/.test(text))
    fail("没有写年份", "请写全，如 2020-11-07；一整列都没有年份的，先在表里补上年份。");
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text);
  if (yearLast !== null) {
    const [, first = "", second = "", year = ""] = yearLast;
    const isSure = Number(first) > 12 !== Number(second) > 12;
    const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
    fail(
      "的年份写在最后",
      isSure
        ? `请先写年，再写月、日：${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}。`
        : "看不出前面哪个是月、哪个是日：请对照原始材料，按年、月、日的次序写，如 2020-11-07。",
    );
  }
  if (/^\d{2}[./年-]/.test(text)) fail("的年份只有两位", "请把年份写成四位，如 2020-11-07。");
  if (/^\d{4}(?:年\d{1,2}月?|[./-]\d{1,2})$/.test(text)) fail("没有写是哪一天", "请写全，如 2020-11-07。");
}

export function readDate(text: string): LedgerDate {
  checkDateForm(text);
  const reading = readMoment(text);
  if (!reading.ok)
    throw new CellFault("invalid-date", reading.reason, "日期写作 2020-11-07 或 2020年11月7日，可以带钟点。");
  return { moment: reading.moment, day: dayNumber(reading.moment), key: momentKey(reading.moment) };
}

/** A number in the column's smallest unit. */
export function readAmount(text: string, column: AmountColumn): number {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) throw amountFault(text, column.name);
  const decimals = (match[2] ?? "").replace(/0+$/, "");
  if (decimals.length > column.decimals) {
    throw new CellFault(
      "fractional-number",
      column.decimals === 0
        ? `“${column.name}”只能是整数，这里是 ${text}`
        : `“${column.name}”最多 ${column.decimals} 位小数，这里是 ${text}`,
      "请核对数字，或在 data/tallies.yaml 的“台账”里给这一列写“小数”。",
    );
  }
  return Number((match[1] ?? "") + decimals.padEnd(column.decimals, "0"));
}

function amountFault(text: string, name: string): CellFault {
  const half = halfWidth(text);
  if (half !== text && /^[\d.]+$/.test(half))
    return new CellFault("fullwidth-digit", `“${name}”用了全角数字“${text}”`, `请改成半角数字“${half}”。`);
  if (/^-/.test(text))
    return new CellFault("negative-number", `“${name}”不能小于 0，这里是 ${text}`, "请核对原始数据。");
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return new CellFault("not-a-number", `“${name}”的数字“${text}”带了千分号`, `请改成“${text.replaceAll(",", "")}”。`);
  if (/^[\d.]+\s*\p{Script=Han}+$/u.test(text))
    return new CellFault(
      "number-with-unit",
      `“${name}”只写数字，不带量词，这里写的是“${text}”`,
      "请只写数字；万元要换算成元。",
    );
  return new CellFault("not-a-number", `“${name}”应当是数字，这里写的是“${text}”`, "请只写半角数字；没有的空着。");
}

export function readMembers(text: string, column: MemberColumn): readonly Member[] {
  const labels = text.includes("、") ? text.split("、").map((label) => label.trim()) : [text];
  const members = labels.map((label) => column.registry.find(label) ?? unknownMember(label, column));
  if (new Set(members).size < members.length)
    throw new CellFault("member-twice", `“${column.name}”里同一项写了两次：“${text}”`, "请删去重复的。");
  if (members.length > 1 && !column.several)
    throw new CellFault("several-members", `“${column.name}”只能写一项，这里写的是“${text}”`, "请只留一项。");
  return members;
}

function unknownMember(label: string, column: MemberColumn): never {
  if (label === "")
    throw new CellFault("unknown-member", `“${column.name}”里多了一个顿号`, "请删去多余的顿号，或补上漏掉的名称。");
  const joined = label.split(/[与和及]/);
  const isSeveral = joined.length > 1 && joined.some((part) => column.registry.find(part) !== undefined);
  const hint =
    isSeveral || /[，,；;/\s]/.test(label)
      ? "几个名称之间用顿号“、”隔开。"
      : didYouMean(label, column.registry.names()) ||
        (column.dimension === undefined
          ? `可以写：${column.registry.members.map((member) => member.fullName).join("、")}。`
          : howToEnter(column.dimension, column.registry, label));
  throw new CellFault("unknown-member", `“${column.name}”里不能是“${label}”，登记的名称里没有它`, hint);
}

const perUnit = /^[^\d:：][^:：]*[:：]/;

/**
 * `冷水滩:2020-11-05、零陵:2020-11-06、经开区:` – one value for each unit of a joint case, none for a unit with nothing after its colon.
 * Any other text is one value for the whole case.
 */
export function readPerUnit<T>(
  text: string,
  units: readonly Member[],
  joint: MemberColumn | undefined,
  read: (text: string) => T,
): Cell<T> {
  if (joint === undefined || !perUnit.test(text)) return read(text);
  const values = new Map<Member, T>();
  const seen = new Set<Member>();
  for (const part of text.split("、")) {
    const colon = part.search(/[:：]/);
    if (colon < 0)
      throw new CellFault("per-unit", `“${part}”没有写单位`, "分单位写的，每一段都要写“单位:内容”，用顿号隔开。");
    const label = part.slice(0, colon).trim();
    const unit = joint.registry.find(label);
    if (unit === undefined || !units.includes(unit)) {
      const known = units.map((other) => other.shortName);
      throw new CellFault(
        "per-unit",
        `“${label}”不是这一件的${joint.name}`,
        didYouMean(label, known) || `这一件的${joint.name}是${known.join("、") || "空的"}。`,
      );
    }
    if (seen.has(unit)) throw new CellFault("per-unit", `“${label}”写了两次`, "每个单位只写一段。");
    seen.add(unit);
    const value = part.slice(colon + 1).trim();
    if (value !== "") values.set(unit, read(value));
  }
  return values;
}
