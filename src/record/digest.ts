import { createHash } from "node:crypto";
import type { PublishedText } from "../model/issue-record.ts";

export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Digest of the text of an issue, in printed order. */
export function textDigest({ parts }: Pick<PublishedText, "parts">): string {
  return sha256(JSON.stringify(parts.map(({ name, slug, blocks }) => [name, slug, blocks])));
}
