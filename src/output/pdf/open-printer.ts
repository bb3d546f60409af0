/** A printer with its browsers, opened at once or when it is first needed. */

import type { Printer, PrinterOptions } from "./printer.ts";
import { locateBrowser } from "./browser/locate.ts";

/** @throws EnvironmentError no browser was found, or it does not start. */
export async function openPrinter(options: PrinterOptions = {}): Promise<Printer> {
  // What drives the browser takes a while to load, which a build that prints nothing is spared.
  const [found, { launchBrowser }, { PrinterPool }] = await Promise.all([
    locateBrowser(options.environment ?? process.env),
    import("./browser/launch.ts"),
    import("./job/printer-pool.ts"),
  ]);
  const first = await launchBrowser(found, options.onStart);
  return new PrinterPool(first, () => launchBrowser(found), options.browsers ?? 1, options.pagesPerBrowser ?? 1);
}

/** A printer that is opened when it is first needed. */
export class LazyPrinter {
  readonly #options: PrinterOptions;
  #printer: Promise<Printer> | undefined;
  #closed: Promise<void> | undefined;

  constructor(options: PrinterOptions = {}) {
    this.#options = options;
  }

  /** As that of the open printer. */
  get capacity(): number {
    return (this.#options.browsers ?? 1) * (this.#options.pagesPerBrowser ?? 1);
  }

  /**
   * Opens it now, for whoever knows that it will be needed. Returns when the browser's process has been started, so that it gets
   * ready beside whatever keeps this one busy; a failure is told to those who use the printer.
   */
  start(): Promise<void> {
    return new Promise((resolve) => {
      this.#printer ??= openPrinter({ ...this.#options, onStart: resolve });
      this.#printer.then(
        () => resolve(),
        () => resolve(),
      );
    });
  }

  /** @throws EnvironmentError as `openPrinter`. */
  get(): Promise<Printer> {
    return (this.#printer ??= openPrinter(this.#options));
  }

  /** May be called again, by whoever has to wait until it is done. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    const printer = await this.#printer?.catch(() => undefined);
    await printer?.close();
  }
}
