/** The page of one issue. */

import { dataFile, jsonFile } from "../data/files.ts";
import type { IssueView } from "../../document/issue-view.ts";
import { issuePage, publicAddress, yearPage } from "../../model/addresses.ts";
import { correctionNotice } from "./corrections.ts";
import type { CorrectionNotice } from "./corrections.ts";
import { issueLink } from "./issue-link.ts";
import type { DownloadView } from "./download-view.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { Neighbours } from "../paged-issue.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SitePart } from "./site-part.ts";
import type { SiteFacts } from "./site-facts.ts";
import { publicationIssue } from "./structured-data.ts";

export interface IssuePageView extends IssueView, Neighbours {
  readonly head: PageHead;
  readonly yearPath: string;
  readonly contents: readonly {
    readonly column: string;
    readonly articles: readonly { readonly title: string; readonly slug: string }[];
  }[];
  readonly notice: CorrectionNotice | undefined;
  readonly download: DownloadView;
  /** Counts as files, where the issue has any. */
  readonly dataFiles: readonly { readonly label: string; readonly path: string }[];
  /** For a list of references, after GB/T 7714-2015. */
  readonly citation: string;
}

export function issuePageView(
  site: SiteFacts,
  published: PublishedIssue,
  part: Pick<SitePart, "linked">,
  { older, newer }: Neighbours,
): IssuePageView {
  const { issue, view } = published;
  const path = issuePage(issue);
  const titles = published.articles.map((article) => article.view.title);
  const linked = part.linked.values();
  return {
    ...view,
    sections: view.sections.map((section) => ({
      ...section,
      articles: section.articles.map((article) => ({ ...article, html: linked.next().value ?? article.html })),
    })),
    head: pageHead(site, {
      path,
      name: `${view.year}年${view.masthead.number}`,
      description: `${view.masthead.issuer}，${view.masthead.date}。${titles.join("；")}`,
      kind: "article",
      structuredData: publicationIssue(site, published),
    }),
    yearPath: yearPage(view.year),
    contents: view.sections.map(({ name, articles }) => ({
      column: name,
      articles: articles.map(({ title, slug }) => ({ title, slug })),
    })),
    notice: correctionNotice(published),
    download: issueLink(published).download,
    dataFiles:
      issue.counts === undefined
        ? []
        : [
            { label: "CSV 表格", path: dataFile(issue) },
            { label: "JSON", path: jsonFile(issue) },
          ],
    citation: citation(site, published, path),
    older,
    newer,
  };
}

function citation(site: SiteFacts, { view }: PublishedIssue, path: string): string {
  const { scope, name, number, issuer } = view.masthead;
  const address = site.url === undefined ? "" : ` ${publicAddress(site.url, path)}`;
  return `${issuer}. ${scope ?? ""}${name}：${view.year}年${number}[EB/OL]. (${view.isoDate}).${address}`;
}
