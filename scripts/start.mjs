// Starts a command, after reporting missing requirements in Chinese. Plain JavaScript, as it runs first.

import { isMainThread } from "node:worker_threads";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
// From these versions on, `import` and `require` may be mixed.
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(
    `Node 的版本太旧（${process.versions.node}）\n改法：请到 nodejs.org 下载安装 24 版，或者 22.12、20.19 以上的版本。`,
  );
  process.exit(2);
}
/** Errors of folders that cannot be written to: read-only, or a full disk. */
const unwritable = ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"];
let start;
try {
  const { programFolder } = await import("./program.mjs");
  const { runProgram } = await import("./run-program.mjs");
  // A worker thread uses its process's bundle, even if a source has changed meanwhile.
  const folder = (isMainThread ? undefined : process.env.JIANBAO_PROGRAM) ?? (await programFolder());
  process.env.JIANBAO_PROGRAM = folder;
  start = () => runProgram(folder, process.argv[2]);
} catch (fault) {
  if (fault?.code === "ERR_MODULE_NOT_FOUND" || fault?.code === "ENOENT") {
    console.error("还没有安装好\n改法：请先在本文件夹运行 npm ci（要联网），装完再试。");
    process.exit(2);
  }
  if (!unwritable.includes(fault?.code)) {
    console.error(
      `程序没有准备好：${fault?.message ?? fault}\n改法：请重新运行 npm ci；还是这样，就把这段话发给维护的人。`,
    );
    process.exit(2);
  }
  // Without a bundle the sources are compiled on each start.
  const { register } = await import("tsx/esm/api");
  register();
  delete process.env.JIANBAO_PROGRAM;
  start = () => import("../src/cli.ts");
}
await start();
