/** The data of an article for templates. */

import type { PrintedArticle } from "./print-view.ts";

/** 按语, with its label separate, because it is set in another typeface. */
export interface NoteView {
  /** 编者按：, or empty. */
  readonly label: string;
  readonly text: string;
}

export interface ArticleView {
  /** Anchor on the page. */
  readonly slug: string;
  /** Lines of the headline with the editor's line breaks; empty for an untitled article. */
  readonly titleLines: readonly string[];
  /** The headline in one line, or the column's name. */
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly credit: string | undefined;
  readonly author: string | undefined;
  readonly editorsNote: NoteView | undefined;
  readonly html: string;
  /** The words of the body as on a screen, one entry for each paragraph, heading, item, row or cell. */
  readonly words: readonly string[];
  readonly print: PrintedArticle;
}
