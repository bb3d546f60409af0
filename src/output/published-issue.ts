/** An issue that is on the site, with what its pages, the index and the data files tell of it. */

import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import type { Member } from "../model/registry.ts";
import type { EditionHistory } from "../record/history.ts";
import type { IssueTallies } from "../compute/tally/issue-tallies.ts";
import { articleText } from "../document/article-text.ts";
import type { IssueView } from "../document/issue-view.ts";
import type { ArticleView } from "../document/article-view.ts";
import type { UnitNames } from "../model/naming.ts";
import type { MeasureFigures } from "./web/site-part.ts";

export interface PublishedArticle {
  readonly view: ArticleView;
  readonly column: string;
  /** Its words, a paragraph an entry, headline and credit included. */
  readonly blocks: readonly string[];
  readonly units: ReadonlySet<Member>;
}

export interface PublishedIssue {
  readonly issue: Issue;
  readonly view: IssueView;
  /** Counted when they are asked for: `measures` tells whom to ask. */
  readonly tallies: () => IssueTallies | undefined;
  readonly measures: readonly MeasureFigures[];
  /** Its lines of the data files, as CSV. */
  readonly rows: string;
  readonly edition: Edition;
  readonly articles: readonly PublishedArticle[];
  /** Its editions so far. */
  readonly history: EditionHistory;
}

export function publishedArticles(view: IssueView, names: UnitNames | undefined): PublishedArticle[] {
  return view.sections.flatMap((section) =>
    section.articles.map((article): PublishedArticle => {
      const blocks = articleText(article, article.words);
      return {
        view: article,
        column: section.name,
        blocks,
        units: names?.in(blocks.join("\n")) ?? new Set(),
      };
    }),
  );
}
