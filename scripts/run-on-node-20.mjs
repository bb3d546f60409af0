// What `module.enableCompileCache` does from Node 22.1 on, for Node 20: without it `check` takes twice the processor's time. Goes when
// Node 20 is not supported any more.

import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { tryToKeep } from "./try-to-keep.mjs";

/** Runs a CommonJS script; what V8 compiled of it is kept in the file `kept`. */
export function runCompiled(file, kept) {
  // What ran only once, as most of a start does, would else be thrown away before it can be kept.
  setFlagsFromString("--no-flush-bytecode");
  // Bytes of bytecode that a function runs through before V8 optimizes it, six times as many as usual: most is hardly called any more.
  setFlagsFromString("--interrupt-budget=400000");
  const cachedData = readKept(kept);
  const script = new Script(Module.wrap(readFileSync(file, "utf8")), { filename: file, cachedData });
  if (cachedData === undefined || script.cachedDataRejected)
    process.once("exit", (code) => code === 0 && keep(kept, script.createCachedData()));
  const own = { exports: {} };
  script.runInThisContext()(own.exports, createRequire(file), own, file, path.dirname(file));
}

/** V8 looks whether version, flags and the script's length are as they were, but trusts the bytes: a checksum stands before them. */
function readKept(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(4);
    return bytes.readUInt32LE(0) === crc32(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function keep(file, data) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(data));
  tryToKeep(file, Buffer.concat([sum, data]));
}
