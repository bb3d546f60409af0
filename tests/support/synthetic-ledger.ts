/**
 * 215 made-up cases that add up to issue 15 as it was published: by unit, by key cases and closings of each unit, by
 * category (317 mentions) and by source, in batches 1 to 15. No case is a real one: every number carries HC (合成) where
 * real ones carry the place, and every summary says so. Which case has which attribute is drawn with a fixed seed, so
 * that the ledger is the same every time; only the margins mean anything.
 *
 * A year later (`later`) the ledger has grown: more batches, and what was open on 8 November has been closed since.
 * Issue 15 must come to the same.
 */

import { addDays, dayNumber, isoDate } from "../../src/base/text/moment.ts";
import type { Moment } from "../../src/base/text/moment.ts";
import { Random } from "./random.ts";

/** Unit → cases, key cases, cases closed by 8 November; the names as issue 15's counts have them or others. */
const units: Readonly<Record<string, readonly [cases: number, key: number, closed: number]>> = {
  冷水滩区: [56, 1, 44],
  零陵区: [32, 8, 27],
  东安县: [25, 6, 20],
  祁阳县: [24, 6, 19],
  道县: [18, 7, 13],
  宁远: [15, 4, 12],
  江华: [12, 1, 8],
  新田: [8, 0, 5],
  江永: [5, 3, 3],
  双牌: [4, 1, 3],
  市城管局: [4, 1, 1],
  蓝山: [4, 2, 3],
  经开区: [3, 0, 0],
  金洞: [3, 1, 2],
  市住建局: [1, 0, 0],
};
const jointUnits = ["冷水滩", "零陵", "经开区"];
const categories: Readonly<Record<string, number>> = { 大气: 115, 水: 92, 噪声: 79, 生态: 18, 其他: 9, 土壤: 4 };
const letters = 20;
const batches = 15;
const firstDay: Moment = { year: 2020, month: 10, day: 24 };
const closingDay: Moment = { year: 2020, month: 11, day: 8 };

export interface SyntheticCase {
  number: string;
  batch: number;
  received: Moment;
  source: string;
  units: string[];
  categories: string[];
  isKey: boolean;
  /** A date for each unit of the case; `undefined` while it is open. */
  closed: (Moment | undefined)[];
  fine: number;
}

export function syntheticCases({ later = false } = {}): SyntheticCase[] {
  const random = new Random(20201108);
  const cases: SyntheticCase[] = [];
  for (const [unit, [count, key, closed]] of Object.entries(units)) {
    for (let at = 0; at < count; at++) cases.push(emptyCase([unit], at < key, at >= count - closed));
  }
  // The one that three units share: done in two of them.
  const joint = emptyCase(jointUnits, false, false);
  joint.closed = [{ year: 2020, month: 11, day: 5 }, { year: 2020, month: 11, day: 6 }, undefined];
  cases.push(joint);
  deal(random.shuffled(cases), Object.entries(categories), (item, name) => item.categories.push(name));
  for (const item of random.shuffled(cases).slice(0, letters)) item.source = "来信";

  const ordered = random.shuffled(cases);
  ordered.forEach((item, at) => {
    // Every batch has some cases; a later one never comes before an earlier one.
    item.batch = 1 + Math.floor((at * batches) / ordered.length);
    item.received = addDays(firstDay, item.batch - 1);
    item.number = caseNumber(item.source, at + 1);
    if (item === joint) return;
    const latest = dayNumber(closingDay) - dayNumber(item.received);
    if (item.closed[0] !== undefined) item.closed[0] = addDays(item.received, Math.min(latest, 1 + random.below(7)));
    if (item.closed[0] !== undefined && random.below(10) === 0) item.fine = 1000 * (1 + random.below(50));
  });
  return later ? [...ordered.map((item) => aYearLater(item, random)), ...newCases(random)] : ordered;
}

function emptyCase(shared: readonly string[], isKey: boolean, isClosed: boolean): SyntheticCase {
  const received = firstDay;
  const closed = shared.map(() => (isClosed ? received : undefined));
  return { number: "", batch: 0, received, source: "来电", units: [...shared], categories: [], isKey, closed, fine: 0 };
}

