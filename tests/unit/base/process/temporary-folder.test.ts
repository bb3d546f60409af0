/** Temporary folders of processes that were killed go with the next run, those of others stay. */

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processName } from "../../../../src/base/process/process-name.ts";
import {
  makeTemporaryFolder,
  removeOwnFolders,
  removeTemporaryFolder,
} from "../../../../src/base/process/temporary-folder.ts";

let parent: string;
const before = process.env["TMPDIR"];

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "temporary-test-"));
  process.env["TMPDIR"] = parent;
});
afterEach(() => {
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
  rmSync(parent, { recursive: true, force: true });
});

/** A folder of a process whose name has these parts instead of this one's, untouched for so many hours. */
function left(parts: readonly (string | undefined)[], hours = 0): string {
  const name = processName()
    .split("-")
    .map((own, at) => parts[at] ?? own)
    .join("-");
  const folder = path.join(parent, `gongzuo-jianbao-${name}-abcdef`);
  mkdirSync(path.join(folder, "jobs"), { recursive: true });
  const then = Date.now() / 1000 - hours * 3600;
  utimesSync(folder, then, then);
  return folder;
}

test("what an ended process left goes at once; what belongs to a running one, to another machine or to somebody else stays", () => {
  const gone = [left([String(spawnSync(process.execPath, ["--version"]).pid)]), left([undefined, "1"])];
  const old = left([undefined, undefined, "00000000"], 80);
  const stays = [left([undefined, undefined, "00000001"], 60), left([], 80)];
  mkdirSync(path.join(parent, "gongzuo-jianbao-of-somebody"));
  const own = makeTemporaryFolder();
  expect([...gone, old].filter((folder) => existsSync(folder))).toEqual([]);
  expect(readdirSync(parent).sort()).toEqual(
    [...stays, own, path.join(parent, "gongzuo-jianbao-of-somebody")].map((folder) => path.basename(folder)).sort(),
  );
  removeTemporaryFolder(own);
  expect(existsSync(own)).toBe(false);
});

test("a program that is at work in a folder ends with it, and no other", async () => {
  const own = makeTemporaryFolder();
  const run = (argument: string): ReturnType<typeof spawn> =>
    spawn(process.execPath, ["-e", "setTimeout(() => undefined, 60_000)", "--", argument], {
      detached: true,
      stdio: "ignore",
    });
  const [worker, other] = [run(`--user-data-dir=${own}/profile`), run(parent)];
  const ended = new Promise((resolve) => worker.once("exit", (_, signal) => resolve(signal)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  removeOwnFolders();
  if (process.platform === "linux") expect(await ended).toBe("SIGKILL");
  expect([other.exitCode, other.signalCode]).toEqual([null, null]);
  expect(readdirSync(parent)).toEqual([]);
  for (const child of [worker, other]) child.kill("SIGKILL");
});
