import type { ImprintView } from "./issue-view.ts";

/** The text of 版记, line by line. */
export function imprintText({ recipients, contacts, copies }: ImprintView): string[] {
  return [
    ...recipients.map(({ kind, text }) => `${kind}：${text}`),
    ...contacts.map(({ label, value }) => `${label}：${value}`),
    ...(copies === undefined ? [] : [copies]),
  ];
}
