/** Which keys may be believed: listed, written down, renewed, lost, leaked. */

import { generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { judgeKey, keyListText, readKeyList, voucherText } from "../../../../src/record/signature/key-list.ts";
import type { KeyEntry, KeyVerdict } from "../../../../src/record/signature/key-list.ts";
import { fingerprint, publicKeyOf, readFingerprint, signText } from "../../../../src/record/signature/public-key.ts";

interface Pair {
  readonly key: KeyObject;
  readonly entry: KeyEntry;
}

function pair(from: string, by?: Pair): Pair {
  const key = generateKeyPairSync("ed25519").privateKey;
  const entry = { office: "某某市联络组", publicKey: publicKeyOf(key), from };
  const voucher = by && { publicKey: by.entry.publicKey, signature: signText(voucherText(entry), by.key) };
  return { key, entry: { ...entry, voucher } };
}

const old = pair("2020-01-01");
const fresh = pair("2022-01-01", old);
const third = pair("2024-01-01", fresh);
const stranger = pair("2020-01-01");
const print = fingerprint(old.entry.publicKey);

function judged(
  { entry }: Pair,
  day: string,
  { listed = [], pinned, carried = [] }: { listed?: KeyEntry[]; pinned?: string; carried?: KeyEntry[] },
): KeyVerdict {
  return judgeKey(entry.publicKey, day, { listed, fingerprint: pinned }, carried);
}

test("a listed key is believed on the days of its use", () => {
  const retired: KeyEntry = { ...old.entry, until: "2021-12-31", reason: "更换" };
  expect(judged(old, "2021-12-31", { listed: [retired] })).toBe("trusted");
  expect(judged(old, "2022-01-01", { listed: [retired] })).toBe("out-of-date");
  expect(judged(old, "2019-12-31", { listed: [retired] })).toBe("out-of-date");
  expect(judged(stranger, "2021-01-01", { listed: [retired] })).toBe("unknown");
});

test("who knows only the first fingerprint follows the vouchers that come with a site", () => {
  const carried = [old.entry, fresh.entry, third.entry];
  expect(judged(third, "2024-05-01", { pinned: print, carried })).toBe("trusted");
  expect(judged(third, "2024-05-01", { pinned: print, carried: [old.entry, third.entry] })).toBe("unknown");
  expect(judged(third, "2024-05-01", { listed: [fresh.entry], carried })).toBe("trusted");
});

test("a list on the machine counts for nothing where a fingerprint was written down", () => {
  expect(judged(stranger, "2021-01-01", { listed: [stranger.entry], pinned: print })).toBe("unknown");
});

test("a voucher of somebody else's, or of a retired key, is none", () => {
  const forged = { ...stranger.entry, voucher: { ...fresh.entry.voucher, publicKey: old.entry.publicKey } } as KeyEntry;
  expect(judged(stranger, "2022-05-01", { pinned: print, carried: [old.entry, forged] })).toBe("unknown");
  const lost: KeyEntry = { ...old.entry, until: "2021-06-30", reason: "遗失" };
  expect(judged(fresh, "2022-05-01", { listed: [lost], carried: [fresh.entry] })).toBe("unknown");
  expect(judged(fresh, "2022-05-01", { listed: [lost, fresh.entry] })).toBe("trusted");
});

test("what a leaked key signed or vouched for is not believed, whatever the day", () => {
  const leaked: KeyEntry = { ...old.entry, until: "2023-01-01", reason: "泄露" };
  expect(judged(old, "2020-05-01", { listed: [leaked] })).toBe("leaked");
  expect(judged(old, "2020-05-01", { listed: [leaked], pinned: print })).toBe("leaked");
  expect(judged(fresh, "2022-05-01", { listed: [leaked], carried: [fresh.entry] })).toBe("unknown");
});

test("vouchers that go in a circle lead nowhere", () => {
  const [a, b] = [pair("2020-01-01"), pair("2020-01-01")];
  const vouched = ({ entry }: Pair, { entry: by, key }: Pair): KeyEntry => ({
    ...entry,
    voucher: { publicKey: by.publicKey, signature: signText(voucherText(entry), key) },
  });
  expect(judged(a, "2021-01-01", { pinned: print, carried: [vouched(a, b), vouched(b, a)] })).toBe("unknown");
});

test("a list is read as it was written; a changed key or voucher is told with its line", () => {
  const entries = [{ ...old.entry, until: "2022-01-01", reason: "更换" as const }, fresh.entry];
  const text = keyListText(entries);
  const read = (changed: string) => readKeyList(new SourceText("data/keys.yaml", changed));
  expect(read(text).value).toEqual(entries.map((entry) => JSON.parse(JSON.stringify(entry)) as KeyEntry));
  expect(read(text.replace(old.entry.publicKey, stranger.entry.publicKey)).problems).toMatchObject([
    { code: "key-changed", place: { line: 5 }, message: "指纹与公钥不符" },
  ]);
  expect(read(text.replace('启用: "2022-01-01"', '启用: "2021-01-01"')).problems).toMatchObject([
    { code: "key-changed", message: "作证的签名与这把公钥不符" },
  ]);
  expect(read("公钥:\n  - 单位: 某办\n").problems.length).toBeGreaterThan(0);
});

test("a fingerprint may be typed with or without blanks, in capitals, in full width", () => {
  expect(readFingerprint(print.replaceAll(" ", ""))).toBe(print);
  expect(readFingerprint(`${print.toUpperCase()} `)).toBe(print);
  expect(readFingerprint(print.replaceAll(" ", "　"))).toBe(print);
  expect(readFingerprint(print.slice(1))).toBeUndefined();
});
