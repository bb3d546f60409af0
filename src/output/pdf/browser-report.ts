/** Where the browser came from. */
export type BrowserSource = "environment" | "npm" | "system";

/** The browser that prints, for the report of a build. (所用浏览器) */
export interface BrowserReport {
  readonly name: string;
  /** E.g. `143.0.7499.4`; the bytes of a PDF depend on it. */
  readonly version: string;
  readonly source: BrowserSource;
  readonly sandbox: boolean;
  /** Name, version and source in one line of Chinese. */
  readonly description: string;
}
