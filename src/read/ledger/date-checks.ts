/** Compares the dates of a case with each other and with its batch. Contradictions are warnings, because either side may be right. */

import type { CaseLedger, CaseRecord, DateColumn, LedgerDate } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import { momentForms } from "../../base/text/moment.ts";
import type { Findings } from "./findings.ts";
import { receivedColumn, valueFor } from "./ledger-case.ts";

const single = (record: CaseRecord, column: DateColumn): LedgerDate | undefined =>
  valueFor(record.dates[column.slot], undefined);

const endColumns = ({ columns }: CaseLedger): DateColumn[] =>
  [...columns].filter((column): column is DateColumn => column.kind === "date" && column.ends);

/** A case cannot have ended before it was received. (办结早于受理) */
export function checkEnds(ledger: CaseLedger, findings: Findings): void {
  const received = receivedColumn(ledger.definition);
  if (received === undefined) return;
  const ends = endColumns(ledger);
  for (const record of ledger.cases)
    for (const end of ends) {
      const ended = record.dates[end.slot];
      const units: readonly (Member | undefined)[] =
        ended instanceof Map ? [...(ended as ReadonlyMap<Member, LedgerDate>).keys()] : [undefined];
      for (const unit of units) {
        const [from, to] = [valueFor(record.dates[received.slot], unit), valueFor(ended, unit)];
        if (from === undefined || to === undefined || !isBefore(to, from)) continue;
        findings.add("warning", () => ({
          code: "ended-before-received",
          place: record.place,
          message: `受理编号 ${record.number} ${unit === undefined ? "" : `${unit.shortName}的`}“${end.name}”是${momentForms.年月日时(to.moment)}，早于“${received.name}”${momentForms.年月日时(from.moment)}`,
          hint: "两个日期至少有一个不对，请对照原始材料核对，看年份、月份有没有填错。",
        }));
      }
    }
}

/** Dates of the same day are compared by their hours if both have one. */
function isBefore(one: LedgerDate, other: LedgerDate): boolean {
  if (one.day !== other.day) return one.day < other.day;
  return one.moment.hour !== undefined && other.moment.hour !== undefined && one.key < other.key;
}

/** All cases of a batch arrive on one day, not before the previous batch; a case of another day has a wrong date or batch. (批次与日期) */
export function checkBatchDates({ definition, cases }: CaseLedger, findings: Findings): void {
  const column = receivedColumn(definition);
  if (column === undefined) return;
  const usual = usualDates(cases, column);
  const batches = [...usual.keys()].sort((a, b) => a - b);
  const neighbours = new Map(batches.map((batch, at) => [batch, [batches[at - 1], batches[at + 1]] as const]));
  for (const [batch, { date, record }] of usual) {
    const [before] = neighbours.get(batch) ?? [];
    const dateBefore = before === undefined ? undefined : usual.get(before)?.date;
    if (dateBefore === undefined || date.day >= dateBefore.day) continue;
    findings.add("warning", () => ({
      code: "batch-order",
      place: record.place,
      message: `第 ${batch} 批的“${column.name}”（${momentForms.年月日(date.moment)}）比第 ${before ?? ""} 批的（${momentForms.年月日(dateBefore.moment)}）还早`,
      hint: "请核对这两批的批次和日期。",
    }));
  }
  for (const record of cases) {
    const date = single(record, column);
    if (record.batch === undefined || date === undefined) continue;
    const { day } = date;
    const [before, behind] = (neighbours.get(record.batch) ?? []).map((batch) =>
      batch === undefined ? undefined : usual.get(batch)?.date.day,
    );
    const own = usual.get(record.batch)?.date.day;
    const isBetween = (before === undefined || day >= before) && (behind === undefined || day <= behind);
    if (day === own || isBetween) continue;
    findings.add("warning", () => ({
      code: "batch-date",
      place: record.place,
      message: `受理编号 ${record.number} 在第 ${record.batch ?? ""} 批，“${column.name}”是${momentForms.年月日(date.moment)}，与同批的不符`,
      hint: "请核对批次和日期。",
    }));
  }
}

/** A day of a batch with the first case of that day and the number of cases. */
interface BatchDay {
  readonly date: LedgerDate;
  readonly record: CaseRecord;
  count: number;
}

/** For each batch the day on which most of its cases arrived. */
function usualDates(cases: readonly CaseRecord[], column: DateColumn): Map<number, BatchDay> {
  const batches = new Map<number, Map<number, BatchDay>>();
  for (const record of cases) {
    const date = single(record, column);
    if (record.batch === undefined || date === undefined) continue;
    const days = batches.get(record.batch) ?? new Map<number, BatchDay>();
    batches.set(record.batch, days);
    const day = days.get(date.day) ?? { date, record, count: 0 };
    days.set(date.day, day);
    day.count++;
  }
  return new Map(
    [...batches].map(([batch, days]) => [batch, [...days.values()].reduce((a, b) => (b.count > a.count ? b : a))]),
  );
}

/** A date this many years from the median can only be a typing error. (2120 for 2020) */
const mostYears = 10;

/** Reports dates many years away from the others, which have a wrong digit in the year. */
export function checkYears(ledger: CaseLedger, findings: Findings): void {
  const { cases } = ledger;
  const received = receivedColumn(ledger.definition);
  if (received === undefined) return;
  const years = cases.flatMap((record) => single(record, received)?.moment.year ?? []).sort((a, b) => a - b);
  const median = years[Math.floor((years.length - 1) / 2)];
  if (median === undefined) return;
  const dated = [received, ...endColumns(ledger)];
  for (const record of cases)
    for (const column of dated) {
      const cell = record.dates[column.slot];
      const written: readonly (LedgerDate | undefined)[] =
        cell instanceof Map ? [...cell.values()] : [cell as LedgerDate];
      const far = written.find((date) => date !== undefined && Math.abs(date.moment.year - median) >= mostYears);
      if (far === undefined) continue;
      findings.add("warning", () => ({
        code: "odd-year",
        place: record.place,
        message: `受理编号 ${record.number} 的“${column.name}”是${momentForms.年月日(far.moment)}，其余多在 ${median} 年`,
        hint: "请核对年份。",
      }));
    }
}
