import { EnvironmentError } from "./environment-error.ts";

/** The fault in words an editor can act on, if a full disk or a quota is behind it; else the fault itself. */
export function explainOutOfSpace(fault: unknown): unknown {
  if (fault instanceof EnvironmentError || !isOutOfSpace(fault)) return fault;
  return new EnvironmentError(
    "磁盘已满，没有做完；原来的网站没有动",
    "请腾出磁盘空间（也可以删去缓存文件夹 .cache，它会自己再生成），再运行一次。",
    { cause: fault },
  );
}

/** Libraries wrap what the system said, each in its own way. */
function isOutOfSpace(fault: unknown, depth = 0): boolean {
  if (typeof fault !== "object" || fault === null || depth > 8) return false;
  const { code, cause, originalError } = fault as { code?: unknown; cause?: unknown; originalError?: unknown };
  if (code === "ENOSPC" || code === "EDQUOT") return true;
  return isOutOfSpace(cause, depth + 1) || isOutOfSpace(originalError, depth + 1);
}
