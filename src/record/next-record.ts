/** What publication adds to the record of an issue. */

import type { EditionHead, IssueRecord, PublishedText } from "../model/issue-record.ts";
import type { EditionDraft } from "./draft.ts";
import type { ReadRecord } from "./read-record.ts";
import { recordText } from "./write-record.ts";

export type NextRecord =
  | { readonly kind: "unchanged" }
  /** `text` is the new content of the record's file. */
  | { readonly kind: "first" | "corrected" | "reprinted"; readonly text: string; readonly record: IssueRecord }
  /** The same text in other bytes, which nobody has asked to record. */
  | { readonly kind: "other-bytes"; readonly before: string; readonly now: string }
  /** The site was built against another state of the record. */
  | { readonly kind: "stale" };

export interface PublicationWish {
  /** The day: 2020-11-08. */
  readonly date: string;
  /** Record another printing of the same text. (再印) */
  readonly reprint: boolean;
}

export function nextRecord(
  record: ReadRecord | undefined,
  draft: EditionDraft,
  { date, reprint }: PublicationWish,
): NextRecord {
  const { printing, digest, edition: number, facts, corrections } = draft;
  const fresh: EditionHead = { number, published: date, digest, corrections, printings: [{ ...printing, date }] };
  const [latest, ...earlier] = record?.editions ?? [];
  if (record === undefined || latest === undefined) {
    if (draft.basis !== null || number !== 1) return { kind: "stale" };
    return made("first", { issue: draft.issue, facts, editions: [fresh] }, new Map([[1, draft.text]]));
  }
  const texts = new Map(record.texts());
  if (number === latest.number) {
    if (digest !== latest.digest) return { kind: "stale" };
    if (latest.printings.some(({ sha256 }) => sha256 === printing.sha256)) return { kind: "unchanged" };
    if (!reprint) return { kind: "other-bytes", before: latest.printings.at(-1)?.by ?? "", now: printing.by };
    const again = { ...latest, printings: [...latest.printings, { ...printing, date }] };
    return made("reprinted", { ...record, editions: [again, ...earlier] }, texts);
  }
  if (number !== latest.number + 1 || draft.basis !== record.seal || corrections.length === 0) return { kind: "stale" };
  texts.set(number, draft.text);
  return made("corrected", { issue: record.issue, facts, editions: [fresh, ...record.editions] }, texts);
}

function made(
  kind: "first" | "corrected" | "reprinted",
  record: IssueRecord,
  texts: ReadonlyMap<number, PublishedText>,
): NextRecord {
  return { kind, record, text: recordText(record, texts) };
}

/** What to say of a PDF whose bytes are not on record although its text is. */
export function otherBytesWords(issue: string, before: string, now: string): string {
  const why = before === now ? "版式、字体或软件变了" : `登记的由 ${before} 印制，这次由 ${now} 印制`;
  return `${issue} 期的正文没有变，但 PDF 的字节与登记的不同（${why}）`;
}
