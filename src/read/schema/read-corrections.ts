import type { Correction } from "../../model/correction.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import { dayNumber, isoDate, readMoment } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import type { IssueFile } from "./issue-schema.ts";
import type { Reading } from "./reading.ts";

/** Reads 更正 of an issue dated `issued`. No correction may be earlier than the issue or than the correction before it. */
export function readCorrections(
  { 更正: entries = [] }: IssueFile,
  issued: Moment,
  yaml: LocatedYaml,
): Reading<Correction[]> {
  const problems: Problem[] = [];
  const value: Correction[] = [];
  for (const [at, { 日期, 内容: what, 原因: why, 撤下旧版 }] of entries.entries()) {
    const reading = readMoment(日期);
    if (!reading.ok) continue;
    const date = reading.moment;
    const place = yaml.place(["更正", at, "日期"]);
    const before = value.at(-1)?.date;
    if (dayNumber(date) < dayNumber(issued))
      problems.push(
        error(
          "correction-date",
          place,
          `更正的日期 ${isoDate(date)} 早于这一期的日期 ${isoDate(issued)}`,
          "请写作出更正的那一天。",
        ),
      );
    else if (before !== undefined && dayNumber(date) < dayNumber(before))
      problems.push(
        error(
          "correction-date",
          place,
          `更正的日期 ${isoDate(date)} 早于上一条更正 ${isoDate(before)}`,
          "各条更正按日期先后写，新的写在最后。",
        ),
      );
    value.push({ date, what, why, withheld: 撤下旧版 === "是", place });
  }
  return { value, problems };
}
