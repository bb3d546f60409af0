/** Where the browser came from. */
export type BrowserSource = "environment" | "npm" | "system";

/** Which browser prints, for the build's report. (所用浏览器) */
export interface BrowserReport {
  readonly name: string;
  /** E.g. `143.0.7499.4`; part of what determines a PDF's bytes. */
  readonly version: string;
  readonly source: BrowserSource;
  readonly sandbox: boolean;
  /** All of it as one line of Chinese. */
  readonly description: string;
}
