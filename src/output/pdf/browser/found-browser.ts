import type { BrowserSource } from "../browser-report.ts";

/** A browser on this machine, not started yet. */
export interface FoundBrowser {
  /** Absolute path. */
  readonly executable: string;
  readonly source: BrowserSource;
  /** Additional environment variables of its process. */
  readonly environment: Readonly<Record<string, string>>;
}
