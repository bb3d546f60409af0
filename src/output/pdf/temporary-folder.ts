import { EnvironmentError } from "../../base/problem/environment-error.ts";

/** Runs `write`, which uses the system's temporary folder. @throws EnvironmentError when that folder cannot be written. */
export async function inTemporaryFolder<T>(write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new EnvironmentError(`无法写入临时目录（${code}）`, "请检查临时目录的权限和剩余空间。", { cause });
  }
}
