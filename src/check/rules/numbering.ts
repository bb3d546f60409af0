/** Issue numbers (期号): one after the other, with dates to match. */

import type { Archive } from "../../model/archive.ts";
import type { Issue } from "../../model/issue.ts";
import { conventionOf, numbersBetween, type Convention } from "../../model/numbering.ts";
import { compareMoments, momentForms } from "../../base/text/moment.ts";
import type { Finding, Rule } from "./rule.ts";
import { called } from "./subject.ts";

/** The issue that should come right before: the next lower number of the year, or of all years where numbers run on. */
function predecessor({ issues }: Archive, issue: Issue, convention: Convention): Issue | undefined {
  let best: Issue | undefined;
  for (const other of issues) {
    if (other.number.value >= issue.number.value) continue;
    if (convention === "yearly" ? other.year !== issue.year : other.year > issue.year) continue;
    if (best === undefined || other.number.value > best.number.value) best = other;
  }
  return best;
}

export const issueNumberGap: Rule = {
  over: "archive",
  id: "issue-number-gap",
  name: "期号跳号",
  level: "warning",
  explanation: "期号应当一期接一期。每年从第1期编起，还是跨年连续编号，由已有各期看出。",
  example: "有第14期和第16期，没有第15期。",
  find: ({ archive, issue }) => {
    // A number that seems to be missing may be that of an issue that cannot be read.
    if (archive.unread.length > 0) return [];
    const convention = conventionOf(archive);
    const number = issue.number.value;
    const before = predecessor(archive, issue, convention);
    // The archive may begin in the middle; only years that follow another are known to be whole. Old figures that were entered to
    // compare with need not be all there were.
    const printed = archive.issues.filter(({ dataOnly }) => !dataOnly);
    const starts =
      printed[0] === issue ||
      (before === undefined && (convention === "continuing" || !printed.some(({ year }) => year < issue.year)));
    const last = before?.number.value ?? 0;
    const missing = numbersBetween(last, number);
    if (starts || issue.dataOnly || missing === undefined) return [];
    return [
      {
        place: issue.number.place,
        message:
          before === undefined
            ? `${issue.year}年没有${missing}，第一期就是第${number}期`
            : `第${number}期前面是${called(before, issue)}，中间少了${missing}`,
        hint: "请核对期号；前面的几期确实不在这里的，请在 counts.yaml 的“免检”里写明。",
      },
    ];
  },
};

export const issueNumberRepeat: Rule = {
  over: "archive",
  id: "issue-number-repeat",
  name: "期号重复",
  level: "error",
  explanation: "跨年连续编号的，同一个期号不能再用；总期号在任何时候都不能重复或倒退。",
  example: "2019年最后一期是第80期，2020年又有一个第80期。",
  find: ({ archive, issue, previous }) => {
    const findings: Finding[] = [];
    const twin = archive.issues.find((other) => other.year < issue.year && other.number.value === issue.number.value);
    if (twin !== undefined && conventionOf(archive) === "continuing") {
      findings.push({
        place: issue.number.place,
        message: `期号是跨年连续编的，${called(twin, issue)}已经用过这个期号`,
        hint: "请核对期号。",
      });
    }
    const last = previous?.issue;
    if (issue.serial !== undefined && last?.serial !== undefined && issue.serial <= last.serial) {
      findings.push({
        place: issue.number.place,
        message: `总期号${issue.serial}没有接着${called(last, issue)}的总期号${last.serial}`,
        hint: "总期号从创刊起一直往上编，请核对。",
      });
    }
    return findings;
  },
};

export const issueDateOrder: Rule = {
  over: "archive",
  id: "issue-date-order",
  name: "日期早于上期",
  level: "error",
  explanation: "期号在后的，日期不能在前。",
  example: "第14期11月8日印发，第15期写成10月8日。",
  find: ({ archive, issue }) => {
    const before = predecessor(archive, issue, conventionOf(archive));
    if (before === undefined || compareMoments(issue.date.value, before.date.value) >= 0) return [];
    const written = momentForms.年月日;
    return [
      {
        place: issue.date.place,
        message: `第${issue.number.value}期的日期${written(issue.date.value)}早于${called(before, issue)}的${written(before.date.value)}`,
        hint: "请核对两期的日期和期号。",
      },
    ];
  },
};
