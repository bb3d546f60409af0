/** 数字说明: where each figure on an issue's page comes from. */

import { anchorOf, casesText, contextOf, formulaOf, originSentence, valueText } from "../../check/trace/index.ts";
import type { Input, TracedNumber } from "../../check/trace/index.ts";
import type { Issue } from "../../model/issue.ts";
import { figuresPage, issuePage } from "../../model/addresses.ts";
import { asOfText } from "./figure-text.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "./published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";

export interface FigureEntry {
  readonly anchor: string;
  /** The words around it on the issue's page. */
  readonly before: string;
  /** 56件 */
  readonly text: string;
  readonly after: string;
  /** One sentence. */
  readonly origin: string;
  /** 截至2020年11月7日 */
  readonly asOf: string | undefined;
  /** The lines of the data that it rests on. */
  readonly inputs: readonly {
    readonly name: string;
    readonly value: string;
    /** content/issues/2020-15/counts.yaml:7 */
    readonly place: string;
    readonly cases: string | undefined;
  }[];
}

export interface FiguresPageView {
  readonly head: PageHead;
  readonly issueName: string;
  readonly issuePath: string;
  readonly yearPath: string;
  readonly year: number;
  readonly number: string;
  readonly count: number;
  readonly articles: readonly {
    readonly title: string;
    readonly path: string;
    readonly entries: readonly FigureEntry[];
  }[];
}

export function figuresPageView(site: SiteFacts, { issue, view, part }: PublishedIssue): FiguresPageView {
  const path = figuresPage(issue);
  const issueName = `${view.year}年${view.masthead.number}`;
  const articles = site.namesCases ? part.figures : part.figures.map(withoutCases);
  const count = articles.reduce((sum, { entries }) => sum + entries.length, 0);
  return {
    head: pageHead(site, {
      path,
      name: `${issueName}数字说明`,
      description: `${site.title}${issueName}正文里由数据算出的 ${count} 个数字，每一个从哪里来、怎样算。`,
    }),
    issueName,
    issuePath: issuePage(issue),
    yearPath: `issues/${view.year}/index.html`,
    year: view.year,
    number: view.masthead.number,
    count,
    articles,
  };
}

/** Numbers of cases may lead to persons: they are the office's own affair unless it says otherwise. */
function withoutCases(article: FiguresPageView["articles"][number]): FiguresPageView["articles"][number] {
  const entries = article.entries.map((entry) => ({
    ...entry,
    inputs: entry.inputs.map((input) => ({ ...input, cases: undefined })),
  }));
  return { ...article, entries };
}

/** `hidden` are the folders of internal issues: a figure that rests on their data has no derivation here. */
export function figureEntries(
  issue: Issue,
  numbers: readonly TracedNumber[],
  hidden: readonly string[],
): FiguresPageView["articles"] {
  const computed = numbers.filter(({ state, part }) => state === "computed" && part.slug !== undefined);
  const parts = [...new Set(computed.map(({ part }) => part))];
  return parts.map((part) => ({
    title: part.title,
    path: `${issuePage(issue)}#${part.slug ?? ""}`,
    entries: computed.filter((number) => number.part === part).map((number) => entryOf(number, hidden)),
  }));
}

function entryOf(traced: TracedNumber, hidden: readonly string[]): FigureEntry {
  const { figure, number } = traced;
  const { inputs } = figure === undefined ? { inputs: [] } : formulaOf(figure);
  const internal = inputs.some(({ line }) => hidden.some((folder) => line.place.file.startsWith(`${folder}/`)));
  return {
    anchor: anchorOf(traced),
    ...contextOf(number.token),
    origin: internal ? "这个数字用到没有公开的数据。" : originSentence(traced),
    asOf: internal ? undefined : asOfText(figure?.asOf),
    inputs: internal ? [] : inputs.map(inputView),
  };
}

function inputView({ name, line }: Input): FigureEntry["inputs"][number] {
  return {
    name,
    value: valueText(line.value),
    place: `${line.place.file}:${line.place.line}`,
    cases: line.cases === undefined ? undefined : casesText(line.cases),
  };
}
