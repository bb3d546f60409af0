import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makePrivateFolder } from "./cache-folder.ts";

/** A file as of when the folder was filled. */
interface Entry {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

const record = "checksums.json";
const partialAge = 60 * 60 * 1000;

/**
 * A folder of generated files, which are reused unless they are damaged. `fill` writes the files into an empty folder, which is then
 * renamed to `folder`, so that a killed process leaves nothing incomplete, and processes may do this at the same time. Later uses compare
 * the size and time of each file with the record, and its content only if these differ.
 */
export async function checkedFolder(
  folder: string,
  fill: (folder: string) => Promise<readonly string[]>,
): Promise<void> {
  await makePrivateFolder(dirname(folder));
  if (await isWhole(folder)) return;
  const partial = `${folder}.${process.pid}-${randomBytes(6).toString("hex")}.partial`;
  try {
    await makePrivateFolder(partial);
    const paths = await fill(partial);
    const entries = await Promise.all(paths.map((path) => describe(partial, path)));
    await writeFile(join(partial, record), JSON.stringify(entries));
    await replace(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  await removeOldPartials(folder);
}

/** Renames `partial` to `folder`, unless another process has meanwhile made a complete one. */
async function replace(partial: string, folder: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await rename(partial, folder);
      return;
    } catch (error) {
      if (await isWhole(folder)) return;
      if (attempt === 3) throw error;
    }
    const damaged = `${folder}.${process.pid}-${attempt}.partial`;
    await rename(folder, damaged).catch(() => undefined);
    await rm(damaged, { recursive: true, force: true });
  }
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const entries = JSON.parse(await readFile(join(folder, record), "utf8")) as readonly Entry[];
    const checks = await Promise.all(entries.map((entry) => check(folder, entry)));
    if (checks.length === 0 || checks.some((found) => found === undefined)) return false;
    if (checks.some((found, at) => found !== entries[at])) {
      await writeFile(join(folder, record), JSON.stringify(checks));
    }
    return true;
  } catch {
    return false;
  }
}

/** The entry itself, a new one if only the time differs, `undefined` if the content differs. */
async function check(folder: string, entry: Entry): Promise<Entry | undefined> {
  const found = await stat(join(folder, entry.path));
  if (found.size !== entry.size) return undefined;
  if (found.mtimeMs === entry.mtimeMs) return entry;
  const fresh = await describe(folder, entry.path);
  return fresh.sha256 === entry.sha256 ? fresh : undefined;
}

async function describe(folder: string, path: string): Promise<Entry> {
  const file = join(folder, path);
  const { size, mtimeMs } = await stat(file);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return { path, size, mtimeMs, sha256: hash.digest("hex") };
}

/** Removes the incomplete folders of killed processes. */
async function removeOldPartials(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  for (const name of names) {
    if (!name.startsWith(`${basename(folder)}.`) || !name.endsWith(".partial")) continue;
    const path = join(dirname(folder), name);
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > partialAge) await rm(path, { recursive: true, force: true });
  }
}
