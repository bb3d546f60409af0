/** Reminders stop nothing, so they are told such that one about a number does not drown among those about commas. */

import { issuesFolder } from "../read/load/load-archive.ts";
import type { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import { waivableRules } from "./catalogue.ts";
import type { Problem } from "../base/problem/problem.ts";
import { inReadingOrder, report } from "../base/problem/report.ts";
import { waivedLine, type WaivedFinding } from "./set-aside.ts";

/** Rules over printed numbers, and over the data that they come from. */
const ofNumbers = new Set(waivableRules.map(({ id }) => id));

const remindersIn = (problems: readonly Problem[]): Problem[] =>
  inReadingOrder(problems).filter(({ severity }) => severity === "warning");

/** “，其中 1 处关系到数字，付印前务必核对”, or nothing. */
export function aboutNumbers(problems: readonly Problem[]): string {
  const count = remindersIn(problems).filter(({ code }) => ofNumbers.has(code)).length;
  return count === 0 ? "" : `，其中 ${count} 处提醒关系到数字，付印前务必核对`;
}

/**
 * What a build says of reminders: those of the newest issue, which is being made, in full; of the others how many there
 * are, since in an archive of years they would bury it. Lines with their ends, or an empty string.
 */
export function buildReminders({ issues }: Archive, problems: readonly Problem[], root: Root): string {
  const newest = issues.at(-1);
  const all = remindersIn(problems);
  const own = all.filter(({ place }) => newest !== undefined && place.file.startsWith(`${newest.folder}/`));
  const others = all.length - own.length;
  return [
    fullReport(own, root),
    own.length === 0 ? "" : `${newest?.id ?? ""} 这一期有 ${own.length} 处提醒${aboutNumbers(own)}。\n`,
    others === 0
      ? ""
      : `${own.length === 0 ? "" : "另外，"}以前各期和 data 文件夹有 ${others} 处提醒（要看哪一期，如 npm run check -- ${issues.at(-2)?.id ?? newest?.id ?? "2020-15"}）。\n`,
  ].join("");
}

/** `report` of problems whose issues may be remembered: their texts, of which none has been read then, are read for the excerpts. */
export function fullReport(problems: readonly Problem[], root: Root, all: readonly Problem[] = problems): string {
  for (const { place } of problems)
    if (place.file.startsWith(`${issuesFolder}/`) && root.exists(place.file)) root.read(place.file);
  return report(problems, root.sources, all);
}

/** What a build says of waivers, as of reminders: those of the newest issue one by one, of the others how many. */
export function buildWaivers({ issues }: Archive, waived: readonly WaivedFinding[]): string {
  const newest = issues.at(-1);
  const own = waived.filter(({ issue }) => issue === newest);
  const others = waived.length - own.length;
  return [
    ...own.map((finding) => `${waivedLine(finding)}\n`),
    others === 0 ? "" : `以前各期有 ${others} 条免检（npm run check 逐条列出）。\n`,
  ].join("");
}
