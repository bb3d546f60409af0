import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a cache file atomically. A failure is ignored, since the cache only saves work. */
export function writeCacheFile(file, content) {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(beside, content);
    // A folder may be in its place.
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
  }
}
