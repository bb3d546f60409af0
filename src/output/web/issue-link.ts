/** A published issue as lists name it. */

import { issuePage } from "../../model/addresses.ts";
import { correctedOn } from "./corrections.ts";
import { sizeText } from "./figure-text.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { DownloadView } from "./download-view.ts";

export interface IssueLink {
  readonly path: string;
  /** 第15期 */
  readonly number: string;
  readonly year: number;
  readonly date: string;
  readonly isoDate: string;
  /** Headlines, in order; a column stands for an article that has none. */
  readonly articles: readonly { readonly title: string; readonly slug: string }[];
  readonly download: DownloadView;
  /** 2020年11月10日更正 */
  readonly corrected: string | undefined;
}

export function issueLink(published: PublishedIssue): IssueLink {
  const { issue, view, edition } = published;
  return {
    path: issuePage(issue),
    number: view.masthead.number,
    year: view.year,
    date: view.masthead.date,
    isoDate: view.isoDate,
    articles: view.sections.flatMap(({ articles }) => articles.map(({ title, slug }) => ({ title, slug }))),
    download: {
      path: `${view.path}${view.pdfName}`,
      name: view.pdfName,
      facts:
        edition.pages === 0
          ? "PDF"
          : `PDF，${edition.pages} 页，${sizeText(edition.bytes)}${edition.signature === undefined ? "" : "，有数字签名"}`,
    },
    corrected: correctedOn(published),
  };
}
