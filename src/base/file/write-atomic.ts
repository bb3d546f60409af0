import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { move } from "./move.ts";

/** What a file is called until it is whole; `Cache.prune` removes those that killed processes have left. */
export const partialEnding = ".partial";

/** Writes a file that is there whole or not at all, whenever the process is killed; its folder is made. */
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

/** The folder is there, but for the first file in it. */
function writeInFolder(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ENOENT") throw fault;
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, bytes);
  }
}
