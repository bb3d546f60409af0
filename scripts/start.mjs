// Starts a command: says in Chinese what is missing before anything that needs it is loaded. Plain JavaScript, for it runs first.

import path from "node:path";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 的版本太旧（${process.versions.node}）\n改法：请到 nodejs.org 下载安装 20.19 以上的版本。`);
  process.exit(2);
}
let start;
try {
  const { programFolder } = await import("./program.mjs");
  const { runProgram } = await import("./run-program.mjs");
  const folder = await programFolder();
  process.env.JIANBAO_PROGRAM = folder;
  start = () => runProgram(path.join(folder, "cli.cjs"), process.argv[2]);
} catch (fault) {
  if (fault?.code === "ERR_MODULE_NOT_FOUND" || fault?.code === "ENOENT") {
    console.error("还没有安装好\n改法：请先在本文件夹运行 npm ci（要联网），装完再试。");
    process.exit(2);
  }
  // Where node_modules may not be written to, the sources are read each time.
  if (!["EACCES", "EPERM", "EROFS"].includes(fault?.code)) {
    console.error(
      `程序没有准备好：${fault?.message ?? fault}\n改法：请重新运行 npm ci；还是这样，就把这段话发给维护的人。`,
    );
    process.exit(2);
  }
  const { register } = await import("tsx/esm/api");
  register();
  start = () => import("../src/cli.ts");
}
if (process.env.JIANBAO_DEBUG === "1") process.setSourceMapsEnabled(true);
await start();
