import { expect, test } from "vitest";
import { usualLimit } from "../../../../src/output/pdf/job/time-limit.ts";

const pictures = (count: number): Map<string, Uint8Array> =>
  new Map(Array.from({ length: count }, (_, at) => [`${at}.jpg`, new Uint8Array(1_000_000)]));

test("a short document has half a minute, a long one as much more as it is longer, and none more than ten minutes", () => {
  expect(usualLimit({ html: "", assets: new Map() })).toBe(30_000);
  const long = (characters: number): number => usualLimit({ html: "一".repeat(characters), assets: new Map() });
  expect(long(400_000) - 30_000).toBe(2 * (long(200_000) - 30_000));
  expect(long(400_000)).toBeGreaterThanOrEqual(120_000);
  expect(long(10_000_000)).toBeLessThan(600_000);
});

test("each picture has time of its own to be decoded", () => {
  const limit = (count: number): number => usualLimit({ html: "", assets: pictures(count) });
  expect(limit(60) - 30_000).toBe(60 * (limit(1) - 30_000));
  expect(limit(60)).toBeGreaterThanOrEqual(180_000);
});
