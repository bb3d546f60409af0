import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { keyOf } from "./memo.ts";
import type { Memo } from "./memo.ts";

interface Known {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly sha256: string;
}

/** A file touched so lately could be changed again within one tick of the file system's clock. */
const settled = 2000;

/** Where a memo has them: named by what is written of each file, so that another form is another entry. */
const [kind, key] = ["digests", keyOf(["path", "size", "modified", "changed", "sha256"])];

/** Digests of files, remembered for large ones that seldom change: a file is read again when size or times differ. */
export class FileDigests {
  readonly #memo: Memo;
  readonly #known: Map<string, Known>;
  #changed = false;

  constructor(memo: Memo) {
    this.#memo = memo;
    this.#known = new Map(memo.read(kind, key)?.head as [string, Known][] | undefined);
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

  /** For the next run. */
  save(): void {
    if (this.#changed) this.#memo.write(kind, key, [...this.#known]);
    this.#changed = false;
  }
}
