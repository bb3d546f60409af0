/** 审签单: the first sheet of a draft for signature. */

import type { ApprovalSlip } from "../../model/bulletin.ts";
import { escapeHtml } from "../../compute/phrase/html.ts";
import type { IssueView } from "../../document/issue-view.ts";
import { proofPage } from "./page.ts";

export interface SlipView {
  readonly slip: ApprovalSlip;
  readonly view: IssueView;
  readonly pages: number;
  /** One sentence on the numbers, one on reminders and waivers. */
  readonly numbers: string;
  readonly findings: string;
}

export function approvalSlip({ slip, view, pages, numbers, findings }: SlipView): string {
  const { masthead, imprint, sections } = view;
  const facts: (readonly [string, string])[] = [
    ["期号", `${view.year}年${masthead.number}${masthead.serial ?? ""}`],
    ["日期", masthead.date],
    ["页数", `${pages}页`],
    ["份数", imprint.copies ?? ""],
    ...(masthead.marking === undefined ? [] : [["标记", masthead.marking] as const]),
    ...slip.items.map(({ label, value }) => [label, value] as const),
  ];
  const titles = sections.flatMap(({ heading, articles }) => [
    `<p class="column">${escapeHtml(heading)}</p>`,
    ...articles.map(({ title, titleLines }) => (titleLines.length === 0 ? "" : `<p>${escapeHtml(title)}</p>`)),
  ]);
  const recipients = imprint.recipients.map(({ kind, text }) => row(kind, text)).join("\n");
  const body = `<header>
<p class="bulletin">${escapeHtml(`${masthead.scope ?? ""}${masthead.name}`)}</p>
<h1>${escapeHtml(slip.title)}</h1>
</header>
<table class="facts">
${pairs(facts)}
</table>
<table class="signatures">
${signatures(slip.signatures)}
</table>
<table class="matter">
<tr><th scope="row">要目</th><td class="titles">${titles.join("\n")}</td></tr>
${recipients}
${row("数字", numbers)}
${row("检查", findings)}
<tr class="remarks"><th scope="row">备注</th><td></td></tr>
</table>`;
  return proofPage(`${slip.title} ${view.title}`, "slip", body);
}

function row(label: string, text: string): string {
  return `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(text)}</td></tr>`;
}

/** Two facts a row. */
function pairs(facts: readonly (readonly [string, string])[]): string {
  const cell = ([label, value]: readonly [string, string]): string =>
    `<th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td>`;
  const rows: string[] = [];
  for (let at = 0; at < facts.length; at += 2) {
    const two = facts.slice(at, at + 2).map(cell);
    rows.push(`<tr>${two.join("")}${two.length === 1 ? "<th></th><td></td>" : ""}</tr>`);
  }
  return rows.join("\n");
}

/** Two a row; the last, who decides, has a row of its own. */
function signatures(names: readonly string[]): string {
  const cell = (name: string, wide: boolean): string =>
    `<th scope="row">${escapeHtml(name)}</th><td${wide ? ' colspan="3"' : ""}><span>年　　月　　日</span></td>`;
  const others = names.slice(0, -1);
  const rows: string[] = [];
  for (let at = 0; at < others.length; at += 2) {
    const two = others.slice(at, at + 2);
    rows.push(`<tr>${two.map((name) => cell(name, two.length === 1)).join("")}</tr>`);
  }
  const last = names.at(-1);
  if (last !== undefined) rows.push(`<tr class="last">${cell(last, true)}</tr>`);
  return rows.join("\n");
}
