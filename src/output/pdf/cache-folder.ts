import { chmod, lstat, mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { EnvironmentError } from "../../base/problem/environment-error.ts";

/** The folder of this program in the user's cache, at the usual place of the platform; it may not exist yet. */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  return join(userCache(environment, platform), "gongzuo-jianbao");
}

function userCache(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const named = platform === "win32" ? environment["LOCALAPPDATA"] : environment["XDG_CACHE_HOME"];
  if (named) return named;
  const home = environment["HOME"] ?? homedir();
  if (platform === "win32") return join(home, "AppData", "Local");
  return platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}

/**
 * Makes a folder that only the user can access, and its parents. @throws EnvironmentError when it cannot be made, is a link, or belongs to
 * another user.
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  const hint = "请检查该目录的权限和剩余空间，或设置环境变量 XDG_CACHE_HOME（Windows 为 LOCALAPPDATA）指向可写的目录。";
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const made = await lstat(folder);
    if (!made.isDirectory() || (process.getuid && made.uid !== process.getuid())) {
      throw new EnvironmentError(`缓存目录 ${folder} 不是本用户自己的目录`, hint);
    }
    if (process.getuid && (made.mode & 0o077) !== 0) await chmod(folder, 0o700);
  } catch (cause) {
    if (cause instanceof EnvironmentError) throw cause;
    throw new EnvironmentError(`无法建立缓存目录 ${folder}`, hint, { cause });
  }
}
