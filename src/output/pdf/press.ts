import type { BrowserReport } from "./browser-report.ts";
import { printEdition } from "./edition.ts";
import type { EditionJob, PrintedEdition, UndrawableText } from "./edition.ts";
import type { FontConfig } from "./font-role.ts";
import { warmFaces } from "./font/load-face.ts";
import type { LazyPrinter } from "./open-printer.ts";

/** Prints editions, several at a time; it is got ready when it is first needed. (印刷机) */
export interface Press {
  /** How many are printed at one time; hand over some more, so that there is always one ready. */
  readonly capacity: number;
  /**
   * Gets ready: `fonts` are those that editions will be printed in, if that is known. Resolves when it needs nothing of this thread
   * for a while; what goes wrong is told to those who print.
   */
  start(fonts?: FontConfig): Promise<void>;
  /** The browser, once it is there. @throws EnvironmentError none was found, or it does not start. */
  browser(): Promise<BrowserReport>;
  /** @throws PrintError @throws ArchiveError @throws FontError @throws EnvironmentError */
  print(job: EditionJob): Promise<PrintedEdition | UndrawableText>;
  /** Ends the browsers. May be called again, by whoever has to wait until it is done. */
  close(): Promise<void>;
}

/** Called whenever there is time for something else in the thread of those who print. */
export type OnWait = () => void;

/** A press in this thread: for a few editions, or for those who print something else by the same browser. */
export function pressOf(printer: LazyPrinter, onWait?: OnWait): Press {
  return {
    capacity: printer.capacity,
    start: async (fonts) => {
      if (fonts !== undefined) warmFaces(fonts);
      await printer.start();
    },
    browser: async () => (await printer.get()).browser,
    print: async (job) => printEdition(job, await printer.get(), onWait),
    close: () => printer.close(),
  };
}
