import { FolderLock } from "./folder-lock.ts";

/** Milliseconds: longer than it takes until a machine that has gone silent is given up. */
const limit = 15 * 60_000;

/** Locks a folder for `npm run …`; says so if somebody else has it, and waits for it. @throws EnvironmentError it takes too long. */
export function hold(folder: string, command: string, say: (line: string) => void): Promise<FolderLock> {
  return FolderLock.take(folder, `npm run ${command}`, {
    limit,
    onWait: (told) => say(`${told}；等它做完……（按 Ctrl+C 不等）`),
  });
}

/** For who only reads: where nothing may be written beside the folder nobody else is about to change it either. */
export async function holdReadable(...wish: Parameters<typeof hold>): Promise<FolderLock | undefined> {
  try {
    return await hold(...wish);
  } catch (fault) {
    if (["EROFS", "EACCES", "EPERM"].includes((fault as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw fault;
  }
}
