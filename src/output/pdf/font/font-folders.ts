import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const listLimit = 10_000;

/** The folders of fonts of the platform and of the user. */
function fontFolders(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const home = environment["HOME"] ?? environment["USERPROFILE"];
  const inHome = (...parts: string[]): string[] => (home ? [join(home, ...parts)] : []);
  if (platform === "win32") {
    const local = environment["LOCALAPPDATA"];
    return [
      join(environment["WINDIR"] ?? "C:\\Windows", "Fonts"),
      ...(local ? [join(local, "Microsoft", "Windows", "Fonts")] : []),
    ];
  }
  if (platform === "darwin") return ["/System/Library/Fonts", "/Library/Fonts", ...inHome("Library", "Fonts")];
  const data = environment["XDG_DATA_HOME"];
  return [
    ...(data ? [join(data, "fonts")] : inHome(".local", "share", "fonts")),
    ...inHome(".fonts"),
    "/usr/local/share/fonts",
    "/usr/share/fonts",
  ];
}

/** The absolute paths of installed font files, sorted; from fontconfig, if it is present. */
export async function installedFontFiles(environment: NodeJS.ProcessEnv): Promise<string[]> {
  const listed = process.platform === "linux" ? await fontconfigFiles(environment) : [];
  const folders = fontFolders(environment, process.platform);
  const found = listed.length > 0 ? listed : (await Promise.all(folders.map(filesIn))).flat();
  return [...new Set(found.filter((file) => /\.(ttf|ttc|otf|otc)$/i.test(file)))].sort();
}

async function fontconfigFiles(environment: NodeJS.ProcessEnv): Promise<string[]> {
  try {
    const { stdout } = await promisify(execFile)("fc-list", ["--format", "%{file}\\n"], {
      env: environment,
      timeout: listLimit,
      maxBuffer: 1 << 26,
    });
    return stdout.split("\n").filter((line) => line !== "");
  } catch {
    return [];
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
