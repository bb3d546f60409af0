/** A detached signature: CMS SignedData (RFC 5652) with the signed attributes of CAdES (EN 319 122-1). */

import { constants, createHash, sign as signBytes, verify as verifyBytes, X509Certificate } from "node:crypto";
import type { KeyObject } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { isChineseAlgorithm } from "./certificate.ts";

const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  rsa: "1.2.840.113549.1.1.1",
  rsaPss: "1.2.840.113549.1.1.10",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  sha256: "2.16.840.1.101.3.4.2.1",
  keyUsage: "2.5.29.15",
} as const;

/** Node's names of the digest algorithms. */
const digests: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "sha1",
  [oids.sha256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

export interface Identity {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** The certificates of its issuers, as far as known. */
  readonly chain: readonly X509Certificate[];
}

/** The signature over `content` in DER. RSA is deterministic; ECDSA gives different bytes each time. */
export function makeCms(content: Uint8Array, { key, certificate, chain }: Identity): Uint8Array {
  const own = pkijs.Certificate.fromBER(certificate.raw);
  // DER requires a SET OF to be sorted. EN 319 142-1 requires the time to be in the PDF alone.
  const attributes = [
    attribute(oids.contentType, new asn1.ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, octets(digestOf("sha256", content))),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(digestOf("sha256", certificate.raw)))))),
  ].sort((one, other) => Buffer.compare(encoded(one.toSchema()), encoded(other.toSchema())));
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes });
  const isRsa = key.asymmetricKeyType === "rsa";
  const signature = signBytes("sha256", asSet(encoded(signedAttrs.toSchema())), key);
  const sha256 = new pkijs.AlgorithmIdentifier({ algorithmId: oids.sha256 });
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [sha256],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: [own, ...chain.map(({ raw }) => pkijs.Certificate.fromBER(raw))],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: sha256,
        signedAttrs,
        signatureAlgorithm: new pkijs.AlgorithmIdentifier(
          isRsa ? { algorithmId: oids.rsa, algorithmParams: new asn1.Null() } : { algorithmId: oids.ecdsaWithSha256 },
        ),
        signature: octets(signature),
      }),
    ],
  });
  return encoded(new pkijs.ContentInfo({ contentType: oids.signedData, content: signed.toSchema() }).toSchema());
}

