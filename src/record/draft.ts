/** An edition that a build has made, as it waits on the site to be put on record: `issues/2020/15/edition.json`. */

import type { PrintedFacts, Printing, PublishedText, RecordedCorrection } from "../model/issue-record.ts";

/** Changes when what is written changes: the file of another release of the product is not read. */
const form = 1;

export interface EditionDraft {
  /** `2020-15` */
  readonly issue: string;
  readonly edition: number;
  /** The seal of the record that the issue was held against; `null` where there was none. */
  readonly basis: string | null;
  /** SHA-256 of the text. */
  readonly digest: string;
  /** What this edition puts right. */
  readonly corrections: readonly RecordedCorrection[];
  readonly printing: Printing;
  readonly facts: PrintedFacts;
  readonly text: PublishedText;
}

export function draftJson(draft: EditionDraft): string {
  return `${JSON.stringify({ form, ...draft }, undefined, 1)}\n`;
}

/** `undefined` for what no build of this release has written. */
export function readDraft(json: string): EditionDraft | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { form: written, ...draft } = (value ?? {}) as EditionDraft & { readonly form: unknown };
  return written === form ? draft : undefined;
}
