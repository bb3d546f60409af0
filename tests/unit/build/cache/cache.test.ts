import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Cache, keyOf } from "../../../../src/build/cache/cache.ts";
import { FileDigests } from "../../../../src/build/cache/file-digests.ts";
import { packagesDigest, productDigest } from "../../../../src/build/cache/product-digest.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cache-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = keyOf("a");
const place = (): string => path.join(folder, "kind", key.slice(0, 2), key);

describe("a cache", () => {
  test("gives back what was put into it, to another process too", () => {
    new Cache(folder).put("kind", key, { pages: 8 }, Buffer.from("body\nof several lines"));
    const kept = new Cache(folder).get("kind", key);
    expect(kept?.head).toEqual({ pages: 8 });
    expect(kept?.body.toString()).toBe("body\nof several lines");
    expect(new Cache(folder).get("kind", keyOf("b"))).toBeUndefined();
    expect(new Cache(folder).count("kind")).toBe(1);
  });

  test("without a folder keeps nothing", () => {
    const cache = new Cache(undefined);
    cache.put("kind", key, {});
    expect(cache.get("kind", key)).toBeUndefined();
  });

  test("takes a damaged entry for none, wherever the damage is, and makes it good again", () => {
    const cache = new Cache(folder);
    cache.put("kind", key, { pages: 8 }, Buffer.from("body"));
    const whole = readFileSync(place());
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(place(), damaged);
      expect(cache.get("kind", key), `byte ${at}`).toBeUndefined();
      writeFileSync(place(), whole.subarray(0, at));
      expect(cache.get("kind", key), `cut at ${at}`).toBeUndefined();
    }
    cache.put("kind", key, { pages: 8 }, Buffer.from("body"));
    expect(cache.get("kind", key)?.body.toString()).toBe("body");
  });

  test("that cannot be written says so and goes on", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "somebody's, where the cache should be");
    const cache = new Cache(file);
    cache.put("kind", key, {});
    expect(cache.trouble).toMatch(/^缓存没有存下（/);
    expect(cache.get("kind", key)).toBeUndefined();
    expect(readFileSync(file, "utf8")).toContain("somebody's");
  });

  test.each([
    ["a folder stands in the place of an entry", () => mkdirSync(path.join(place(), "deep"), { recursive: true })],
    ["a file stands in the place of its folder", () => writeFileSync(path.join(folder, "kind"), "")],
  ])("is in order again where %s", (_, misplace) => {
    misplace();
    const cache = new Cache(folder);
    expect(cache.get("kind", key)).toBeUndefined();
    cache.put("kind", key, { pages: 8 });
    expect([cache.trouble, cache.get("kind", key)?.head]).toEqual([undefined, { pages: 8 }]);
  });

  test("takes an entry whose head is not JSON for none, though its checksum is right", () => {
    const text = '{"pages": 8\n';
    mkdirSync(path.dirname(place()), { recursive: true });
    writeFileSync(place(), `${createHash("sha256").update(text).digest("hex")}\n${text}`);
    expect(new Cache(folder).get("kind", key)).toBeUndefined();
  });

  test("throws away what is old and unused, and what killed processes left, only", () => {
    const old = new Date(Date.now() - 15 * 24 * 60 * 60 * 1000);
    const first = new Cache(folder);
    for (const name of ["used", "unused", "young"]) first.put("kind", keyOf(name), {});
    const file = (name: string): string => path.join(folder, "kind", keyOf(name).slice(0, 2), keyOf(name));
    for (const name of ["used", "unused"]) utimesSync(file(name), old, old);
    const partial = `${file("young")}.00.partial`;
    writeFileSync(partial, "");
    utimesSync(partial, old, old);
    writeFileSync(path.join(folder, "somebody's file"), "");
    const next = new Cache(folder);
    next.get("kind", keyOf("used"));
    next.prune();
    const left = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.basename(name));
    expect(left).toContain(keyOf("used"));
    expect(left).toContain(keyOf("young"));
    expect(left).toContain("somebody's file");
    expect(left).not.toContain(keyOf("unused"));
    expect(left.filter((name) => name.endsWith(".partial"))).toEqual([]);
  });
});

describe("digests of files", () => {
  test("follow every change, also one that leaves size and time as they were", () => {
    const file = path.join(folder, "font.ttf");
    const past = new Date(Date.now() - 60_000);
    writeFileSync(file, "one");
    utimesSync(file, past, past);
    const digests = new FileDigests(folder);
    const first = digests.of(file);
    digests.save();
    expect(new FileDigests(folder).of(file)).toBe(first);
    writeFileSync(file, "two");
    utimesSync(file, past, past);
    expect(new FileDigests(folder).of(file)).not.toBe(first);
  });

  test("survive a damaged record", () => {
    writeFileSync(path.join(folder, "digests.json"), "[[");
    writeFileSync(path.join(folder, "a"), "one");
    expect(new FileDigests(folder).of(path.join(folder, "a"))).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("the version of a part of the product", () => {
  test("changes with any of its files: content, name, number", () => {
    mkdirSync(path.join(folder, "src/print"), { recursive: true });
    writeFileSync(path.join(folder, "src/print/a.ts"), "1");
    writeFileSync(path.join(folder, "src/other.ts"), "1");
    const digest = (): string => productDigest(folder, ["src/print"]);
    const seen = [digest()];
    const file = (name: string): string => path.join(folder, "src/print", name);
    writeFileSync(file("a.ts"), "2");
    seen.push(digest());
    writeFileSync(file("b.ts"), "");
    seen.push(digest());
    rmSync(file("a.ts"));
    seen.push(digest());
    expect(new Set(seen).size).toBe(seen.length);
    writeFileSync(path.join(folder, "src/other.ts"), "2");
    expect(digest()).toBe(seen.at(-1));
  });

  test("packages: what runs counts, tools of development do not", () => {
    const lock = (puppeteer: string, eslint: string): string => {
      const packages = {
        "": { version: "1" },
        "node_modules/puppeteer-core": { version: puppeteer, integrity: "x" },
        "node_modules/eslint": { version: eslint, integrity: "y", dev: true },
      };
      writeFileSync(path.join(folder, "package-lock.json"), JSON.stringify({ packages }));
      return packagesDigest(folder);
    };
    expect(lock("1", "1")).toBe(lock("1", "2"));
    expect(lock("1", "1")).not.toBe(lock("2", "1"));
  });
});
