/** What was copied from the last issue and not changed: a paragraph with its month and its numbers, the date of a letter. (抄上期) */

import { momentForms } from "../../base/text/moment.ts";
import type { ArticleReader } from "./article-reader.ts";
import type { DataContext } from "./match.ts";
import { periodsIn, periodWords } from "./named-period.ts";
import type { NumberToken } from "./number-token.ts";
import { quantityIn } from "./quantity.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";

/** All findings of one block. */
export function staleCopy({ tokens }: NumberedBlock, { data }: ArticleReader): NumberFinding[] {
  return [...copiedNumbers(tokens, data), ...copiedDate(tokens, data)];
}

/** So many measures of the last issue, and none of this, are a report of its time and no glance back at it. */
const least = 3;

/** Nothing is known of the last issue while one before this cannot be read. */
const lastIssue = (scope: DataContext["scope"]): DataContext["scope"] =>
  scope === undefined || scope.hasUnread ? undefined : scope.previous();

function copiedNumbers(tokens: readonly NumberToken[], { tallies, scope }: DataContext): NumberFinding[] {
  const [first] = tokens;
  const before = lastIssue(scope)?.tallies;
  if (first === undefined || before === undefined || tokens.some(({ computed }) => computed?.figure !== undefined))
    return [];
  const { text } = first.block;
  const [period] = periodsIn(text);
  if (period === undefined) return [];
  const totals = [...tallies.vocabulary.measures.values()].flatMap(({ name, percent, accumulates }) => {
    const [now, last] = [tallies.find(name), before.find(name)];
    const isCounted = percent === undefined && accumulates === undefined;
    if (!isCounted || now?.total === undefined || last?.total === undefined) return [];
    return now.total.value.equals(last.total.value) ? [] : [{ now, last }];
  });
  const isTyped = (figure: (typeof totals)[number]["now"]["total"]): boolean =>
    figure !== undefined &&
    tokens.some((token) => quantityIn(token, figure.measureWord)?.value.equals(figure.value) === true);
  const copied = totals.filter(({ last }) => isTyped(last.total));
  const [{ now, last } = {}] = copied;
  if (copied.length < least || now?.since === undefined || now.asOf === undefined) return [];
  if (last?.since === undefined || last.asOf === undefined || !period.isOf(last.since, last.asOf)) return [];
  if (period.isOf(now.since, now.asOf) || totals.some((other) => isTyped(other.now.total))) return [];
  const names = copied.map(({ now: { definition } }) => `“${definition.name}”`).join("、");
  return [
    {
      token: { block: first.block, start: period.start, end: period.end },
      message: `这里写的是“${period.text}”，${names}都是上一期的数，这一期的数是${periodWords(now.since, now.asOf)}的`,
      hint: "请核对：是不是从上一期抄来，没有改？",
    },
  ];
}

/** 落款 with the date of the last issue. */
function copiedDate([first]: readonly NumberToken[], { issue, scope }: DataContext): NumberFinding[] {
  const date = lastIssue(scope)?.facts.get("本期")?.get("日期");
  const text = first?.block.text.trim() ?? "";
  if (first === undefined || first.computed !== undefined || date?.kind !== "moment") return [];
  const [last, now] = [date.moment, issue.date.value].map((moment) => momentForms.年月日(moment));
  if (text !== last || text === now) return [];
  return [
    {
      token: { block: first.block, start: first.whole.start, end: first.whole.end },
      message: `这里写的是${text}，是上一期的日期，这一期是${now}`,
      hint: "请核对；写成“{{本期.日期}}”，以后不会再写错。",
    },
  ];
}
