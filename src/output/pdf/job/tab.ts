import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import { PrintError, type PrintJob } from "../print-job.ts";
import type { JobFolder } from "./job-folder.ts";

/**
 * Number of documents that a tab prints before it is closed. Opening a tab takes a third of the time of printing, but a tab that is never
 * closed becomes slower (twice the time after 120 documents), because the browser stores data of every document.
 */
const documentsPerTab = 8;

const undecoded = "图片无法显示：";
/** Pictures have been decoded before, so that only a lack of memory, or a faulty drawing, can be the cause. */
const aboutUndecoded =
  "多半是这台电脑的内存不够：请关掉别的程序，或者把图片分到几期。点名的是 SVG 图的，请另存为 PNG 再用。";

/** A browser tab without scripts and without access to other files than those of its job. It prints one job after another. */
export class Tab {
  readonly browser: Browser;
  readonly #page: Page;
  #folder: JobFolder | undefined;
  #faults: string[] = [];
  #printed = 0;

  static async open(browser: Browser): Promise<Tab> {
    const page = await browser.newPage();
    const tab = new Tab(browser, page);
    await Promise.all([
      page.setJavaScriptEnabled(false),
      page.setRequestInterception(true),
      // So that the measured page is the printed one.
      page.emulateMediaType("print"),
    ]);
    return tab;
  }

  private constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.#page = page;
    page.on("pageerror", (error) => this.#faults.push(`页面出错：${String(error)}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !/^Failed to load resource/.test(message.text())) {
        this.#faults.push(`页面报错：${message.text()}`);
      }
    });
    page.on("request", (request) => this.#answer(request));
    page.on("requestfailed", (request) => {
      if (this.#folder?.owns(request.url()) === true)
        this.#faults.push(`无法读取 ${decodeURI(request.url().split("/").at(-1) ?? "")}`);
    });
  }

  /** Whether it may print another job. */
  get isFresh(): boolean {
    return this.#printed < documentsPerTab && this.browser.connected;
  }

  /** @throws PrintError when the document is at fault; other errors come from the browser. Afterwards the tab has to be closed. */
  async print(job: PrintJob, folder: JobFolder): Promise<{ raw: Uint8Array; layout: unknown }> {
    this.#printed++;
    this.#folder = folder;
    this.#faults = [];
    try {
      await this.#page.goto(folder.url, { waitUntil: "load", timeout: 0 });
      const layout = job.layout === undefined ? await this.#look(job) : await this.#layOut(job, job.layout);
      const raw = await this.#page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        waitForFonts: false,
        timeout: 0,
      });
      this.#refuse(job);
      return { raw, layout };
    } finally {
      this.#folder = undefined;
    }
  }

  /** Waits for fonts and pictures, then runs the source of a function in the page, unless something failed to load. */
  async #look(job: PrintJob, source = "() => undefined"): Promise<unknown> {
    // In one call, because each message to the browser and back takes a millisecond or two.
    const { faults, value } = (await this.#page.evaluate(`(async () => {
  const faults = await ${pageFaults};
  return { faults, value: faults.length > 0 ? undefined : await (${source})() };
})()`)) as { readonly faults: readonly string[]; readonly value: unknown };
    this.#faults.push(...faults);
    this.#refuse(job);
    return value;
  }

  async #layOut(job: PrintJob, layout: NonNullable<PrintJob["layout"]>): Promise<unknown> {
    let isFirst = true;
    const run = (source: string): Promise<unknown> => {
      const looked = isFirst ? this.#look(job, source) : this.#page.evaluate(`(${source})()`);
      isFirst = false;
      return looked;
    };
    try {
      return await layout(run);
    } catch (cause) {
      if (cause instanceof PrintError) throw cause;
      if (cause instanceof Error && /Target closed|Session closed|detached|Protocol error/.test(cause.message))
        throw cause;
      this.#refuse(job);
      throw new PrintError(job.name, `版面脚本出错：${String(cause)}`, { cause });
    }
  }

  /** Does not wait, because closing never ends when the browser is disconnected, and the next job need not wait. */
  close(): void {
    void this.#page.close().catch(() => undefined);
  }

  #refuse(job: PrintJob): void {
    if (this.#faults.length === 0) return;
    const reasons = [...new Set(this.#faults)];
    const hint = reasons.every((reason) => reason.startsWith(undecoded)) ? { hint: aboutUndecoded } : {};
    throw new PrintError(job.name, reasons.join("；"), hint);
  }

  /** Allows requests for files in the folder of the job. Between two jobs all requests are refused without an error. */
  #answer(request: HTTPRequest): void {
    const url = request.url();
    if (this.#folder !== undefined && (this.#folder.owns(url) || url.startsWith("data:"))) {
      request.continue().catch(() => undefined);
      return;
    }
    if (this.#folder !== undefined) this.#faults.push(`引用了任务之外的资源 ${url}`);
    request.abort("accessdenied").catch(() => undefined);
  }
}

/**
 * Runs in the page: waits for fonts and images, and returns the broken ones. Lazy images are loaded, too. All faces are loaded, because one
 * that only page margins use would be requested too late, so that page numbers would be missing. It is a text, so that no compiler changes
 * it.
 */
const pageFaults = `(async () => {
  const faces = [...document.fonts];
  await Promise.allSettled(faces.map((face) => face.load()));
  await document.fonts.ready;
  const images = [...document.images];
  for (const image of images) image.loading = "eager";
  const broken = [];
  // One at a time, because some forty decoded photographs at once exceed the memory of the browser.
  for (const image of images) await image.decode().catch(() => broken.push(image));
  const fonts = faces.filter((face) => face.status !== "loaded");
  return [
    ...broken.map((image) => "${undecoded}" + decodeURI(image.getAttribute("src"))),
    ...fonts.map((face) => "字体无法载入：" + face.family),
  ];
})()`;
