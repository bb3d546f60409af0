/** Tells what was saved below a root, in batches: an editor's one save touches a file several times. */

import path from "node:path";
import { watch } from "chokidar";

/** Milliseconds of quiet after which a batch is handed over. */
const quiet = 40;

export interface Watcher {
  close(): Promise<void>;
}

/** `onSaved` gets paths relative to the root, with `/`. */
export function watchRoot(folder: string, onSaved: (files: ReadonlySet<string>) => void): Watcher {
  let batch = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(["content", "data"], {
    cwd: folder,
    ignoreInitial: true,
    // Office programs leave lock files; editors write beside and rename.
    ignored: /(^|[/\\])(\.[^/\\]+|~\$[^/\\]*|[^/\\]*\.(tmp|swp))$/,
  });
  watcher.on("all", (event, file) => {
    if (!event.endsWith("Dir") && !/\.(md|markdown|ya?ml|csv|png|jpe?g|gif|webp|tiff?|svg|ttf|ttc|otf)$/i.test(file))
      return;
    batch.add(file.split(path.sep).join("/"));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = batch;
      batch = new Set();
      onSaved(files);
    }, quiet);
  });
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
