import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { EnvironmentError } from "../../../base/problem/environment-error.ts";
import type { FoundBrowser } from "./found-browser.ts";
import { installedBrowser } from "./installed-browser.ts";
import { npmBrowser } from "./npm-browser.ts";

/**
 * Finds the browser that prints: the one in `PUPPETEER_EXECUTABLE_PATH`, else the one from `npm ci`, whose version is fixed by the lock
 * file, so that all machines break lines in the same way, else an installed one.
 * @throws EnvironmentError when there is none, or the named one does not exist.
 */
export async function locateBrowser(environment: NodeJS.ProcessEnv): Promise<FoundBrowser> {
  const packed = environment["PUPPETEER_EXECUTABLE_PATH"] ? undefined : await npmBrowser(environment);
  return packed ?? namedOrInstalled(environment);
}

/** The named or an installed browser, not the one from `npm ci`. @throws EnvironmentError */
export function namedOrInstalled(environment: NodeJS.ProcessEnv): FoundBrowser {
  const named = environment["PUPPETEER_EXECUTABLE_PATH"];
  if (named) {
    if (!existsSync(named)) {
      throw new EnvironmentError(
        `环境变量 PUPPETEER_EXECUTABLE_PATH 指定的浏览器不存在：${named}`,
        "请改为浏览器程序的完整路径，或删去该变量，改用随 npm ci 安装的浏览器。",
      );
    }
    return { executable: resolve(named), source: "environment", environment: {} };
  }
  const installed = installedBrowser(environment);
  if (installed !== undefined) return { executable: installed, source: "system", environment: {} };
  throw new EnvironmentError(
    "找不到用来打印的浏览器",
    "请安装 Chromium、Google Chrome 或 Microsoft Edge（131 以上版本），或用环境变量 PUPPETEER_EXECUTABLE_PATH 指明其完整路径。",
  );
}
