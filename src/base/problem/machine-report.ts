/** Problems in machine-readable form: JSON, and the formats that code review tools show beside the line. */

import { createHash } from "node:crypto";
import { inReadingOrder } from "./report.ts";
import type { Problem } from "./problem.ts";

export const reportFormats = ["text", "json", "github", "gitlab"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** An array of `{ file, line, column, severity, code, message, hint, fixable }`. */
export function jsonReport(problems: readonly Problem[]): string {
  const rows = inReadingOrder(problems).map(({ place, severity, code, message, hint, fix }) => ({
    ...place,
    severity,
    code,
    message,
    hint: hint ?? null,
    fixable: fix !== undefined,
  }));
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}

/** Workflow commands of GitHub Actions, shown inline in a pull request. */
export function githubReport(problems: readonly Problem[]): string {
  const escape = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string): string => escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return inReadingOrder(problems)
    .map(({ place, severity, code, message, hint }) => {
      const text = hint === undefined ? message : `${message}\n改法：${hint}`;
      return `::${severity} file=${property(place.file)},line=${place.line},col=${place.column},title=${property(code)}::${escape(text)}\n`;
    })
    .join("");
}

/** A Code Quality report, which GitLab and Gitee show in a merge request. */
export function gitlabReport(problems: readonly Problem[]): string {
  const rows = inReadingOrder(problems).map(({ place, severity, code, message, hint }) => ({
    description: hint === undefined ? message : `${message}。改法：${hint}`,
    check_name: code,
    // The line is left out, so that a finding keeps its identity when text above it moves.
    fingerprint: createHash("sha256").update(`${code}\0${place.file}\0${message}`).digest("hex"),
    severity: severity === "error" ? "major" : "minor",
    location: { path: place.file, lines: { begin: place.line } },
  }));
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}
