/** An issue that is on the site, with what its pages, the index and the data files tell of it. */

import type { Edition } from "../../model/edition.ts";
import type { Issue } from "../../model/issue.ts";
import type { Member } from "../../model/registry.ts";
import { firstEdition } from "../../record/history.ts";
import type { EditionHistory } from "../../record/history.ts";
import type { IssueTallies } from "../../tally/issue-tallies.ts";
import type { TracedNumber } from "../../trace/index.ts";
import { textBlocks } from "../article-text.ts";
import type { ArticleView, IssueView } from "../issue-view.ts";
import type { UnitNames } from "./naming.ts";

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
  readonly tallies: IssueTallies | undefined;
  /** Measures that it has figures for, in the order of the vocabulary. */
  readonly measures: readonly string[];
  readonly edition: Edition;
  readonly articles: readonly PublishedArticle[];
  /** Every number that it prints, with where it comes from. */
  readonly numbers: readonly TracedNumber[];
  /** Its editions so far. */
  readonly history: EditionHistory;
}

/** `trace` is asked only when something of the numbers is to be shown. */
export function publishedIssue(
  { issue, view }: { readonly issue: Issue; readonly view: IssueView },
  tallies: IssueTallies | undefined,
  edition: Edition,
  names: UnitNames | undefined,
  trace: () => readonly TracedNumber[],
  history: EditionHistory = firstEdition,
): PublishedIssue {
  const articles = view.sections.flatMap((section) =>
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
  // Those of a thousand issues would not fit into memory.
  let held: WeakRef<readonly TracedNumber[]> | undefined;
  return {
    issue,
    view,
    tallies,
    measures: tallies?.available() ?? [],
    edition,
    articles,
    history,
    get numbers() {
      const numbers = held?.deref() ?? trace();
      held = new WeakRef(numbers);
      return numbers;
    },
  };
}

/** Its words as a reader meets them. */
export function articleBlocks(article: ArticleView): string[] {
  const { editorsNote, titleLines, title, subtitle, author, credit } = article;
  return [
    ...(editorsNote === undefined ? [] : [editorsNote.label + editorsNote.text]),
    ...(titleLines.length === 0 ? [] : [title]),
    ...(subtitle === undefined ? [] : [`——${subtitle}`]),
    ...(author === undefined ? [] : [author]),
    ...textBlocks(article.html),
    ...(credit === undefined ? [] : [`（${credit}供稿）`]),
  ];
}
