import { access, constants, copyFile, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { PrintError, type PrintJob } from "../print-job.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** A private folder with one document and its assets. */
export interface JobFolder {
  /** The address of the document. */
  readonly url: string;
  /** Whether an address is inside the folder; all others are refused. */
  owns(url: string): boolean;
  remove(): Promise<void>;
}

const documentFile = "index.html";

/**
 * Writes the job into a new `folder`, whose parent must exist. @throws PrintError when the path of an asset leads out of the folder, or its
 * file is unreadable. @throws EnvironmentError when the folder cannot be written.
 */
export async function writeJobFolder(folder: string, job: PrintJob): Promise<JobFolder> {
  const root = await inTemporaryFolder(async () => {
    await mkdir(folder, { mode: 0o700 });
    await writeFile(join(folder, documentFile), job.html);
    return realpath(folder);
  });
  await Promise.all([...job.assets].map(([path, asset]) => writeAsset(root, path, asset, job.name)));
  const base = pathToFileURL(`${root}/`).href;
  const paths = new Set([documentFile, ...job.assets.keys()].map((path) => new URL(encodeURI(path), base).href));
  return {
    url: new URL(documentFile, base).href,
    owns: (url) => paths.has(url.replace(/[?#].*$/, "")),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function writeAsset(root: string, path: string, asset: Uint8Array | string, job: string): Promise<void> {
  if (path !== posix.normalize(path) || path === documentFile || /^(\/|\.\.(\/|$)|\.$)|[\\:\0]/.test(path)) {
    throw new PrintError(job, `资源路径“${path}”不在任务目录之内`);
  }
  if (typeof asset === "string") {
    await access(asset, constants.R_OK).catch((cause: unknown) => {
      throw new PrintError(job, `无法读取文件 ${asset}`, { cause });
    });
  }
  await inTemporaryFolder(async () => {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    if (typeof asset === "string") await copyFile(asset, target);
    else await writeFile(target, asset);
  });
}
