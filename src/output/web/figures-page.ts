/** 数字说明: where each figure on an issue's page comes from. */

import { figuresPage, issuePage } from "../../model/addresses.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SitePart } from "./site-part.ts";
import type { SiteFacts } from "./site-facts.ts";
import type { TracedArticle } from "./figure-entries.ts";

export interface FiguresPageView {
  readonly head: PageHead;
  readonly issueName: string;
  readonly issuePath: string;
  readonly yearPath: string;
  readonly year: number;
  readonly number: string;
  readonly count: number;
  readonly articles: readonly TracedArticle[];
}

export function figuresPageView(
  site: SiteFacts,
  { issue, view }: PublishedIssue,
  part: Pick<SitePart, "figures">,
): FiguresPageView {
  const path = figuresPage(issue);
  const issueName = `${view.year}年${view.masthead.number}`;
  const articles = site.namesCases ? part.figures : part.figures.map(withoutCases);
  const count = articles.reduce((sum, { entries }) => sum + entries.length, 0);
  return {
    head: pageHead(site, {
      path,
      name: `${issueName}数字说明`,
      description: `${site.title}${issueName}正文里由数据算出的 ${count} 个数字，每一个从哪里来、怎样算。`,
    }),
    issueName,
    issuePath: issuePage(issue),
    yearPath: `issues/${view.year}/index.html`,
    year: view.year,
    number: view.masthead.number,
    count,
    articles,
  };
}

/** Numbers of cases may lead to persons: they are the office's own affair unless it says otherwise. */
function withoutCases(article: TracedArticle): TracedArticle {
  const entries = article.entries.map((entry) => ({
    ...entry,
    inputs: entry.inputs.map((input) => ({ ...input, cases: undefined })),
  }));
  return { ...article, entries };
}
