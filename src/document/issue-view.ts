/** The formatted data of one issue for templates. */

import { wordsOfStatus } from "../model/status.ts";
import type { Archive } from "../model/archive.ts";
import { recipientKinds } from "../model/bulletin.ts";
import type { Bulletin, Contact, RecipientKind } from "../model/bulletin.ts";
import { issueKey, issuePath } from "../model/issue.ts";
import type { Article, Issue } from "../model/issue.ts";
import { written } from "../base/text/markup.ts";
import type { Markup } from "../base/text/markup.ts";
import type { FigureLink } from "../compute/phrase/markup.ts";
import { renderBody } from "./markdown/render.ts";
import type { PictureReference, PrintedPhrase } from "./markdown/render.ts";
import { publishedPicture } from "../base/picture/published-picture.ts";
import type { PublishedPicture } from "../base/picture/published-picture.ts";
import type { Problem } from "../base/problem/problem.ts";
import { isoDate, momentForms } from "../base/text/moment.ts";
import { inOneLine } from "./headline.ts";
import { headlineType, printedArticle, printView } from "./print-view.ts";
import type { PrintedArticle, PrintView } from "./print-view.ts";
import { bodyText } from "./article-text.ts";
import { computedBlocks } from "./computed-blocks.ts";
import { fillFront } from "./front-text.ts";
import type { Scopes } from "./scope.ts";
import type { Block } from "./tree/tree.ts";
import { sheetOf } from "./sheet.ts";
import type { NoteView, ArticleView } from "./article-view.ts";

export interface SectionView {
  /** 栏目 with its brackets: 【立行立改动态】 */
  readonly heading: string;
  readonly name: string;
  readonly articles: readonly ArticleView[];
}

export interface MastheadView {
  readonly scope: string | undefined;
  readonly name: string;
  /** 第15期 */
  readonly number: string;
  /** （总第N期） */
  readonly serial: string | undefined;
  readonly issuer: string;
  /** 2020年11月8日 */
  readonly date: string;
  /** 密级 or 内部资料 */
  readonly marking: string | undefined;
  /** 编号 (份号) */
  readonly copyNumber: string | undefined;
}

export interface ImprintView {
  readonly recipients: readonly { readonly kind: RecipientKind; readonly text: string }[];
  readonly contacts: readonly Contact[];
  /** 共印50份 */
  readonly copies: string | undefined;
}

export interface IssueView {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  /** Address from the site's root: `issues/2020/15/`. */
  readonly path: string;
  readonly pdfName: string;
  /** 永州市…工作简报第15期 */
  readonly title: string;
  readonly isoDate: string;
  /** 第2版（2020年11月10日更正）, for an edition that corrects an earlier one. */
  readonly edition: string | undefined;
  readonly internal: boolean;
  readonly masthead: MastheadView;
  /** Whether a 目录 is printed. */
  readonly hasContents: boolean;
  readonly sections: readonly SectionView[];
  readonly imprint: ImprintView;
  readonly print: PrintView;
}

/** An issue with its view and the problems found when making it. */
export interface BuiltIssue {
  readonly issue: Issue;
  readonly view: IssueView;
  readonly pictures: readonly PictureReference[];
  readonly phrases: ReadonlyMap<Article, readonly PrintedPhrase[]>;
  /** The trees of the article bodies, with the place of every piece. */
  readonly bodies: ReadonlyMap<Article, readonly Block[]>;
  /** The markup of the article bodies, in which `link` makes figures links. */
  readonly markups: ReadonlyMap<Article, (link?: FigureLink) => Markup>;
  readonly problems: readonly Problem[];
}

/** 按：, 编者按： at the beginning of a note. */
const noteLabel = /^(?:编者)?按[：:]/;

/** From this number of articles on an issue has a 目录, unless it says otherwise. */
const articlesForContents = 4;

/** The data of the archive for building an issue; other issues are accessible only through its scope. */
export type Facts = Omit<Archive, "issues" | "unread">;

