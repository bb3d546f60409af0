import type { BrowserSource } from "../browser-report.ts";

/** A browser on this machine that has not been started yet. */
export interface FoundBrowser {
  /** Absolute path. */
  readonly executable: string;
  readonly source: BrowserSource;
  /** What its process needs in its environment beside the usual. */
  readonly environment: Readonly<Record<string, string>>;
}
