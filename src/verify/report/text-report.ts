/** Writes a verification as text for a terminal. */

import type { Row, Verdict, Verification } from "../verification.ts";
import { shortened, table } from "./width.ts";

export const verdictTerms: Readonly<Record<Verdict, string>> = {
  pass: "合格",
  warn: "提醒",
  fail: "不合格",
  unchecked: "未查",
  absent: "无此项",
};

/** Largest width of 应为 and 实测, so that five columns fit into 160 characters. Faults are printed in full below the table. */
const widest = 46;
/** Largest number of faults listed for one row; the others are counted. */
const shown = 8;

/** `whole`: also lists the rows that passed. */
export function textReport(verification: Verification, whole: boolean): string {
  const rows = whole ? verification.rows : verification.rows.filter(isRemarkable);
  const head = ["结论", "项目", "条款", "应为", "实测"];
  const body = rows.map((row) => [
    verdictTerms[row.verdict],
    row.name,
    `${row.clause}（${row.strength}）`,
    shortened(row.expected, widest),
    shortened(row.measured, widest),
  ]);
  const lines = [`${verification.file}（${verification.pages} 页，${verification.profile ?? "行距不明"}）`];
  if (rows.length > 0) lines.push("");
  for (const [index, line] of (rows.length === 0 ? [] : table([head, ...body])).entries()) {
    lines.push(line);
    const row = rows[index - 1];
    const faults = row?.faults ?? [];
    for (const fault of faults.slice(0, shown)) lines.push(`        ${fault}`);
    if (faults.length > shown) lines.push(`        …还有 ${faults.length - shown} 处`);
  }
  lines.push("", summary(verification), "");
  return lines.join("\n");
}

/** Whether a row is in the short report; rows that were not measured are not, because they are no fault of the document. */
function isRemarkable({ verdict }: Row): boolean {
  return verdict === "fail" || verdict === "warn";
}

/** The final line for all files. `failed` is also true when a file could not be read. */
export function conclusion(files: number, done: readonly Pick<Verification, "rows">[], failed: boolean): string {
  const count = done.flatMap(({ rows }) => rows).filter(({ verdict }) => verdict === "warn").length;
  const reminders = count === 0 ? "" : `，${count} 处提醒`;
  return `${files} 个 PDF，${failed ? "有不合格的项目" : "全部合格"}${reminders}。`;
}

export function summary({ rows }: Verification): string {
  const parts = (["pass", "warn", "fail", "unchecked", "absent"] as const).flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [`${verdictTerms[verdict]} ${count}`];
  });
  return `共 ${rows.length} 项：${parts.join("，")}`;
}
