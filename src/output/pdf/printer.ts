import type { BrowserReport } from "./browser-report.ts";
import type { PrintedPdf, PrintJob } from "./print-job.ts";

export interface PrinterOptions {
  /** Browser processes at most, 1 unless told; the second and later ones start when there is work for them. */
  readonly browsers?: number;
  /** Documents printed at one time in each browser, 1 unless told. */
  readonly pagesPerBrowser?: number;
  /** The environment to find the browser by; `process.env` unless told. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Called when the process of the first browser has been started, long before it is ready. */
  readonly onStart?: () => void;
}

export interface Printer {
  readonly browser: BrowserReport;
  /** How many jobs run at one time; more than that wait their turn, so hand over about this many. */
  readonly capacity: number;
  /** @throws PrintError the document is at fault, or the browser failed twice. @throws EnvironmentError */
  print(job: PrintJob): Promise<PrintedPdf>;
  /** Ends the browsers and deletes everything temporary. Waiting jobs are rejected. */
  close(): Promise<void>;
}
