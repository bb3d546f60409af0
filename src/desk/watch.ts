/** Tells what was saved below a root, in batches: an editor's one save touches a file several times. */

import { statSync } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";
import type { FSWatcher } from "chokidar";

/** Milliseconds of quiet after which a batch is handed over. */
const quiet = 40;
/** Milliseconds between two looks whether the folders are still those that are watched. */
const look = 500;

const parts = ["content", "data"] as const;

export interface Watcher {
  close(): Promise<void>;
}

/**
 * `onSaved` gets paths relative to the root, with `/`; what is saved after this has resolved is not missed. Where it fails, a folder is
 * gone for a while perhaps, it is called again.
 */
export async function watchRoot(folder: string, onSaved: (files: ReadonlySet<string>) => void): Promise<Watcher> {
  let batch = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let watcher = await open();
  let watched = whichFolders(folder);
  let isLost = false;

  async function open(): Promise<FSWatcher> {
    const opened = watch([...parts], {
      cwd: folder,
      ignoreInitial: true,
      // Office programs leave lock files; editors write beside and rename.
      ignored: /(^|[/\\])(\.[^/\\]+|~\$[^/\\]*|[^/\\]*\.(tmp|swp))$/,
    });
    opened.on("all", (event, file) => {
      // A folder that is moved away takes its watch with it: what comes back under its name is another to the system.
      if (event === "unlinkDir" && parts.some((part) => part === file)) isLost = true;
      if (!event.endsWith("Dir") && !/\.(md|markdown|ya?ml|csv|png|jpe?g|gif|webp|tiff?|svg|ttf|ttc|otf)$/i.test(file))
        return;
      batch.add(file.split(path.sep).join("/"));
      clearTimeout(timer);
      timer = setTimeout(hand, quiet);
    });
    await new Promise<void>((resolve) => opened.once("ready", () => resolve()));
    return opened;
  }

  function hand(): void {
    const files = batch;
    batch = new Set();
    try {
      onSaved(files);
    } catch {
      isLost = true;
    }
  }

  let looking: Promise<void> | undefined;
  async function reopen(): Promise<void> {
    watched = whichFolders(folder);
    isLost = false;
    await watcher.close();
    watcher = await open();
    for (const part of parts) batch.add(part);
    hand();
  }
  const looks = setInterval(() => {
    if (!isLost && whichFolders(folder) === watched) return;
    looking ??= reopen().finally(() => (looking = undefined));
  }, look);

  return {
    async close() {
      clearInterval(looks);
      clearTimeout(timer);
      await looking;
      await watcher.close();
    },
  };
}

/** What tells the folders from others of the same name; also while one is not there. */
function whichFolders(root: string): string {
  return ["", ...parts]
    .map((part) => {
      const found = statSync(path.join(root, part), { throwIfNoEntry: false });
      return found === undefined ? "" : `${found.dev}:${found.ino}`;
    })
    .join(" ");
}
