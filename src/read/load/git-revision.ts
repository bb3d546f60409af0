/** `content/` and `data/` as they were at a revision of the version control, in a folder of their own. (旧版) */

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "../../base/process/temporary-folder.ts";

export interface Revision {
  /** A root: a temporary folder. */
  readonly folder: string;
  /** The commit's short name and its day: `1a2b3c4`, `2020-11-07`. */
  readonly commit: string;
  readonly day: string;
  readonly remove: () => void;
}

/** Milliseconds, and bytes of all texts and pictures together. */
const limit = { time: 60_000, bytes: 1024 * 1024 * 1024 };

/** The folders that an issue is made from. */
const folders = ["content", "data"];

/** @throws EnvironmentError there is no git, no repository, no such revision, or nothing of this root in it. */
export function checkOut(root: string, revision: string): Revision {
  const prefix = git(root, ["rev-parse", "--show-prefix"]).toString("utf8").trim();
  const commit = commitOf(root, revision);
  const files = filesOf(root, commit, prefix);
  if (files.length === 0)
    throw new EnvironmentError(
      `“${revision}”那一版里没有这个文件夹的 content 和 data`,
      "请核对版本，或者用 --root 指明刊物所在的文件夹。",
    );
  const folder = makeTemporaryFolder();
  const remove = (): void => removeTemporaryFolder(folder);
  try {
    writeAll(root, folder, files);
  } catch (fault) {
    remove();
    throw fault;
  }
  const [name = "", day = ""] = git(root, ["show", "--no-patch", "--format=%h %cs", commit])
    .toString("utf8")
    .trim()
    .split(" ");
  return { folder, commit: name, day, remove };
}

interface StoredFile {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly object: string;
}

function commitOf(root: string, revision: string): string {
  const unknown = new EnvironmentError(
    `没有“${revision}”这个版本`,
    "写提交号、标签或 HEAD~1 这样的写法；git log --oneline 可以看到有哪些版本。",
  );
  // A name that begins with a dash would be read as an option.
  if (revision === "" || revision.startsWith("-")) throw unknown;
  const found = run(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (found.status !== 0) throw unknown;
  return found.stdout.toString("utf8").trim();
}

/** Plain files only: links and submodules are left out, as they could lead out of the root. */
function filesOf(root: string, commit: string, prefix: string): StoredFile[] {
  const paths = folders.map((folder) => `${prefix}${folder}/`);
  const listed = git(root, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...paths]).toString("utf8");
  return listed.split("\0").flatMap((entry): StoredFile[] => {
    const [, object = "", file = ""] = /^100(?:644|755) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
    const below = file.slice(prefix.length);
    const isSafe = file.startsWith(prefix) && !below.split(/[\\/]/).includes("..") && !below.includes(":");
    return object !== "" && isSafe ? [{ path: below, object }] : [];
  });
}

/** A single git process gives the contents of all files. */
function writeAll(root: string, folder: string, files: readonly StoredFile[]): void {
  const bytes = git(root, ["cat-file", "--batch"], `${files.map(({ object }) => object).join("\n")}\n`);
  let at = 0;
  for (const file of files) {
    const end = bytes.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(bytes.toString("utf8", at, end))?.[1]);
    if (!Number.isInteger(size)) throw new EnvironmentError("版本库里的内容读不出来", "请运行 git fsck 检查版本库。");
    const target = path.join(folder, ...file.path.split("/"));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
}

function git(root: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr } = run(root, args, input);
  if (status === 0) return stdout;
  const said = stderr.toString("utf8");
  if (/not a git repository/i.test(said))
    throw new EnvironmentError(
      `${root} 不在 git 版本库里，没有旧版可以对照`,
      "对照要用版本记录：请先 git init 并提交，或者用 --root 指明版本库里的文件夹。",
    );
  if (/dubious ownership/i.test(said))
    throw new EnvironmentError(
      `git 不肯读 ${root}：文件夹不属于当前用户`,
      `可信的话，运行一次：git config --global --add safe.directory "${root}"`,
    );
  throw new EnvironmentError(
    `git 没有做成：${said.trim().split("\n")[0] ?? ""}`,
    "请在这个文件夹里运行 git status 看看。",
  );
}

/** Runs without a shell, which would change special characters in names. @throws EnvironmentError git is missing or hangs. */
function run(
  root: string,
  args: readonly string[],
  input?: string,
): { status: number | null; stdout: Buffer; stderr: Buffer } {
  const { status, stdout, stderr, error } = spawnSync("git", ["-C", root, ...args], {
    ...(input === undefined ? {} : { input }),
    env: { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
    maxBuffer: limit.bytes,
    timeout: limit.time,
    windowsHide: true,
  });
  if (error !== undefined) {
    const code = "code" in error ? String(error.code) : "";
    if (code === "ENOENT")
      throw new EnvironmentError("这台机器上没有 git，读不了旧版", "请安装 git（git-scm.com），再运行一次。", {
        cause: error,
      });
    throw new EnvironmentError(`git 没有做完（${code}）`, "版本库太大或磁盘太慢；请再运行一次。", { cause: error });
  }
  return { status, stdout, stderr };
}
