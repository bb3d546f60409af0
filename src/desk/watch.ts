/** Reports saved files below a root in batches, because one save touches a file several times. */

import { statSync } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";
import type { FSWatcher } from "chokidar";

/** Milliseconds without changes that end a batch. */
const quiet = 40;
/** Milliseconds between checks that the watched folders still exist. */
const look = 500;

const parts = ["content", "data"] as const;

export interface Watcher {
  close(): Promise<void>;
}

/**
 * `onSaved` gets paths relative to the root, with `/`; every save after the promise resolves is reported. If it throws,
 * for instance because a folder is briefly missing, it is called again.
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
      // Office programs leave lock files; editors write a temporary file and rename it.
      ignored: /(^|[/\\])(\.[^/\\]+|~\$[^/\\]*|[^/\\]*\.(tmp|swp))$/,
    });
    opened.on("all", (event, file) => {
      // A moved folder takes its watch along; a new folder of that name is not watched.
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

/** Identifies the folders; changes when one is replaced or missing. */
function whichFolders(root: string): string {
  return ["", ...parts]
    .map((part) => {
      const found = statSync(path.join(root, part), { throwIfNoEntry: false });
      return found === undefined ? "" : `${found.dev}:${found.ino}`;
    })
    .join(" ");
}
