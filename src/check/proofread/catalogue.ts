import { PRIVACY_RULES } from "../privacy/catalogue.ts";
import type { ProseRule, RuleInfo } from "./rule.ts";
import { characterRules } from "./rules/characters.ts";
import { impossibleDate, incompleteDate, untilWord } from "./rules/dates.ts";
import { documentNumberBracket } from "./rules/document-number.ts";
import { halfWidthMark } from "./rules/half-width.ts";
import { fullWidthCharacter, leadingZero } from "./rules/numerals.ts";
import { ordinalMark } from "./rules/ordinals.ts";
import { nestedMark, unpairedMark } from "./rules/pairs.ts";
import { straightQuote } from "./rules/quotes.ts";
import { numberRange } from "./rules/ranges.ts";
import { leadingMark, missingFinalMark, repeatedMark } from "./rules/sequence.ts";
import { dash, ellipsis, middleDot } from "./rules/signs.ts";
import { hanSpace, numberSpace, spaceAtMark } from "./rules/spaces.ts";
import { term } from "./rules/terms.ts";

/** The rules over prose, in the order the handbook lists them. */
export const PROSE_RULES: readonly ProseRule[] = [
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

/** Every rule of this folder, for the handbook and for checking the settings. */
export const RULES: readonly RuleInfo[] = [...PROSE_RULES, ...characterRules, ...PRIVACY_RULES];
