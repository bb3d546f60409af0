/** Ed25519 keys: public ones and signatures are raw bytes in base64, as WebCrypto takes them in a browser. (公钥、指纹) */

import { createHash, createPublicKey, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** The public key of a private key. */
export function publicKeyOf(privateKey: KeyObject): string {
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return Buffer.from(x, "base64url").toString("base64");
}

export function signText(text: string, privateKey: KeyObject): string {
  return sign(null, Buffer.from(text), privateKey).toString("base64");
}

export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  try {
    const x = Buffer.from(publicKey, "base64").toString("base64url");
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

/** The form that a person writes down and compares: 128 bits of the key's SHA-256 in groups of four. */
export function fingerprint(publicKey: string): string {
  const digits = createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex").slice(0, 32);
  return (digits.match(/.{4}/g) ?? []).join(" ");
}

/** Normalises a typed fingerprint; `undefined` for anything else. */
export function readFingerprint(typed: string): string | undefined {
  const digits = typed
    .normalize("NFKC")
    .replace(/[\s:-]/g, "")
    .toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) ? (digits.match(/.{4}/g) ?? []).join(" ") : undefined;
}
