/** Where each number comes from that an issue prints. */
export { casesText, derivationTree } from "./derivation-tree.ts";
export { contextOf, type NumberContext } from "./context.ts";
export { formulaOf, type Formula, type Input } from "./formula.ts";
export { listing, summaryLine } from "./listing.ts";
export { originSentence } from "./origin-sentence.ts";
export { recordOf, type NumberRecord, type RulesOf } from "./record.ts";
export { anchorOf, stateNames, traceNumbers } from "./traced-number.ts";
export type { NumberedPart, TracedNumber, TraceState } from "./traced-number.ts";
export { quantityText, valueJson, valueText } from "./value-text.ts";
