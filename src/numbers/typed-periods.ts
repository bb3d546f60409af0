/** Batches, dates and periods typed by hand beside figures of other ones. */

import { lastClause, withoutSpaces } from "./clause.ts";
import type { ClauseReader } from "./clause.ts";
import { tallyOrNone } from "./match.ts";
import type { DataContext } from "./match.ts";
import { periodsIn, periodWords } from "./named-period.ts";
import { sentenceOf } from "./number-token.ts";
import type { NumberToken } from "./number-token.ts";
import type { TimedMention } from "./period.ts";
import { quantityIn } from "./quantity.ts";
import { typedCount } from "./rule.ts";
import type { NumberFinding } from "./rule.ts";
import type { Tally } from "../tally/tally.ts";

/** `others`: numbers of the block that were read as some measure's, in sentences of another time. */
export function otherPeriods(
  tokens: readonly NumberToken[],
  others: readonly TimedMention[],
  context: DataContext,
  reader: ClauseReader,
): NumberFinding[] {
  const computed = tokens.flatMap((token) => {
    const { figure } = token.computed ?? {};
    const tally = figure === undefined ? undefined : tallyOrNone(context.tallies, figure.name.split(".")[0] ?? "");
    if (figure === undefined || tally === undefined || !isOwn(figure.name, tally)) return [];
    const lead = reader.leadOf(token);
    return [{ token, tally, lead, clause: lastClause(lead) }];
  });
  const typed = others.filter(({ token, tally }) => tokens.includes(token) && equalsLarge(token, tally));
  const found = [
    ...[...typed, ...computed.filter(({ tally }) => tally.definition.formula === undefined)].flatMap((mention) =>
      reader.periods.contradiction(mention, tokens),
    ),
    ...[...typed, ...computed].flatMap((mention) => stale(mention, reader)),
    ...staleTitle(tokens, context),
  ];
  return found.filter(({ token }, at) => found.findIndex((other) => other.token.start === token.start) === at);
}

/** The measure's total or a part of it, of this issue and no other. */
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
function stale({ token, tally }: TimedMention, reader: ClauseReader): NumberFinding[] {
  const { since, asOf, definition } = tally;
  if (since === undefined || asOf === undefined) return [];
  const { text } = token.block;
  const { start } = sentenceOf(token);
  const last = periodsIn(text.slice(start, token.start)).at(-1);
  if (last === undefined || last.isOf(since, asOf)) return [];
  const [from, to] = [start + last.start, start + last.end];
  const isPrinted = token.block.computed.some((other) => other.start < to && from < other.end);
  const between = withoutSpaces(text.slice(to, token.start)).replace(/^[)）]/, "");
  if (isPrinted || !reader.subjects.isPlain(between) || /累计|以来|截至|本[周月期]/.test(between)) return [];
  return [
    finding({ ...token, text: last.text, start: from, end: to }, `“${definition.name}”`, periodWords(since, asOf)),
  ];
}

/** What may stand behind the period of a headline whose article is about that time. */
const report = /^份?[^，。；]{0,16}(?:情况|通报|运行|受理|办理|工作|分析|报告|综述|简析|动态|[月周季]报|统计|$)/;
const lookingBack = /整改|回头看|复查|回访|较|比|同期|以来|部署|启动|开展|召开/;

/** A headline that names a time of which no data of the issue is. */
function staleTitle([first]: readonly NumberToken[], { tallies }: DataContext): NumberFinding[] {
  const { block } = first ?? {};
  if (first === undefined || block?.kind !== "title" || lookingBack.test(block.text)) return [];
  const spans = [...tallies.vocabulary.measures.keys()].flatMap((measure) => {
    const { since, asOf } = tallyOrNone(tallies, measure) ?? {};
    return since === undefined || asOf === undefined ? [] : [{ since, asOf }];
  });
  const [own] = spans;
  if (own === undefined) return [];
  return periodsIn(block.text).flatMap((period) => {
    const isOther = !spans.some(({ since, asOf }) => period.isOf(since, asOf));
    const isPrinted = block.computed.some(({ start, end }) => start < period.end && period.start < end);
    return isOther && !isPrinted && report.test(block.text.slice(period.end).replace(/^[)）]/, ""))
      ? [
          finding(
            { ...first, text: period.text, start: period.start, end: period.end },
            "这一期的数",
            periodWords(own.since, own.asOf),
          ),
        ]
      : [];
  });
}

function finding(token: NumberToken, name: string, period: string): NumberFinding {
  return {
    rule: typedCount,
    token,
    message: `这里写的是“${token.text}”，${name}是${period}的`,
    hint: "请核对：是时段没有改，还是数没有改？",
  };
}
