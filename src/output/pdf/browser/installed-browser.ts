import { existsSync } from "node:fs";
import { posix, win32 } from "node:path";

/** Commands in order of preference; the headless shell starts and prints in half the time of a whole browser. */
const commands = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const macApplications = [
  "Chromium.app/Contents/MacOS/Chromium",
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPrograms = [
  ["Chromium", "Application", "chrome.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

/** The usual paths of browsers, absolute, in order of preference; most do not exist. */
export function usualPlaces(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const path = platform === "win32" ? win32 : posix;
  const searched = (environment["PATH"] ?? environment["Path"] ?? "").split(path.delimiter).filter(Boolean);
  const within = (roots: readonly string[], parts: readonly string[]): string[] =>
    roots.map((root) => path.join(root, ...parts));
  if (platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => environment[name] ?? []);
    return [
      ...within(searched, ["chrome-headless-shell.exe"]),
      ...windowsPrograms.flatMap((parts) => within(roots, parts)),
    ];
  }
  if (platform === "darwin") {
    const roots = ["/Applications", posix.join(environment["HOME"] ?? "/", "Applications")];
    return [
      ...within(searched, ["chrome-headless-shell"]),
      ...macApplications.flatMap((application) => within(roots, [application])),
    ];
  }
  const folders = [...new Set([...searched, "/usr/bin", "/usr/local/bin", "/snap/bin"])];
  return commands.flatMap((name) => within(folders, [name]));
}

/** The first browser at one of the usual paths. */
export function installedBrowser(environment: NodeJS.ProcessEnv): string | undefined {
  return usualPlaces(environment, process.platform).find((path) => existsSync(path));
}
