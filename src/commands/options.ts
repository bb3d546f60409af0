/** Arguments of the command line. */

import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { refuseLockFile } from "../read/load/lock-file.ts";
import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { issueNamed } from "../base/text/issue-reference.ts";
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

/** @throws EnvironmentError there is no such folder */
export function existingFolder(folder: string): string {
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

/** The issue of `--issue`, or the newest printed one. @throws EnvironmentError there is none */
export function existingIssue(archive: Archive, wanted: string | undefined): Issue {
  const ids = archive.issues.map(({ id }) => id);
  const id = wanted === undefined ? undefined : issueNamed(wanted, ids);
  const issue =
    wanted === undefined
      ? archive.issues.findLast(({ dataOnly }) => !dataOnly)
      : archive.issues.find((other) => other.id === id);
  if (issue?.dataOnly === true)
    throw new EnvironmentError(
      `${issue.id} 只有数据，不印发`,
      `要印发的，删去 ${issue.folder}/issue.yaml 里的“仅数据”一行。`,
    );
  if (issue === undefined) {
    throw new EnvironmentError(
      wanted === undefined ? "还没有任何一期" : `没有“${wanted}”这一期`,
      wanted === undefined ? "请先运行 npm run new 新建一期。" : knownIssues(wanted, ids),
    );
  }
  return issue;
}

const listedIssues = 6;

/** 是不是想写“2020-16”？现有：2020-15、2020-16。 `known`: oldest first. */
export function knownIssues(wanted: string, known: readonly string[]): string {
  if (known.length === 0) return "还没有任何一期，请先运行 npm run new 新建一期。";
  const more = known.length > listedIssues ? `（共 ${known.length} 期，这是最近的）` : "";
  return `${didYouMean(wanted, byDistance(wanted, known))}现有：${known.slice(-listedIssues).join("、")}${more}。`;
}

/** Sorted by distance of the number, so that equally similar ones are suggested nearest first. */
function byDistance(wanted: string, known: readonly string[]): string[] {
  const numberOf = (id: string): number => Number(/(\d+)\D*$/.exec(id)?.[1] ?? Number.NaN);
  const away = (id: string): number => Math.abs(numberOf(id) - numberOf(wanted)) || 0;
  return [...known].reverse().sort((a, b) => away(a) - away(b));
}
