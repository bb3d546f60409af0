import type { Printer, PrinterOptions } from "./printer.ts";
import { locateBrowser } from "./browser/locate.ts";

/** Opens a printer with its browsers. @throws EnvironmentError when no browser was found, or it does not start. */
export async function openPrinter(options: PrinterOptions = {}): Promise<Printer> {
  // Loaded here, because it takes time, which a build without printing does not need.
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

  /** The capacity of the printer once it is open. */
  get capacity(): number {
    return (this.#options.browsers ?? 1) * (this.#options.pagesPerBrowser ?? 1);
  }

  /**
   * Opens the printer in advance. Resolves when the process of the browser has been started, which gets ready while this one does other
   * work. Errors are thrown by `get`.
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

  /** @throws EnvironmentError like `openPrinter`. */
  get(): Promise<Printer> {
    return (this.#printer ??= openPrinter(this.#options));
  }

  /** May be called repeatedly, to wait until it is closed. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    const printer = await this.#printer?.catch(() => undefined);
    await printer?.close();
  }
}
