/** Corrections of earlier issues that the next issue can print. */

import { dayNumber } from "../base/text/moment.ts";
import type { Moment } from "../base/text/moment.ts";
import type { Correction } from "./correction.ts";
import type { Issue } from "./issue.ts";

/** The column (栏目) under which `npm run new` puts them. */
export const correctionColumn = "更正";

interface EarlierCorrection {
  readonly issue: Issue;
  readonly correction: Correction;
}

/**
 * Corrections of `issues` since the date of the last one, up to the date of the following issue, `until`, included. Internal issues
 * are left out, because the readers of the next issue have not seen them.
 */
export function earlierCorrections(issues: readonly Issue[], until: Moment): EarlierCorrection[] {
  const last = issues.at(-1);
  if (last === undefined) return [];
  const since = dayNumber(last.date.value);
  return issues
    .filter(({ internal }) => !internal)
    .flatMap((issue) => issue.corrections.map((correction) => ({ issue, correction })))
    .filter(({ correction: { date } }) => dayNumber(date) > since && dayNumber(date) <= dayNumber(until))
    .sort((a, b) => dayNumber(a.correction.date) - dayNumber(b.correction.date));
}

/** 2020年第15期更正：……。原因：……。 */
export function correctionWords(corrections: readonly EarlierCorrection[]): string {
  return corrections
    .map(({ issue, correction: { what, why } }) => {
      return `${issue.year}年第${issue.number.value}期更正：${sentence(what)}原因：${sentence(why)}`;
    })
    .join("");
}

function sentence(text: string): string {
  return /[。！？”）]$/.test(text) ? text : `${text}。`;
}
