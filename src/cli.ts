/** Names the commands and sets the exit code; each command is loaded only when it is run. */

import { parentPort, workerData } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import { EnvironmentError } from "./base/problem/environment-error.ts";
import type { PressOptions } from "./build/worker/messages.ts";
import { explainSystemFault } from "./base/problem/system-fault.ts";
import { atEnd, endOnSignals } from "./base/process/ending.ts";
import { removeOwnFolders } from "./base/process/temporary-folder.ts";

interface Command {
  readonly run: (args: readonly string[]) => number | Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: () => import("./commands/build.ts"),
  check: () => import("./commands/check.ts"),
  verify: () => import("./commands/verify.ts"),
  dev: () => import("./commands/dev.ts"),
  doctor: () => import("./commands/doctor.ts"),
  new: () => import("./commands/new.ts"),
  import: () => import("./commands/import.ts"),
  word: () => import("./commands/word.ts"),
  publish: () => import("./commands/publish.ts"),
  sign: () => import("./commands/sign.ts"),
  key: () => import("./commands/key.ts"),
  proof: () => import("./commands/proof.ts"),
  compare: () => import("./commands/compare.ts"),
  explain: () => import("./commands/explain.ts"),
  schemas: () => import("./commands/schemas.ts"),
};

if (parentPort !== null) void press(parentPort, workerData as PressOptions);
else void main(process.argv.slice(2));

/** In the thread that prints. */
async function press(port: MessagePort, options: PressOptions): Promise<void> {
  const { runPress } = await import("./build/worker/press-thread.ts");
  runPress(port, options);
}

async function main([name = "", ...args]: readonly string[]): Promise<void> {
  // `npm run check | head` closes the pipe early; that is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (fault: NodeJS.ErrnoException) => {
      if (fault.code === "EPIPE") process.exit();
      throw fault;
    });
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.error(
      `没有“${name}”这个命令。可用的命令：${Object.keys(commands).join("、")}。用法：npm run 命令 -- --help`,
    );
    process.exitCode = 2;
    return;
  }
  // The preview ends by being asked to, in its own way.
  if (name !== "dev") {
    atEnd(removeOwnFolders);
    endOnSignals();
  }
  try {
    process.exitCode = await (await command()).run(args);
  } catch (fault) {
    console.error(explain(fault));
    process.exitCode = 2;
  }
}

/** An editor never sees a stack: what is not foreseen is a fault of ours, and says how to show us more. */
function explain(thrown: unknown): string {
  const fault = explainSystemFault(thrown);
  if (fault instanceof EnvironmentError) return `${fault.message}\n改法：${fault.hint}`;
  const detail = fault instanceof Error ? fault : new Error(String(fault));
  if (process.env["JIANBAO_DEBUG"] === "1") return detail.stack ?? detail.message;
  return `没有做完：${detail.message}\n改法：请再运行一次；还是这样，就把这段话和 npm run doctor 的结果发给维护的人（JIANBAO_DEBUG=1 可以看到细节）。`;
}
