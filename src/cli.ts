/** Names the commands and sets the exit code; each command is loaded only when it is run. */

import { EnvironmentError } from "./problem/environment-error.ts";

interface Command {
  readonly run: (args: readonly string[]) => number | Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: () => import("./commands/build.ts"),
  check: () => import("./commands/check.ts"),
  new: () => import("./commands/new.ts"),
};

const [name = "", ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.error(`没有“${name}”这个命令。可用的命令：${Object.keys(commands).join("、")}。用法：npm run 命令 -- --help`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await (await command()).run(args);
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    console.error(`${fault.message}\n改法：${fault.hint}`);
    process.exitCode = 2;
  }
}
