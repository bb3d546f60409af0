import type { BrowserReport } from "./browser-report.ts";
import { printEdition } from "./edition.ts";
import type { EditionJob, PrintedEdition, UndrawableText } from "./edition.ts";
import type { FontConfig } from "./font-role.ts";
import { warmFaces } from "./font/load-face.ts";
import type { LazyPrinter } from "./open-printer.ts";

/** Prints editions, several at a time; it is started when first needed. (印刷机) */
export interface Press {
  /** Number of editions printed at the same time. Callers should hand over some more, so that one is always ready. */
  readonly capacity: number;
  /**
   * Prepares for printing, with `fonts` if they are known. Resolves when it does not need this thread for a while. Errors are thrown by
   * `print`.
   */
  start(fonts?: FontConfig): Promise<void>;
  /** The browser, once it has started. @throws EnvironmentError when none was found, or it does not start. */
  browser(): Promise<BrowserReport>;
  /** @throws PrintError @throws ArchiveError @throws FontError @throws EnvironmentError */
  print(job: EditionJob): Promise<PrintedEdition | UndrawableText>;
  /** Ends the browsers. May be called repeatedly, to wait until they have ended. */
  close(): Promise<void>;
}

/** Called whenever the printing thread has time for something else. */
export type OnWait = () => void;

/** A press in this thread, for a few editions, or to share the browser with other documents. */
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
