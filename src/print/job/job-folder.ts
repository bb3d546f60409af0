import { copyFile, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import type { PrintJob } from "../print-job.ts";

/** A private folder that holds one document and its assets, and nothing else. */
export interface JobFolder {
  /** The document's address. */
  readonly url: string;
  /** Whether an address lies inside the folder; everything else is refused. */
  owns(url: string): boolean;
  remove(): Promise<void>;
}

const documentFile = "index.html";

/** Writes the job into `folder`, which does not exist yet. @throws Error an asset's path leads out of the folder, or a file is unreadable. */
export async function writeJobFolder(folder: string, job: PrintJob): Promise<JobFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const root = await realpath(folder);
  await writeFile(join(root, documentFile), job.html);
  await Promise.all([...job.assets].map(([path, asset]) => writeAsset(root, path, asset)));
  const base = pathToFileURL(`${root}/`).href;
  const paths = new Set([documentFile, ...job.assets.keys()].map((path) => new URL(encodeURI(path), base).href));
  return {
    url: new URL(documentFile, base).href,
    owns: (url) => paths.has(url.replace(/[?#].*$/, "")),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function writeAsset(root: string, path: string, asset: Uint8Array | string): Promise<void> {
  if (path !== posix.normalize(path) || path === documentFile || /^(\/|\.\.(\/|$)|\.$)|[\\:\0]/.test(path)) {
    throw new Error(`not a path inside the job: ${path}`);
  }
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  if (typeof asset === "string") await copyFile(asset, target);
  else await writeFile(target, asset);
}
