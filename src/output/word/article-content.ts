/** What an article's part of a Word file is made of. */

import type { Block } from "../../document/tree/tree.ts";
import type { ArticleView } from "../../document/article-view.ts";

/** What an article is made of: its view, its number in the issue, its body. */
export interface ArticleContent {
  readonly view: ArticleView;
  readonly number: number;
  readonly blocks: readonly Block[];
}
