/** 审签单: the first sheet of a draft for signature. */

import type { ApprovalSlip } from "../../model/bulletin.ts";
import type { IssueView } from "../../document/issue-view.ts";
import { templates } from "../../output/templates/environment.ts";

export interface SlipView {
  readonly slip: ApprovalSlip;
  readonly view: IssueView;
  readonly pages: number;
  /** One sentence on numbers, one on reminders and waivers. */
  readonly numbers: string;
  readonly findings: string;
}

export function approvalSlip({ slip, view, pages, numbers, findings }: SlipView): string {
  const { masthead, imprint } = view;
  return templates().render("review/slip.njk", {
    name: "slip",
    title: `${slip.title} ${view.title}`,
    bulletin: `${masthead.scope ?? ""}${masthead.name}`,
    slip,
    view,
    numbers,
    findings,
    facts: [
      ["期号", `${view.year}年${masthead.number}${masthead.serial ?? ""}`],
      ["日期", masthead.date],
      ["页数", `${pages}页`],
      ["份数", imprint.copies ?? ""],
      ...(masthead.marking === undefined ? [] : [["标记", masthead.marking]]),
      ...slip.items.map(({ label, value }) => [label, value]),
    ],
    // The last person to sign decides, and has a row of his own.
    signatures: { others: slip.signatures.slice(0, -1), last: slip.signatures.at(-1) },
  });
}