/** Deals the mentions round the cases: none gets one twice, and all get one, since there are more mentions than cases. */
function deal(
  cases: readonly SyntheticCase[],
  mentions: readonly (readonly [name: string, count: number])[],
  give: (item: SyntheticCase, name: string) => void,
): void {
  let at = 0;
  for (const [name, count] of mentions) {
    for (let given = 0; given < count; given++) {
      const item = cases[at++ % cases.length];
      if (item !== undefined) give(item, name);
    }
  }
}

function caseNumber(source: string, running: number): string {
  return `${source === "来信" ? "X" : "D"}1HC2020${String(running).padStart(5, "0")}`;
}

/** Whatever was open has been closed after the day of issue 15. */
function aYearLater(item: SyntheticCase, random: Random): SyntheticCase {
  return { ...item, closed: item.closed.map((day) => day ?? addDays(closingDay, 1 + random.below(300))) };
}

/** Batches 16 to 20, from the day of issue 15 on; some closed on that very day. */
function newCases(random: Random): SyntheticCase[] {
  return Array.from({ length: 60 }, (_, at) => {
    const item = emptyCase([random.pick(Object.keys(units))], random.below(5) === 0, false);
    item.batch = 16 + Math.floor(at / 12);
    item.received = addDays(closingDay, item.batch - 16);
    item.source = random.pick(["来电", "来信"]);
    item.number = caseNumber(item.source, 216 + at);
    item.categories = [random.pick(Object.keys(categories))];
    item.closed = [addDays(item.received, random.below(200))];
    return item;
  });
}

export const headings = [
  "序号",
  "批次",
  "受理编号",
  "来源",
  "受理日期",
  "责任单位",
  "是否重点件",
  "问题摘要",
  "污染类型",
  "办结状态",
  "办结日期",
  "罚款金额",
] as const;

/** The cells of a case under `headings`. */
export function cellsOf(item: SyntheticCase, order: number): string[] {
  const perUnit = <T>(values: readonly T[], write: (value: T) => string): string => {
    const written = values.map(write);
    if (written.length === 1 || new Set(written).size === 1) return written[0] ?? "";
    return written.map((text, at) => `${item.units[at] ?? ""}:${text}`).join("、");
  };
  return [
    String(order),
    String(item.batch),
    item.number,
    item.source,
    isoDate(item.received),
    item.units.join("、"),
    item.isKey ? "是" : "否",
    "合成数据，不是真实的信访件",
    item.categories.join("、"),
    perUnit(item.closed, (day) => (day === undefined ? "正在办理" : "已办结")),
    perUnit(item.closed, (day) => (day === undefined ? "" : isoDate(day))),
    item.fine === 0 ? "" : String(item.fine),
  ];
}

export function toCsv(cases: readonly SyntheticCase[]): string {
  return [headings.join(","), ...cases.map((item, at) => cellsOf(item, at + 1).join(","))].join("\r\n") + "\r\n";
}

export function toYaml(cases: readonly SyntheticCase[]): string {
  return cases
    .map((item, order) => {
      const cells = cellsOf(item, order + 1);
      const value = (text: string): string =>
        text.includes(":") ? `{ ${text.replaceAll(":", ": ").replaceAll("、", ", ")} }` : text;
      return headings.map((heading, at) => `${at === 0 ? "- " : "  "}${heading}: ${value(cells[at] ?? "")}\n`).join("");
    })
    .join("");
}

/** Issue 15 without a number in it. */
export const issue15FromLedger = `台账: 是

交办:
  截至: 2020-11-07
  批次: 1-15
  单位: [冷水滩区, 零陵区, 东安县, 祁阳县, 道县, 宁远县, 江华, 新田, 江永, 双牌, 市城管局, 蓝山, 经开区, 金洞, 市住建局]
  类别: [大气污染, 水污染, 噪声污染, 生态破坏, 其它污染, 土壤]
  来源: [来电, 来信]

重点件:
  截至: 2020-11-07
  单位: [零陵区, 道县, 东安县, 祁阳县, 宁远, 江永, 蓝山, 冷水滩, 江华, 双牌, 市城管局, 金洞]

办结:
  截至: 2020-11-08
  单位: [冷水滩, 零陵, 东安, 祁阳, 道县, 宁远, 江华, 新田, 蓝山, 双牌, 江永, 金洞, 市城管局]
`;
