/** What the tool reports to an editor about one place in one file. (问题) */

/** `error` stops a build, `warning` does not. */
export type Severity = "error" | "warning";

/** A place in a file. `file` is relative to the root, with `/`; `line` and `column` count from 1, columns in characters. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A safe replacement of `text.slice(start, end)`; offsets in UTF-16 units of the decoded text. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** For a problem about a number in running text: the printed sentence, and the position of the number in it. */
export interface Quote {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

export interface Problem {
  /** Stable id of the rule, e.g. `unknown-unit`; an editor names it to waive the rule or set its level. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** What is wrong, in Chinese, one sentence without the place. */
  readonly message: string;
  /** How to mend it, in Chinese, one sentence. */
  readonly hint?: string;
  /**
   * The line contains something personal: a report, which may land in a public log, does not quote it. Where the
   * personal text is known it is stored here, so that other reports mask it too; it is never shown.
   */
  readonly sensitive?: boolean | string;
  readonly quote?: Quote;
  /** Present only where the fix is safe to apply without asking. */
  readonly fix?: Fix;
}

export function error(code: string, place: Place, message: string, hint?: string): Problem {
  return { code, severity: "error", place, message, ...(hint === undefined ? {} : { hint }) };
}

export function warning(code: string, place: Place, message: string, hint?: string): Problem {
  return { code, severity: "warning", place, message, ...(hint === undefined ? {} : { hint }) };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
