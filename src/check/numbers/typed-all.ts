/** 已全部办结, 无在办件: all or none in words, held against the data. */

import { partOf } from "../../compute/tally/breakdown.ts";
import { statusOf } from "../../model/status.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { lastClause, type ArticleReader } from "./article-reader.ts";
import type { Match } from "./match.ts";
import { isCount, quantityEnd, type NumberToken } from "./number-token.ts";
import type { NumberFinding } from "./finding.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { Block } from "./printed-text.ts";
import { ending } from "./words.ts";

const all = "(?:已经?|均|都|现已|目前已?)*(?:全部|全数|悉数|均已?|都已?|已)(?:经)?";
const none = "(?:已)?(?:无|没有|零|再无)(?:一件)?";
const cases = "(?:信访件|案件|件|问题|隐患)?";
const done = new RegExp(`${ending}|办复|落实|回复`);
/** Said of a wish or a plan, not of what is. */
const wish =
  /确保|力争|争取|要求|务必|必须|应|要|将|待|如|若|可|能|推动|推进|尽快|限期|按期|底前|日前|以前|之前|未|不|是否|直至|直到|做到|实现|目标|“[^”]*$/;

export function checkAll({ tokens, vocabulary, states }: NumberedBlock, reader: ArticleReader): NumberFinding[] {
  const { matches, data } = reader;
  const [first] = tokens;
  if (first === undefined) return [];
  return doneMeasures(vocabulary).flatMap(({ done, whole }) => {
    const text = first.block.text;
    const [closed, received] = [data.tallies.find(done), data.tallies.find(whole)];
    if (closed === undefined || received === undefined) return [];
    const claims = [
      ...text.matchAll(new RegExp(`${all}${done}(?!率|的|后|件|之)|${none}(?:${states.open})${cases}`, "g")),
    ];
    return claims.flatMap((claim) => {
      const clause = lastClause(text.slice(0, claim.index), "，。；：");
      const near = lastWhole(tokens, claim.index, matches, done);
      if (!/全|悉|均|都|无|没有|零/.test(claim[0]) || wish.test(clause) || near === undefined) return [];
      const known = knownWhole(near, matches, received, closed);
      if (known?.closed === undefined || !reader.isNow(near, received)) return [];
      return known.total.value.compare(known.closed.value) > 0
        ? finding(first.block, claim.index, claim[0], known.total, known.closed)
        : [];
    });
  });
}

/** Measures of which all can be done: parts of a whole in the same measure word. */
function doneMeasures({ measures, statuses }: Vocabulary): { done: string; whole: string }[] {
  return [...measures.values()].flatMap(({ name, within, measureWord, percent }) => {
    const whole = within === undefined ? undefined : measures.get(within);
    const kind = statusOf(name, statuses)?.kind;
    const isDone = kind === undefined ? done.test(name) && !/阶段|未|正在/.test(name) : kind === "closed";
    return whole === undefined || percent !== undefined || whole.measureWord !== measureWord || !isDone
      ? []
      : [{ done: name, whole: whole.name }];
  });
}

/** The count that the words are about: the last one before them, but for what has been done of it. */
function lastWhole(
  tokens: readonly NumberToken[],
  index: number,
  matches: ReadonlyMap<NumberToken, Match>,
  done: string,
): NumberToken | undefined {
  const isDone = (token: NumberToken): boolean => figureOf(token, matches)?.name.split(".")[0] === done;
  const last = tokens.findLast(
    (token) => token.start < index && isCount(token.kind) && token.kind !== "percentage" && !isDone(token),
  );
  if (last === undefined) return undefined;
  const between = last.block.text.slice(quantityEnd(last), index);
  return between.length <= 60 && (between.match(/[。！？]/g)?.length ?? 0) <= 1 ? last : undefined;
}

function figureOf(token: NumberToken, matches: ReadonlyMap<NumberToken, Match>): Figure | undefined {
  const match = matches.get(token);
  return token.computed?.figure ?? (match?.agrees === true ? match.figure : undefined);
}

/** What a number is the whole of, and how much of that is done; only where it is known to be that. */
function knownWhole(
  token: NumberToken,
  matches: ReadonlyMap<NumberToken, Match>,
  received: Tally,
  closed: Tally,
): { readonly total: Figure; readonly closed: Figure | undefined } | undefined {
  const figure = figureOf(token, matches);
  const { total, definition } = received;
  const isTotal =
    figure === undefined
      ? total !== undefined &&
        token.value?.equals(total.value) === true &&
        token.measureWord === definition.measureWord &&
        total.value.compare(least) >= 0
      : figure.name === definition.name;
  if (isTotal) return total === undefined ? undefined : { total, closed: closed.total };
  for (const [dimension, { parts }] of received.breakdowns) {
    const part = parts.find((other) => other.figure.name === figure?.name);
    const own = partOf(closed.breakdowns.get(dimension), part?.member);
    if (part !== undefined) return { total: part.figure, closed: own?.figure };
  }
  return undefined;
}

/** Smaller numbers are equal by chance. */
const least = 100;

function finding(block: Block, start: number, words: string, total: Figure, closed: Figure): NumberFinding {
  const word = total.measureWord;
  const rest = total.value.sub(closed.value).toString();
  return {
    token: { block, start, end: start + words.length },
    message: `这里写的是“${words}”，数据里“${total.name}”是${total.value.toString()}${word}，“${closed.name}”是${closed.value.toString()}${word}，还有${rest}${word}`,
    hint: "请核对；没有全部办完的，写明还有多少。",
  };
}
