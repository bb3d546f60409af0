import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { EnvironmentError } from "../../../base/problem/environment-error.ts";
import type { BrowserReport } from "../browser-report.ts";
import type { RunningBrowser } from "../browser/launch.ts";
import { PrintError, type PrintedPdf, type PrintJob } from "../print-job.ts";
import type { Printer } from "../printer.ts";
import { writeJobFolder, type JobFolder } from "./job-folder.ts";
import { Tab } from "./tab.ts";
import { TimeLimitError, usualLimit, withinLimit } from "./time-limit.ts";

/** Milliseconds; a working browser opens a tab faster. */
const openingLimit = 2000;

const aboutLateness = "这台电脑太忙，或者这一期太大：请关掉别的程序再印；还是这样，就把这一期的内容分成几期。";
const aboutBrowser = "请用 npm run doctor 检查浏览器，看看内存够不够，再印一次。";

/** A browser of the pool, which is started when first needed and again after a failure. */
interface Seat {
  running: Promise<RunningBrowser> | undefined;
  /** Idle tabs, open or being opened. */
  tabs: Promise<Tab>[];
}

/** Distributes jobs among browsers. If a browser fails, the job is tried once more in a new browser of its own. */
export class PrinterPool implements Printer {
  readonly browser: BrowserReport;
  readonly capacity: number;
  readonly #launch: () => Promise<RunningBrowser>;
  readonly #idle: Seat[];
  readonly #seats: Set<Seat>;
  readonly #waiting: { take: (seat: Seat) => void; refuse: () => void }[] = [];
  #closed = false;

  constructor(first: RunningBrowser, launch: () => Promise<RunningBrowser>, browsers: number, pagesPerBrowser: number) {
    this.browser = first.report;
    this.capacity = browsers * pagesPerBrowser;
    this.#launch = launch;
    // The first tab is opened while the first document is prepared.
    const seats = Array.from({ length: browsers }, (_, at) => ({
      running: at === 0 ? Promise.resolve(first) : undefined,
      tabs: at === 0 ? [Tab.open(first.browser)] : [],
    }));
    seats[0]?.tabs[0]?.catch(() => undefined);
    this.#seats = new Set(seats);
    this.#idle = Array.from({ length: pagesPerBrowser }, () => seats).flat();
  }

  async print(job: PrintJob): Promise<PrintedPdf> {
    const seat = await this.#seat(job);
    try {
      const { raw, layout } = await this.#try(seat, job);
      return { name: job.name, raw, layout, tries: 1 };
    } catch (error) {
      if (!isBrowserFault(error)) throw error;
      const { raw, layout } = await this.#secondTry(job);
      return { name: job.name, raw, layout, tries: 2 };
    } finally {
      this.#release(seat);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse();
    await Promise.all([...this.#seats].map((seat) => this.#discard(seat)));
  }

  #seat(job: PrintJob): Promise<Seat> {
    const seat = this.#idle.shift();
    if (seat) return Promise.resolve(seat);
    return new Promise((take, reject) => {
      this.#waiting.push({ take, refuse: () => reject(closedError(job)) });
    });
  }

  #release(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next) next.take(seat);
    else this.#idle.unshift(seat);
  }

  async #try(seat: Seat, job: PrintJob): Promise<{ raw: Uint8Array; layout: unknown }> {
    if (this.#closed) throw closedError(job);
    const running = (seat.running ??= this.#launch());
    try {
      return await printOnce(await running, seat, job);
    } catch (error) {
      if (this.#closed) throw closedError(job, error);
      // Another job of the same browser may have replaced it already.
      if (isBrowserFault(error) && seat.running === running) await this.#discard(seat);
      throw error;
    }
  }

  /** Uses a browser of its own, so that a hanging document cannot affect the second try of others. */
  async #secondTry(job: PrintJob): Promise<{ raw: Uint8Array; layout: unknown }> {
    const seat: Seat = { running: undefined, tabs: [] };
    this.#seats.add(seat);
    try {
      return await this.#try(seat, job);
    } catch (cause) {
      if (!isBrowserFault(cause)) throw cause;
      const isLate = cause instanceof TimeLimitError;
      const reason = isLate ? cause.message : String(cause);
      throw new PrintError(job.name, `浏览器连续两次失败（${reason}）`, {
        cause,
        hint: isLate ? aboutLateness : aboutBrowser,
      });
    } finally {
      this.#seats.delete(seat);
      await this.#discard(seat);
    }
  }

  async #discard(seat: Seat): Promise<void> {
    const { running, tabs } = seat;
    seat.running = undefined;
    seat.tabs = [];
    const browser = await running?.catch(() => undefined);
    // Otherwise Puppeteer, and with it the process, would wait half a minute for a tab that is being opened when its browser ends.
    await withinLimit(Promise.allSettled(tabs), openingLimit).catch(() => undefined);
    await browser?.close();
  }
}

function closedError(job: PrintJob, cause?: unknown): PrintError {
  return new PrintError(job.name, "打印已结束", { cause });
}

function isBrowserFault(error: unknown): boolean {
  return !(error instanceof PrintError || error instanceof EnvironmentError);
}

async function printOnce(
  { browser, folder }: RunningBrowser,
  seat: Seat,
  job: PrintJob,
): Promise<{ raw: Uint8Array; layout: unknown }> {
  const files = await writeJobFolder(join(folder, "jobs", randomUUID()), job);
  try {
    const limit = job.timeoutMs ?? usualLimit(job);
    return await withinLimit(whileConnected(browser, printInTab(browser, seat, job, files)), limit);
  } finally {
    await files.remove();
  }
}

/** Uses an open tab, if there is one; after a failure the tab is not used again. */
async function printInTab(
  browser: Browser,
  seat: Seat,
  job: PrintJob,
  files: JobFolder,
): Promise<{ raw: Uint8Array; layout: unknown }> {
  const idle = await seat.tabs.pop()?.catch(() => undefined);
  const tab = idle?.browser === browser ? idle : await Tab.open(browser);
  try {
    const printed = await tab.print(job, files);
    if (tab.isFresh) seat.tabs.push(Promise.resolve(tab));
    else tab.close();
    return printed;
  } catch (fault) {
    tab.close();
    throw fault;
  }
}

/** The result of `work`; fails when the browser is disconnected, because some of its answers would never arrive. */
async function whileConnected<T>(browser: Browser, work: Promise<T>): Promise<T> {
  let leave = (): void => undefined;
  const gone = new Promise<never>((_, reject) => {
    leave = () => reject(new Error("the browser is gone"));
    // Not `once`, whose wrapped listener `off` does not find: each job would hold its PDF in memory until the browser ends.
    if (browser.connected) browser.on("disconnected", leave);
    else leave();
  });
  try {
    return await Promise.race([work, gone]);
  } finally {
    browser.off("disconnected", leave);
    work.catch(() => undefined);
  }
}
