/** A signature in a PDF: what it covers, what it leaves as it was, and every way in which it may not hold. */

import { beforeAll, describe, expect, test } from "vitest";
import { PDFDocument } from "@cantoo/pdf-lib";
import { makeCms } from "../../../../src/release/pades/cms.ts";
import type { Identity } from "../../../../src/release/pades/cms.ts";
import { judgeSignatures, signatureFaults, signatureWords, stateWords } from "../../../../src/release/pades/judge.ts";
import { readMark } from "../../../../src/release/pades/signed-edition.ts";
import { cmsBytes, handOut, isMeantFor, signPdf, takeBack } from "../../../../src/release/pades/signing.ts";
import { findSignatures } from "../../../../src/release/pades/signature-field.ts";
import { sha256 } from "../../../../src/record/digest.ts";
import { makeIdentity, mismatched } from "../../../support/certificates.ts";
import { samplePdf } from "./sample-pdf.ts";

const time = new Date("2026-11-30T13:30:00Z");
const from = new Date("2026-01-01T00:00:00Z");
const until = new Date("2027-01-01T00:00:00Z");
const words = "ab".repeat(32);
const valid = { from, until };

let pdf: Uint8Array;
let rsa: Identity;
let ec: Identity;
const order = () => ({ pdf, text: words, time, internal: false });

beforeAll(async () => {
  pdf = await samplePdf();
  [rsa, ec] = await Promise.all([makeIdentity(valid), makeIdentity({ ...valid, kind: "ec", name: "某某市电子印章" })]);
});

