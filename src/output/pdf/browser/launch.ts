import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { EnvironmentError } from "../../../base/problem/environment-error.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "../../../base/process/temporary-folder.ts";
import type { BrowserReport, BrowserSource } from "../browser-report.ts";
import type { FoundBrowser } from "./found-browser.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** A started browser with a temporary folder of its own. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly report: BrowserReport;
  /** The private folder of this run, with the profile, the browser's temporary files, and a folder `jobs`. */
  readonly folder: string;
  /** Ends the process, by force if it does not answer, and deletes the folder. */
  close(): Promise<void>;
}

/** The first version with page margin boxes, which contain the page numbers. */
const oldestVersion = 131;
const launchLimit = 30_000;
/** Inside the browser's own folder. */
const temporary = "tmp";

/** No network (TCP or WebRTC), no other windows, no user profile, and the same rendering on all machines. */
const flags = [
  "--headless",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--no-startup-window",
  "--no-pings",
  "--lang=zh-CN",
  "--mute-audio",
  "--hide-scrollbars",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-component-update",
  "--disable-background-networking",
  "--disable-sync",
  "--disable-breakpad",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--block-new-web-contents",
];

/**
 * Starts a browser, in a sandbox if the platform allows it (not for root, not without user namespaces). `onStart` is called when its
 * process has been started. @throws EnvironmentError when it does not start or is too old.
 */
export async function launchBrowser(found: FoundBrowser, onStart?: () => void): Promise<RunningBrowser> {
  const folder = await inTemporaryFolder(makeTemporaryFolder);
  try {
    await inTemporaryFolder(() => Promise.all(["jobs", temporary].map((name) => mkdir(join(folder, name)))));
    const launching = launchEitherWay(found, folder);
    // Puppeteer starts the process within this turn of the event loop.
    if (onStart !== undefined) setImmediate(onStart);
    const { browser, sandbox } = await launching;
    const close = async (): Promise<void> => {
      await end(browser);
      removeTemporaryFolder(folder);
    };
    return { browser, folder, close, report: await describe(browser, found.source, sandbox) };
  } catch (error) {
    removeTemporaryFolder(folder);
    throw error;
  }
}

/** Tries twice, because on a busy machine the process may die at its start. */
async function launchTwice(found: FoundBrowser, folder: string, more: readonly string[]): Promise<Browser> {
  try {
    return await launch(found, folder, more);
  } catch (error) {
    if (/sandbox|namespace|ENOENT|EACCES/i.test(String(error))) throw error;
    return launch(found, folder, more);
  }
}

async function launchEitherWay(found: FoundBrowser, folder: string): Promise<{ browser: Browser; sandbox: boolean }> {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  try {
    if (!isRoot) return { browser: await launchTwice(found, folder, []), sandbox: true };
  } catch (error) {
    if (!/sandbox|namespace/i.test(String(error))) throw cannotStart(found, error);
  }
  try {
    return { browser: await launchTwice(found, folder, ["--no-sandbox"]), sandbox: false };
  } catch (error) {
    throw cannotStart(found, error);
  }
}

function launch(found: FoundBrowser, folder: string, more: readonly string[]): Promise<Browser> {
  return puppeteer.launch({
    executablePath: found.executable,
    ignoreDefaultArgs: true,
    args: [...flags, ...more, `--user-data-dir=${join(folder, "profile")}`],
    pipe: true,
    waitForInitialPage: false,
    timeout: launchLimit,
    protocolTimeout: 600_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...childEnvironment(folder, join(folder, temporary)), ...found.environment },
  });
}

/** The environment of the browser's process. Except on Linux it needs the variables of the system to start. */
function childEnvironment(folder: string, temporary: string): Record<string, string | undefined> {
  const own = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, TZ: "UTC" };
  if (process.platform !== "linux") return { ...process.env, ...own };
  return { ...own, PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: temporary, LANG: "C.UTF-8" };
}

async function describe(browser: Browser, source: BrowserSource, sandbox: boolean): Promise<BrowserReport> {
  const [name = "", version = ""] = (await browser.version()).split("/");
  if (Number.parseInt(version, 10) < oldestVersion) {
    throw new EnvironmentError(
      `浏览器 ${name} ${version} 太旧，不能排页码`,
      `请更新到 ${oldestVersion} 以上版本，或改用随 npm ci 安装的浏览器。`,
    );
  }
  const sources: Record<BrowserSource, string> = {
    environment: "由 PUPPETEER_EXECUTABLE_PATH 指定",
    npm: "随 npm ci 安装",
    system: "系统已安装",
  };
  const description = `${name} ${version}（${sources[source]}），沙箱${sandbox ? "已启用" : "未启用：本机环境（root 用户或容器）不支持"}`;
  return { name, version, source, sandbox, description };
}

function cannotStart(found: FoundBrowser, cause: unknown): EnvironmentError {
  const [reason = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
  return new EnvironmentError(
    `浏览器无法启动：${found.executable}（${reason}）`,
    "请检查该程序能否在本机运行，或用环境变量 PUPPETEER_EXECUTABLE_PATH 指明另一个浏览器。",
    { cause },
  );
}

/** Closes a browser; its process is killed after a moment, because a hanging browser does not answer. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  const gone = new Promise<void>((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
  const timer = setTimeout(() => child?.kill("SIGKILL"), 2000);
  await browser.close().catch(() => child?.kill("SIGKILL"));
  await gone;
  clearTimeout(timer);
}
