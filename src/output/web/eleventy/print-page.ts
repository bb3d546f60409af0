import type { IssueView } from "../../../document/issue-view.ts";
import { templates } from "./templates.ts";

/** How a print page reaches the root of the site, where it is the preview. */
export const printPageToRoot = "../../../";

/** An issue's print page. It is no page that Eleventy makes: the browser can print while that is still loading. */
export function renderPrintPage(view: IssueView): string {
  return templates().render("print.njk", { issue: view, toRoot: printPageToRoot });
}
