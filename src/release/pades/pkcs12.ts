/** A certificate file with its key (PKCS#12, .pfx or .p12), from an authority or exported by Windows. (证书文件) */

import { createPrivateKey, X509Certificate } from "node:crypto";
import type { KeyObject } from "node:crypto";
import forge from "node-forge";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { isChineseAlgorithm, signableKeys } from "./certificate.ts";
import type { Identity } from "./cms.ts";

/** @throws EnvironmentError with the fault of file or password in Chinese */
export function openPkcs12(bytes: Uint8Array, password: string): Identity {
  const file = read(bytes);
  const { pkcs8ShroudedKeyBag: shrouded, keyBag, certBag } = forge.pki.oids as Record<string, string>;
  const container = unlock(file, password);
  const bags = (type: string | undefined): forge.pkcs12.Bag[] =>
    type === undefined ? [] : (container.getBags({ bagType: type })[type] ?? []);
  const certificates = bags(certBag).map(certificateOf);
  const keys = [...bags(shrouded), ...bags(keyBag)].map(keyOf);
  if (keys.length === 0)
    throw new EnvironmentError(
      certificates.length === 0 ? "证书文件里什么也没有" : "证书文件里只有证书，没有私钥，不能用来签名",
      "请从原来的地方重新导出，选“导出私钥”；私钥在 U 盾里取不出来的，用 --hand-out 交出摘要。",
    );
  for (const key of keys) {
    const certificate = certificates.find((each) => each.checkPrivateKey(key));
    if (certificate !== undefined) return { key, certificate, chain: chainOf(certificate, certificates) };
  }
  // The library reads a key for RSA-PSS alone as one for RSA, which no certificate fits.
  if (certificates.some(({ publicKey }) => publicKey.asymmetricKeyType === "rsa-pss"))
    throw new EnvironmentError("这是只能用 RSA-PSS 签名的证书", `请用 ${signableKeys} 的证书。`);
  throw new EnvironmentError(
    certificates.length === 0 ? "证书文件里只有私钥，没有证书" : "证书文件里的证书都不是这把私钥的",
    "请从原来的地方重新导出，把证书和私钥一起导出（.pfx 或 .p12）。",
  );
}

function read(bytes: Uint8Array): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(Buffer.from(bytes).toString("latin1"));
  } catch (cause) {
    throw new EnvironmentError(
      "这不是证书文件（PKCS#12），或者已经损坏",
      "请用带私钥的 .pfx 或 .p12 文件；.cer、.crt 里只有证书，没有私钥。",
      { cause },
    );
  }
}

function unlock(file: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(file, false, password);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : "";
    const again = said.includes("decrypt") ? unlockAsUtf8(file, password) : undefined;
    if (again !== undefined) return again;
    if (/password|decrypt/i.test(said))
      throw new EnvironmentError("证书文件打不开：密码不对", "请核对密码（大小写、中英文输入法），再运行一次。", {
        cause,
      });
    if (/not an PKCS#12/.test(said))
      throw new EnvironmentError("这不是证书文件（PKCS#12）", "请用带私钥的 .pfx 或 .p12 文件。", { cause });
    throw new EnvironmentError(
      "证书文件是本软件读不了的一种，或者已经损坏",
      "请在 Windows 的证书管理里导入，再导出一次（加密选 AES256-SHA256）。",
      { cause },
    );
  }
}

/** A password with Chinese characters has two encodings: the seal uses one, newer ciphers the other. */
function unlockAsUtf8(file: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx | undefined {
  const parts = file.value;
  if (typeof parts === "string") return undefined;
  try {
    const unsealed = { ...file, value: parts.slice(0, 2) };
    return forge.pkcs12.pkcs12FromAsn1(unsealed, false, forge.util.encodeUtf8(password));
  } catch {
    return undefined;
  }
}

/** The exact bytes as issued: the library would encode the algorithm differently, which changes the digest. */
function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): X509Certificate {
  if (!cert) return new X509Certificate(der(asn1));
  // Missing in the type declarations.
  const { tbsCertificate: body } = cert as unknown as { readonly tbsCertificate: forge.asn1.Asn1 };
  const { Class, Type, create } = forge.asn1;
  // Version, number, algorithm, as after the body (RFC 5280 4.1.1.2); the oldest have no version.
  const parts = body.value as forge.asn1.Asn1[];
  const algorithm = parts[parts[0]?.tagClass === Class.CONTEXT_SPECIFIC ? 2 : 1];
  if (algorithm === undefined) throw new Error("the certificate has no algorithm");
  const bits = create(Class.UNIVERSAL, Type.BITSTRING, false, `\0${String(cert.signature)}`);
  return new X509Certificate(der(create(Class.UNIVERSAL, Type.SEQUENCE, true, [body, algorithm, bits])));
}

function keyOf({ key, asn1 }: forge.pkcs12.Bag): KeyObject {
  const encoded = der(key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1);
  try {
    return createPrivateKey({ key: encoded, format: "der", type: "pkcs8" });
  } catch (cause) {
    throw new EnvironmentError(
      isChineseAlgorithm(encoded)
        ? "这是国密（SM2）的私钥，本软件用的程序库不能用它签名"
        : "证书文件里的私钥是本软件用不了的一种",
      `请用 ${signableKeys} 的证书。`,
      { cause },
    );
  }
}

function der(block: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(block).getBytes(), "latin1");
}

/** From the direct issuer up to a self-issued certificate, as far as the file includes them. */
function chainOf(certificate: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let at = certificate; ;) {
    const above = all.find((each) => each !== at && !chain.includes(each) && at.checkIssued(each));
    if (above === undefined || above === certificate) return chain;
    chain.push(above);
    at = above;
  }
}
