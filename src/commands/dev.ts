import path from "node:path";
import { rememberTemplates } from "../build/compiled-templates.ts";
import { LiveArchive } from "../desk/live-archive.ts";
import { Preview } from "../desk/preview.ts";
import type { PrintForPreview } from "../desk/preview.ts";
import { savedLine } from "../desk/saved-line.ts";
import { PreviewServer } from "../desk/server.ts";
import { watchRoot } from "../desk/watch.ts";
import { Root } from "../read/load/root.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { FolderLock, holderWords } from "../base/process/folder-lock.ts";
import { LazyPrinter, pressOf } from "../output/pdf/index.ts";
import { DevelopedPictures } from "../build/pictures.ts";
import { liveChecks } from "../desk/live-checks.ts";
import { parse, rootFolder } from "./options.ts";
import { fontConfig, printIssue } from "../build/print-issue.ts";

export const help = `用法：npm run dev [-- 选项]

边写边看：在浏览器里打开它显示的地址，存一次盘，页面就跟着变。按 Ctrl+C 结束。

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --port 端口       默认 8080，被占用就往后找
  --help            显示这段说明
`;

const flags = { root: { type: "string" }, port: { type: "string" }, help: { type: "boolean", short: "h" } } as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, flags, "dev");
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const port = Number(values.port ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_000) {
    throw new EnvironmentError(`端口“${values.port ?? ""}”不对`, "写一个 1024 到 65000 之间的数，如 --port 8080。");
  }
  const folder = rootFolder(values.root, "dev");
  const lock = lockPreview(folder);
  // Start watching before reading, so that a save meanwhile is noticed.
  let onSaved: (files: ReadonlySet<string>) => void = () => undefined;
  const watcher = await watchRoot(folder, (files) => onSaved(files));
  const live = new LiveArchive(folder, liveChecks);
  rememberTemplates();
  const printing = new LazyPrinter();
  const pictures = DevelopedPictures.of(folder);
  const preview = new Preview(live, folder, printFor(folder, printing, pictures), pictures);
  const server = new PreviewServer(preview);
  onSaved = (files) => {
    live.update(files);
    preview.forget();
    server.changed();
    console.log(`${new Date().toTimeString().slice(0, 8)} ${savedLine(live, files)}`);
  };
  console.log(`预览：${await server.listen(port)} （按 Ctrl+C 结束）`);
  await stopped();
  await Promise.all([watcher.close(), server.close(), printing.close()]);
  lock?.release();
  return 0;
}

/** Reports who else has the preview open; never prevents it, even where nothing can be written. */
function lockPreview(folder: string): FolderLock | undefined {
  const content = path.join(folder, "content");
  try {
    const found = FolderLock.tryTake(content, "npm run dev");
    if (found instanceof FolderLock) return found;
    console.log(`提醒：${holderWords(content, found)}。两边都能看；改同一篇稿件，请先说好。`);
  } catch {
    return undefined;
  }
  return undefined;
}

/** Resolves when the person or the parent process ends the preview. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

/** The browser starts with the first PDF and stays open. */
function printFor(folder: string, printer: LazyPrinter, pictures: DevelopedPictures): PrintForPreview {
  const press = pressOf(printer);
  return async ({ bulletin }, built) => {
    const root = new Root(folder);
    const fonts = fontConfig(bulletin, root);
    return printIssue(built, { root, bulletin, fonts, press, pictures });
  };
}
