// Runs the program with what V8 made of it the last time, which spares it half of the start.

import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { tryToKeep } from "./try-to-keep.mjs";

/**
 * Bytes of bytecode that a function runs through before V8 optimizes it: six times as many as usual. Optimizing takes a tenth of the
 * processor's time of a build of some hundred issues, and most of it is for functions that are hardly called any more.
 */
const untilOptimized = 400_000;

/** `command`: what is compiled for one command is kept for that one. */
export function runProgram(file, command) {
  const importModule = (name) => import(name);
  const require = createRequire(file);
  // Only what Node itself loads has its lines looked up in the source map.
  if (process.env.JIANBAO_DEBUG === "1") return require(file)(importModule);
  // What ran only once, as most of a start does, would else be thrown away before it can be kept.
  setFlagsFromString("--no-flush-bytecode");
  setFlagsFromString(`--interrupt-budget=${untilOptimized}`);
  const kept = path.join(path.dirname(file), `${/^[a-z]+$/.test(command ?? "") ? command : "other"}.v8`);
  const cachedData = readKept(kept);
  const script = new Script(Module.wrap(readFileSync(file, "latin1")), { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, path.dirname(file));
  if (cachedData === undefined || script.cachedDataRejected)
    process.once("exit", (code) => code === 0 && keep(kept, script.createCachedData()));
  return module.exports(importModule);
}

/** V8 trusts what it is given: a checksum stands before it. */
function readKept(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(4);
    return bytes.length > 4 && bytes.readUInt32LE(0) === crc32(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function keep(file, data) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(data));
  // Where it cannot be kept, the next start compiles again.
  tryToKeep(file, Buffer.concat([sum, data]));
}
