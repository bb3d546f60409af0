// Runs the program with what V8 made of it the last time: compiling would be a third of a short command.

import module, { createRequire } from "node:module";
import path from "node:path";

/** `command`: what was compiled for one command is kept for that one. */
export async function runProgram(folder, command) {
  const file = path.join(folder, "cli.cjs");
  // Only what Node itself loads has its lines looked up in the source map.
  if (process.env.JIANBAO_DEBUG === "1") process.setSourceMapsEnabled(true);
  else if (module.enableCompileCache === undefined) {
    const { runCompiled } = await import("./run-on-node-20.mjs");
    const name = /^[a-z]+$/.test(command ?? "") ? command : "other";
    // V8 does not tell the Nodes apart that bring it, each with changes of its own: another's work ends in a segmentation fault.
    return runCompiled(file, path.join(folder, `${name}-${process.version}-${process.arch}.v8`));
  } else module.enableCompileCache(path.join(folder, "compiled"));
  createRequire(file)(file);
}
