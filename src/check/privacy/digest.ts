/** Digests, identifiers, fingerprints, public keys and signatures: made by a machine, they look like an item only by chance. (摘要、签名) */

const HEX = "(?=\\d*[a-f])[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const FINGERPRINT = "(?<![0-9a-f])[0-9a-f]{4}(?: [0-9a-f]{4}){7}(?![0-9a-f])";
/** 32 and 64 bytes in base64: an Ed25519 key, its signature. */
const KEY = "(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)(?!=)";

const DIGEST = new RegExp([HEX, FINGERPRINT, KEY].join("|"), "g");

export function withoutDigests(text: string): string {
  return text.replace(DIGEST, "");
}

/** Where they stand in `text`, both bounds as in `slice`. */
export function digestsOf(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(DIGEST)].map(({ index, 0: digest }) => ({ start: index, end: index + digest.length }));
}
