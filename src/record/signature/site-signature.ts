/**
 * `signature.json` at the root of a published site: the statement, and the lists that it names. A browser checks it
 * with WebCrypto: the signature over `statement`, then SHA-256 of `JSON.stringify(files)` and of `JSON.stringify(keys)`
 * against the statement's, then each file against its digest.
 */

import type { KeyObject } from "node:crypto";
import { siteSignatureSchema } from "../../read/schema/signature-schema.ts";
import type { KeyEntry } from "./key-list.ts";
import { listDigest, parsed, readStatement, signStatement, statementForm } from "./statement.ts";
import type { SignedStatement, Statement } from "./statement.ts";

export const siteSignatureFile = "signature.json";

/** Paths from the site's root, sorted, with SHA-256; without the signature file itself. */
export type FileDigests = readonly (readonly [file: string, digest: string])[];

export interface SiteSignature extends SignedStatement {
  readonly files: FileDigests;
  /** All keys of the office, so that a reader who knows an old key can follow the vouchers to the new one. */
  readonly keys: readonly KeyEntry[];
}

export interface SigningOrder extends Pick<Statement, "number" | "date" | "previous" | "office" | "records"> {
  readonly files: FileDigests;
  readonly keys: readonly KeyEntry[];
}

export function signSite({ files, keys, ...order }: SigningOrder, privateKey: KeyObject): SiteSignature {
  const statement: Statement = {
    form: statementForm,
    ...order,
    files: listDigest(files),
    keys: listDigest(keys),
  };
  return { ...signStatement(statement, privateKey), files, keys };
}

export function siteSignatureText(signature: SiteSignature): string {
  const { statement, signature: own, publicKey, files, keys } = signature;
  return `${JSON.stringify({ statement, signature: own, publicKey, files, keys })}\n`;
}

/** `undefined` unless `siteSignatureText` wrote it and the key it names signed it. */
export function readSiteSignature(
  text: string,
): { readonly signature: SiteSignature; readonly statement: Statement } | undefined {
  const signature = siteSignatureSchema.safeParse(parsed(text)).data;
  const statement = signature && readStatement(signature);
  if (signature === undefined || statement === undefined) return undefined;
  return namesLists(statement, signature) ? { signature, statement } : undefined;
}

/** Whether the statement was made for exactly these lists. */
export function namesLists(statement: Statement, { files, keys }: Pick<SiteSignature, "files" | "keys">): boolean {
  return listDigest(files) === statement.files && listDigest(keys) === statement.keys;
}
