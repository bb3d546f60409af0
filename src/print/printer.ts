import type { BrowserReport } from "./browser-report.ts";
import type { PrintedPdf, PrintJob } from "./print-job.ts";

export interface PrinterOptions {
  /** Browser processes, 1 unless told. */
  readonly browsers?: number;
  /** Documents printed at one time in each browser, 1 unless told. */
  readonly pagesPerBrowser?: number;
  /** The environment to find the browser by; `process.env` unless told. */
  readonly environment?: NodeJS.ProcessEnv;
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

/** @throws EnvironmentError no browser was found, or it does not start. */
export function openPrinter(_options: PrinterOptions = {}): Promise<Printer> {
  return Promise.reject(new Error("not written yet"));
}
