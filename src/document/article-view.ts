/** An article as templates print it. */

import type { PrintedArticle } from "./print-view.ts";

/** 按语, its opening word apart: it is set in another type. */
export interface NoteView {
  /** 编者按： or nothing. */
  readonly label: string;
  readonly text: string;
}

export interface ArticleView {
  /** Anchor on the page. */
  readonly slug: string;
  /** Lines of the headline, broken where the editor said; empty for an untitled article. */
  readonly titleLines: readonly string[];
  /** The headline in one line, or the column's name. */
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly credit: string | undefined;
  readonly author: string | undefined;
  readonly editorsNote: NoteView | undefined;
  readonly html: string;
  /** The words of its body as a screen shows them: a paragraph, heading, item, row or cell an entry. */
  readonly words: readonly string[];
  readonly print: PrintedArticle;
}
