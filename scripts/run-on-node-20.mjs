// A compile cache for Node 20, which lacks `module.enableCompileCache`: without it `check` takes twice the CPU time. To
// be removed when Node 20 is no longer supported.

import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { writeCacheFile } from "./write-cache-file.mjs";

/** Runs a CommonJS script; V8's compiled code is cached in the file `cacheFile`. */
export function runCompiled(file, cacheFile) {
  // Otherwise code that ran only once, such as most start-up code, would be discarded before it is cached.
  setFlagsFromString("--no-flush-bytecode");
  // Bytes of bytecode before V8 optimizes a function, six times the default: most functions are hardly called again.
  setFlagsFromString("--interrupt-budget=400000");
  const cachedData = readCached(cacheFile);
  const script = new Script(Module.wrap(readFileSync(file, "utf8")), { filename: file, cachedData });
  if (cachedData === undefined || script.cachedDataRejected)
    process.once("exit", (code) => code === 0 && storeCached(cacheFile, script.createCachedData()));
  const own = { exports: {} };
  script.runInThisContext()(own.exports, createRequire(file), own, file, path.dirname(file));
}

/** V8 checks version, flags and script length but not the cached bytes, so a checksum precedes them. */
function readCached(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(4);
    return bytes.readUInt32LE(0) === crc32(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function storeCached(file, data) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(data));
  writeCacheFile(file, Buffer.concat([sum, data]));
}
