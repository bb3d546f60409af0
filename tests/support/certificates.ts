/** Certificates and certificate files, made anew for each test. */

import { createPrivateKey, KeyObject, webcrypto, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import forge from "node-forge";
import * as pkijs from "pkijs";
import type { Identity } from "../../src/release/pades/cms.ts";

const day = 86_400_000;

interface CertificateWish {
  readonly kind?: "rsa" | "rsa-1024" | "ec";
  readonly name?: string;
  readonly from?: Date;
  readonly until?: Date;
  /** The first byte of the key usage: 0x80 digital signature, 0x20 key encipherment. */
  readonly usage?: number;
}

/** A certificate that issued itself, with its key. Valid from yesterday on for a year, unless it is wished otherwise. */
export async function makeIdentity(wish: CertificateWish = {}): Promise<Identity> {
  const { kind = "rsa", name = "某某市督察协调联络组", usage = 0x80 } = wish;
  const { from = new Date(Date.now() - day), until = new Date(Date.now() + 365 * day) } = wish;
  const algorithm =
    kind === "ec"
      ? { name: "ECDSA", namedCurve: "P-256" }
      : {
          name: "RSASSA-PKCS1-v1_5",
          modulusLength: kind === "rsa" ? 2048 : 1024,
          publicExponent: new Uint8Array([1, 0, 1]),
          hash: "SHA-256",
        };
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1.Integer({ value: 20201108 }),
    notBefore: new pkijs.Time({ value: from }),
    notAfter: new pkijs.Time({ value: until }),
  });
  for (const party of [certificate.issuer, certificate.subject])
    party.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1.Utf8String({ value: name }) }),
    );
  const bits = new asn1.BitString({ valueHex: new Uint8Array([usage]).buffer, unusedBits: 5 });
  certificate.extensions = [
    new pkijs.Extension({ extnID: "2.5.29.15", critical: true, extnValue: bits.toBER(false), parsedValue: bits }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  await certificate.sign(pair.privateKey, "SHA-256");
  return {
    key: KeyObject.from(pair.privateKey),
    certificate: new X509Certificate(Buffer.from(certificate.toSchema(true).toBER(false))),
    chain: [],
  };
}

/** A .p12 file of RSA, as Windows exports it. `parts` leaves out key or certificate. */
export function pkcs12(
  { key, certificate }: Identity,
  password: string,
  {
    algorithm = "3des",
    parts = "both",
  }: { algorithm?: "3des" | "aes256"; parts?: "both" | "key" | "certificate" } = {},
): Buffer {
  const privateKey = forge.pki.privateKeyFromPem(String(key.export({ type: "pkcs8", format: "pem" })));
  const own = forge.pki.certificateFromPem(certificate.toString());
  // The declared types know no file without a key.
  const made = forge.pkcs12.toPkcs12Asn1(
    parts === "certificate" ? null : privateKey,
    (parts === "key" ? null : own) as forge.pki.Certificate,
    password,
    { algorithm, count: 2048 },
  );
  return Buffer.from(forge.asn1.toDer(made).getBytes(), "latin1");
}

/** An identity whose key is another's. */
export function mismatched(one: Identity, other: Identity): Identity {
  return { ...one, key: createPrivateKey(other.key.export({ type: "pkcs8", format: "pem" })) };
}
