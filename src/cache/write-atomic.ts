import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { move } from "./move.ts";

/** What a file is called until it is whole; `Cache.prune` removes those that killed processes have left. */
export const partialEnding = ".partial";

/** Writes a file that is there whole or not at all, whenever the process is killed; its folder is made. */
export function writeAtomic(file: string, parts: readonly (Uint8Array | string)[]): void {
  const partial = `${file}.${randomBytes(6).toString("hex")}${partialEnding}`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(partial, Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part))));
    move(partial, file);
  } catch (fault) {
    rmSync(partial, { force: true });
    throw fault;
  }
}
