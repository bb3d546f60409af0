/** A certificate: holder, issuer, validity, kind of key. (数字证书) */

import type { X509Certificate } from "node:crypto";
import { timeWords } from "./signing-time.ts";

/** DER prefix 1.2.156.10197 of the object identifiers of Chinese algorithms. */
const chinese = Buffer.from("2a811ccf55", "hex");

/** Bits; shorter keys are no longer safe. */
const shortestModulus = 2048;

/** Milliseconds by which an authority's clock may be ahead of the office's. */
const tolerance = 3_600_000;

export const signableKeys = "RSA（2048 位以上）或 ECDSA（P-256、P-384、P-521）";

/** SM2 keys or SM3 digests (国密). */
export function isChineseAlgorithm(der: Uint8Array): boolean {
  return Buffer.from(der).includes(chinese);
}

/** The holder's usual name. */
export function holder(certificate: X509Certificate): string {
  return nameOf(certificate.subject);
}

export function issuerName(certificate: X509Certificate): string {
  return nameOf(certificate.issuer);
}

/** `text`: a name in Node's format, one attribute per line. */
function nameOf(text: string): string {
  const parts = new Map(
    text.split("\n").map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  return (parts.get("CN") ?? parts.get("O") ?? parts.get("OU") ?? text.replaceAll("\n", "，")).replace(
    /\\([,+"\\<>;#=])/g,
    "$1",
  );
}

/** Why it cannot be used for signing at this time, in Chinese; `undefined` where it can. */
export function timeFault({ validFromDate, validToDate }: Validity, time: Date): string | undefined {
  if (time.getTime() + tolerance < validFromDate.getTime())
    return `证书还没有生效：${timeWords(validFromDate)} 起有效，签名时间是 ${timeWords(time)}`;
  if (time > validToDate) return `证书已经过期：有效到 ${timeWords(validToDate)}，签名时间是 ${timeWords(time)}`;
  return undefined;
}

interface Validity {
  readonly validFromDate: Date;
  readonly validToDate: Date;
}

/** Node before 22.10 gives dates as text only. */
export function validity({ validFrom, validTo }: X509Certificate): Validity {
  return { validFromDate: new Date(validFrom), validToDate: new Date(validTo) };
}

/** Why PDF programs could not check signatures of its key, in Chinese; `undefined` where they can. */
export function keyFault(certificate: X509Certificate): string | undefined {
  if (isChineseAlgorithm(certificate.raw))
    return "这是国密（SM2）的证书：PDF 阅读器和本软件用的程序库都不认 SM2 的签名";
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey;
  if (kind === "rsa" || kind === "rsa-pss")
    return (details?.modulusLength ?? 0) >= shortestModulus
      ? undefined
      : `证书的 RSA 密钥只有 ${details?.modulusLength ?? 0} 位，不安全`;
  if (kind === "ec")
    return ["prime256v1", "secp384r1", "secp521r1"].includes(details?.namedCurve ?? "")
      ? undefined
      : `证书的密钥用的是不常用的曲线（${details?.namedCurve ?? "不明"}）`;
  return `证书的密钥是 ${kind ?? "不明的一种"}，PDF 阅读器不认`;
}
