import { describe, expect, test } from "vitest";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { nextRecord } from "../../../src/record/next-record.ts";
import { readRecord } from "../../../src/record/read-record.ts";
import { byBytes, byWords } from "../../../src/record/verdict.ts";
import { changed, corrected, correction, draft, first, pdf, publish, read, text, wish } from "./issue.ts";

describe("a record", () => {
  test("says again what was published, whatever signs stand in it", () => {
    const odd = changed("省督察组：“第五组”", "- a: \\\\ “b” #c [d] {e}  \\u3000*f* | > 0.5 是");
    const record = read(publish(undefined, draft({ text: odd })));
    expect(record.texts().get(1)).toEqual(odd);
    expect(record.says(odd)).toBe(true);
    expect(record.says(text)).toBe(false);
    expect(record.editions).toEqual([
      {
        number: 1,
        published: "2020-11-08",
        digest: draft({ text: odd }).digest,
        corrections: [],
        printings: [{ ...pdf("a"), date: "2020-11-08" }],
      },
    ]);
    expect(record.facts).toEqual(draft().facts);
  });

  test("with Windows line ends says the same", () => {
    const record = read(first.replaceAll("\n", "\r\n"));
    expect(record.says(text)).toBe(true);
    expect(record.texts().get(1)).toEqual(text);
  });

  test("does not say what is only the beginning of it", () => {
    expect(read(first).says({ ...text, data: text.data.slice(0, 2) })).toBe(false);
  });

  test.each([
    ["the text", first.replace("冷水滩区56件", "冷水滩区57件"), "record-changed", 12],
    ["a digest of a PDF", first.replace("a".repeat(64), "b".repeat(64)), "record-changed", 47],
    ["the last line gone", first.replace(/登记校验.*\n/, ""), "missing-key", 3],
    ["a key", first.replace("  - 版次: 1", "  - 版本: 1"), "unknown-key", 10],
    ["a date", first.replace('发布: "2020-11-08"', "发布: 昨天"), "invalid-value", 11],
  ])("changed by hand (%s) is refused at its line", (_, file, code, line) => {
    const { value, problems } = readRecord(new SourceText("data/published/2020-15.yaml", file));
    expect(value).toBeUndefined();
    expect(problems.map((problem) => [problem.code, problem.place.line])).toContainEqual([code, line]);
    for (const problem of problems) expect(problem.message).toMatch(/\p{Script=Han}/u);
  });
});

describe("publication", () => {
  const record = read(first);

  test("of the same again changes nothing", () => {
    expect(nextRecord(record, draft({ basis: record.seal }), wish)).toEqual({ kind: "unchanged" });
    // The site that was built before its publication may be published once more.
    expect(nextRecord(record, draft(), wish)).toEqual({ kind: "unchanged" });
  });

  test("of other bytes is recorded when it was asked for, as another printing", () => {
    const other = draft({ basis: record.seal, printing: { ...pdf("c"), by: "浏览器 144" } });
    expect(nextRecord(record, other, wish)).toEqual({ kind: "other-bytes", before: "浏览器 143", now: "浏览器 144" });
    const again = read(publish(record, other, "2021-01-05", true));
    expect(again.editions[0]?.printings.map(({ sha256, date }) => [sha256[0], date])).toEqual([
      ["a", "2020-11-08"],
      ["c", "2021-01-05"],
    ]);
    expect(byBytes("c".repeat(64), [again])?.words).toContain("第 2 次印制（2021-01-05 登记）");
  });

  test("of a correction puts the new edition above the old one, with both texts", () => {
    const now = read(corrected());
    expect(now.editions.map(({ number, corrections }) => [number, corrections])).toEqual([
      [2, [correction]],
      [1, []],
    ]);
    expect(now.says(changed("56", "57"))).toBe(true);
    expect(now.texts().get(1)).toEqual(text);
  });

  test("of a site that was built against another state of the record is refused", () => {
    const other = changed("56", "58");
    const newer = read(corrected());
    for (const [known, made] of [
      [record, draft({ text: other })],
      [record, draft({ edition: 2, basis: "x", corrections: [correction], text: other })],
      [record, draft({ edition: 2, basis: record.seal, text: other })],
      [newer, draft()],
      [undefined, draft({ basis: record.seal })],
      [undefined, draft({ edition: 2 })],
    ] as const)
      expect(nextRecord(known, made, { ...wish, reprint: true })).toEqual({ kind: "stale" });
  });
});

