import type { EditionHead, RecordedCorrection } from "../model/issue-record.ts";
import type { ReadRecord } from "./read-record.ts";

/** The editions of an issue, as its page tells of them. (各版) */
export interface EditionHistory {
  /** Of the edition that is built: 1 before the first publication. */
  readonly number: number;
  /** Oldest first; `edition` is the one that made it good. */
  readonly corrections: readonly (RecordedCorrection & { readonly edition: number })[];
  /** What readers had before, newest first. */
  readonly earlier: readonly EditionHead[];
  readonly record: ReadRecord | undefined;
  /** Not on record yet. */
  readonly isNew: boolean;
}
