/**
 * A browser that visits the built site as readers do, over http or from the folder. It is the one that prints, without its seals;
 * it has the bundled open fonts as system fonts, so that Chinese looks on every machine as it does on a reader's.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";
import type { Browser, Page } from "puppeteer-core";
import { locateBrowser } from "../../src/output/pdf/browser/locate.ts";

const require = createRequire(import.meta.url);
const systemFonts = [
  "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
  "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
].map((module) => path.dirname(require.resolve(module)));

export interface SiteBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openSiteBrowser(): Promise<SiteBrowser> {
  const found = await locateBrowser(process.env);
  const folder = mkdtempSync(path.join(tmpdir(), "jianbao-browser-"));
  const fonts = path.join(folder, "fonts.conf");
  const folders = systemFonts.map((each) => `<dir>${each}</dir>`).join("");
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  const browser = await puppeteer.launch({
    executablePath: found.executable,
    args: [
      "--no-sandbox",
      "--lang=zh-CN",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--hide-scrollbars",
      "--font-render-hinting=none",
    ],
    pipe: true,
    userDataDir: path.join(folder, "profile"),
    env: { ...process.env, ...found.environment, FONTCONFIG_FILE: fonts },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** What went wrong on a page: messages of the console, errors, failed requests, and requests that left the site. */
export interface Visit {
  readonly page: Page;
  readonly faults: string[];
  /** Address → bytes as sent, headers left out. */
  readonly received: Map<string, number>;
}

/** A fresh page that gathers what goes wrong. `site` is where its addresses begin. */
export async function visit(browser: Browser, site: string): Promise<Visit> {
  const page = await browser.newPage();
  const faults: string[] = [];
  const received = new Map<string, number>();
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (fault) => faults.push(`error: ${String(fault)}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith("data:")) faults.push(`left: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (!response.ok() && !response.url().startsWith("file:")) faults.push(`${response.status()}: ${response.url()}`);
    void response
      .buffer()
      .then((bytes) => received.set(response.url(), bytes.length))
      .catch(() => undefined);
  });
  return { page, faults, received };
}
