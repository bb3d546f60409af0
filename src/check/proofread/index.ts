/** Copy-editing: what a careful editor looks for before an issue goes out. */
export { applyFixes, type Change, type FixResult } from "./fix.ts";
export { proofread, proofreadCharacters, type ProofreadOptions } from "./proofread.ts";
export type { Article } from "./prose.ts";
