import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../base/file/write-atomic.ts";

interface Known {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly sha256: string;
}

/** A file touched so lately could be changed again within one tick of the file system's clock. */
const settled = 2000;

/** Digests of files, remembered for large ones that seldom change: a file is read again when size or times differ. */
export class FileDigests {
  readonly #record: string | undefined;
  readonly #known: Map<string, Known>;
  #changed = false;

  /** `folder` keeps the record between runs. */
  constructor(folder: string | undefined) {
    this.#record = folder === undefined ? undefined : path.join(folder, "digests.json");
    this.#known = readRecord(this.#record);
  }

  /** SHA-256 of a file's bytes, hexadecimal. `file` is absolute. @throws what reading a file throws. */
  of(file: string): string {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    const known = this.#known.get(file);
    if (known?.size === size && known.modified === mtimeMs && known.changed === ctimeMs) return known.sha256;
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    if (Date.now() - Math.max(mtimeMs, ctimeMs) > settled) {
      this.#known.set(file, { size, modified: mtimeMs, changed: ctimeMs, sha256 });
      this.#changed = true;
    }
    return sha256;
  }

  /** Keeps the record; what cannot be kept is worked out again. */
  save(): void {
    if (this.#record === undefined || !this.#changed) return;
    try {
      writeAtomic(this.#record, [JSON.stringify([...this.#known])]);
    } catch {
      // The next run reads the files again.
    }
  }
}

function readRecord(file: string | undefined): Map<string, Known> {
  try {
    return new Map(file === undefined ? [] : (JSON.parse(readFileSync(file, "utf8")) as [string, Known][]));
  } catch {
    return new Map();
  }
}
