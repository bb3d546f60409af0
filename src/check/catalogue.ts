/** Every rule, in the order in which docs/rules.md lists them. (规则一览) */

import { characterRules } from "./proofread/rules/characters.ts";
import { impossibleDate, incompleteDate, untilWord } from "./proofread/rules/dates.ts";
import { documentNumberBracket } from "./proofread/rules/document-number.ts";
import { halfWidthMark } from "./proofread/rules/half-width.ts";
import { fullWidthCharacter, leadingZero } from "./proofread/rules/numerals.ts";
import { ordinalMark } from "./proofread/rules/ordinals.ts";
import { nestedMark, unpairedMark } from "./proofread/rules/pairs.ts";
import { straightQuote } from "./proofread/rules/quotes.ts";
import { numberRange } from "./proofread/rules/ranges.ts";
import { leadingMark, missingFinalMark, repeatedMark } from "./proofread/rules/sequence.ts";
import { dash, ellipsis, middleDot } from "./proofread/rules/signs.ts";
import { hanSpace, numberSpace, spaceAtMark } from "./proofread/rules/spaces.ts";
import { term } from "./proofread/rules/terms.ts";
import { cumulativeStep } from "./rules/accumulation.ts";
import { batchBackward, batchGap, batchRange, batchRepeat } from "./rules/batches.ts";
import { caseTwice, caseYear } from "./rules/case-numbers.ts";
import { crossSum } from "./rules/crosses.ts";
import { asOfAfterIssue, asOfLongAgo, asOfOrder, periodOrder } from "./rules/dates.ts";
import { statedEquality } from "./rules/equalities.ts";
import { negativeResult } from "./rules/formulas.ts";
import { cumulativeFalls, memberGone } from "./rules/growth.ts";
import { jointInUnit, jointTwice, jointUnmatched } from "./rules/joint-cases.ts";
import { suddenLeap } from "./rules/leaps.ts";
import { issueDateOrder, issueNumberGap, issueNumberRepeat } from "./rules/numbering.ts";
import { periodOdd } from "./rules/odd-period.ts";
import { overlapMany, overlapPart, overlapRest, overlapShort } from "./rules/overlaps.ts";
import { memberExceedsWhole, memberWithoutWhole, partExceedsWhole } from "./rules/parts.ts";
import { asOfBackward, periodGap } from "./rules/progress.ts";
import { rateOutside } from "./rules/rates.ts";
import { coverStanding, figuresStanding } from "./rules/standing.ts";
import { openAndClosed } from "./rules/status.ts";
import { breakdownSum } from "./rules/sums.ts";
import { measureWordUnlike, roundedAway, sentenceShare, sentenceSum, typedCount, typedList } from "./numbers/rules.ts";
import { PRIVACY_RULES } from "./privacy/catalogue.ts";
import type { CopyRuleInfo, ProseRule } from "./proofread/rule.ts";
import type { RuleInfo } from "./rule.ts";
import type { Rule } from "./rules/rule.ts";

/** Over the data of an issue, and that of the issues before it. */
export const dataRules: readonly Rule[] = [
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

/** Of these, those that see an issue and the ones before it, and those that see the heads of all. */
export const issueRules = dataRules.filter(({ over }) => over === undefined);
export const archiveRules = dataRules.filter(({ over }) => over === "archive");

/** Over the numbers that an issue prints. */
export const numberRules: readonly RuleInfo[] = [
  typedList,
  typedCount,
  sentenceSum,
  sentenceShare,
  roundedAway,
  measureWordUnlike,
];

/** What these find an editor may waive. */
export const waivableRules: readonly RuleInfo[] = [...dataRules, ...numberRules];

/** Over prose, block by block. */
export const proseRules: readonly ProseRule[] = [
  halfWidthMark,
  straightQuote,
  hanSpace,
  numberSpace,
  spaceAtMark,
  unpairedMark,
  nestedMark,
  repeatedMark,
  leadingMark,
  missingFinalMark,
  ellipsis,
  dash,
  middleDot,
  documentNumberBracket,
  ordinalMark,
  fullWidthCharacter,
  leadingZero,
  numberRange,
  impossibleDate,
  incompleteDate,
  untilWord,
  term,
];

/** Of copy-editing and privacy: the office may set the levels of these. */
export const copyRules: readonly CopyRuleInfo[] = [...proseRules, ...characterRules, ...PRIVACY_RULES];