describe("a PDF signed with a certificate", () => {
  test.each(["rsa", "ec"] as const)(
    "by %s is as it was with an update behind it, which the signature covers",
    async (kind) => {
      const identity = kind === "rsa" ? rsa : ec;
      const { pdf: signed, signer } = await signPdf(order(), identity);
      expect(Buffer.from(signed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true);
      expect(readMark(signed)).toEqual({ length: pdf.length, pages: 1, text: words });
      const [signature, ...more] = await judgeSignatures(signed);
      expect(more).toEqual([]);
      expect(signature).toMatchObject({ signer, faults: [], behind: 0, time, isSelfIssued: true });
      expect(signature && signatureWords(signature)).toBe(`${signer}（证书是自己颁发的），2026-11-30 21:30:00 签名`);
      expect(signature && stateWords(signature)).toBe("签的内容没有改动，签名后面没有多出内容");
    },
  );

  test("has an appearance, is printed, asks for no appearances to be made and adds nothing to the page (ISO 19005-1 6.5.3, 6.9)", async () => {
    const { pdf: signed } = await signPdf(order(), rsa);
    const update = Buffer.from(signed.subarray(pdf.length)).toString("latin1");
    for (const entry of [
      "/AP <<",
      "/F 132",
      "/Rect [ 0 0 0 0 ]",
      "/SigFlags 3",
      "/SubFilter /ETSI.CAdES.detached",
      "/Prev ",
    ])
      expect(update).toContain(entry);
    for (const entry of ["NeedAppearances", "/AA", "/XRef", "/ObjStm"]) expect(update).not.toContain(entry);
    const content = (document: PDFDocument): string => String(document.getPage(0).node.Contents());
    expect(content(await PDFDocument.load(signed))).toBe(content(await PDFDocument.load(pdf)));
  });

  test("is the same again by RSA; by ECDSA only the signature itself differs", async () => {
    const [once, again] = [await signPdf(order(), rsa), await signPdf(order(), rsa)];
    expect(sha256(once.pdf)).toBe(sha256(again.pdf));
    const drawn = [await signPdf(order(), ec), await signPdf(order(), ec)];
    const empty = await Promise.all(
      drawn.map(async ({ pdf: signed }) => {
        const [{ place } = { place: { start: 0, end: 0 } }] = await findSignatures(signed);
        return sha256(Buffer.concat([signed.subarray(0, place.start), signed.subarray(place.end)]));
      }),
    );
    expect(sha256(drawn[0]?.pdf ?? "")).not.toBe(sha256(drawn[1]?.pdf ?? ""));
    expect(empty[0]).toBe(empty[1]);
  });

  test.each([
    ["expired", { until: new Date("2026-11-29T00:00:00Z"), from }, "证书已经过期：有效到 2026-11-29 08:00:00"],
    ["not yet valid", { from: new Date("2026-12-02T00:00:00Z"), until }, "证书还没有生效：2026-12-02 08:00:00 起有效"],
    ["short", { ...valid, kind: "rsa-1024" as const }, "只有 1024 位，不安全"],
    ["for enciphering", { ...valid, usage: 0x20 }, "证书不是用来签名的"],
    ["with an identity number", { ...valid, name: "051@张某@0110101199003070396@1" }, "证书的持有人里有个人信息"],
  ])("is not made with a certificate that is %s", async (_title, wish, said) => {
    await expect(signPdf(order(), await makeIdentity(wish))).rejects.toThrow(said);
  });
});

describe("a signed PDF that was changed", () => {
  const changed = async (change: (signed: Buffer) => Buffer): Promise<string> => {
    const { pdf: signed } = await signPdf(order(), rsa);
    return signatureFaults(await judgeSignatures(change(Buffer.from(signed)))).join("；");
  };

  test("in a byte that was printed, or in the update, is told", async () => {
    const inPrint = (signed: Buffer) => {
      signed.write("9", signed.indexOf("595"), "latin1");
      return signed;
    };
    expect(await changed(inPrint)).toContain("签名里的摘要与这份 PDF 不符");
    const inUpdate = (signed: Buffer) => {
      signed.write("D:2025", signed.indexOf("D:2026", pdf.length), "latin1");
      return signed;
    };
    expect(await changed(inUpdate)).toContain("签名里的摘要与这份 PDF 不符");
  });

  test("by what was added behind the signature is told with its length", async () => {
    expect(await changed((signed) => Buffer.concat([signed, Buffer.from("\n% more")]))).toBe(
      "签名以后又加了 7 字节，不在签名里",
    );
  });

  test("so that the signature leaves out more than itself is told", async () => {
    const wider = (signed: Buffer) => {
      const text = signed.toString("latin1");
      const [, start = "", end = "", rest = ""] = /ByteRange \[ 0 (\d+) (\d+) (\d+)/.exec(text) ?? [];
      const other = ` 0 ${Number(start) - 9} ${end} ${rest}`.padEnd(`0 ${start} ${end} ${rest} `.length);
      return Buffer.from(text.replace(/ 0 \d+ \d+ \d+ {0,1}/, other), "latin1");
    };
    expect(await changed(wider)).toContain("中间有地方没有签到");
  });

  test("without a signature in it says nothing; with an empty place says so", async () => {
    expect(await judgeSignatures(pdf)).toEqual([]);
    const { pdf: prepared } = await handOut(order(), "ETSI.CAdES.detached");
    expect(signatureFaults(await judgeSignatures(prepared))).toEqual(["不知道是谁的签名：留了签名的位置，还没有签名"]);
  });
});

describe("a signature made elsewhere", () => {
  test("over what was handed out comes back into its place, as DER, PEM or bare Base64", async () => {
    const { pdf: prepared, content, digest } = await handOut(order(), "ETSI.CAdES.detached");
    expect(digest).toBe(sha256(content));
    const der = makeCms(content, ec);
    const base64 = Buffer.from(der).toString("base64");
    const pem = `-----BEGIN CMS-----\n${base64.replace(/.{64}/g, "$&\n")}\n-----END CMS-----\n`;
    for (const file of [der, Buffer.from(pem), Buffer.from(base64)]) {
      expect(await isMeantFor(cmsBytes(file), prepared)).toBe(true);
      const { pdf: signed, signer } = await takeBack(cmsBytes(file), prepared, false);
      expect(signer).toBe("某某市电子印章");
      expect(signatureFaults(await judgeSignatures(signed))).toEqual([]);
      expect(readMark(signed)).toEqual({ length: pdf.length, pages: 1, text: words });
    }
  });

  test("of something else, by another's key, or none at all, is refused", async () => {
    const { pdf: prepared, content } = await handOut(order(), "ETSI.CAdES.detached");
    const refusal = async (cms: Uint8Array): Promise<string> =>
      takeBack(cms, prepared, false).then(
        () => "taken",
        (fault: Error) => fault.message,
      );
    expect(await refusal(makeCms(Buffer.from("another"), rsa))).toContain("签名里的摘要与这份 PDF 不符");
    expect(await isMeantFor(makeCms(Buffer.from("another"), rsa), prepared)).toBe(false);
    expect(await refusal(makeCms(content, mismatched(rsa, await makeIdentity(valid))))).toContain("签名与证书不符");
    expect(await refusal(Buffer.from("签名"))).toContain("这不是 CMS（PKCS#7）签名");
    expect(await refusal(pdf)).toContain("这不是 CMS（PKCS#7）签名");
    expect(await refusal(Buffer.alloc(0))).toContain("这不是 CMS（PKCS#7）签名");
    const cut = makeCms(content, rsa);
    expect(await refusal(cut.subarray(0, cut.length - 9))).toContain("这不是 CMS（PKCS#7）签名");
    expect(await refusal(makeCms(content, await makeIdentity({ from, until: from })))).toContain("证书已经过期");
  });
});
