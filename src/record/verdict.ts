/** Which recorded edition is a given PDF? (是哪一版) */

import type { EditionHead, PublishedText, RecordedPrinting } from "../model/issue-record.ts";
import type { ReadRecord } from "./read-record.ts";
import { sentencesOf } from "./sentences.ts";

export type EditionState = "published" | "earlier" | "same-text" | "other-text" | "unknown";

export interface EditionVerdict {
  readonly standing: EditionState;
  /** `2020-15`; `null` where no record matches. */
  readonly issue: string | null;
  readonly edition: number | null;
  /** In Chinese, without a full stop. */
  readonly words: string;
  /** Sentences of the record that are missing from the PDF. */
  readonly missing: readonly string[];
}

/** The text of a PDF whose bytes are not on record. */
export interface PdfWords {
  /** In reading order; white space does not matter. */
  readonly text: string;
}

/** Compares the bytes alone; `undefined` when they are not on record. */
export function byBytes(sha256: string, records: Iterable<ReadRecord>): EditionVerdict | undefined {
  for (const record of records) {
    for (const [at, edition] of record.editions.entries()) {
      // A printing that was signed later is on record twice, with and without its signature.
      const exact = edition.printings.findIndex((printing) => printing.sha256 === sha256);
      const found = exact < 0 ? edition.printings.findIndex(({ signature }) => signature?.unsigned === sha256) : exact;
      const printing = edition.printings[found];
      if (printing !== undefined)
        return onRecord(record, edition, { printing, at: found, isBefore: exact < 0 }, at === 0);
    }
  }
  return undefined;
}

function onRecord(
  record: ReadRecord,
  { number, published }: EditionHead,
  /** `isBefore`: the file without its later signature. */
  { printing, at, isBefore }: { readonly printing: RecordedPrinting; readonly at: number; readonly isBefore: boolean },
  isLatest: boolean,
): EditionVerdict {
  const { signature, date } = printing;
  const by = signature === undefined ? "" : `${signature.signer} ${signature.time} 签名`;
  const again = isBefore
    ? `还没有签名的（后来由 ${by}），`
    : signature !== undefined
      ? `由 ${by}，`
      : at === 0
        ? ""
        : `第 ${at + 1} 次印制（${date} 登记），`;
  const newest = record.editions[0];
  const next = record.editions.find((edition) => edition.number === number + 1);
  const words = isLatest
    ? `已发布的 ${record.issue} 期，第 ${number} 版，${again}${published} 发布，是现行的一版`
    : `${record.issue} 期的旧版：第 ${number} 版，${again}${published} 发布，` +
      `${next?.published ?? ""} 已更正；现行的是第 ${newest?.number ?? ""} 版`;
  return {
    standing: isLatest ? "published" : "earlier",
    issue: record.issue,
    edition: number,
    words,
    missing: [],
  };
}

/** Compares the text, for a PDF whose bytes are not on record. */
export function byWords({ text }: PdfWords, records: Iterable<ReadRecord>): EditionVerdict {
  const bare = text.replace(/\s/g, "");
  const number = /第(\d+)期/.exec(bare)?.[1];
  const year = /(\d{4})年\d{1,2}月\d{1,2}日/.exec(bare)?.[1];
  const claimed = [...records].filter(({ issue }) => {
    const [own, of] = issue.split("-");
    return number !== undefined && of === number && (year === undefined || own === year);
  });
  const candidates = claimed.flatMap((record) =>
    record.editions.map((edition) => ({
      record,
      edition,
      missing: missingFrom(bare, record.texts().get(edition.number)),
    })),
  );
  const [best] = candidates.sort((a, b) => a.missing.length - b.missing.length);
  if (best === undefined) {
    const claim =
      number === undefined
        ? "看不出是第几期"
        : `自称${year === undefined ? "" : ` ${year} 年`}第 ${number} 期，这一期没有发布登记`;
    return { standing: "unknown", issue: null, edition: null, words: `不是已发布的任何一版：${claim}`, missing: [] };
  }
  const { record, edition, missing } = best;
  const name = `${record.issue} 期第 ${edition.number} 版`;
  const words =
    missing.length === 0
      ? `字节不在登记里，但 ${name}的文字它都有：可能另存过，或者另行印制`
      : `不是已发布的任何一版：自称 ${record.issue} 期，与最接近的第 ${edition.number} 版有 ${missing.length} 句不同`;
  return {
    standing: missing.length === 0 ? "same-text" : "other-text",
    issue: record.issue,
    edition: edition.number,
    words,
    missing,
  };
}

function missingFrom(bare: string, text: PublishedText | undefined): string[] {
  if (text === undefined) return [];
  const sentences = text.parts.flatMap(({ blocks }) => blocks.flatMap(sentencesOf));
  return sentences.filter((sentence) => !bare.includes(sentence.replace(/\s/g, "")));
}
