/** An issue as Word file, its pictures read from the root. */

import { readFileSync } from "node:fs";
import type { Root } from "../load/root.ts";
import { readContent } from "../markdown/read-content.ts";
import type { Archive } from "../model/archive.ts";
import { computedBlocks } from "../view/computed-blocks.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import type { Scopes } from "../view/scope.ts";
import type { ArticleContent } from "../word/write/articles.ts";
import { writeWord } from "../word/write/write-word.ts";
import type { WrittenWord } from "../word/write/write-word.ts";

export function makeWord(built: BuiltIssue, { bulletin }: Archive, scopes: Scopes, root: Root): Promise<WrittenWord> {
  return writeWord({
    view: built.view,
    bulletin,
    articles: contentsOf(built, scopes.of(built.issue)),
    picture: (source) => readFileSync(root.absolute(`${built.issue.folder}/${source}`)),
  });
}

/** The articles with their bodies as blocks. */
function contentsOf({ issue, view }: BuiltIssue, scope: ReturnType<Scopes["of"]>): ArticleContent[] {
  const views = view.sections.flatMap((section) => section.articles);
  return issue.articles.flatMap((article, at) => {
    const found = views.find((other) => other.slug === article.slug);
    if (found === undefined) return [];
    return [
      { view: found, number: at + 1, blocks: readContent(article.source, article.bodyStart, scope, computedBlocks) },
    ];
  });
}
