/** Signs a PDF, directly or with an external signing device. (签名) */

import type { X509Certificate } from "node:crypto";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { isSure, personalItems } from "../../check/privacy/gate.ts";
import { sha256 } from "../../record/digest.ts";
import { holder, keyFault, signableKeys } from "./certificate.ts";
import { makeCms, readCms } from "./cms.ts";
import type { Identity, ReadCms } from "./cms.ts";
import { cmsFaults } from "./judge.ts";
import { addField, fillField, findSignatures, signedBytes } from "./signature-field.ts";
import type { FoundSignature, SubFilter } from "./signature-field.ts";
import { readPdfTime } from "./signing-time.ts";

export interface SigningOrder {
  /** Unsigned. */
  readonly pdf: Uint8Array;
  /** SHA-256 of its text; empty where unknown. */
  readonly text: string;
  readonly time: Date;
  /** It will not be public. */
  readonly internal: boolean;
}

export interface Signed {
  readonly pdf: Uint8Array;
  readonly signer: string;
  readonly time: Date;
}

/** Bytes of a signature without its certificates. */
const ownRoom = 4096;
/** Bytes reserved for an external signature, which may include a chain and a time stamp. */
const outsideRoom = 32_768;

/** @throws EnvironmentError the certificate must not be used */
export async function signPdf({ pdf, text, time, internal }: SigningOrder, identity: Identity): Promise<Signed> {
  const { certificate, chain } = identity;
  const unfit = keyFault(certificate);
  if (unfit !== undefined) throw new EnvironmentError(unfit, `请用 ${signableKeys} 的证书。`);
  refusePersonal(certificate, internal);
  const signer = holder(certificate);
  const room = ownRoom + [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, 0);
  const prepared = await addField(pdf, { subFilter: "ETSI.CAdES.detached", time, signer, text, room });
  const place = await onlyPlace(prepared);
  const content = signedBytes(prepared, place);
  const cms = makeCms(content, identity);
  // Checked like an external signature, so that an expired certificate is found.
  return { pdf: filled(prepared, place, cms, readCms(cms, content)), signer, time };
}

export interface HandedOut {
  /** With room for the signature, to be filled by `takeBack`. */
  readonly pdf: Uint8Array;
  /** The bytes to be signed. */
  readonly content: Uint8Array;
  /** SHA-256 of the content. */
  readonly digest: string;
}

export async function handOut({ pdf, text, time }: SigningOrder, subFilter: SubFilter): Promise<HandedOut> {
  const prepared = await addField(pdf, { subFilter, time, signer: undefined, text, room: outsideRoom });
  const content = signedBytes(prepared, await onlyPlace(prepared));
  return { pdf: prepared, content, digest: sha256(content) };
}

/** Whether the signature belongs to this PDF, as far as its digest shows. */
export async function isMeantFor(cms: Uint8Array, prepared: Uint8Array): Promise<boolean> {
  const place = await onlyPlace(prepared);
  const read = readCms(cms, signedBytes(prepared, place));
  // Without signed attributes only the signature itself can show it.
  return read !== undefined && read.fits && (read.hasAttributes || read.isGenuine);
}

/** @throws EnvironmentError it is not a valid signature of this PDF */
export async function takeBack(cms: Uint8Array, prepared: Uint8Array, internal: boolean): Promise<Signed> {
  const place = await onlyPlace(prepared);
  const read = readCms(cms, signedBytes(prepared, place));
  const pdf = filled(prepared, place, cms, read);
  if (read?.certificate !== undefined) refusePersonal(read.certificate, internal);
  return {
    pdf,
    signer: read?.certificate === undefined ? "" : holder(read.certificate),
    time: readPdfTime(place.time) ?? new Date(0),
  };
}

/** Converts the formats of signing devices (DER, PEM, bare Base64) to DER. */
export function cmsBytes(file: Uint8Array): Uint8Array {
  if (file[0] === 0x30) return file;
  const text = Buffer.from(file)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  const body = /-----BEGIN [^-]+-----([\s\S]*?)-----END/.exec(text)?.[1] ?? text;
  return /^[A-Za-z\d+/=\s]+$/.test(body) ? Buffer.from(body, "base64") : file;
}

async function onlyPlace(prepared: Uint8Array): Promise<FoundSignature> {
  const [place, ...more] = await findSignatures(prepared);
  if (place === undefined || more.length > 0 || !place.isRegular || place.covered !== prepared.length)
    throw new EnvironmentError("准备好的 PDF 被改过，签名没有地方可放", "请重新交出摘要：npm run sign -- --hand-out。");
  return place;
}

function filled(prepared: Uint8Array, place: FoundSignature, cms: Uint8Array, read: ReadCms | undefined): Uint8Array {
  if (read === undefined)
    throw new EnvironmentError(
      "这不是 CMS（PKCS#7）签名，或者已经损坏",
      "请签名的一方给 DER 或 PEM 的分离式 CMS 签名（.p7s、.p7b、.der、.pem）；签过名的 PDF、光是签名值都不行。",
    );
  const faults = [
    ...(read.isDetached
      ? []
      : [
          { words: "签名里带着原文，PDF 里只能放分离式的签名", hint: "请签名的一方选“分离式”（detached），不带原文。" },
        ]),
    ...(read.signers > 1
      ? [{ words: `里面有 ${read.signers} 个人的签名，PDF 里一处只能放一个`, hint: "请只要一个人（单位）签。" }]
      : []),
    ...(read.hasAttributes || read.certificate === undefined || !read.fits
      ? []
      : [
          {
            words: "签名里没有签名属性（摘要、内容类型）",
            hint: "请签名的一方带上签名属性（signed attributes）重新签。",
          },
        ]),
    ...cmsFaults(read, place.subFilter, readPdfTime(place.time)),
  ];
  if (faults.length > 0)
    throw new EnvironmentError(
      faults.map(({ words }) => words).join("；"),
      [...new Set(faults.map(({ hint }) => hint))].join(""),
    );
  const pdf = fillField(prepared, place.place, cms);
  if (pdf === undefined)
    throw new EnvironmentError(
      `签名有 ${cms.length} 字节，比留的位置大`,
      "请签名的一方只放签名证书和上级证书，不放吊销列表、时间戳。",
    );
  return pdf;
}

/** Authorities write identity numbers into personal certificates, also after a digit for their kind: 张三@0430…@1. */
function refusePersonal({ subject, subjectAltName = "" }: X509Certificate, internal: boolean): void {
  if (internal) return;
  const parts = `${subject}\n${subjectAltName}`.split(/[@=\n,]/);
  const found = parts.flatMap((part) => [part, part.slice(1)]).flatMap((part) => personalItems(part).filter(isSure));
  const [item] = found;
  if (item === undefined) return;
  throw new EnvironmentError(
    `证书的持有人里有个人信息（${item.shown}），签进 PDF 就随它公开了`,
    "请用单位的证书（机构证书）。",
  );
}
