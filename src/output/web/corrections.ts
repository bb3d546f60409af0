/** What readers are told of corrections, and the pages of the editions that were replaced. (更正、旧版) */

import type { EditionHead } from "../../model/issue-record.ts";
import { dayName } from "../../record/history.ts";
import { earlierPage, earlierPdf, earlierPdfName, issuePage } from "../../model/addresses.ts";
import { sizeText } from "./figure-text.ts";
import type { DownloadView } from "./download-view.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";

export interface CorrectionView {
  /** 2020年11月10日 */
  readonly date: string;
  readonly isoDate: string;
  readonly what: string;
  readonly why: string;
}

export interface CorrectionNotice {
  /** Newest first. */
  readonly entries: readonly CorrectionView[];
  /** The editions that were replaced and can be seen, newest first. */
  readonly earlier: readonly { readonly label: string; readonly path: string }[];
  /** Some are no longer shown. */
  readonly withheld: boolean;
}

export interface EarlierEditionView {
  readonly head: PageHead;
  readonly issueName: string;
  readonly issuePath: string;
  readonly yearPath: string;
  readonly year: number;
  readonly number: string;
  /** 第1版 */
  readonly edition: string;
  readonly published: string;
  /** What was wrong with it and those after it, newest first. */
  readonly entries: readonly CorrectionView[];
  readonly download: DownloadView;
  readonly parts: readonly { readonly title: string; readonly blocks: readonly string[] }[];
}

/** `undefined` for an issue that stands as it was first published. */
export function correctionNotice({ issue, history }: PublishedIssue): CorrectionNotice | undefined {
  if (history.corrections.length === 0) return undefined;
  return {
    entries: correctionsSince(history.corrections, 1),
    earlier: history.earlier.map(({ number, published }) => ({
      label: `第${number}版（${dayName(published)}发布）`,
      path: earlierPage(issue, number),
    })),
    withheld: history.corrections.some((correction) => correction.withheld),
  };
}

/** 2020年11月10日更正 */
export function correctedOn({ history }: PublishedIssue): string | undefined {
  const last = history.corrections.at(-1);
  return last === undefined ? undefined : `${dayName(last.date)}更正`;
}

export function earlierEditions(site: SiteFacts, published: PublishedIssue): EarlierEditionView[] {
  const { history } = published;
  return history.earlier.map((edition) => earlierView(site, published, edition));
}

function earlierView(site: SiteFacts, published: PublishedIssue, edition: EditionHead): EarlierEditionView {
  const { issue, view, history } = published;
  const { number, printings } = edition;
  const printing = printings.at(-1);
  const issueName = `${view.year}年${view.masthead.number}`;
  const text = history.record?.texts().get(number);
  return {
    head: pageHead(site, {
      path: earlierPage(issue, number),
      name: `${issueName}旧版`,
      description: `${site.title}${issueName}更正以前的第${number}版。`,
      unlisted: true,
    }),
    issueName,
    issuePath: issuePage(issue),
    yearPath: `issues/${view.year}/index.html`,
    year: view.year,
    number: view.masthead.number,
    edition: `第${number}版`,
    published: dayName(edition.published),
    entries: correctionsSince(history.corrections, number + 1),
    download: {
      path: earlierPdf(issue, number),
      name: earlierPdfName(`${view.year}-${view.number}`, number),
      facts: printing === undefined ? "PDF" : `PDF，${printing.pages} 页，${sizeText(printing.bytes)}`,
    },
    parts: (text?.parts ?? []).map(({ name, blocks }) => ({
      title: name,
      blocks: blocks.filter((block) => block !== name),
    })),
  };
}

function correctionsSince(corrections: PublishedIssue["history"]["corrections"], edition: number): CorrectionView[] {
  return corrections
    .filter((correction) => correction.edition >= edition)
    .map(({ date, what, why }) => ({ date: dayName(date), isoDate: date, what, why }))
    .reverse();
}
