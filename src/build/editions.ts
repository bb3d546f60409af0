/** Printed issues of earlier runs, each by all that it was printed from. (各版) */

import path from "node:path";
import type { FileDigests } from "./file-digests.ts";
import { keyOf } from "./memo.ts";
import type { Memo } from "./memo.ts";
import type { Program } from "./program.ts";
import type { Issue } from "../model/issue.ts";
import type { Bulletin } from "../model/bulletin.ts";
import { fontRoles } from "../model/bulletin.ts";
import { browserIdentity, placeOfFace } from "../output/pdf/index.ts";
import type { FontConfig } from "../output/pdf/index.ts";
import { publishedFiles } from "../output/picture/issue-pictures.ts";
import type { Root } from "../read/load/root.ts";
import { editionJob, pageDigest, printStyles } from "./print-issue.ts";
import type { PrintableIssue, PrintedIssue } from "./print-issue.ts";

const kind = "editions";
/** What prints an issue. */
const printer = "src/build/print-issue.ts";

interface Head extends Omit<PrintedIssue, "pdf"> {
  /** The post-processor never yields an empty file; a head without this many bytes is not of ours. */
  readonly bytes: number;
}

/** What is the same for all issues of a build. */
export interface EditionSetting {
  /** The browser and its version. */
  readonly browser: string;
  /** The font files of the five roles: what the office chose, digest of the bytes, face in the file. */
  readonly fonts: readonly unknown[];
  /** Digests of the style sheets. */
  readonly styles: readonly string[];
  /** The program that prints. */
  readonly program: string;
}

export async function editionSetting(
  fonts: FontConfig,
  digests: FileDigests,
  program: Program,
): Promise<EditionSetting> {
  const places = await Promise.all(
    fontRoles.map(async (role) => {
      const { file, face } = await placeOfFace(role, fonts);
      const choice = fonts[role];
      const chosen = choice === undefined ? "stand-in" : "file" in choice ? path.basename(choice.file) : choice.family;
      return [role, chosen, digestOf(file, digests), face];
    }),
  );
  return {
    browser: await browserIdentity(process.env),
    fonts: places,
    styles: [...printStyles.values()].map((file) => digestOf(file, digests)),
    program: program.digestOf(printer),
  };
}

interface EditionBasis {
  readonly root: Root;
  readonly bulletin: Bulletin;
  readonly fonts: FontConfig;
  readonly digests: FileDigests;
  readonly setting: EditionSetting;
  /** `pageDigest` of an issue, where it is known. */
  readonly pageOf?: (issue: Issue) => string;
}

export class Editions {
  readonly #memo: Memo;
  readonly #basis: EditionBasis;

  constructor(memo: Memo, basis: EditionBasis) {
    this.#memo = memo;
    this.#basis = basis;
  }

  /** Digest of everything that the PDF is printed from: the page, what goes into the file beside it, pictures, the setting. */
  keyOf(built: PrintableIssue): string {
    const { root, bulletin, fonts, digests, setting, pageOf } = this.#basis;
    const page = pageOf?.(built.issue) ?? pageDigest(built.view);
    const { name, layout, metadata } = editionJob(built.view, bulletin, fonts);
    const pictures = publishedFiles(built, bulletin).map(({ source, file, wish }) => {
      const original = root.absolute(`${built.issue.folder}/${source}`);
      return [file, wish, digestOf(original, digests)];
    });
    return keyOf({ setting, page, name, layout, metadata, pictures });
  }

  read(key: string): PrintedIssue | undefined {
    const known = this.#memo.read(kind, key);
    if (known === undefined) return undefined;
    const { bytes, ...head } = known.head as Head;
    return bytes === known.body.length ? { ...head, pdf: known.body } : undefined;
  }

  /** For one that a build rests on without reading it. */
  uses(key: string): void {
    this.#memo.uses(kind, key);
  }

  write(key: string, { pdf, sha256, faces, plan }: PrintedIssue): void {
    const used = faces.map(({ role, source, standIn }) => ({ role, source, standIn }));
    const head: Head = { bytes: pdf.length, sha256, faces: used, plan };
    this.#memo.write(kind, key, head, pdf);
  }
}

/** How many there are, sound or not. */
export function editionCount(memo: Memo): number {
  return memo.count(kind);
}

/** A PDF of which only the digest is known. Looks through all of them: for the rare case that nothing else has it. */
export function editionBySha(memo: Memo, known: ReadonlySet<string>): Uint8Array | undefined {
  return memo.find(kind, ({ head }) => known.has((head as Head).sha256))?.body;
}

/** A file that cannot be read is told of by what needs it. */
function digestOf(file: string, digests: FileDigests): string {
  try {
    return digests.of(file);
  } catch {
    return "unreadable";
  }
}
