/** Rates typed by hand: 全市办结率74.4%, 零陵区办结率为84.4%. */

import { partOf } from "../../compute/tally/breakdown.ts";
import type { MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { escaped } from "../../base/text/words-pattern.ts";
import { isQuoted, lastClause, plainWords, type ArticleReader } from "./article-reader.ts";
import { rateMatch, type Match } from "./match.ts";
import { wordsBefore, type NumberToken } from "./number-token.ts";
import type { NamedMember } from "./subject.ts";

const rateBefore = (name: string): RegExp => new RegExp(`${name}(?:已)?(?:为|达到|达|是|：|:)?$`);
/** What may stand in front of a rate that is the whole's. */
const wholeRate =
  /^(?:目前|其中|全[市省州区县]的?|我[市省州]的?|累计|总体|综合|总|平均|群众|信访件|交办件|转办件|案件)*$/;

/** 完成年度任务36000万元的: the measure that a rate is a share of, where no other rate is one of it. */
function shareBefore({ formula }: MeasureDefinition, { measures }: Vocabulary): RegExp | undefined {
  const [, base] = formula === undefined ? [] : (ratio.exec(formula.expression) ?? []);
  const rates = [...measures.values()].filter((other) => ratio.exec(other.formula?.expression ?? "")?.[1] === base);
  return base === undefined || rates.length > 1
    ? undefined
    : new RegExp(`(?:完成|占)了?(?:全年|全市)?${escaped(base)}(?:[\\d.]+[万亿]?[\u4e00-\u9fff])?的$`);
}

const ratio = /^[^-+*/×÷()（）]+[/÷][ \t]*([^-+*/×÷()（）. \t]+)$/;

/** The rate of the whole or of a unit that a percentage is. */
export function matchRate(token: NumberToken, reader: ArticleReader): Match | undefined {
  if (token.computed !== undefined || token.kind !== "percentage" || token.measureWord === "‰") return undefined;
  if (token.approximate || token.value === undefined || isQuoted(token)) return undefined;
  // 办结率100%的有蓝山
  if (/^[ \t]*[%％]?(?:的|以上|以下)/.test(token.block.text.slice(token.end))) return undefined;
  const { tallies } = reader.data;
  const { vocabulary } = tallies;
  const clause = lastClause(plainWords(wordsBefore(token, 40)));
  const named = [...vocabulary.measures.values()].flatMap((definition) => {
    const { name, percent } = definition;
    const match =
      percent === undefined
        ? null
        : (rateBefore(name).exec(clause) ?? shareBefore(definition, vocabulary)?.exec(clause) ?? null);
    return match === null ? [] : [{ definition, whose: clause.slice(0, match.index) }];
  });
  const found = named.find(({ whose }) => wholeRate.test(whose) || reader.subjects.named(whose) !== undefined);
  const tally = found === undefined ? undefined : tallies.find(found.definition.name);
  if (found === undefined || tally === undefined) return undefined;
  const lead = reader.leadOf(token);
  if (!reader.periods.isOf(tally, lead, clause)) return undefined;
  const rateOf = ({ dimension, member }: NamedMember): Match | undefined => {
    const part = partOf(tally.breakdowns.get(dimension), member);
    return part === undefined ? undefined : rateMatch(token, part.figure);
  };
  const member = reader.subjects.named(found.whose);
  if (member === undefined) {
    // 已办结52件、正在办理23件，办结率…: behind a list the rate is the whole's.
    const listed = reader.subjects.membersIn(lead);
    const isBehindList = listed.length > 1 && listed.every(({ isListed }) => isListed);
    const subject = isBehindList ? reader.subjectIn("", "") : reader.subjectOf(token, lead, "");
    if (subject.kind === "whole") return tally.total === undefined ? undefined : rateMatch(token, tally.total);
    if (subject.kind === "unclear") return undefined;
    // 东湖区法院收案1462件，结案1021件，结案率69.84%
    return rateOf(subject);
  }
  return rateOf(member);
}
