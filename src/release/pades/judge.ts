/** Judges the signatures of a PDF, for `verify` and before a new one is added. */

import { holder, issuerName, keyFault, signableKeys, timeFault, validity } from "./certificate.ts";
import { readCms } from "./cms.ts";
import type { ReadCms } from "./cms.ts";
import { findSignatures, signedBytes } from "./signature-field.ts";
import type { FoundSignature } from "./signature-field.ts";
import { readPdfTime, timeWords } from "./signing-time.ts";

export interface PdfSignature {
  /** The certificate's holder; `undefined` where unknown. */
  readonly signer: string | undefined;
  readonly issuer: string | undefined;
  /** The certificate was issued by its own holder. */
  readonly isSelfIssued: boolean;
  /** By the signer's clock. */
  readonly time: Date | undefined;
  /** Bytes after the range that it covers. */
  readonly behind: number;
  /** Faults in Chinese; empty where the covered range is as signed. */
  readonly faults: readonly string[];
}

/** In the order of signing. @throws Error it is not a PDF */
export async function judgeSignatures(pdf: Uint8Array): Promise<PdfSignature[]> {
  const found = await findSignatures(pdf);
  return found.map((signature) => judged(pdf, signature));
}

function judged(pdf: Uint8Array, found: FoundSignature): PdfSignature {
  const time = readPdfTime(found.time);
  const behind = pdf.length - found.covered;
  const unknown = { signer: undefined, issuer: undefined, isSelfIssued: false, time, behind };
  if (!found.isRegular) return { ...unknown, faults: ["签名没有从头到尾覆盖文件，中间有地方没有签到"] };
  if (found.contents.every((byte) => byte === 0)) return { ...unknown, faults: ["留了签名的位置，还没有签名"] };
  const cms = readCms(found.contents, signedBytes(pdf, found));
  if (cms === undefined) return { ...unknown, faults: ["签名的数据坏了，或者不是 CMS（PKCS#7）签名"] };
  const { certificate } = cms;
  return {
    signer: certificate && holder(certificate),
    issuer: certificate && issuerName(certificate),
    isSelfIssued: certificate?.subject === certificate?.issuer,
    time,
    behind,
    faults: cmsFaults(cms, found.subFilter, time).map(({ words }) => words),
  };
}

export interface CmsFault {
  readonly words: string;
  readonly hint: string;
}

/** Why a CMS is not a valid signature of this PDF; omits reasons that follow from the first. */
export function cmsFaults(cms: ReadCms, subFilter: string, time: Date | undefined): CmsFault[] {
  const { certificate } = cms;
  if (cms.isChinese)
    return [
      {
        words: "这是国密（SM2/SM3）的签名，PDF 阅读器和本软件用的程序库都不认，不能核对",
        hint: `请签名的一方改用 ${signableKeys} 的证书、SHA-256 摘要。`,
      },
    ];
  if (certificate === undefined)
    return [
      {
        words: "签名里没有签名人的证书，说不出是谁签的",
        hint: "请签名的一方把证书放进签名里（CMS 的 certificates）。",
      },
    ];
  if (cms.digest === undefined || cms.digest === "sha1")
    return [{ words: "签名用的摘要算法不安全或不认识", hint: "请签名的一方用 SHA-256。" }];
  if (!cms.fits)
    return [
      {
        words: "签名里的摘要与这份 PDF 不符：签的是别的内容，或者签名以后改过",
        hint: "请核对是不是这一期、这一次交出的摘要。",
      },
    ];
  if (!cms.isGenuine)
    return [{ words: "签名与证书不符：不是这张证书的私钥签的，或者数据坏了", hint: "请签名的一方重新签一次。" }];
  const late = time === undefined ? undefined : timeFault(validity(certificate), time);
  const weak = keyFault(certificate);
  return [
    ...(late === undefined ? [] : [{ words: late, hint: "请用签名时有效的证书；电脑的日期不对的，先改好。" }]),
    ...(weak === undefined ? [] : [{ words: weak, hint: `请用 ${signableKeys} 的证书。` }]),
    ...(cms.maySign
      ? []
      : [{ words: "证书不是用来签名的（密钥用法里没有数字签名）", hint: "请用签名证书，不用加密证书。" }]),
    ...(cms.namesCertificate === "another"
      ? [{ words: "签名里写明的证书是另一张", hint: "请签名的一方重新签一次。" }]
      : []),
    ...(subFilter === "ETSI.CAdES.detached" && cms.namesCertificate === "no"
      ? [
          {
            words: "签名里没有写明是哪张证书（signing-certificate-v2），不是 PAdES 要的 CAdES 签名",
            hint: "请签名的一方选 CAdES；只会 PKCS#7 的，重新交出摘要，加上 --pkcs7。",
          },
        ]
      : []),
  ];
}

/** All faults of a PDF's signatures in Chinese; the last signature must cover the whole file. */
export function signatureFaults(signatures: readonly PdfSignature[]): string[] {
  const behind = signatures.at(-1)?.behind ?? 0;
  return [
    ...signatures.flatMap(({ signer, faults }) => faults.map((fault) => `${signer ?? "不知道是谁"}的签名：${fault}`)),
    ...(behind === 0 ? [] : [`签名以后又加了 ${behind} 字节，不在签名里`]),
  ];
}

/** 某某办（证书由某某 CA 颁发），2020-11-08 09:00:00 签名 */
export function signatureWords({ signer, issuer, isSelfIssued, time }: PdfSignature): string {
  const who = signer ?? "不知道是谁";
  const by = issuer === undefined ? "" : isSelfIssued ? "（证书是自己颁发的）" : `（证书由“${issuer}”颁发）`;
  return `${who}${by}${time === undefined ? "" : `，${timeWords(time)} `}签名`;
}

/** 签名以后没有改动，后面没有多出内容 */
export function stateWords({ faults, behind }: PdfSignature): string {
  const state = faults.length === 0 ? "签的内容没有改动" : faults.join("；");
  return `${state}，${behind === 0 ? "签名后面没有多出内容" : `签名后面多出 ${behind} 字节，没有签到`}`;
}
