/**
 * A disk that runs full at any stage of a build, whoever runs it and wherever: the old site is whole, the editor is told in Chinese,
 * and the next build's bytes are a clean build's. (`tests/tools/full-disk.test.ts` does it on a real file system.)
 */

import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { programFolder } from "../../scripts/program.mjs";
import { npmBrowserVersion } from "../../src/output/pdf/browser/npm-browser.ts";
import { EnvironmentError } from "../../src/base/problem/environment-error.ts";
import { explainSystemFault } from "../../src/base/problem/system-fault.ts";
import { cliIn, Sandbox } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { FullDisk, fullDiskOf, readLog } from "../support/full-disk.ts";
import type { Write } from "../support/full-disk.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

const sandbox = new Sandbox();
const disk = path.join(sandbox.folder, "disk");
const output = path.join(disk, "site");
const cache = path.join(sandbox.folder, "cache");
const temporary = path.join(sandbox.folder, "tmp");
const article = "content/issues/2021-1/01-稿件.md";
const texts: string[] = [];
/** What clean builds of the two texts write: the site and the folder of internal issues. */
const clean: Map<string, string>[] = [];

let run: (args: readonly string[]) => Promise<number>;
let said = "";
vi.spyOn(process.stdout, "write").mockImplementation((text) => {
  said += String(text);
  return true;
});

/** A build in this process; `said` is then what it told. */
async function build(site = output, kept = cache): Promise<number> {
  said = "";
  try {
    return await run(["--root", sandbox.root, "--output", site, "--cache", kept]);
  } catch (thrown) {
    const fault = explainSystemFault(thrown);
    if (!(fault instanceof EnvironmentError)) throw fault;
    said += `${fault.message}\n改法：${fault.hint}`;
    return 2;
  }
}

/** The same with so much room; what was written and refused meanwhile. */
async function buildOn(folder: string, room: number): Promise<{ readonly code: number; readonly writes: Write[] }> {
  const full = new FullDisk(folder, room);
  try {
    const code = await build();
    expect(full.refused).toBe(Number.isFinite(room));
    return { code, writes: full.writes };
  } finally {
    full.restore();
  }
}

const standing = (): Map<string, string> => folderContents(disk);
const want = (text: number): void => sandbox.write(article, texts[text] ?? "");

/** Room that ends in the middle of a write. */
function endingAt(writes: readonly Write[], at: number): number {
  const before = writes.slice(0, at).reduce((sum, { bytes }) => sum + bytes, 0);
  return before + Math.floor(((writes[at]?.bytes ?? 0) - 1) / 2);
}

/** Where the first write of each kind stands; all kinds occur. */
function firstOfEach(writes: readonly Write[], kinds: readonly RegExp[]): number[] {
  return kinds.map((kind) => {
    const at = writes.findIndex(({ file, bytes }) => bytes > 1 && kind.test(file));
    expect(at, String(kind)).toBeGreaterThanOrEqual(0);
    return at;
  });
}

beforeAll(async () => {
  // Templates are set up by the program as it is started, not as it is tested.
  process.env["JIANBAO_PROGRAM"] = await programFolder();
  ({ run } = await import("../../src/commands/build.ts"));
  rmSync(sandbox.path("content"), { recursive: true });
  writeSyntheticArchive(sandbox.root, 2, { internalEvery: 2 });
  const text = sandbox.read(article);
  texts.push(text, `${text}\n又补充了一段情况。\n`);
  for (const at of [0, 1]) {
    const folder = path.join(sandbox.folder, `clean-${at}`);
    want(at);
    const kept = path.join(sandbox.folder, `cache-${at}`);
    expect(await build(path.join(folder, "site"), kept)).toBe(0);
    clean.push(folderContents(folder));
    cpSync(path.join(kept, "editions"), path.join(cache, "editions"), { recursive: true });
  }
  expect(clean[0]).not.toEqual(clean[1]);
});
afterAll(() => {
  vi.restoreAllMocks();
  sandbox.dispose();
});

const siteKinds = [
  /\.new$/,
  /2021-1\.pdf$/,
  /print\.html$/,
  /\.internal\/2021-2\.pdf$/,
  /figures\/index\.html$/,
  /1\/index\.html$/,
  /units\/.*\.html$/,
  /assets\/site\.css$/,
  /search\/2021-1\.js$/,
  /counts\.csv$/,
  /feed\.xml$/,
  /\.woff2$/,
  /social\.png$/,
  /edition\.json$/,
  /\.internal\/\.jianbao$/,
];

