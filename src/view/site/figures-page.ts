/** 数字说明: where each figure on an issue's page comes from. */

import { anchorOf, casesText, formulaOf, originSentence, valueText } from "../../trace/index.ts";
import type { Input, TracedNumber } from "../../trace/index.ts";
import { figuresPage, issuePage } from "./addresses.ts";
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

/** `hidden` are the folders of internal issues: a figure that rests on their data has no derivation here. */
export function figuresPageView(
  site: SiteFacts,
  { issue, view, numbers }: PublishedIssue,
  hidden: readonly string[],
): FiguresPageView {
  const path = figuresPage(issue);
  const issueName = `${view.year}年${view.masthead.number}`;
  const computed = numbers.filter(({ state, part }) => state === "computed" && part.slug !== undefined);
  const parts = [...new Set(computed.map(({ part }) => part))];
  return {
    head: pageHead(site, {
      path,
      name: `${issueName}数字说明`,
      description: `${site.title}${issueName}正文里由数据算出的 ${computed.length} 个数字，每一个从哪里来、怎样算。`,
    }),
    issueName,
    issuePath: issuePage(issue),
    yearPath: `issues/${view.year}/index.html`,
    year: view.year,
    number: view.masthead.number,
    count: computed.length,
    articles: parts.map((part) => ({
      title: part.title,
      path: `${issuePage(issue)}#${part.slug ?? ""}`,
      entries: computed.filter((number) => number.part === part).map((number) => entryOf(number, hidden)),
    })),
  };
}

/** Characters of context on either side. */
const around = 14;

function entryOf(traced: TracedNumber, hidden: readonly string[]): FigureEntry {
  const { figure, number } = traced;
  const { block, start, end, measureWord } = number.token;
  const [before, after] = contextOf(block.text, start, end + measureWord.length);
  const { inputs } = figure === undefined ? { inputs: [] } : formulaOf(figure);
  const internal = inputs.some(({ line }) => hidden.some((folder) => line.place.file.startsWith(`${folder}/`)));
  return {
    anchor: anchorOf(traced),
    before,
    text: block.text.slice(start, end + measureWord.length),
    after,
    origin: internal ? "这个数字用到没有公开的数据。" : originSentence(traced),
    asOf: internal ? undefined : asOfText(figure?.asOf),
    inputs: internal ? [] : inputs.map(inputView),
  };
}

/** The words before and behind, cut where no number is divided: 冷水滩44 is not 冷水滩4……. */
function contextOf(text: string, start: number, end: number): [before: string, after: string] {
  let from = Math.max(0, start - around);
  while (from > 0 && /[\d.]{2}/.test(text.slice(from - 1, from + 1))) from--;
  let to = Math.min(text.length, end + around);
  while (to < text.length && /[\d.]{2}/.test(text.slice(to - 1, to + 1))) to++;
  return [(from > 0 ? "……" : "") + text.slice(from, start), text.slice(end, to) + (to < text.length ? "……" : "")];
}

function inputView({ name, line }: Input): FigureEntry["inputs"][number] {
  return {
    name,
    value: valueText(line.value),
    place: `${line.place.file}:${line.place.line}`,
    cases: line.cases === undefined ? undefined : casesText(line.cases),
  };
}
