import { EnvironmentError } from "../../base/problem/environment-error.ts";

/** What `write` does in the system's folder for temporary files. @throws EnvironmentError it cannot be written to. */
export async function inTemporaryFolder<T>(write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new EnvironmentError(`无法写入临时目录（${code}）`, "请检查临时目录的权限和剩余空间。", { cause });
  }
}
