/** The version of a part of this product: a digest of its own files, so that nobody has to remember to count one up. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Digest of the files and folders named, below `product`, by name and content. */
export function productDigest(product: string, parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of parts.flatMap((part) => filesOf(product, part)).sort()) {
    const bytes = readFileSync(path.join(product, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function filesOf(product: string, part: string): string[] {
  if (!statSync(path.join(product, part)).isDirectory()) return [part];
  return readdirSync(path.join(product, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(product, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}

/** The packages that the product runs on, exactly: name, version and checksum of each that the lock file pins. */
export function packagesDigest(product: string): string {
  const lock = JSON.parse(readFileSync(path.join(product, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { version?: string; integrity?: string; dev?: boolean }>>;
  };
  const used = Object.entries(lock.packages)
    .filter(([name, { dev }]) => name !== "" && dev !== true)
    .map(([name, { version, integrity }]) => [name, version, integrity]);
  return createHash("sha256").update(JSON.stringify(used)).digest("hex");
}
