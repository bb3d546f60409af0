/** A folder is one's alone: who has it is told, the dead and the silent are succeeded, and of many one at a time gets it. */

import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FolderLock } from "../../../../src/base/process/folder-lock.ts";
import { processName } from "../../../../src/base/process/process-name.ts";

let parent: string;
let folder: string;
let place: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "lock-test-"));
  folder = path.join(parent, "site");
  place = path.join(parent, ".site.lock");
});
afterEach(() => rmSync(parent, { recursive: true }));

const take = (limit = 0, onWait: (told: string) => void = () => undefined): Promise<FolderLock> =>
  FolderLock.take(folder, "npm run build", { limit, onWait });

/** A process with the name `[number, start, machine, run]`, undefined for this one's, has the lock and was heard of so many minutes ago. */
function heldBy(parts: readonly (string | undefined)[], minutes: number): string {
  const name = processName()
    .split("-")
    .map((own, at) => parts[at] ?? own)
    .join("-");
  const file = path.join(place, `${name}-0123456789ab`);
  mkdirSync(place);
  writeFileSync(
    file,
    JSON.stringify({
      user: "张三",
      host: "办公室-3",
      pid: 7,
      command: "npm run publish",
      since: "2026-11-30 09:00:00",
    }),
  );
  const then = Date.now() / 1000 - minutes * 60;
  utimesSync(file, then, then);
  return file;
}

async function refusal(): Promise<string> {
  let told = "";
  await expect(take(0, (words) => (told = words))).rejects.toThrow("还没有完");
  return told;
}

test("one at a time; the next waits, is told who has it, and gets it when it is free", async () => {
  const first = await take();
  const told = await refusal();
  expect(told).toContain(`在 ${hostname()} 上的 npm run build 正在用`);
  expect(told).toMatch(/（\d{4}-\d\d-\d\d \d\d:\d\d:\d\d 开始，进程 \d+）$/);
  const next = take(60_000);
  first.release();
  const second = await next;
  second.assertOwned();
  second.release();
  expect(readdirSync(parent)).toEqual([]);
});

