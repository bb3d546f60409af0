/** Every number that an issue prints: found, classified, and held against the data and its neighbours. */
export {
  checkNumbers,
  numbersOfBlock,
  type CheckedNumber,
  type NumberCheck,
  type NumberState,
} from "./check-numbers.ts";
export { findNumbers } from "./find-numbers.ts";
export { countKinds, isCount, kindNames, otherKinds, quantityEnd, sentenceOf } from "./number-token.ts";
export type { NumberKind, NumberToken } from "./number-token.ts";
export { numberedArticle, printedBlocks } from "./printed-text.ts";
export type { Block, Computed, NumberedArticle } from "./printed-text.ts";
export type { DataContext } from "./match.ts";
