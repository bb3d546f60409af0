/** Copy-editing and privacy: what a careful editor looks for before an issue goes out. */
export { RULES } from "./catalogue.ts";
export { applyFixes, type Change, type FixResult } from "./fix.ts";
export type { Levels } from "./levels.ts";
export { checkPrivacy, checkPrivacyText, siftPrivacy, type PrivacyOptions } from "../privacy/check.ts";
export { proofread, proofreadCharacters, type ProofreadOptions } from "./proofread.ts";
export type { Article } from "./prose.ts";
export type { Level, RuleInfo, TermRule } from "./rule.ts";
