import type { Archive } from "../../../model/archive.ts";

/** The file of the article with this title, blanks and breaks left aside, as made by an earlier import. */
export function fileTitled({ issues }: Pick<Archive, "issues">, title: string): string | undefined {
  const plain = (text: string): string => text.replace(/[\s\u3000｜|]/gu, "");
  return issues
    .flatMap(({ articles }) => articles)
    .find((article) => article.title !== undefined && plain(article.title.value) === plain(title))?.source.file;
}