function attribute(type: string, value: asn1.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

const octets = (bytes: Uint8Array): asn1.OctetString =>
  new asn1.OctetString({ valueHex: Uint8Array.from(bytes).buffer });
const sequence = (...value: asn1.BaseBlock[]): asn1.Sequence => new asn1.Sequence({ value });
const encoded = (block: asn1.BaseBlock): Buffer => Buffer.from(block.toBER());

/** Attributes are signed with the tag of a SET instead of their implicit tag. */
function asSet(attributes: Uint8Array): Buffer {
  const set = Buffer.from(attributes);
  set[0] = 0x31;
  return set;
}

/** An existing signature, and whether it matches its content. */
export interface ReadCms {
  /** `undefined` where the signer's certificate is not included. */
  readonly certificate: X509Certificate | undefined;
  /** sha256 and the like; `undefined` for one unknown to Node, such as SM3. */
  readonly digest: string | undefined;
  /** The contained digest is that of the content. */
  readonly fits: boolean;
  /** The certificate's key made it. */
  readonly isGenuine: boolean;
  readonly isDetached: boolean;
  readonly hasAttributes: boolean;
  /** Whether it names its certificate, which prevents substitution by another (CAdES). */
  readonly namesCertificate: "yes" | "no" | "another";
  /** The certificate permits signing. */
  readonly maySign: boolean;
  readonly signers: number;
  /** Chinese algorithms (国密). */
  readonly isChinese: boolean;
}

/** `undefined` for anything but CMS SignedData. `der` may be padded with zeros. */
export function readCms(der: Uint8Array, content: Uint8Array): ReadCms | undefined {
  let signed: pkijs.SignedData;
  let certificates: X509Certificate[];
  try {
    const info = pkijs.ContentInfo.fromBER(whole(der));
    if (info.contentType !== oids.signedData) return undefined;
    certificates = certificatesOf(info.content as asn1.Sequence);
    signed = new pkijs.SignedData({ schema: info.content });
  } catch {
    return undefined;
  }
  const [signer] = signed.signerInfos;
  if (signer === undefined) return undefined;
  const digest = digests[signer.digestAlgorithm.algorithmId];
  const certificate = certificates.find((each) => isMeant(each, signer.sid));
  const attributes = signer.signedAttrs;
  const values = new Map(attributes?.attributes.map(({ type, values: [value] }) => [type, value as asn1.BaseBlock]));
  const stated = values.get(oids.messageDigest);
  return {
    certificate,
    digest,
    fits:
      digest !== undefined &&
      (attributes === undefined ||
        (stated instanceof asn1.OctetString && digestOf(digest, content).equals(bytesOf(stated)))),
    isGenuine: certificate !== undefined && digest !== undefined && isGenuine(signer, certificate, digest, content),
    isDetached: signed.encapContentInfo.eContent === undefined,
    hasAttributes: attributes !== undefined,
    namesCertificate: certificate === undefined ? "no" : named(values, certificate),
    maySign: certificate !== undefined && maySign(certificate),
    signers: signed.signerInfos.length,
    isChinese: isChineseAlgorithm(der),
  };
}

/** Cuts off the padding; an encoding of indefinite length marks its own end. */
function whole(der: Uint8Array): ArrayBuffer {
  const first = der[1] ?? 0;
  const count = first & 0x7f;
  const length =
    first < 0x80
      ? 2 + first
      : count === 0
        ? der.length
        : 2 + count + Number(`0x0${Buffer.from(der.subarray(2, 2 + count)).toString("hex")}`);
  return Uint8Array.from(der.subarray(0, Math.min(length, der.length))).buffer;
}

/** The exact bytes as issued. */
function certificatesOf(signed: asn1.Sequence): X509Certificate[] {
  const set = signed.valueBlock.value.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  if (!(set instanceof asn1.Constructed)) return [];
  return set.valueBlock.value.flatMap((each) => {
    try {
      return [new X509Certificate(Buffer.from(each.valueBeforeDecodeView))];
    } catch {
      // An attribute certificate, which is another kind.
      return [];
    }
  });
}

/** Whether issuer and number, or the key's identifier, match. */
function isMeant(certificate: X509Certificate, sid: unknown): boolean {
  const own = pkijs.Certificate.fromBER(certificate.raw);
  if (sid instanceof pkijs.IssuerAndSerialNumber)
    return own.issuer.isEqual(sid.issuer) && own.serialNumber.isEqual(sid.serialNumber);
  const identifier = own.extensions?.find(({ extnID }) => extnID === "2.5.29.14")?.parsedValue as unknown;
  const meant = sid instanceof asn1.Primitive ? Buffer.from(sid.valueBlock.valueHexView) : undefined;
  return identifier instanceof asn1.OctetString && meant?.equals(bytesOf(identifier)) === true;
}

function isGenuine(
  signer: pkijs.SignerInfo,
  certificate: X509Certificate,
  digest: string,
  content: Uint8Array,
): boolean {
  const covered = signer.signedAttrs === undefined ? content : asSet(Buffer.from(signer.signedAttrs.encodedValue));
  const signature = bytesOf(signer.signature);
  try {
    const { publicKey: key } = certificate;
    if (key.asymmetricKeyType?.startsWith("ed") === true) return verifyBytes(null, covered, key, signature);
    const isPss = signer.signatureAlgorithm.algorithmId === oids.rsaPss;
    return verifyBytes(
      digest,
      covered,
      isPss ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : key,
      signature,
    );
  } catch {
    // Node does not support the key.
    return false;
  }
}

/** ESSCertID and ESSCertIDv2 (RFC 5035): the certificate's digest, SHA-256 by default. */
function named(values: ReadonlyMap<string, asn1.BaseBlock>, certificate: X509Certificate): "yes" | "no" | "another" {
  const second = values.get(oids.signingCertificateV2);
  const list = second ?? values.get(oids.signingCertificate);
  const [certs] = list instanceof asn1.Sequence ? list.valueBlock.value : [];
  const [first] = certs instanceof asn1.Sequence ? certs.valueBlock.value : [];
  if (!(first instanceof asn1.Sequence)) return "no";
  const [algorithm] = first.valueBlock.value;
  const [identifier] = algorithm instanceof asn1.Sequence ? algorithm.valueBlock.value : [];
  const digest =
    second === undefined
      ? "sha1"
      : identifier instanceof asn1.ObjectIdentifier
        ? digests[identifier.valueBlock.toString()]
        : "sha256";
  const hash = first.valueBlock.value.find((each) => each instanceof asn1.OctetString);
  if (hash === undefined || digest === undefined) return "another";
  return digestOf(digest, certificate.raw).equals(bytesOf(hash)) ? "yes" : "another";
}

/** Digital signature or content commitment (RFC 5280 4.2.1.3), where the uses of the key are restricted. */
export function maySign(certificate: X509Certificate): boolean {
  const { extensions } = pkijs.Certificate.fromBER(certificate.raw);
  const usage = extensions?.find(({ extnID }) => extnID === oids.keyUsage)?.parsedValue as unknown;
  return !(usage instanceof asn1.BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) !== 0;
}

function digestOf(name: string, bytes: Uint8Array): Buffer {
  return createHash(name).update(bytes).digest();
}

/** Also joins a string encoded in segments. */
function bytesOf(string: asn1.OctetString): Buffer {
  return Buffer.from(string.getValue());
}
