/** Suspicious case numbers. They are warnings, because what they are compared with may be wrong instead. */

import type { CaseLedger, CaseRecord, NumberForm } from "../../model/ledger.ts";
import { momentForms } from "../../base/text/moment.ts";
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

/** D1 and d1 may be two cases, or one that was entered twice. */
export function checkLetterCase({ cases }: CaseLedger, findings: Findings): void {
  const seen = new Map<string, CaseRecord>();
  for (const record of cases) {
    const key = record.number.toUpperCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, record);
    else
      findings.add("warning", () => ({
        code: "case-number-letters",
        place: record.place,
        message: `受理编号 ${record.number} 和 ${first.number} 只差字母的大小写，按两件算了`,
        hint: `另一处在 ${first.place.file} 第 ${first.place.line} 行；是同一件的，请删去重复的一件。`,
      }));
  }
}

/** Compares case numbers with their form (编号格式), and the year, date and code in them with the columns. */
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
  const date = form.date === undefined ? undefined : valueFor(record.dates[form.date.slot], undefined);
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
