/** An issue as Word file, its pictures as in print. */

import type { Problem } from "../../base/problem/problem.ts";
import { printedPictures } from "../picture/issue-pictures.ts";
import type { PictureContext, PrintedPicture } from "../picture/issue-pictures.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import type { ArticleContent } from "./article-content.ts";
import type { WordPicture } from "./pictures.ts";
import { writeWord } from "./write-word.ts";
import type { WrittenWord } from "./write-word.ts";

/** Returns what is wrong with pictures that cannot be decoded instead. @throws EnvironmentError */
export async function makeWord(built: BuiltIssue, context: PictureContext): Promise<WrittenWord | readonly Problem[]> {
  const { printed, problems } = await printedPictures(built, context);
  if (problems.length > 0) return problems;
  return writeWord({
    view: built.view,
    bulletin: context.bulletin,
    articles: contentsOf(built),
    picture: (source) => wordPicture(printed.find((picture) => picture.source === source)),
  });
}

/** Word shows no drawing. */
function wordPicture(picture: PrintedPicture | undefined): WordPicture | undefined {
  if (picture === undefined) return undefined;
  const { format, width, height, bytes } = picture;
  return format === "svg" || width === undefined || height === undefined ? undefined : { format, width, height, bytes };
}

/** The articles with their bodies as blocks. */
function contentsOf({ issue, view, bodies }: BuiltIssue): ArticleContent[] {
  const views = view.sections.flatMap((section) => section.articles);
  return issue.articles.flatMap((article, at) => {
    const found = views.find((other) => other.slug === article.slug);
    return found === undefined ? [] : [{ view: found, number: at + 1, blocks: bodies.get(article) ?? [] }];
  });
}
