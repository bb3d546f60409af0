/** What one cell of a case says against another: never an error, for either of the two may be right. */

import type { CaseLedger, CaseRecord, DateColumn, LedgerDate, NumberForm } from "../model/ledger.ts";
import { momentForms } from "../text/moment.ts";
import { looksCutOff } from "./cell.ts";
import type { Findings } from "./findings.ts";
import { valueFor } from "./ledger-case.ts";

/** Long numbers whose end a spreadsheet may have lost. */
export function checkCutOffNumbers({ cases }: CaseLedger, findings: Findings): void {
  for (const { number, place } of cases) {
    if (!looksCutOff(number)) continue;
    findings.add("warning", () => ({
      code: "case-number-zeros",
      place,
      message: `受理编号 ${number} 超过 15 位，后面都是 0，多半是 Excel 把后几位丢了`,
      hint: "请对照原始材料核对；编号一列的格式要先改成“文本”再填。",
    }));
  }
}

/** Case numbers against their form, and what they carry against the columns. */
export function checkNumberForm({ definition, cases }: CaseLedger, findings: Findings): void {
  const form = definition.numberForm;
  if (form === undefined) return;
  for (const record of cases) {
    const remark = numberRemark(record, form);
    if (remark === undefined) continue;
    findings.add("warning", () => ({
      code: "case-number-form",
      place: record.place,
      message: `受理编号 ${record.number} ${remark}`,
      hint: "请核对编号和这一件的其他各列。",
    }));
  }
}

function numberRemark(record: CaseRecord, form: NumberForm): string | undefined {
  let rest = record.number;
  const date = form.date === undefined ? undefined : single(record, form.date);
  for (const part of form.parts) {
    switch (part.kind) {
      case "fixed":
        if (!rest.startsWith(part.text)) return `不是“${form.written}”的样子`;
        rest = rest.slice(part.text.length);
        break;
      case "digit":
      case "letter":
        if (!(part.kind === "digit" ? /^\d/ : /^[A-Z]/).test(rest)) return `不是“${form.written}”的样子`;
        rest = rest.slice(1);
        break;
      case "year":
      case "date": {
        const length = part.kind === "year" ? 4 : 8;
        const digits = rest.slice(0, length);
        if (!/^\d+$/.test(digits) || digits.length < length) return `不是“${form.written}”的样子`;
        rest = rest.slice(length);
        if (date === undefined) break;
        const { year, month, day } = date.moment;
        const expected = part.kind === "year" ? String(year) : String(year * 10_000 + month * 100 + day);
        if (digits !== expected)
          return `里的${part.kind === "year" ? "年份" : "日期"}是 ${digits}，“${form.date?.name ?? ""}”是${momentForms.年月日(date.moment)}`;
        break;
      }
      case "code": {
        const code = [...part.codes.keys()].find((key) => rest.startsWith(key));
        if (code === undefined) return `不是“${form.written}”的样子`;
        rest = rest.slice(code.length);
        const meant = part.codes.get(code);
        const said = valueFor(record.members[part.column.slot], undefined)?.[0];
        if (said !== undefined && meant !== undefined && said !== meant)
          return `里的“${code}”表示${meant.fullName}，“${part.column.name}”写的是“${said.fullName}”`;
        break;
      }
    }
  }
  return rest === "" ? undefined : `不是“${form.written}”的样子`;
}

const single = (record: CaseRecord, column: DateColumn): LedgerDate | undefined =>
  valueFor(record.dates[column.slot], undefined);

/** A case dated before the batch before, or after the batch behind its own, has a wrong date or a wrong batch. */
export function checkBatchDates({ definition, cases, columns }: CaseLedger, findings: Findings): void {
  const column = definition.columns.find(
    (other): other is DateColumn => other.kind === "date" && other.required && columns.has(other),
  );
  if (column === undefined) return;
  const days = commonDays(cases, column);
  const batches = [...days.keys()].sort((a, b) => a - b);
  const neighbours = new Map(batches.map((batch, at) => [batch, [batches[at - 1], batches[at + 1]] as const]));
  for (const record of cases) {
    const date = single(record, column);
    if (record.batch === undefined || date === undefined) continue;
    const { day } = date;
    const [before, behind] = neighbours.get(record.batch) ?? [];
    const own = days.get(record.batch);
    const early = before === undefined ? undefined : days.get(before);
    const late = behind === undefined ? undefined : days.get(behind);
    if (
      own === undefined ||
      day === own ||
      ((early === undefined || day >= early) && (late === undefined || day <= late))
    )
      continue;
    findings.add("warning", () => ({
      code: "batch-date",
      place: record.place,
      message: `受理编号 ${record.number} 在第 ${record.batch ?? ""} 批，“${column.name}”是${momentForms.年月日(date.moment)}，与同批的不符`,
      hint: "请核对批次和日期。",
    }));
  }
}

/** The day on which most cases of a batch came. */
function commonDays(cases: readonly CaseRecord[], column: DateColumn): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const record of cases) {
    const date = single(record, column);
    if (record.batch === undefined || date === undefined) continue;
    const own = counts.get(record.batch) ?? new Map<number, number>();
    counts.set(record.batch, own);
    own.set(date.day, (own.get(date.day) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([batch, days]) => {
      let best: readonly [day: number, count: number] = [0, 0];
      for (const entry of days) if (entry[1] > best[1]) best = entry;
      return [batch, best[0]];
    }),
  );
}
