import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a file that is there whole or not at all. What is kept spares work only: where it cannot be written, nothing is said. */
export function tryToKeep(file, content) {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(beside, content);
    // Something else may stand in its place.
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
  }
}
