/** What changed in an issue since an earlier version of it. (对照) */
export { comparePage, summaryOf } from "./compare-page.ts";
export { compareIssues } from "./comparison.ts";
export { correctionNotes } from "./correction-notes.ts";
export type { ComparedPart, Version } from "./comparison.ts";
export type { Cause, MovedFigure } from "./moved-figures.ts";
export type { RedParagraph, Span } from "./redline.ts";
