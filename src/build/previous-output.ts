/**
 * The site that the last build left at a place: what it was made from, and each of its files. What would come out the same is taken over
 * into the new site, as long as size and time say that nobody has touched the file; where all would, nothing is done at all.
 */

import { lstatSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Edition } from "../model/edition.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import { sitePlaces } from "../release/publish/output-folder.ts";
import { keyOf } from "./memo.ts";
import type { Memo } from "./memo.ts";
import type { PrintedIssue } from "./print-issue.ts";

const kind = "outputs";

/** A PDF of the site, without its bytes. */
export interface PreviousEdition extends Edition {
  readonly faces: PrintedIssue["faces"];
}

interface FileState {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Digest of all that it was made from, where it may be taken over. */
  readonly key?: string | undefined;
}

/** How a build ended. */
export interface BuildEnd {
  /** Digest of all that the site was made from; `undefined` where something was saved meanwhile. */
  readonly madeFrom: string | undefined;
  /** What its files were looked through by for personal items. */
  readonly lookedThroughBy: string | undefined;
  /** What was said of the content: lines with their ends. */
  readonly said: string;
  readonly issues: number;
}

interface Head extends BuildEnd {
  /** By their paths from the output. */
  readonly files: Readonly<Record<string, FileState>>;
  /** By what the PDFs are printed from. */
  readonly editions: Readonly<Record<string, PreviousEdition>>;
}

export class PreviousOutput {
  readonly #memo: Memo;
  readonly #output: string;
  readonly #key: string;
  readonly #before: Head | undefined;
  readonly #keys = new Map<string, string>();
  readonly #editions = new Map<string, PreviousEdition>();

  /** `output`: absolute path of the site. `program`: its digest, for another version may write another form. */
  constructor(memo: Memo, output: string, program: string | undefined) {
    this.#memo = memo;
    this.#output = path.resolve(output);
    this.#key = keyOf([this.#output, program]);
    this.#before = memo.read(kind, this.#key)?.head as Head | undefined;
  }

  /** How the build of the whole site ended, if it was made from just that and stands as it was written. */
  ifMadeFrom(key: string | undefined): BuildEnd | undefined {
    const before = this.#before;
    if (key === undefined || before?.madeFrom !== key) return undefined;
    const now = this.#files();
    const isSame = now.every(([file, state]) => isAsBefore(before.files[file], state));
    return isSame && now.length === Object.keys(before.files).length ? before : undefined;
  }

  get lookedThroughBy(): string | undefined {
    return this.#before?.lookedThroughBy;
  }

  /** Takes all of the files over into the new site, or none; returns whether it did. `key`: what they would be made from now. */
  takeOver(files: readonly string[], key: string, target: OutputFolder): boolean {
    if (!files.every((file) => this.#stands(file, key))) return false;
    for (const file of files) target.takeOver(file);
    this.note(files, key);
    return true;
  }

  edition(key: string): PreviousEdition | undefined {
    return this.#before?.editions[key];
  }

  /** What files of the new site are made from. */
  note(files: readonly string[], key: string): void {
    for (const file of files) this.#keys.set(file, key);
  }

  noteEdition(key: string, edition: PreviousEdition): void {
    this.#editions.set(key, edition);
  }

  /** To be called when the new site is in place. */
  save(end: BuildEnd): void {
    const files = this.#files().map(([file, state]) => [file, { ...state, key: this.#keys.get(file) }]);
    const head: Head = {
      ...end,
      files: Object.fromEntries(files) as Head["files"],
      editions: Object.fromEntries(this.#editions),
    };
    this.#memo.write(kind, this.#key, head);
  }

  #stands(file: string, key: string): boolean {
    const known = this.#before?.files[file];
    return known?.key === key && isAsBefore(known, stateOf(path.join(this.#output, file)));
  }

  /** Of the site and of the folder of internal issues beside it. */
  #files(): [string, FileState | undefined][] {
    return sitePlaces(this.#output)
      .flatMap(filesBelow)
      .map((file) => [this.#named(file), stateOf(file)]);
  }

  #named(file: string): string {
    return path.relative(this.#output, file).split(path.sep).join("/");
  }
}

/** Everything that is no folder, links among it. Absolute paths. */
function filesBelow(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function isAsBefore(before: FileState | undefined, now: FileState | undefined): boolean {
  return before !== undefined && before.size === now?.size && before.modified === now.modified;
}

/** `undefined` for what is no plain file. */
function stateOf(file: string): FileState | undefined {
  const state = lstatSync(file, { throwIfNoEntry: false });
  return state?.isFile() === true ? { size: state.size, modified: state.mtimeMs } : undefined;
}
