/** An edition that was built but is not yet on record: `issues/2020/15/edition.json` on the site. */

import type { PrintedFacts, Printing, PublishedText, RecordedCorrection } from "../model/issue-record.ts";

/** Format version, raised when the content changes: files of other versions are ignored. */
const form = 1;

export interface EditionDraft {
  /** `2020-15` */
  readonly issue: string;
  readonly edition: number;
  /** The seal of the record that the issue was compared with; `null` where there was none. */
  readonly basis: string | null;
  /** SHA-256 of the text. */
  readonly digest: string;
  /** The corrections that this edition declares. */
  readonly corrections: readonly RecordedCorrection[];
  readonly printing: Printing;
  readonly facts: PrintedFacts;
  readonly text: PublishedText;
}

export function draftJson(draft: EditionDraft): string {
  return `${JSON.stringify({ form, ...draft }, undefined, 1)}\n`;
}

/** `undefined` for a file that this version did not write. */
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
