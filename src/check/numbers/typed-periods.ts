/** Batches, dates and periods typed by hand beside figures of other ones. */

import { lastClause, withoutSpaces, type ArticleReader } from "./article-reader.ts";
import { comparisonOf } from "./comparison.ts";
import type { DataContext, Match } from "./match.ts";
import { periodsIn, periodWords, type NamedPeriod } from "./named-period.ts";
import { sentenceOf, type NumberToken } from "./number-token.ts";
import { isComputed, type Block } from "./printed-text.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { TimedMention } from "./period.ts";
import { quantityIn } from "./quantity.ts";
import type { NumberFinding } from "./finding.ts";
import { staleCopy } from "./stale-copy.ts";
import { isAgainst } from "./typed-changes.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { momentForms } from "../../base/text/moment.ts";

export function otherPeriods(block: NumberedBlock, reader: ArticleReader): NumberFinding[] {
  const { tokens } = block;
  const { others, matches, data } = reader;
  const computed = tokens.flatMap((token) => {
    const figure = token.computed?.figure;
    const tally = figure === undefined ? undefined : ownTally(figure, data.tallies);
    if (tally === undefined) return [];
    const lead = reader.leadOf(token);
    return [{ token, tally, lead, clause: lastClause(lead) }];
  });
  const typed = others.filter(({ token, tally }) => tokens.includes(token) && equalsLarge(token, tally));
  const found = [
    ...[...typed, ...computed.filter(({ tally }) => tally.definition.formula === undefined)].flatMap((mention) =>
      reader.periods.contradiction(mention, tokens),
    ),
    ...[...typed, ...computed].flatMap((mention) => stale(mention, reader)),
    ...tokens.flatMap((token) => staleBase(token, matches)),
    ...staleTitle(tokens, data),
    ...staleCaption(tokens, data),
    ...staleCopy(block, reader),
  ];
  return found.filter(({ token }, at) => found.findIndex((other) => other.token.start === token.start) === at);
}

/** The measure of this issue, and of no other, whose total or part a figure is; of a change or a ratio, that of its first term. */
function ownTally(figure: Figure, tallies: IssueTallies): Tally | undefined {
  const { derivation, name } = figure;
  const tally = tallies.find(name.split(".")[0] ?? "");
  if (tally === undefined || !isOwn(name, tally))
    return derivation.kind === "operation" ? ownTally(derivation.left, tallies) : undefined;
  return tally;
}

function isOwn(name: string, { definition, breakdowns }: Tally): boolean {
  return (
    name === definition.name ||
    [...breakdowns.values()].some(({ parts }) => parts.some(({ figure }) => figure.name === name))
  );
}

/** So large that it is the same by no chance. */
function equalsLarge(token: NumberToken, { total }: Tally): boolean {
  const quantity = total === undefined ? undefined : quantityIn(token, total.measureWord);
  return total !== undefined && quantity?.value.equals(total.value) === true && total.value.compare(100) >= 0;
}

/** 5月份受理…件, where the figure is of June. */
function stale({ token, tally }: TimedMention, reader: ArticleReader): NumberFinding[] {
  const { since, asOf, definition } = tally;
  if (since === undefined || asOf === undefined) return [];
  const { text } = token.block;
  const { start } = sentenceOf(token);
  const last = periodsIn(text.slice(start, token.start)).at(-1);
  if (last === undefined || last.isOf(since, asOf)) return [];
  const [from, to] = [start + last.start, start + last.end];
  const isPrinted = isComputed(token.block, from, to);
  const between = withoutSpaces(text.slice(to, token.start)).replace(/^[)）]/, "");
  const { subjects } = reader;
  const leads = /^[，,]/.test(between) && !otherwise.test(between) && !subjects.namesOthers(between);
  const isSaidOf = leads || subjects.isPlain(between);
  const isOfAll = definition.accumulates === undefined && /累计/.test(between);
  if (isPrinted || !isSaidOf || isOfAll || /以来|截至|本[周月期]|今年/.test(between)) return [];
  return [finding(token.block, { ...last, start: from, end: to }, `“${definition.name}”`, periodWords(since, asOf))];
}