test("under the site: at every stage the last good one stays, and the next build is as good as a first one", async () => {
  const plans: { readonly writes: Write[]; readonly stages: number[] }[] = [];
  want(0);
  expect(await build()).toBe(0);
  for (const text of [1, 0]) {
    want(text);
    const { writes } = await buildOn(disk, Infinity);
    expect(standing()).toEqual(clean[text]);
    plans[text] = { writes, stages: firstOfEach(writes, siteKinds) };
  }
  for (let round = 0; round < siteKinds.length; round++) {
    const [old, next] = [round % 2, (round + 1) % 2];
    want(next);
    const { writes = [], stages = [] } = plans[next] ?? {};
    const { code, writes: made } = await buildOn(disk, endingAt(writes, stages[round] ?? -1));
    const refused = made.find((write) => write.refused)?.file;
    expect(code, refused).toBe(2);
    expect(said, refused).toMatch(/磁盘已满，没有做完；原来的网站没有动\n改法：/);
    expect(standing(), refused).toEqual(clean[old]);
    expect(readdirSync(disk).sort(), refused).toEqual(["site", "site-内部"]);
    expect(await build(), refused).toBe(0);
    expect(standing(), refused).toEqual(clean[next]);
  }
});

describe("under the cache", () => {
  const kinds = [/^issues\/..$/, /^issues\/.*partial$/, /^results\//, /^outputs\//];
  const forget = (): void => {
    for (const name of readdirSync(cache)) if (name !== "editions") rmSync(path.join(cache, name), { recursive: true });
  };

  test("the site is built all the same, with a reminder, and the cache works afterwards", async () => {
    forget();
    want(0);
    const { code, writes } = await buildOn(cache, Infinity);
    expect(code).toBe(0);
    for (const [round, stage] of firstOfEach(writes, kinds).entries()) {
      const [old, next] = [round % 2, (round + 1) % 2];
      forget();
      want(next);
      const { code: second } = await buildOn(cache, endingAt(writes, stage));
      expect(second).toBe(0);
      expect(said).toMatch(/提醒：缓存没有存下（磁盘已满）.*\n完成：/);
      expect(standing()).toEqual(clean[next]);
      want(old);
      expect(await build()).toBe(0);
      expect(said).not.toContain("提醒");
      expect(standing()).toEqual(clean[old]);
      expect(await build()).toBe(0);
      expect(said).toMatch(/^完成：2 期都没有变化/m);
    }
  });
});

describe("under the folder of what is being printed", () => {
  let before: string | undefined;
  beforeAll(() => {
    before = process.env["TMPDIR"];
    mkdirSync(temporary);
    process.env["TMPDIR"] = temporary;
  });
  afterAll(() => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  });
  const forget = (): void => rmSync(path.join(cache, "editions"), { recursive: true, force: true });
  afterEach(() => expect(readdirSync(temporary)).toEqual([]));

  test("nothing is published, nothing is left behind", async () => {
    want(0);
    expect(await build()).toBe(0);
    forget();
    want(1);
    const { writes } = await buildOn(temporary, Infinity);
    expect(standing()).toEqual(clean[1]);
    const kinds = [/gongzuo-jianbao-[\da-f-]+$/, /index\.html$/, /print\.css$/, /\.(ttf|otf)$/];
    for (const stage of firstOfEach(writes, kinds)) {
      forget();
      want(0);
      const { code } = await buildOn(temporary, endingAt(writes, stage));
      expect(code).toBe(2);
      expect(said).toMatch(/(无法写入临时目录（ENOSPC）|磁盘已满，没有做完；原来的网站没有动)\n改法：/);
      expect(standing()).toEqual(clean[1]);
    }
    expect(await build()).toBe(0);
    expect(standing()).toEqual(clean[0]);
  });
});

describe("of a command", () => {
  const log = path.join(sandbox.folder, "log");

  /** `npm run build` as a process of its own, with so much room below `folder`. */
  async function command(folder: string, room: number, more: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    rmSync(log, { force: true });
    const args = ["--root", sandbox.root, "--output", output, "--cache", cache];
    return cliIn({ ...fullDiskOf(folder, room, log), ...more }, "build", ...args);
  }

  test("the exit code is 2, and the last words say what to do", async () => {
    want(1);
    const { code, stdout, stderr } = await command(disk, 300_000);
    expect(readLog(log).at(-1)).toMatchObject({ refused: true });
    expect(code).toBe(2);
    expect(stdout).not.toContain("完成");
    expect(stderr).toMatch(/^磁盘已满，没有做完；原来的网站没有动\n改法：[^\n]+\n$/);
    expect(standing()).toEqual(clean[0]);
  });

  test("under the user's own cache the browser that comes with npm cannot be unpacked; any other prints all the same", async () => {
    rmSync(path.join(cache, "editions"), { recursive: true });
    const user = path.join(sandbox.folder, "user");
    const unpacks = process.env["PUPPETEER_EXECUTABLE_PATH"] === undefined && (await npmBrowserVersion()) !== undefined;
    const room = unpacks ? 10_000_000 : 0;
    const { code, stderr } = await command(user, room, { XDG_CACHE_HOME: user, LOCALAPPDATA: user });
    expect(readLog(log).some(({ refused }) => refused)).toBe(true);
    expect(code).toBe(unpacks ? 2 : 0);
    if (unpacks) expect(stderr).toMatch(/磁盘已满.*\n改法：/);
    expect(standing()).toEqual(clean[unpacks ? 0 : 1]);
    expect(await build()).toBe(0);
    expect(standing()).toEqual(clean[1]);
  });
});
