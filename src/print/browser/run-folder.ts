import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "gongzuo-jianbao-";

/** Milliseconds without a change after which a folder of an unknown process is nobody's. */
const abandonedAfter = 600_000;

/** Makes a private temporary folder for one browser, named after our process, and removes those that killed processes have left. */
export async function makeRunFolder(): Promise<string> {
  await removeAbandoned();
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
}

export function removeRunFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const found = await lstat(folder).catch(() => undefined);
    // A process in another container may share this folder without its number being known here; its folder is young.
    const isOld = found !== undefined && Date.now() - found.mtimeMs > abandonedAfter;
    if (isOld && found.isDirectory() && (!process.getuid || found.uid === process.getuid()))
      await removeRunFolder(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it lives.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
