import type { EditionHead, RecordedCorrection } from "../model/issue-record.ts";
import { momentForms, readMoment } from "../base/text/moment.ts";
import type { ReadRecord } from "./read-record.ts";

/** The editions of an issue, as shown on its page. (各版) */
export interface EditionHistory {
  /** Number of the edition being built; 1 before the first publication. */
  readonly number: number;
  /** Oldest first; `edition` is the one that contains the correction. */
  readonly corrections: readonly (RecordedCorrection & { readonly edition: number })[];
  /** Replaced editions that readers may still see, newest first. */
  readonly earlier: readonly EditionHead[];
  readonly record: ReadRecord | undefined;
  /** Whether this edition is not on record yet. */
  readonly isNew: boolean;
}

/** For an issue that has not been published. */
export const firstEdition: EditionHistory = {
  number: 1,
  corrections: [],
  earlier: [],
  record: undefined,
  isNew: true,
};

/** 第2版（2020年11月10日更正）; `undefined` for a first edition. */
export function editionName({
  number,
  corrections,
}: Pick<EditionHistory, "number" | "corrections">): string | undefined {
  const last = corrections.at(-1);
  return number === 1 || last === undefined ? undefined : `第${number}版（${dayName(last.date)}更正）`;
}

/** 2020年11月10日 */
export function dayName(isoDay: string): string {
  const reading = readMoment(isoDay);
  return reading.ok ? momentForms.年月日(reading.moment) : isoDay;
}
