import { generateKeyPairSync, webcrypto } from "node:crypto";
import { expect, test } from "vitest";
import { publicKeyOf } from "../../../../src/record/signature/public-key.ts";
import { readSiteSignature, signSite, siteSignatureText } from "../../../../src/record/signature/site-signature.ts";
import type { SigningOrder } from "../../../../src/record/signature/site-signature.ts";
import { judgeRecords, logLine, readLog, recordDigest } from "../../../../src/record/signature/statement-log.ts";
import { readSignedLine } from "../../../../src/record/signature/statement.ts";
import { sha256 } from "../../../../src/record/digest.ts";

const { privateKey } = generateKeyPairSync("ed25519");
const publicKey = publicKeyOf(privateKey);
const order: SigningOrder = {
  number: 1,
  date: "2026-11-30",
  previous: null,
  office: "某某市联络组",
  records: [["2020-15", sha256("first")]],
  files: [
    ["404.html", sha256("404")],
    ["units/零陵区/index.html", sha256("page")],
  ],
  keys: [{ office: "某某市联络组", publicKey, from: "2026-11-30" }],
};
const signed = signSite(order, privateKey);

test("a browser can check a signature with WebCrypto and nothing else", async () => {
  const read = JSON.parse(siteSignatureText(signed)) as typeof signed;
  const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  const key = await webcrypto.subtle.importKey("raw", bytes(read.publicKey), "Ed25519", false, ["verify"]);
  const text = new TextEncoder().encode(read.statement);
  expect(await webcrypto.subtle.verify("Ed25519", key, bytes(read.signature), text)).toBe(true);
  const digest = await webcrypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(read.files)));
  expect(JSON.parse(read.statement)).toMatchObject({ files: Buffer.from(digest).toString("hex") });
});

test("the same order and key give the same bytes", () => {
  expect(siteSignatureText(signSite(order, privateKey))).toBe(siteSignatureText(signed));
});

test("a signature is only read whole: no list changed, no path that leads out of the site", () => {
  expect(readSiteSignature(siteSignatureText(signed))?.statement.number).toBe(1);
  expect(readSiteSignature(siteSignatureText({ ...signed, files: signed.files.slice(1) }))).toBeUndefined();
  expect(readSiteSignature(siteSignatureText({ ...signed, keys: [] }))).toBeUndefined();
  for (const file of ["../secret", "/etc/passwd", "a//b", "a/../../b", "a\\b"])
    expect(
      readSiteSignature(siteSignatureText(signSite({ ...order, files: [[file, sha256("")]] }, privateKey))),
    ).toBeUndefined();
  for (const text of ["", "null", "[]", "{", "{}"]) expect(readSiteSignature(text)).toBeUndefined();
});

test("a log is believed up to the first line that does not follow on the one before", () => {
  const second = signSite(
    { ...order, number: 2, previous: sha256(signed.statement), records: [["2020-15", sha256("second")]] },
    privateKey,
  );
  const text = logLine(signed) + logLine(second);
  const log = readLog(text.replaceAll("\n", "\r\n"));
  expect(log.fault).toBeUndefined();
  const standing = (record: string | undefined) =>
    judgeRecords(log, new Map(record === undefined ? [] : [["2020-15", recordDigest(record)]])).get("2020-15")?.kind;
  expect([standing("second"), standing("first"), standing("third"), standing(undefined)]).toEqual([
    "signed",
    "put-back",
    "changed",
    "deleted",
  ]);
  const cut = readLog(logLine(second));
  expect(cut.entries).toEqual([]);
  expect(cut.fault).toContain("signatures.jsonl:1:1");
  expect(readLog(logLine(signed) + logLine(signed)).entries).toHaveLength(1);
  expect(readLog(`${logLine(signed)}not a line\n`).fault).toContain("signatures.jsonl:2:1");
  expect(readSignedLine(logLine(signed))).toBeDefined();
});
