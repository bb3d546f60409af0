import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { move } from "./move.ts";

/** The ending of a file while it is being written; `Cache.prune` removes those left by killed processes. */
export const partialEnding = ".partial";

/** Writes a file so that it is complete or absent, even if the process is killed; creates its folder. */
export function writeAtomic(file: string, parts: readonly (Uint8Array | string)[]): void {
  const partial = `${file}.${randomBytes(6).toString("hex")}${partialEnding}`;
  const bytes = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
  try {
    writeInFolder(partial, bytes);
    move(partial, file);
  } catch (fault) {
    rmSync(partial, { force: true });
    throw fault;
  }
}

/** The folder usually exists; it is created only when writing fails for lack of it. */
function writeInFolder(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ENOENT") throw fault;
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, bytes);
  }
}
