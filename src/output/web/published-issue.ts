/** An issue that is on the site, with what its pages, the index and the data files tell of it. */

import type { Edition } from "../../model/edition.ts";
import type { Issue } from "../../model/issue.ts";
import type { Member } from "../../model/registry.ts";
import { firstEdition } from "../../record/history.ts";
import type { EditionHistory } from "../../record/history.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import { articleBlocks } from "../../document/article-text.ts";
import type { ArticleView, IssueView } from "../../document/issue-view.ts";
import type { UnitNames } from "../../model/naming.ts";
import type { HeldFigures, SitePart, SiteSource } from "./site-source.ts";

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
  /** Counted when they are asked for: `held` tells whom to ask. */
  readonly tallies: IssueTallies | undefined;
  readonly held: readonly HeldFigures[];
  readonly rows: string;
  readonly part: SitePart;
  /** Known as soon as it has been printed. */
  readonly edition: Edition;
  readonly articles: readonly PublishedArticle[];
  /** Its editions so far. */
  readonly history: EditionHistory;
}

export function publishedIssue(
  { issue, view }: { readonly issue: Issue; readonly view: IssueView },
  tallies: () => IssueTallies | undefined,
  edition: () => Edition,
  names: UnitNames | undefined,
  source: SiteSource,
  history: EditionHistory = firstEdition,
): PublishedIssue {
  let articles: readonly PublishedArticle[] | undefined;
  // Those of a thousand issues would not fit into memory.
  let made: WeakRef<SitePart> | undefined;
  let held: readonly HeldFigures[] | undefined;
  return {
    issue,
    view,
    get edition() {
      return edition();
    },
    get articles() {
      return (articles ??= publishedArticles(view, names));
    },
    history,
    get tallies() {
      return tallies();
    },
    get held() {
      return (held ??= source.held());
    },
    get rows() {
      return source.rows();
    },
    get part() {
      const part = made?.deref() ?? source.part();
      made = new WeakRef(part);
      return part;
    },
  };
}

function publishedArticles(view: IssueView, names: UnitNames | undefined): PublishedArticle[] {
  return view.sections.flatMap((section) =>
    section.articles.map((article): PublishedArticle => {
      const blocks = articleBlocks(article);
      return {
        view: article,
        column: section.name,
        blocks,
        units: names?.in(blocks.join("\n")) ?? new Set(),
      };
    }),
  );
}
