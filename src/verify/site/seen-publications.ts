/** Remembers the publications that this machine has verified, so that an older one in their place is noticed without the office's log. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../../base/file/write-atomic.ts";
import { userFolder } from "../../base/process/user-folder.ts";
import { sha256 } from "../../record/digest.ts";
import { fingerprint } from "../../record/signature/public-key.ts";
import type { SiteSignature } from "../../record/signature/site-signature.ts";
import type { KnownPublication } from "../../record/signature/site-verdict.ts";

const file = (): string => path.join(userFolder(process.env), "seen-publications.json");

type Seen = Readonly<Record<string, KnownPublication>>;

/** `place`: the address or folder of the site, which may contain sites of several offices in turn. */
export function seenPublication(place: string, signature: SiteSignature): KnownPublication | undefined {
  const all = read();
  const name = nameOf(place, signature);
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

/** Returns a message if the publication could not be stored. */
export function rememberPublication(place: string, signature: SiteSignature, number: number): string | undefined {
  const seen = { number, digest: sha256(signature.statement) };
  try {
    writeAtomic(file(), [`${JSON.stringify({ ...read(), [nameOf(place, signature)]: seen }, undefined, 1)}\n`]);
    return undefined;
  } catch {
    return `提醒：没能在 ${file()} 记下看到的是第几次签发，网站以后被换回旧的，本机认不出来。请检查这个文件夹的权限。`;
  }
}

/** Identifies an office by its first key, which always remains in its list. */
function nameOf(place: string, { keys: [first] }: SiteSignature): string {
  return `${first === undefined ? "" : fingerprint(first.publicKey)} ${place}`;
}

function read(): Seen {
  if (!existsSync(file())) return {};
  try {
    return JSON.parse(readFileSync(file(), "utf8")) as Seen;
  } catch {
    return {};
  }
}
