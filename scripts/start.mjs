// Starts a command: says in Chinese what is missing before anything that needs it is loaded. Plain JavaScript, for it runs first.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 的版本太旧（${process.versions.node}）\n改法：请到 nodejs.org 下载安装 20.19 以上的版本。`);
  process.exit(2);
}
try {
  const { register } = await import("tsx/esm/api");
  register();
} catch (fault) {
  if (fault?.code !== "ERR_MODULE_NOT_FOUND") throw fault;
  console.error("还没有安装好\n改法：请先在本文件夹运行 npm ci（要联网），装完再试。");
  process.exit(2);
}
await import("../src/cli.ts");
