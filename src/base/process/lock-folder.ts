import { FolderLock } from "./folder-lock.ts";

/** Milliseconds; longer than it takes to give up a machine that has gone silent. */
const limit = 15 * 60_000;

/** Locks a folder for `npm run …`; reports who has it and waits. @throws EnvironmentError when that takes too long */
export function lockFolder(folder: string, command: string, say: (line: string) => void): Promise<FolderLock> {
  return FolderLock.take(folder, `npm run ${command}`, {
    limit,
    onWait: (sentence) => say(`${sentence}；等它做完……（按 Ctrl+C 不等）`),
  });
}

/** For commands that only read: where nothing can be written, no other process changes the folder either. */
export async function lockIfWritable(...wish: Parameters<typeof lockFolder>): Promise<FolderLock | undefined> {
  try {
    return await lockFolder(...wish);
  } catch (fault) {
    if (["EROFS", "EACCES", "EPERM"].includes((fault as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw fault;
  }
}
