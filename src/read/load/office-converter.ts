/** Converts old Word files (.doc, .wps, RTF) to .docx with an installed LibreOffice. */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { atEnd } from "../../base/process/ending.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "../../base/process/temporary-folder.ts";

/** Milliseconds. A long document with pictures takes some ten seconds, and as long again when the program starts for the first time. */
const longest = 120_000;

const customary: readonly string[] = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
  "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe",
  "/opt/libreoffice/program/soffice",
];

/** The path of LibreOffice: from JIANBAO_SOFFICE, from PATH, or a customary place; `undefined` when it is not installed. */
export function officeProgram(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment["JIANBAO_SOFFICE"];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  const folders = (environment["PATH"] ?? environment["Path"] ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "");
  const names = process.platform === "win32" ? ["soffice.exe"] : ["soffice", "libreoffice"];
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...found, ...customary].find((file) => existsSync(file) && statSync(file).isFile());
}

/**
 * Converts a copy of the file to .docx in a temporary folder with its own settings, which is removed afterwards.
 * @throws EnvironmentError it takes too long or makes no file.
 */
export async function convertedToDocx(program: string, bytes: Uint8Array, ending: string): Promise<Buffer> {
  const folder = makeTemporaryFolder();
  try {
    const source = path.join(folder, `source${ending}`);
    const made = path.join(folder, "made");
    mkdirSync(made);
    writeFileSync(source, bytes);
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    const settings = [`-env:UserInstallation=${profile}`, "--headless", "--norestore", "--nolockcheck", "--nodefault"];
    const outcome = await run(
      program,
      [...settings, "--convert-to", "docx:MS Word 2007 XML", "--outdir", made, source],
      folder,
    );
    const result = path.join(made, "source.docx");
    if (outcome === "late") throw failed(`用了 ${longest / 1000} 秒还没有转换好`);
    if (!existsSync(result)) throw failed("没有转换出来（文件可能坏了，或者设了密码）");
    return readFileSync(result);
  } finally {
    removeTemporaryFolder(folder);
  }
}

function failed(reason: string): EnvironmentError {
  return new EnvironmentError(
    `LibreOffice ${reason}`,
    "请用 Word 或 WPS 打开它，另存为“Word 文档（.docx）”，再来一次。",
  );
}

/** Ends the program and its child processes when it takes too long. */
function run(program: string, args: readonly string[], folder: string): Promise<"done" | "late"> {
  return new Promise((resolve) => {
    const group = process.platform !== "win32";
    const child = spawn(program, args, {
      cwd: folder,
      detached: group,
      stdio: "ignore",
      windowsHide: true,
      env: { ...process.env, HOME: folder, TMPDIR: folder, TEMP: folder, TMP: folder },
    });
    const end = (): void => {
      if (child.pid === undefined) return;
      if (group) process.kill(-child.pid, "SIGKILL");
      else spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, longest);
    const forget = atEnd(end);
    const finish = (): void => {
      clearTimeout(timer);
      forget();
      resolve(late ? "late" : "done");
    };
    child.on("error", finish);
    child.on("close", finish);
  });
}
