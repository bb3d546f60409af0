import type { IssueView } from "../../document/issue-view.ts";
import { templates } from "../templates/environment.ts";
import type { PagePlan } from "./layout/index.ts";

/** An issue's print page, its assets beside it. It is no page that Eleventy makes: the browser can print while that is still loading. */
export function renderPrintPage(issue: IssueView): string {
  const classes = issue.print.compact ? "compact close-heads" : "";
  return templates().render("print.njk", { issue, toRoot: "", classes, plan: undefined });
}

/**
 * The same on screen, without script: the sheets that the layout came to, drawn behind the text, with their page numbers, those of the
 * contents, and the imprint at the foot of the last sheet. The reader's own fonts may break lines elsewhere; the PDF is what counts.
 */
export function renderPreview(issue: IssueView, plan: PagePlan): string {
  const sheets = Array.from({ length: plan.pages }, (_, at) => (plan.unnumbered.includes(at + 1) ? 0 : at + 1));
  const classes = ["preview", ...plan.classes].join(" ");
  return templates().render("print.njk", { issue, toRoot: "../../../", classes, plan: { ...plan, sheets } });
}
