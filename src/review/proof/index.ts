/** The draft for signature. (送审稿) Takes pages and returns pages; files and the browser are left to the command. */
export { checkList } from "./check-list.ts";
export type { CheckGroup, CheckRow, CheckState } from "./check-list.ts";
export { checkPages, summaryText } from "./check-pages.ts";
export { placeOf, placeText } from "./grid-line.ts";
export { locateNumbers } from "./locate-numbers.ts";
export type { Located, PrintedNumber, StrayNumber } from "./locate-numbers.ts";
export { mergeProof } from "./merge.ts";
export { overlayPage } from "./overlay.ts";
export { printedSegments } from "./printed-segments.ts";
export type { Segment } from "./printed-segments.ts";
export { approvalSlip } from "./slip.ts";
