/** The settings of the page layout. Lengths in millimetres; see `Sheet`. */
export interface LayoutSettings {
  /** Height of the 22 lines of a page. */
  readonly pageHeight: number;
  readonly pitch: number;
  /** Distance from the bottom of the type area to that of the 22 lines. */
  readonly leadBottom: number;
  /** 版记在偶数页 */
  readonly evenImprint: boolean;
}
