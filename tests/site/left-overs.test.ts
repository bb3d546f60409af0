/** A build that is stopped while it prints: its browsers end with it; what it leaves behind is gone at once, or after the next build. */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { printingBrowsers } from "../support/browser-killer.ts";
import { product, Sandbox } from "../support/cli.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

// A few issues are printed in the build's own thread, from four on in another.
describe.each([1, 4])("of %d issues", (issues) => {
  const sandbox = new Sandbox();
  const temporary = path.join(sandbox.folder, "tmp");
  const environment = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const args = ["scripts/start.mjs", "build", "--root", sandbox.root, "--output", sandbox.output, "--quiet"];

  beforeAll(() => {
    mkdirSync(temporary);
    rmSync(sandbox.path("content"), { recursive: true });
    writeSyntheticArchive(sandbox.root, issues);
  });
  afterAll(() => sandbox.dispose());

  /** Stops a build with a signal as soon as a browser of it prints. Returns the signal that it died of. */
  async function stopped(signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
    rmSync(sandbox.path(".cache"), { recursive: true, force: true });
    const child = spawn(process.execPath, args, { cwd: product, env: environment, stdio: "ignore" });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_, by) => resolve(by)));
    // Again and again, as a terminal and npm send it twice.
    const watch = setInterval(() => {
      if (printingBrowsers(child.pid ?? 0).length > 0) child.kill(signal);
    }, 20);
    const by = await ended;
    clearInterval(watch);
    return by;
  }

  /** Programs that work in the temporary folder, as far as the system tells. */
  function workers(): string[] {
    if (!existsSync("/proc/self/cmdline")) return [];
    return readdirSync("/proc").filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(temporary);
      } catch {
        return false;
      }
    });
  }

  test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s leaves nothing behind", async (signal) => {
    expect(await stopped(signal)).toBe(signal);
    await vi.waitFor(() => expect(workers()).toEqual([]), 60_000);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(sandbox.folder).sort()).toEqual(["root", "tmp"]);
  });

  test("SIGKILL ends the browsers; the next build clears the rest away", async () => {
    expect(await stopped("SIGKILL")).toBe("SIGKILL");
    await vi.waitFor(() => expect(workers()).toEqual([]), 60_000);
    expect(readdirSync(temporary)).not.toEqual([]);
    expect(readdirSync(sandbox.folder)).toContain(".site.lock");
    const child = spawn(process.execPath, args, { cwd: product, env: environment });
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(sandbox.folder).sort()).toEqual(["root", "site", "tmp"]);
  });
});