/** Behind a time that leads a sentence: what happened then, and numbers of another time. */
const otherwise =
  /部署|启动|印发|召开|开展|出台|实施|施行|成立|安排|要求|同期|[上去今]年|上[一个]*[月周]|目前|现已|随后|此后/;

/** 与11月相比, where the change behind it is one against December. */
function staleBase(token: NumberToken, matches: ReadonlyMap<NumberToken, Match>): NumberFinding[] {
  const figure = token.computed?.figure ?? matches.get(token)?.figure;
  const before = figure === undefined ? undefined : comparisonOf(figure)?.before;
  if (figure === undefined || before?.asOf === undefined) return [];
  const { start } = sentenceOf(token);
  const { text } = token.block;
  const bases = [...text.slice(start, token.start).matchAll(base)];
  const last = bases.at(-1);
  const [words = "", year, month] = last ?? [];
  const to = start + (last?.index ?? 0) + words.length;
  const from = to - words.length + 1;
  const isPrinted = isComputed(token.block, from, to);
  const named = { kind: "month", month: Number(month), year: year === undefined ? undefined : Number(year) } as const;
  if (month === undefined || isPrinted || isAgainst(figure, named)) return [];
  return [
    {
      token: { ...token, start: from, end: to },
      message: `这里写的是与“${words.slice(1)}”比，“${figure.name}”是与${momentForms.年月日(before.asOf)}的数比的`,
      hint: "请核对：是月份没有改，还是数没有改？",
    },
  ];
}

/** The last words of comparison are those that count. */
const base = /[较比与](?:((?:19|20)\d{2})年)?(\d{1,2})月份?(?!\d)|[环同]比|[较比与][上去前昨]/g;

/** What may stand behind the period of a headline whose article is about that time. */
const report = /^份?[^，。；]{0,16}(?:情况|通报|运行|受理|办理|工作|分析|报告|综述|简析|动态|[月周季]报|统计|$)/;
const lookingBack = /整改|回头看|复查|回访|较|比|同期|以来|部署|启动|开展|召开/;

/** A headline that names a time of which no data of the issue is. */
function staleTitle([first]: readonly NumberToken[], { tallies }: DataContext): NumberFinding[] {
  const { block } = first ?? {};
  const isHead = block?.kind === "title" || block?.kind === "heading";
  if (first === undefined || block === undefined || !isHead || lookingBack.test(block.text)) return [];
  const spans = [...tallies.vocabulary.measures.keys()].flatMap((measure) => {
    const { since, asOf } = tallies.find(measure) ?? {};
    return since === undefined || asOf === undefined ? [] : [{ since, asOf }];
  });
  const [own] = spans;
  if (own === undefined) return [];
  return periodsIn(block.text).flatMap((period) => {
    if (period.leadsOnly) return [];
    const isOther = !spans.some(({ since, asOf }) => period.isOf(since, asOf));
    const isPrinted = isComputed(block, period.start, period.end);
    return isOther && !isPrinted && report.test(block.text.slice(period.end).replace(/^[)）]/, ""))
      ? [finding(block, period, "这一期的数", periodWords(own.since, own.asOf))]
      : [];
  });
}

/** The caption of a computed table or chart whose figures are all of this issue. */
function staleCaption([first]: readonly NumberToken[], { tallies }: DataContext): NumberFinding[] {
  const about = first?.block.passage?.about ?? [];
  const spans = about.flatMap((figure) => {
    const { since, asOf } = ownTally(figure, tallies) ?? {};
    return since === undefined || asOf === undefined ? [] : [{ since, asOf }];
  });
  const [own] = spans;
  if (first === undefined || own === undefined || spans.length < about.length) return [];
  return periodsIn(first.block.text)
    .filter(({ start, end }) => !isComputed(first.block, start, end))
    .filter((period) => !spans.some(({ since, asOf }) => period.isOf(since, asOf)))
    .map((period) => finding(first.block, period, "表里的数", periodWords(own.since, own.asOf)));
}

function finding(
  block: Block,
  { text, start, end }: Pick<NamedPeriod, "text" | "start" | "end">,
  name: string,
  period: string,
): NumberFinding {
  return {
    token: { block, start, end },
    message: `这里写的是“${text}”，${name}是${period}的`,
    hint: "请核对：是时段没有改，还是数没有改？",
  };
}
