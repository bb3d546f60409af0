/** What an issue prints, part by part, as paragraphs of plain text. */

import { textBlocks } from "../view/article-text.ts";
import type { ArticleView, BuiltIssue } from "../view/issue-view.ts";

export interface TextPart {
  /** 报头, 版记, or the name of the article's file. */
  readonly key: string;
  /** 报头, 版记 or the headline. */
  readonly title: string;
  /** The article's anchor; absent for 报头 and 版记. */
  readonly slug: string | undefined;
  readonly paragraphs: readonly string[];
}

/** In the order of print. */
export function issueText({ issue, view }: BuiltIssue): TextPart[] {
  const { masthead, imprint } = view;
  const files = new Map(issue.articles.map(({ slug, file }) => [slug, file.split("/").at(-1) ?? file]));
  const articles = view.sections.flatMap(({ heading, articles: own }) =>
    own.map((article): TextPart => ({
      key: files.get(article.slug) ?? article.slug,
      title: article.title,
      slug: article.slug,
      paragraphs: [heading, ...articleParagraphs(article)],
    })),
  );
  return [
    part("报头", [
      masthead.marking,
      masthead.scope,
      masthead.name,
      `${masthead.number}${masthead.serial ?? ""}`,
      masthead.issuer,
      masthead.date,
    ]),
    ...articles,
    part("版记", [
      ...imprint.recipients.map(({ kind, text }) => `${kind}：${text}`),
      ...imprint.contacts.map(({ label, value }) => `${label}：${value}`),
      imprint.copies,
    ]),
  ];
}

function part(title: string, paragraphs: readonly (string | undefined)[]): TextPart {
  return { key: title, title, slug: undefined, paragraphs: paragraphs.filter((text) => text !== undefined) };
}

/** As printed: a chart by its caption; its figures are told apart. */
function articleParagraphs({ editorsNote, titleLines, subtitle, author, credit, html }: ArticleView): string[] {
  const printed = html.replaceAll(/<svg[\s\S]*?<\/svg>|<details[\s\S]*?<\/details>/g, "");
  return [
    editorsNote === undefined ? "" : editorsNote.label + editorsNote.text,
    titleLines.join(""),
    subtitle === undefined ? "" : `——${subtitle}`,
    author ?? "",
    ...textBlocks(printed),
    credit === undefined ? "" : `（${credit}供稿）`,
  ].filter((text) => text !== "");
}
