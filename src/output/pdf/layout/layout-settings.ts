/** What the layout of pages is told. */

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
