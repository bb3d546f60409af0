/** Text of a Word file outside the articles, recognised without bookmarks, which may be lost. */

import type { IssueView } from "../../document/issue-view.ts";

/** Masthead, contents and imprint, without white space. */
export function fixedTexts({ masthead, imprint, sections, print }: IssueView): ReadonlySet<string> {
  const { recipients, contacts, copies } = imprint;
  const rows = print.masthead.issuerRows;
  const texts = [
    (masthead.marking ?? "") + (masthead.copyNumber ?? ""),
    ...print.masthead.scopeLines,
    masthead.name,
    masthead.number + (masthead.serial ?? ""),
    ...rows,
    `${rows.at(-1) ?? ""}${masthead.date}`,
    masthead.date,
    "目录",
    ...sections.map(({ heading }) => heading),
    ...recipients.map(({ kind, text }) => `${kind}：${text}`),
    contacts.map(({ label, value }) => `${label}：${value}`).join("") + (copies ?? ""),
  ];
  return new Set(texts.map(withoutSpace));
}

export function withoutSpace(text: string): string {
  return text.replace(/[\s\u3000]/gu, "");
}
