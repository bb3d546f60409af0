/** Times the process that builds the example, page and PDF, from a cold start with the browser already unpacked. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { spread } from "./median.ts";

const product = path.resolve(import.meta.dirname, "..");

export function benchCold(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "jianbao-bench-"));
  try {
    const build = (args: readonly string[]): number => {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs", ...args], {
        cwd: product,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr);
      return performance.now() - started;
    };
    const args = ["build", "--output", path.join(folder, "site"), "--no-cache", "--quiet"];
    build(args);
    console.log(
      `build of issue 15, whole process: ${spread(Array.from({ length: 5 }, () => build(args)))}; promised: 2.5 s`,
    );
    console.log(`check of issue 15, whole process: ${spread(Array.from({ length: 5 }, () => build(["check"])))}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}
