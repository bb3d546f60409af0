import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import type { FoundBrowser } from "./found-browser.ts";
import { namedOrInstalled } from "./locate.ts";
import { npmBrowserVersion } from "./npm-browser.ts";

const versionLimit = 15_000;

/**
 * Identifies the browser that would print, without starting it, and without unpacking the one from `npm ci`.
 * @throws EnvironmentError when there is none.
 */
export async function browserIdentity(environment: NodeJS.ProcessEnv): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const packed = environment["PUPPETEER_EXECUTABLE_PATH"] ? undefined : await npmBrowserVersion();
  if (packed !== undefined) return `npm ${packed} ${platform}`;
  return `${await versionOf(namedOrInstalled(environment))} ${platform}`;
}

/**
 * The executable may be a script that starts another file, so it is asked for its version. On Windows that is impossible, but each update
 * replaces the file.
 */
async function versionOf({ executable }: FoundBrowser): Promise<string> {
  if (process.platform !== "win32") {
    const options = { timeout: versionLimit, killSignal: "SIGKILL" as const };
    const answer = await promisify(execFile)(executable, ["--version"], options).catch(() => undefined);
    const line = answer?.stdout.trim() ?? "";
    if (/\d+\.\d+/.test(line)) return line;
  }
  const { size, mtimeMs } = await stat(executable);
  return `${executable} ${size} ${mtimeMs}`;
}
