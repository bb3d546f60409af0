/** What the layout is told of an issue, and what it found. */

/** Lengths in millimetres; see `Sheet`. */
export interface LayoutSettings {
  /** Height of a page's 22 lines. */
  readonly pageHeight: number;
  readonly pitch: number;
  /** From the bottom of the type area to that of the 22 lines. */
  readonly leadBottom: number;
  /** 版记在偶数页 */
  readonly evenImprint: boolean;
}

export interface PageLayout {
  readonly pages: number;
  /** Page of each article's beginning, by anchor. */
  readonly articlePages: Readonly<Record<string, number>>;
  /** Lines of text on page 1; fewer than three only where the issue has no more, or its head leaves no room. */
  readonly firstPageLines: number;
  /** Classes that the document was given so that page 1 shows text. */
  readonly classes: readonly string[];
  /** Pages without a page number: a blank one before the imprint, and the imprint's (7.5). */
  readonly unnumbered: readonly number[];
}
