/** Doubts about a new issue's date or year. */

import type { Issue } from "../../model/issue.ts";
import { dayNumber, isoDate } from "../../base/text/moment.ts";
import type { IssueYear } from "./issue-year.ts";
import type { NewIssue } from "./next-issue.ts";

/** A date far from the last issue's is more often a typing mistake than a pause. */
export function dateNotice(
  { year, number, date }: Pick<NewIssue, "year" | "number" | "date">,
  last: Pick<Issue, "id" | "date" | "year">,
): string | undefined {
  const days = dayNumber(date) - dayNumber(last.date.value);
  const strange =
    days < 0
      ? `日期 ${isoDate(date)} 早于上一期`
      : days === 0
        ? "日期与上一期相同"
        : days > 92
          ? `日期 ${isoDate(date)} 与上一期相隔 ${days} 天`
          : undefined;
  if (strange === undefined) return undefined;
  const anew = year !== last.year && number === 1 ? `；年份与上一期不同，期号从 1 重新排起` : "";
  return `注意：${strange}，上一期（${last.id}）是 ${isoDate(last.date.value)}${anew}。日期写错了的，删去 content/issues/${year}-${number} 文件夹，再来一次。`;
}

/** The year of the issue's number, where it does not follow from the date. */
export function yearNotice(
  { year, number, date }: Pick<NewIssue, "year" | "number" | "date">,
  proposed: IssueYear,
  last: Pick<Issue, "year" | "number"> | undefined,
): string | undefined {
  const again = (other: string): string =>
    `删去 content/issues/${year}-${number} 文件夹，用 --number ${other} 再来一次。`;
  if (year !== date.year) {
    const like = year === proposed.year ? proposed.like : undefined;
    const why = like === undefined ? "" : `，因为 ${like.id} 也是这样（${isoDate(like.date.value)} 印发）`;
    const other = like === undefined ? "" : `；这一期算在 ${date.year} 年的，${again(`${date.year}-期号`)}`;
    return `注意：日期在 ${date.year} 年，期号算在 ${year} 年（issue.yaml 里写了“年份: ${year}”）${why}${other === "" ? "。" : other}`;
  }
  // An annual issue or a year's last often appears in January.
  if (last?.year !== year - 1 || date.month > 1 || number !== 1) return undefined;
  return `期号从 ${year} 年第1期排起；这一期还算在 ${last.year} 年的，${again(`${last.year}-${last.number.value + 1}`)}`;
}
