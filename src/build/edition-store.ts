/** Printed issues in the cache. */

import type { Cache } from "./cache/cache.ts";
import type { PrintedIssue } from "./print-issue.ts";

/** The cache's folder of PDFs. */
export const editionKind = "editions";

interface Head extends Omit<PrintedIssue, "pdf"> {
  /** The post-processor never yields an empty file; a head without this many bytes is not of ours. */
  readonly bytes: number;
}

export function keptEdition(cache: Cache, key: string): PrintedIssue | undefined {
  const kept = cache.get(editionKind, key);
  if (kept === undefined) return undefined;
  const { bytes, ...head } = kept.head as Head;
  return bytes === kept.body.length ? { ...head, pdf: kept.body } : undefined;
}

/** A kept PDF of which only the digest is known. Looks through all of them: for the rare case that nothing else has it. */
export function keptBySha(cache: Cache, known: ReadonlySet<string>): Uint8Array | undefined {
  return cache.find(editionKind, ({ head }) => known.has((head as Head).sha256))?.body;
}

export function keepEdition(
  cache: Cache,
  key: string,
  { pdf, pages, contentsLast, sha256, faces, preview }: PrintedIssue,
): void {
  const used = faces.map(({ role, source, standIn }) => ({ role, source, standIn }));
  const head: Head = { bytes: pdf.length, sha256, pages, contentsLast, faces: used, preview };
  cache.put(editionKind, key, head, pdf);
}
