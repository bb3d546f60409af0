import { createHash } from "node:crypto";
import type { PublishedText } from "../model/issue-record.ts";

export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The digest of the words of an issue, in the order in which they are printed. */
export function textDigest({ parts }: Pick<PublishedText, "parts">): string {
  return sha256(JSON.stringify(parts.map(({ name, slug, blocks }) => [name, slug, blocks])));
}
