/** What this machine has seen of sites before: an older one put back is noticed without the office's log. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../../cache/write-atomic.ts";
import { userFolder } from "../../process/user-folder.ts";
import type { KnownPublication } from "../../signature/site-verdict.ts";

const file = (): string => path.join(userFolder(process.env), "seen-publications.json");

type Seen = Readonly<Record<string, KnownPublication>>;

/** `place`: the site's address or folder. */
export function seenPublication(place: string): KnownPublication | undefined {
  const all = read();
  return Object.hasOwn(all, place) ? all[place] : undefined;
}

export function rememberPublication(place: string, publication: KnownPublication): void {
  writeAtomic(file(), [`${JSON.stringify({ ...read(), [place]: publication }, undefined, 1)}\n`]);
}

function read(): Seen {
  if (!existsSync(file())) return {};
  try {
    return JSON.parse(readFileSync(file(), "utf8")) as Seen;
  } catch {
    return {};
  }
}
