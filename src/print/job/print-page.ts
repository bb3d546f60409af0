import type { Browser, Page } from "puppeteer-core";
import { PrintError, type PrintJob } from "../print-job.ts";
import type { JobFolder } from "./job-folder.ts";

/** Prints the job in a fresh page of a browser. @throws PrintError the document is at fault; anything else is the browser's. */
export async function printPage(
  browser: Browser,
  job: PrintJob,
  folder: JobFolder,
): Promise<{ raw: Uint8Array; layout: unknown }> {
  const page = await browser.newPage();
  try {
    const faults = await seal(page, folder);
    await page.goto(folder.url, { waitUntil: "load", timeout: 0 });
    faults.push(...((await page.evaluate(pageFaults)) as string[]));
    if (faults.length > 0) throw new PrintError(job.name, [...new Set(faults)].join("；"));
    const layout = job.layout === undefined ? undefined : await runLayout(page, job, job.layout);
    const raw = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      waitForFonts: false,
      timeout: 0,
    });
    if (faults.length > 0) throw new PrintError(job.name, [...new Set(faults)].join("；"));
    return { raw, layout };
  } finally {
    // Not waited for: it never ends when the browser goes away meanwhile, and the next job need not wait for it.
    void page.close().catch(() => undefined);
  }
}

/** Switches the page's scripts off, refuses what lies outside the folder, and gathers what goes wrong from now on. */
async function seal(page: Page, folder: JobFolder): Promise<string[]> {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`页面出错：${String(error)}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/^Failed to load resource/.test(message.text())) {
      faults.push(`页面报错：${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const url = request.url();
    if (folder.owns(url) || url.startsWith("data:")) {
      request.continue().catch(() => undefined);
      return;
    }
    faults.push(`引用了任务之外的资源 ${url}`);
    request.abort("accessdenied").catch(() => undefined);
  });
  page.on("requestfailed", (request) => {
    if (folder.owns(request.url())) faults.push(`无法读取 ${decodeURI(request.url().split("/").at(-1) ?? "")}`);
  });
  await Promise.all([page.setJavaScriptEnabled(false), page.setRequestInterception(true)]);
  return faults;
}

/**
 * Runs in the page: waits for fonts and images, and tells which are broken. Every face is loaded, as one that only page margins
 * use would otherwise be asked for too late and leave the page number blank. As text, so that no compiler adds helpers to it.
 */
const pageFaults = `(async () => {
  const faces = [...document.fonts];
  await Promise.allSettled(faces.map((face) => face.load()));
  await document.fonts.ready;
  const images = [...document.images];
  const decoded = await Promise.allSettled(images.map((image) => image.decode()));
  const broken = images.filter((_, at) => decoded[at].status === "rejected");
  const fonts = faces.filter((face) => face.status !== "loaded");
  return [
    ...broken.map((image) => "图片无法显示：" + decodeURI(image.getAttribute("src"))),
    ...fonts.map((face) => "字体无法载入：" + face.family),
  ];
})()`;

async function runLayout(page: Page, job: PrintJob, source: string): Promise<unknown> {
  try {
    return await page.evaluate(`(${source})()`);
  } catch (cause) {
    if (cause instanceof Error && /Target closed|Session closed|detached|Protocol error/.test(cause.message))
      throw cause;
    throw new PrintError(job.name, `版面脚本出错：${String(cause)}`, { cause });
  }
}
