import type { IssueView } from "../../document/issue-view.ts";
import { templates } from "../templates/environment.ts";
import type { PagePlan } from "./layout/index.ts";

/** The print page of an issue. It is not made by Eleventy, so that the browser can print while Eleventy is still loading. */
export function renderPrintPage(issue: IssueView): string {
  const classes = issue.print.compact ? "compact close-heads" : "";
  return templates().render("print.njk", { issue, toRoot: "", classes, plan: undefined });
}

/**
 * The print page for the screen, without scripts: sheets as in the layout are drawn behind the text, with page numbers, and the imprint is
 * at the foot of the last sheet. Lines may be broken differently with the fonts of the reader; the PDF is authoritative.
 * `bar` is that of the live preview.
 */
export function renderPreview(issue: IssueView, plan: PagePlan, bar?: object): string {
  const sheets = Array.from({ length: plan.pages }, (_, at) => (plan.unnumbered.includes(at + 1) ? 0 : at + 1));
  const classes = ["preview", ...plan.classes].join(" ");
  return templates().render("print.njk", { issue, toRoot: "../../../", classes, plan: { ...plan, sheets }, bar });
}
