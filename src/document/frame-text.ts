import type { ImprintView } from "./issue-view.ts";

/** 版记, a text for each of its lines. */
export function imprintText({ recipients, contacts, copies }: ImprintView): string[] {
  return [
    ...recipients.map(({ kind, text }) => `${kind}：${text}`),
    ...contacts.map(({ label, value }) => `${label}：${value}`),
    ...(copies === undefined ? [] : [copies]),
  ];
}
