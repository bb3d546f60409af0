// Runs the program with V8's compile cache: compiling would take a third of a short command.

import module, { createRequire } from "node:module";
import path from "node:path";

/** `command`: each command has its own cache. */
export async function runProgram(folder, command) {
  const file = path.join(folder, "cli.cjs");
  // Source maps only work for files that Node itself loads.
  if (process.env.JIANBAO_DEBUG === "1") process.setSourceMapsEnabled(true);
  else if (module.enableCompileCache === undefined) {
    const { runCompiled } = await import("./run-on-node-20.mjs");
    const name = /^[a-z]+$/.test(command ?? "") ? command : "other";
    // V8 does not distinguish Node builds with different patches: a foreign cache causes a segmentation fault.
    return runCompiled(file, path.join(folder, `${name}-${process.version}-${process.arch}.v8`));
  } else module.enableCompileCache(path.join(folder, "compiled"));
  createRequire(file)(file);
}
