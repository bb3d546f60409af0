/** The editions of a built site: what `publish` will put on record, and the PDFs that corrected editions have replaced. */

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Memo } from "./memo.ts";
import type { Archive } from "../model/archive.ts";
import type { Edition } from "../model/edition.ts";
import { issueKey } from "../model/issue.ts";
import type { Issue } from "../model/issue.ts";
import type { EditionHead, PublishedText } from "../model/issue-record.ts";
import { error } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { sha256, textDigest } from "../record/digest.ts";
import { draftJson } from "../record/draft.ts";
import type { EditionDraft } from "../record/draft.ts";
import type { EditionHistory } from "../record/history.ts";
import { isSignedFrom, otherBytesWords } from "../record/next-record.ts";
import { signedFile } from "../release/pades/signed-edition.ts";
import { browserIdentity } from "../output/pdf/index.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { asPrinted, printedFacts } from "../check/published/printed-facts.ts";
import { earlierPdf } from "../model/addresses.ts";
import { editionBySha } from "./editions.ts";
import type { PublishedIssue } from "../output/published-issue.ts";
import type { Prepared } from "./prepare.ts";
import type { PrintableIssue } from "./print-issue.ts";
import { storedPdf } from "../release/publish/publication.ts";

/** Address on the site → bytes of the PDF that a corrected edition has replaced. */
export type EarlierPdfs = ReadonlyMap<string, Uint8Array>;

/** The PDFs of all replaced editions: beside the records, on the site that stands there, or in the cache. */
export function findEarlier(
  { histories, root }: Prepared<PrintableIssue>,
  site: string,
  memo: Memo,
): { readonly pdfs: EarlierPdfs; readonly problems: readonly Problem[] } {
  const pdfs = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const [issue, { earlier }] of histories) {
    for (const edition of earlier) {
      const address = earlierPdf(issue, edition.number);
      const files = [
        root.absolute(storedPdf(issueKey(issue), edition.number)),
        root.absolute(signedFile(issueKey(issue), edition.number)),
        path.join(site, address),
        path.join(site, `issues/${issue.year}/${issue.number.value}/${issueKey(issue)}.pdf`),
      ];
      const known = new Set(edition.printings.map((printing) => printing.sha256));
      const bytes = firstOf(files, known) ?? editionBySha(memo, known);
      if (bytes === undefined) problems.push(missing(issue, edition));
      else pdfs.set(address, bytes);
    }
  }
  return { pdfs, problems };
}

function firstOf(files: readonly string[], known: ReadonlySet<string>): Uint8Array | undefined {
  for (const file of files) {
    try {
      const bytes = readFileSync(file);
      if (known.has(sha256(bytes))) return bytes;
    } catch {
      // Not there: the next one may be.
    }
  }
  return undefined;
}

function missing(issue: Issue, { number, printings }: EditionHead): Problem {
  return error(
    "earlier-edition-missing",
    issue.corrections[0]?.place ?? issue.number.place,
    `找不到更正以前第 ${number} 版的 PDF（校验值 ${printings.at(-1)?.sha256.slice(0, 12) ?? ""}…），网站上就没有旧版可看`,
    `请从网站上或存档里找到当时的 PDF，存为 ${storedPdf(issueKey(issue), number)}；npm run verify -- 文件.pdf 会说它是哪一版。`,
  );
}

/** What goes on record of an issue beside its text. `by`: `printedBy`. */
export function draftHead(
  issue: Issue,
  { record, number, corrections }: EditionHistory,
  edition: Edition,
  archive: Archive,
  by: string,
): Omit<EditionDraft, "digest" | "text"> {
  return {
    issue: issueKey(issue),
    edition: number,
    basis: record?.seal ?? null,
    corrections: corrections
      .filter((correction) => correction.edition === number)
      .map(({ date, what, why, withheld }) => ({ date, what, why, withheld })),
    printing: { ...edition, by },
    facts: printedFacts(asPrinted(archive, record?.facts)),
  };
}

/** As it waits on the site. */
export function draftText(
  { issue, edition, basis, ...head }: ReturnType<typeof draftHead>,
  text: PublishedText,
): string {
  return draftJson({ issue, edition, basis, digest: textDigest(text), ...head, text });
}

/** What there is to say of PDFs whose bytes are not those on record. */
export function otherBytes(published: readonly PublishedIssue[], by: string): string[] {
  return [...published].reverse().flatMap(({ issue, history: { record, number }, edition }) => {
    const recorded = record?.editions.find((each) => each.number === number);
    const isOnRecord =
      recorded === undefined ||
      recorded.printings.some(({ sha256: known }) => known === edition.sha256) ||
      isSignedFrom(recorded.printings, edition);
    return isOnRecord ? [] : otherBytesWords(issueKey(issue), recorded.printings.at(-1)?.by ?? "", by);
  });
}

/** Browser and product, as a person tells them apart. */
export async function printedBy(): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(productFolder, "package.json"), "utf8")) as { version: string };
  return `浏览器 ${await browserIdentity(process.env)}，软件 ${version}`;
}

/** Corrected issues whose replaced PDFs are not beside the records yet. */
export function earlierFiles(prepared: Prepared<PrintableIssue>): { readonly from: string; readonly to: string }[] {
  return [...prepared.histories].flatMap(([issue, { earlier }]) =>
    earlier.map(({ number }) => ({ from: earlierPdf(issue, number), to: storedPdf(issueKey(issue), number) })),
  );
}
