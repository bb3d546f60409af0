/** Figures that nothing else holds, against what they have been so far: a digit too many makes 410 of 41. (突变) */

import Fraction from "fraction.js";
import { isExclusive } from "../../compute/tally/breakdown.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { dayNumber } from "../../base/text/moment.ts";
import { isCumulative } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, earlierCounted, isSummedUp, type Counted, type Subject } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

/** Fewer issues do not show what is usual. */
const fewest = 5;
/** No more are looked at: what was usual years ago need not be so now. */
const most = 12;
/** A figure that has never been more than so many times its smallest value is a steady one. */
const steady = new Fraction(4);
/** A steady figure so many times larger than ever, or smaller, is rather mistyped. */
const leap = new Fraction(4);
/** Small counts double and halve by chance. */
const smallest = 10;

export const suddenLeap: Rule = {
  id: "sudden-leap",
  name: "数字突变",
  level: "warning",
  explanation:
    "没有分项、也没有别的数可核对的当期数，一向平稳（前面至少五期，最多与最少相差不到四倍，都不少于10），这一期忽然比最多的一期还多四倍以上，或不到最少的一期的四分之一：多半是多写或少写了一位。统计时段长短变了的不比。",
  example: "前六期约谈都在35人到48人之间，这一期写了410人。",
  find: (subject) =>
    allCounted(subject).flatMap((now) => {
      if (now.definition.mayBeNegative === true || !isOfPeriod(now, subject)) return [];
      return loneFigures(now, subject).flatMap((lone) => {
        const [figure, past] = [lone(now.tally), historyOf(subject, now, lone)];
        return figure === undefined || past === undefined ? [] : leapFrom(figure, past, now);
      });
    }),
};

/** Finds a figure in the tally of any issue. */
type Lone = (tally: Tally) => Figure | undefined;

/** The total that nothing adds up to; where there is none, the lines of the only breakdown. */
function loneFigures({ definition, block, tally }: Counted, subject: Subject): Lone[] {
  const sums = [...tally.breakdowns.values()].filter(({ dimension }) => isExclusive(dimension, definition));
  if (isSummedUp(subject, definition)) return [];
  if (block.total !== undefined)
    return sums.some(({ dimension }) => dimension.partial !== true) ? [] : [({ total }) => total];
  const [only, more] = sums;
  if (only === undefined || more !== undefined) return [];
  return only.parts.map(
    ({ member }): Lone =>
      ({ breakdowns }) =>
        breakdowns.get(only.dimension.name)?.parts.find((part) => part.member === member)?.figure,
  );
}

interface History {
  readonly issues: number;
  readonly least: Fraction;
  readonly most: Fraction;
}

function leapFrom(figure: Figure, { issues, least, most: largest }: History, { block }: Counted): Finding[] {
  const { value, measureWord } = figure;
  const rises = value.compare(largest.mul(leap)) > 0;
  const falls = value.mul(leap).compare(least) < 0 && value.compare(0) > 0;
  if (!rises && !falls) return [];
  return [
    {
      place: placeOf(figure, block.place),
      message: `“${figure.name}”是${quantity(value, measureWord)}，前面${issues}期都在${quantity(least, measureWord)}到${quantity(largest, measureWord)}之间`,
      hint: `是不是${rises ? "多" : "少"}写了一位？请核对；确实是这样的不用改。`,
    },
  ];
}

/** The last values of a steady figure; `undefined` where it has been none, or too seldom told. */
function historyOf(subject: Subject, now: Counted, lone: Lone): History | undefined {
  const values: Fraction[] = [];
  for (const { tally } of earlierCounted(subject, now.definition.name)) {
    const value = lone(tally)?.value;
    if (value !== undefined && lengthOf(tally) === lengthOf(now.tally)) values.push(value);
    if (values.length === most) break;
  }
  const sorted = values.sort((a, b) => a.compare(b));
  const [least, largest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || largest === undefined || values.length < fewest) return undefined;
  return least.compare(smallest) < 0 || largest.compare(least.mul(steady)) > 0
    ? undefined
    : { issues: values.length, least, most: largest };
}

/** Days, to within a tenth: months are as long as each other. */
function lengthOf({ since, asOf }: Tally): number | undefined {
  if (since === undefined || asOf === undefined) return undefined;
  return Math.round(Math.log(dayNumber(asOf) - dayNumber(since) + 1) / Math.log(1.25));
}

/** A stock, or the count of one period or one batch: what is added up since long ago only grows. */
function isOfPeriod({ definition, tally: { since, asOf, batches } }: Counted, { archive }: Subject): boolean {
  if (!isCumulative(definition, archive.vocabulary)) return true;
  if (batches !== undefined) return batches.from === batches.to;
  return since !== undefined && asOf !== undefined && !(since.month === 1 && since.day === 1);
}
