import type { BrowserReport } from "./browser-report.ts";
import type { PrintedPdf, PrintJob } from "./print-job.ts";

export interface PrinterOptions {
  /** Largest number of browser processes, 1 by default; the second and later ones are started when there is work for them. */
  readonly browsers?: number;
  /** Number of documents printed at the same time in each browser, 1 by default. */
  readonly pagesPerBrowser?: number;
  /** The environment in which the browser is searched, `process.env` by default. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Called when the process of the first browser has been started, before it is ready. */
  readonly onStart?: () => void;
}

export interface Printer {
  readonly browser: BrowserReport;
  /** Number of jobs that run at the same time; further jobs wait. */
  readonly capacity: number;
  /** @throws PrintError when the document is at fault, or the browser failed twice. @throws EnvironmentError */
  print(job: PrintJob): Promise<PrintedPdf>;
  /** Ends the browsers and deletes everything temporary. Waiting jobs are rejected. */
  close(): Promise<void>;
}