export function buildIssue(issue: Issue, archive: Facts, scopes: Scopes): BuiltIssue {
  const scope = scopes.of(issue);
  const { bulletin } = archive;
  const titled = issue.articles.filter((article) => article.title !== undefined).length;
  const headlines = headlineType(titled);
  const names = namesOf(archive);
  const published = publishedPictures(issue, bulletin);
  const problems: Problem[] = [];
  const pictures: PictureReference[] = [];
  const phrases = new Map<Article, readonly PrintedPhrase[]>();
  const bodies = new Map<Article, readonly Block[]>();
  const markups = new Map<Article, (link?: FigureLink) => Markup>();
  const sections: { name: string; articles: ArticleView[] }[] = [];
  for (const article of issue.articles) {
    const body = renderBody(article.source, article.bodyStart, scope, computedBlocks, (source) =>
      published.get(source),
    );
    const front = fillFront(article, scope);
    problems.push(...front.problems, ...body.problems);
    pictures.push(...body.pictures);
    phrases.set(article, [...front.phrases, ...body.phrases]);
    bodies.set(article, body.blocks);
    markups.set(article, body.markup);
    const markup = body.markup();
    const name = article.column.value;
    const section = sections.find((other) => other.name === name);
    const titleLines = front.article.title?.value.split("\n") ?? [];
    const print = whenAsked(() => printedArticle(titleLines, markup, headlines, names));
    const view = articleView(front.article, titleLines, { html: written(markup), blocks: body.blocks }, print);
    if (section === undefined) sections.push({ name, articles: [view] });
    else section.articles.push(view);
  }
  const head = masthead(issue, bulletin);
  const print = whenAsked(() => printView(bulletin.print, head, headlines));
  const view: IssueView = {
    id: issue.id,
    year: issue.year,
    number: issue.number.value,
    path: issuePath(issue),
    pdfName: `${issueKey(issue)}.pdf`,
    title: `${head.scope ?? ""}${head.name}${head.number}`,
    isoDate: isoDate(issue.date.value),
    edition: undefined,
    internal: issue.internal,
    masthead: head,
    hasContents: issue.contents ?? titled >= articlesForContents,
    sections: sections.map(({ name, articles }) => ({ name, heading: `【${name}】`, articles })),
    imprint: imprint(issue, bulletin),
    get print() {
      return print();
    },
  };
  return { issue, view, pictures, phrases, bodies, markups, problems };
}

/** The published forms of the usable pictures of an issue, by their paths relative to its folder. */
export function publishedPictures(
  { pictures }: Pick<Issue, "pictures">,
  { print }: Pick<Bulletin, "print">,
): ReadonlyMap<string, PublishedPicture> {
  const { pitch } = sheetOf(print);
  return new Map(
    [...pictures].flatMap(([source, file]): [string, PublishedPicture][] =>
      "head" in file ? [[source, publishedPicture(source, file.head, pitch)]] : [],
    ),
  );
}

function articleView(
  article: Article,
  titleLines: readonly string[],
  { html, blocks }: { readonly html: string; readonly blocks: readonly Block[] },
  print: () => PrintedArticle,
): ArticleView {
  return {
    slug: article.slug,
    titleLines,
    title: titleLines.length > 0 ? inOneLine(titleLines) : article.column.value,
    subtitle: article.subtitle?.value,
    credit: article.credit?.value,
    author: article.author?.value,
    editorsNote: article.editorsNote === undefined ? undefined : noteView(article.editorsNote.value),
    html,
    words: bodyText(blocks, "screen"),
    get print() {
      return print();
    },
  };
}

/** Computes a value on demand, because the layout of an issue that is only checked is not needed. */
function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function noteView(note: string): NoteView {
  const label = noteLabel.exec(note)?.[0] ?? "";
  return { label, text: note.slice(label.length) };
}

/** Names that line breaks in headlines never divide: units, categories, and states of cases. */
function namesOf({ vocabulary: { dimensions, statuses } }: Facts): string[] {
  return [...[...dimensions.values()].flatMap(({ registry }) => registry.names()), ...statuses.flatMap(wordsOfStatus)];
}

function masthead(issue: Issue, bulletin: Bulletin): MastheadView {
  return {
    ...(issue.masthead ?? bulletin.masthead),
    number: `第${issue.number.value}期`,
    serial: issue.serial === undefined ? undefined : `（总第${issue.serial}期）`,
    issuer: issue.issuer ?? bulletin.issuer,
    date: momentForms.年月日(issue.date.value),
    copyNumber: issue.copyNumber,
    marking: issue.marking ?? (issue.internal ? "内部资料　注意保存" : undefined),
  };
}

function imprint(issue: Issue, bulletin: Bulletin): ImprintView {
  return {
    recipients: recipientKinds.flatMap((kind) => {
      const text = issue.recipients[kind] ?? bulletin.recipients[kind];
      return text === undefined ? [] : [{ kind, text }];
    }),
    contacts: issue.contacts ?? bulletin.contacts,
    copies: issue.copies === undefined ? undefined : `共印${issue.copies}份`,
  };
}
