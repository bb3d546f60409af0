import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Identity } from "../../../../src/release/pades/cms.ts";
import { openPkcs12 } from "../../../../src/release/pades/pkcs12.ts";
import { makeIdentity, pkcs12 } from "../../../support/certificates.ts";

let identity: Identity;
beforeAll(async () => {
  identity = await makeIdentity();
});

describe("a certificate file", () => {
  test.each(["3des", "aes256"] as const)("enciphered by %s gives its key and certificate", (algorithm) => {
    const { certificate, key } = openPkcs12(pkcs12(identity, "secret", { algorithm }), "secret");
    expect(certificate.subject).toBe(identity.certificate.subject);
    // To the byte: what its issuer signed is still signed.
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(key)).toBe(true);
  });

  test.each([
    ["opened with another password", (): Buffer => pkcs12(identity, "secret"), "密码不对"],
    ["without its key", () => pkcs12(identity, "wrong", { parts: "certificate" }), "只有证书，没有私钥"],
    ["without its certificate", () => pkcs12(identity, "wrong", { parts: "key" }), "只有私钥，没有证书"],
    ["that is a certificate alone", () => identity.certificate.raw, "这不是证书文件"],
    ["that is text", () => Buffer.from(identity.certificate.toString()), "这不是证书文件"],
    ["that is empty", () => Buffer.alloc(0), "这不是证书文件"],
    // Made by OpenSSL: a key of the kind rsa-pss with a certificate that it issued itself.
    ["for RSA-PSS alone", () => readFileSync(path.join(import.meta.dirname, "rsa-pss.p12")), "只能用 RSA-PSS 签名"],
    ["that was cut", () => pkcs12(identity, "wrong").subarray(0, 900), "这不是证书文件"],
  ])("%s is refused with the reason", (_title, file, said) => {
    expect(() => openPkcs12(file(), "wrong")).toThrow(said);
  });
});
