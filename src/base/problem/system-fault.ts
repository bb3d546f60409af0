import { EnvironmentError } from "./environment-error.ts";

const full = new Set(["ENOSPC", "EDQUOT"]);
/** On Windows a file that a viewer or a virus scanner has open fails with one of the first three. */
const refused = new Set(["EBUSY", "EPERM", "EACCES", "EROFS"]);

/** Turns a system error into an `EnvironmentError` with advice; returns any other error unchanged. */
export function explainSystemFault(fault: unknown): unknown {
  if (fault instanceof EnvironmentError) return fault;
  const options = { cause: fault };
  const { code, path } = systemFault(fault) ?? {};
  if (code === undefined) return fault;
  if (full.has(code)) {
    return new EnvironmentError(
      "磁盘已满，没有做完；原来的网站没有动",
      "请腾出磁盘空间（也可以删去缓存文件夹 .cache，它会自己再生成），再运行一次。",
      options,
    );
  }
  return new EnvironmentError(
    `系统不让动${path === undefined ? "一个文件" : ` ${path}`}（${code}），没有做完`,
    "多半是它正被别的程序打开着：请关掉打开了它的 WPS、Word、PDF 阅读器和文件夹窗口，再运行一次；不是这样，就请管理员看看这个文件夹的权限。",
    options,
  );
}

/** Libraries wrap system errors, each in its own way. */
function systemFault(fault: unknown, depth = 0): { readonly code: string; readonly path?: string } | undefined {
  if (typeof fault !== "object" || fault === null || depth > 8) return undefined;
  const { code, path, cause, originalError } = fault as Record<string, unknown>;
  if (typeof code === "string" && (full.has(code) || refused.has(code)))
    return typeof path === "string" ? { code, path } : { code };
  return systemFault(cause, depth + 1) ?? systemFault(originalError, depth + 1);
}
