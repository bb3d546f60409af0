/**
 * The files of the site that stands at a place, each with the name of what it was made from. What would be made from the same again is
 * taken over into the new site, as long as size and time say that nobody has touched the file.
 */

import { statSync } from "node:fs";
import path from "node:path";
import { keyOf } from "./cache/cache.ts";
import type { Cache } from "./cache/cache.ts";
import type { Edition } from "../model/edition.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import type { PrintedIssue } from "./print-issue.ts";

const kind = "standing";

/** A PDF as it stands, without its bytes. */
export interface StandingEdition extends Edition {
  readonly faces: PrintedIssue["faces"];
}

interface StandingFile {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Digest of all that it was made from. */
  readonly key: string;
}

interface Head {
  readonly files: Readonly<Record<string, StandingFile>>;
  /** By the names that the PDFs are kept under. */
  readonly editions: Readonly<Record<string, StandingEdition>>;
}

export class StandingFiles {
  readonly #cache: Cache;
  readonly #output: string;
  readonly #before: Head;
  readonly #files = new Map<string, string>();
  readonly #editions = new Map<string, StandingEdition>();

  /** `output`: absolute path of the site. */
  constructor(cache: Cache, output: string) {
    this.#cache = cache;
    this.#output = output;
    this.#before = (cache.get(kind, keyOf(output))?.head as Head | undefined) ?? { files: {}, editions: {} };
  }

  /** Takes all of the files over into the new site, or none; tells whether it did. `key`: what they would be made from now. */
  takeOver(files: readonly string[], key: string, target: OutputFolder): boolean {
    if (!files.every((file) => this.#stands(file, key))) return false;
    for (const file of files) {
      target.takeOver(file);
      this.#files.set(file, key);
    }
    return true;
  }

  edition(key: string): StandingEdition | undefined {
    return this.#before.editions[key];
  }

  /** Remembers what files of the new site are made from. */
  note(files: readonly string[], key: string): void {
    for (const file of files) this.#files.set(file, key);
  }

  noteEdition(key: string, edition: StandingEdition): void {
    this.#editions.set(key, edition);
  }

  /** To be called when the new site is in place. */
  save(): void {
    const files = [...this.#files].map(([file, key]): [string, StandingFile] => {
      const { size, mtimeMs } = statSync(path.join(this.#output, file));
      return [file, { size, modified: mtimeMs, key }];
    });
    const head: Head = { files: Object.fromEntries(files), editions: Object.fromEntries(this.#editions) };
    this.#cache.put(kind, keyOf(this.#output), head);
  }

  #stands(file: string, key: string): boolean {
    const known = this.#before.files[file];
    if (known?.key !== key) return false;
    const now = statSync(path.join(this.#output, file), { throwIfNoEntry: false });
    return now?.isFile() === true && now.size === known.size && now.mtimeMs === known.modified;
  }
}
