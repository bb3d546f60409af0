/** Arguments of the command line. */

import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { refuseLockFile } from "../read/load/lock-file.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { didYouMean } from "../base/text/nearest.ts";

type Flags = NonNullable<ParseArgsConfig["options"]>;

/** Parses with Chinese messages. @throws EnvironmentError on an unknown flag or a missing value */
export function parse<T extends Flags>(args: readonly string[], flags: T, command: string, positionals = false) {
  refuseSwallowed(flags, command);
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: positionals, strict: true });
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? fault.code : undefined;
    const hint = `npm run ${command} -- --help 列出所有选项。`;
    const named = fault instanceof Error ? (/'([^']*)'/.exec(fault.message)?.[1] ?? "") : "";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
      const meant = didYouMean(named.replace(/^-+/, ""), Object.keys(flags));
      throw new EnvironmentError(`不认识选项“${named}”`, `${meant}${hint}`);
    }
    if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") throw new EnvironmentError(`不认识“${named}”`, hint);
    throw new EnvironmentError(`选项“${named.split(" ")[0] ?? ""}”的写法不对`, hint);
  }
}

/** Options of npm that share a name with ours and may be set on any machine. */
const npmOwn = new Set(["cache", "prefix", "yes", "help", "root", "quiet"]);

/** `npm run check --fix` passes the option to npm, which drops it silently. */
function refuseSwallowed(flags: Flags, command: string): void {
  if (process.env["npm_lifecycle_event"] !== command) return;
  const swallowed = Object.keys(flags).find((name) => {
    const value = process.env[`npm_config_${name.replaceAll("-", "_")}`];
    return !npmOwn.has(name) && value !== undefined && value !== "" && value !== "false";
  });
  if (swallowed === undefined) return;
  throw new EnvironmentError(
    `选项 --${swallowed} 前面少了“--”`,
    `请写成 npm run ${command} -- --${swallowed} …（两个减号前后都有空格）。`,
  );
}

/**
 * Resolves a typed path against the user's folder: npm runs scripts in the package's own folder. @throws
 * EnvironmentError it is the lock file of an open document
 */
export function typedPath(typed: string, command: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env;
  const file = path.resolve(script === command && from !== undefined ? from : process.cwd(), typed);
  refuseLockFile(file);
  return file;
}

/** The folder of `--root`, or this one. @throws EnvironmentError there is no such folder */
export function rootFolder(typed: string | undefined, command: string): string {
  const folder = typed === undefined ? process.cwd() : typedPath(typed, command);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new EnvironmentError(`没有文件夹 ${folder}`, "请核对 --root 后面的路径。");
  return folder;
}

/** The typed issue, if any. @throws EnvironmentError there are several */
export function onlyIssue([id, ...rest]: readonly string[], command: string): string | undefined {
  if (rest.length > 0)
    throw new EnvironmentError(`一次只能做一期，多了“${rest.join("、")}”`, `写法：npm run ${command} -- 2020-15。`);
  return id;
}