describe("a lock is taken over", () => {
  const dead = String(spawnSync(process.execPath, ["--version"]).pid);

  test.each<[string, (string | undefined)[], number]>([
    ["of a process that has ended, at once", [dead], 0],
    ["of a number that another process has now", [undefined, "1"], 0],
    ["of this machine before it was switched off", [undefined, undefined, undefined, "00000000"], 2],
    ["of another machine that has been silent for long", [undefined, undefined, "00000000"], 11],
  ])("%s", async (_, parts, minutes) => {
    heldBy(parts, minutes);
    const lock = await take();
    lock.assertOwned();
    expect(readdirSync(place)).toHaveLength(1);
    lock.release();
    expect(readdirSync(parent)).toEqual([]);
  });

  test("that is empty, or holds only what a file manager left", async () => {
    mkdirSync(place);
    (await take()).release();
    mkdirSync(place);
    writeFileSync(path.join(place, "Thumbs.db"), "");
    (await take()).release();
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe("a lock is left alone", () => {
  test.each<[string, (string | undefined)[], number]>([
    ["of a process that runs, however long it has been busy", [], 10_000],
    ["of another machine that was heard of lately", [undefined, undefined, "00000000"], 9],
    ["of this machine just after it was switched on", [undefined, undefined, undefined, "00000000"], 0],
    // Its clock may be wrong: only how long the file has not changed counts.
    ["of another machine whose file is of tomorrow", [undefined, undefined, "00000000"], -1440],
  ])("%s", async (_, parts, minutes) => {
    const file = heldBy(parts, minutes);
    expect(await refusal()).toContain("张三 在 办公室-3 上的 npm run publish 正在用");
    expect(existsSync(file)).toBe(true);
  });

  test("whose text cannot be read", async () => {
    writeFileSync(heldBy([], 0), "{");
    expect(await refusal()).toMatch(/^别的程序正在用 /);
  });

  test("that is somebody's file", async () => {
    writeFileSync(place, "mine");
    await expect(take()).rejects.toThrow("不是本软件放的");
    expect(readFileSync(place, "utf8")).toBe("mine");
  });
});

test("who was taken for dead learns of it and leaves the successor's lock alone", async () => {
  const sleeper = await take();
  const [file = ""] = readdirSync(place);
  const successor = path.join(place, `${processName()}-0123456789ab`);
  renameSync(path.join(place, file), successor);
  expect(() => sleeper.assertOwned()).toThrow("已经由别的程序接手");
  sleeper.release();
  expect(existsSync(successor)).toBe(true);
});

test("a lock that another user's killed process has left, and that may not be touched, is told with what to do", () => {
  heldBy([String(spawnSync(process.execPath, ["--version"]).pid)], 0);
  chmodSync(place, 0o555);
  // For root nothing is forbidden.
  const user = process.getuid?.() === 0 ? 65534 : process.getuid?.();
  if (user !== undefined) chownSync(parent, user, -1);
  chmodSync(parent, 0o755);
  const script = `import { FolderLock } from ${JSON.stringify(pathToFileURL(path.resolve("src/base/process/folder-lock.ts")).href)};
FolderLock.tryTake(${JSON.stringify(folder)}, "test");`;
  const { stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    encoding: "utf8",
    ...(user === undefined ? {} : { uid: user }),
  });
  chmodSync(place, 0o755);
  expect(stderr).toContain(`${place} 是已经停了的程序留下的锁，系统不让本程序清掉它`);
  expect(readdirSync(parent)).toEqual([".site.lock"]);
});

test("a sign of life keeps the text whole", async () => {
  const lock = await take();
  const [file = ""] = readdirSync(place);
  const text = readFileSync(path.join(place, file), "utf8");
  lock.assertOwned();
  expect(readFileSync(path.join(place, file), "utf8")).toBe(text);
  lock.release();
});

test("of many processes, some of them killed while they have it, never two have it at once", async () => {
  const log = path.join(parent, "log");
  const script = path.join(parent, "worker.mts");
  const module = pathToFileURL(path.resolve("src/base/process/folder-lock.ts")).href;
  writeFileSync(
    script,
    `import { appendFileSync } from "node:fs";
import { FolderLock } from ${JSON.stringify(module)};
for (let round = 0; round < 12; round++) {
  const lock = await FolderLock.take(${JSON.stringify(folder)}, "test", { limit: 60_000, onWait: () => undefined });
  appendFileSync(${JSON.stringify(log)}, "in " + process.pid + "\\n");
  if (process.argv[2] === String(round)) process.kill(process.pid, "SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 3));
  appendFileSync(${JSON.stringify(log)}, "out " + process.pid + "\\n");
  lock.release();
}`,
  );
  appendFileSync(log, "");
  await Promise.all(
    ["1", "4", "7", "never", "never", "never"].map(
      (dies) =>
        new Promise((resolve) =>
          spawn(process.execPath, ["--import", "tsx", script, dies], { stdio: "inherit" }).once("exit", resolve),
        ),
    ),
  );
  const lines = readFileSync(log, "utf8").trim().split("\n");
  const killed = new Set<string>();
  let holder: string | undefined;
  for (const line of lines) {
    const [what, pid = ""] = line.split(" ");
    if (what === "in") {
      if (holder !== undefined) killed.add(holder);
      holder = pid;
    } else {
      expect(pid).toBe(holder);
      holder = undefined;
    }
  }
  // Only those who never got out were followed by another while they had it.
  expect(killed.size).toBeLessThanOrEqual(3);
  for (const pid of killed) expect(lines.filter((line) => line.endsWith(` ${pid}`)).at(-1)).toBe(`in ${pid}`);
  expect(lines.filter((line) => line.startsWith("out "))).toHaveLength(3 * 12 + 1 + 4 + 7);
  // One of the killed may have been the last.
  (await take()).release();
  expect(readdirSync(parent).sort()).toEqual(["log", "worker.mts"]);
});