describe("a signature in the PDF", () => {
  const signature = { unsigned: "a".repeat(64), signer: "某某市督察协调联络组", time: "2020-11-08 09:00:00" };
  const signed = draft({ printing: { ...pdf("d"), signature } });
  const before = read(first);

  test("of a PDF on record is recorded unasked, with both digests, and either is known again", () => {
    const now = read(publish(before, signed, "2020-11-09"));
    expect(now.editions[0]?.printings).toEqual([
      { ...pdf("a"), date: "2020-11-08" },
      { ...pdf("d"), signature, date: "2020-11-09" },
    ]);
    expect(nextRecord(now, signed, wish)).toEqual({ kind: "unchanged" });
    expect(byBytes("d".repeat(64), [now])?.words).toContain("由 某某市督察协调联络组 2020-11-08 09:00:00 签名");
    const alone = read(publish(undefined, signed));
    expect(byBytes("a".repeat(64), [alone])).toMatchObject({ standing: "published", edition: 1 });
    expect(byBytes("a".repeat(64), [alone])?.words).toContain("还没有签名的（后来由 某某市督察协调联络组");
    expect(byBytes("e".repeat(64), [alone])).toBeUndefined();
  });

  test("made anew over the same PDF is recorded; over another printing only when that is asked for", () => {
    const now = read(publish(undefined, signed));
    const again = draft({ printing: { ...pdf("e"), signature: { ...signature, signer: "某某办" } } });
    expect(nextRecord(now, again, wish).kind).toBe("signed");
    const other = draft({ printing: { ...pdf("f"), signature: { ...signature, unsigned: "b".repeat(64) } } });
    expect(nextRecord(now, other, wish).kind).toBe("other-bytes");
    expect(nextRecord(now, other, { ...wish, reprint: true }).kind).toBe("reprinted");
  });

  test("is not taken from readers by a PDF without it, not even as a reprint", () => {
    const now = read(publish(before, signed));
    expect(nextRecord(now, draft(), { ...wish, reprint: true })).toEqual({
      kind: "unsigned",
      signer: "某某市督察协调联络组",
    });
  });
});

describe("a PDF in somebody's hand", () => {
  const records = [read(corrected())];
  const words = (own: typeof text): string => own.parts.flatMap(({ blocks }) => blocks).join("\n");

  test("is told by its bytes", () => {
    expect(byBytes("b".repeat(64), records)).toMatchObject({ standing: "published", issue: "2020-15", edition: 2 });
    expect(byBytes("a".repeat(64), records)).toMatchObject({
      standing: "earlier",
      edition: 1,
      words: "2020-15 期的旧版：第 1 版，2020-11-08 发布，2020-11-10 已更正；现行的是第 2 版",
    });
    expect(byBytes("d".repeat(64), records)).toBeUndefined();
  });

  test("with other bytes is told by its words, however its lines are broken", () => {
    const broken = [...words(text)].join(" ");
    expect(byWords({ text: broken }, records)).toMatchObject({ standing: "same-text", edition: 1 });
    expect(byWords({ text: words(changed("215", "251")) }, records)).toMatchObject({
      standing: "other-text",
      issue: "2020-15",
      edition: 1,
      missing: ["共交办215件。"],
    });
    expect(byWords({ text: words(changed("第15期", "第16期")) }, records).words).toContain(
      "自称 2020 年第 16 期，这一期没有发布登记",
    );
    expect(byWords({ text: "别的文件" }, records)).toMatchObject({ standing: "unknown", issue: null });
  });
});
