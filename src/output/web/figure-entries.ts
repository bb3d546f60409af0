/** The entries of 数字说明: each printed number with where it comes from. */

import { anchorOf, casesText, contextOf, formulaOf, originSentence, valueText } from "../../check/trace/index.ts";
import type { Input, TracedNumber } from "../../check/trace/index.ts";
import { asOfText } from "./figure-text.ts";
import type { Issue } from "../../model/issue.ts";
import { issuePage } from "../../model/addresses.ts";

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

/** An article with the entries of its numbers. */
export interface TracedArticle {
  readonly title: string;
  readonly path: string;
  readonly entries: readonly FigureEntry[];
}

/** `hidden` are the folders of internal issues: a figure that rests on their data has no derivation here. */
export function figureEntries(
  issue: Issue,
  numbers: readonly TracedNumber[],
  hidden: readonly string[],
): TracedArticle[] {
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
