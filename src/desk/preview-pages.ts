/** The preview's own pages: list of issues, errors, the frame around a PDF. */

import type { Problem } from "../base/problem/problem.ts";
import { excerpt, inReadingOrder, lineOf, summary, unquotable } from "../base/problem/report.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import { templates } from "../output/templates/environment.ts";

export interface ListedIssue {
  readonly id: string;
  /** 2020年第15期 */
  readonly name: string;
  readonly date: string;
  /** `/issues/2020/15/`; undefined where the issue's head cannot be read. */
  readonly path: string | undefined;
}

/** `issues` newest first. */
export function listPage(title: string, issues: readonly ListedIssue[]): string {
  return templates().render("preview/list.njk", { title: `预览：${title}`, heading: title, issues });
}

/** Every problem with its place, the line it is about and how to mend it. */
export function errorPage(
  title: string,
  problems: readonly Problem[],
  sources: ReadonlyMap<string, SourceText>,
): string {
  return templates().render("preview/errors.njk", {
    title: `${title}：${summary(problems)}`,
    heading: title,
    summary: summary(problems),
    problems: quoted(problems, sources),
  });
}

export function problemList(problems: readonly Problem[], sources: ReadonlyMap<string, SourceText>): string {
  return templates().render("preview/problems.njk", { problems: quoted(problems, sources) });
}

/** Errors first, each with its source line. */
function quoted(problems: readonly Problem[], sources: ReadonlyMap<string, SourceText>): object[] {
  const ordered = inReadingOrder(problems);
  const silent = unquotable(problems);
  const errorsFirst = [
    ...ordered.filter((problem) => problem.severity === "error"),
    ...ordered.filter((problem) => problem.severity === "warning"),
  ];
  return errorsFirst.map((problem) => {
    const source = silent.has(lineOf(problem)) ? undefined : sources.get(problem.place.file);
    return { ...problem, quoted: source === undefined ? "" : excerpt(problem, source) };
  });
}

/** Shows the PDF of an issue; the script replaces it after a save. */
export function pdfFrame(title: string, path: string, pdfName: string, bar: PreviewBar): string {
  return templates().render("preview/pdf.njk", { title: `${title} PDF`, of: title, path, pdfName, bar });
}

/** What the preview adds to a page: where else to look, and how many warnings there are; `states` where its numbers are marked. */
export interface PreviewBar {
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly warnings: number;
  readonly states?: string;
}
