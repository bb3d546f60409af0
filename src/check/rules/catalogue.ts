import { cumulativeStep } from "./accumulation.ts";
import { batchBackward, batchGap, batchRange, batchRepeat } from "./batches.ts";
import { caseTwice, caseYear } from "./case-numbers.ts";
import { crossSum } from "./crosses.ts";
import { asOfAfterIssue, asOfLongAgo, asOfOrder, periodOrder } from "./dates.ts";
import { negativeResult } from "./formulas.ts";
import { statedEquality } from "./equalities.ts";
import { cumulativeFalls, memberGone } from "./growth.ts";
import { jointInUnit, jointTwice, jointUnmatched } from "./joint-cases.ts";
import { issueDateOrder, issueNumberGap, issueNumberRepeat } from "./numbering.ts";
import { suddenLeap } from "./leaps.ts";
import { overlapMany, overlapPart, overlapRest, overlapShort } from "./overlaps.ts";
import { periodOdd } from "./odd-period.ts";
import { memberExceedsWhole, memberWithoutWhole, partExceedsWhole } from "./parts.ts";
import { asOfBackward, periodGap } from "./progress.ts";
import { rateOutside } from "./rates.ts";
import type { Rule } from "./rule.ts";
import { coverStanding, figuresStanding } from "./standing.ts";
import { openAndClosed } from "./status.ts";
import { breakdownSum } from "./sums.ts";

/** Every reconciliation rule, in the order in which the handbook lists them. */
export const reconciliationRules: readonly Rule[] = [
  breakdownSum,
  overlapPart,
  overlapMany,
  overlapShort,
  overlapRest,
  crossSum,
  partExceedsWhole,
  memberExceedsWhole,
  memberWithoutWhole,
  openAndClosed,
  statedEquality,
  negativeResult,
  rateOutside,
  jointUnmatched,
  jointTwice,
  jointInUnit,
  cumulativeFalls,
  cumulativeStep,
  memberGone,
  figuresStanding,
  coverStanding,
  suddenLeap,
  asOfAfterIssue,
  asOfLongAgo,
  asOfOrder,
  asOfBackward,
  periodOrder,
  periodGap,
  periodOdd,
  batchRange,
  batchRepeat,
  batchBackward,
  batchGap,
  issueNumberGap,
  issueNumberRepeat,
  issueDateOrder,
  caseTwice,
  caseYear,
];
