import type { BuiltIssue } from "../../src/document/issue-view.ts";

/** An issue as its reader sees it: headlines, paragraphs and rows of tables, a line each. */
export function textOfIssue({ view }: BuiltIssue): string {
  return view.sections
    .flatMap((section) => section.articles)
    .flatMap(({ titleLines, html }) => [
      titleLines.join(""),
      ...html
        .replace(/<\/(p|h\d|li|figcaption|caption|tr|summary)>/g, "\n")
        .replace(/<\/t[hd]>/g, " ")
        .replace(/<[^>]*>/g, "")
        .split("\n"),
    ])
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
