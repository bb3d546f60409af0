/** How a build tells that nothing came of it. */

import { report, summary } from "../base/problem/report.ts";
import { fullReport } from "../check/reminders.ts";
import type { Prepared } from "./prepare.ts";
import type { PrintOutcome } from "./print.ts";
import type { PrintableIssue } from "./print-issue.ts";

/** Tells what is wrong; returns the exit code. */
export function refused({ problems, root }: Prepared<PrintableIssue>): number {
  const errors = problems.filter((problem) => problem.severity === "error");
  const end = summary(problems);
  process.stderr.write(fullReport(errors, root, problems));
  process.stderr.write(`${end}。没有生成任何文件，原来的输出没有动。\n`);
  return 1;
}

/** Tells what kept issues from being printed, if anything did. */
export function failed({ problems, failures }: PrintOutcome, { root }: Prepared<PrintableIssue>): boolean {
  if (problems.length === 0 && failures.length === 0) return false;
  process.stderr.write(report(problems, root.sources));
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  const counts = [
    ...(problems.length > 0 ? [summary(problems)] : []),
    ...(failures.length > 0 ? [`${failures.length} 期没有印成`] : []),
  ];
  process.stderr.write(`${counts.join("，")}。没有生成任何文件，原来的输出没有动。\n`);
  return true;
}

export function exitCode({ failures }: PrintOutcome): number {
  return failures.length > 0 ? 2 : 1;
}
