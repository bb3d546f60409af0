/** What publishing adds to the record of an issue. */

import type { EditionHead, IssueRecord, Printing, PublishedText } from "../model/issue-record.ts";
import type { EditionDraft } from "./draft.ts";
import type { ReadRecord } from "./read-record.ts";
import { recordText } from "./write-record.ts";

/** `signed`: the recorded PDF, now with a signature. */
type RecordedKind = "first" | "corrected" | "reprinted" | "signed";

export type NextRecord =
  | { readonly kind: "unchanged" }
  /** `text` is the new content of the record's file. */
  | { readonly kind: RecordedKind; readonly text: string; readonly record: IssueRecord }
  /** The recorded PDF is signed, and this one is not. */
  | { readonly kind: "unsigned"; readonly signer: string }
  /** The same text in different bytes, without a request to record them. */
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
    const newest = latest.printings.at(-1);
    // Not even with `reprint`, which pipelines always set: the PDF can be published once it is signed again.
    if (newest?.signature !== undefined && printing.signature === undefined)
      return { kind: "unsigned", signer: newest.signature.signer };
    if (latest.printings.some(({ sha256 }) => sha256 === printing.sha256)) return { kind: "unchanged" };
    const isSigned = isSignedFrom(latest.printings, printing);
    if (!isSigned && !reprint) return { kind: "other-bytes", before: newest?.by ?? "", now: printing.by };
    const again = { ...latest, printings: [...latest.printings, { ...printing, date }] };
    return made(isSigned ? "signed" : "reprinted", { ...record, editions: [again, ...earlier] }, texts);
  }
  if (number !== latest.number + 1 || draft.basis !== record.seal || corrections.length === 0) return { kind: "stale" };
  texts.set(number, draft.text);
  return made("corrected", { issue: record.issue, facts, editions: [fresh, ...record.editions] }, texts);
}

/** Whether this is a recorded printing plus a signature: nothing printed has changed. */
export function isSignedFrom(printings: readonly Printing[], { signature }: Pick<Printing, "signature">): boolean {
  return printings.some((each) => signature !== undefined && unsignedDigest(each) === signature.unsigned);
}

function unsignedDigest({ sha256, signature }: Printing): string {
  return signature?.unsigned ?? sha256;
}

function made(kind: RecordedKind, record: IssueRecord, texts: ReadonlyMap<number, PublishedText>): NextRecord {
  return { kind, record, text: recordText(record, texts) };
}

/** What to report of a PDF whose text is on record but whose bytes are not. */
export function otherBytesWords(issue: string, before: string, now: string): string {
  const why = before === now ? "版式、字体或软件变了" : `登记的由 ${before} 印制，这次由 ${now} 印制`;
  return `${issue} 期的正文没有变，但 PDF 的字节与登记的不同（${why}）`;
}
