import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keyOf, Memo } from "../../../src/build/memo.ts";
import { FileDigests } from "../../../src/build/file-digests.ts";
import { Program } from "../../../src/build/program.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "memo-test-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const key = keyOf("a");
const place = (): string => path.join(folder, "kind", key.slice(0, 2), key);

describe("a memo", () => {
  test("gives back what was put into it, to another process too", () => {
    new Memo(folder).write("kind", key, { pages: 8 }, Buffer.from("body\nof several lines"));
    const kept = new Memo(folder).read("kind", key);
    expect(kept?.head).toEqual({ pages: 8 });
    expect(kept?.body.toString()).toBe("body\nof several lines");
    expect(new Memo(folder).read("kind", keyOf("b"))).toBeUndefined();
    expect(new Memo(folder).count("kind")).toBe(1);
  });

  test("without a folder keeps nothing", () => {
    const memo = new Memo(undefined);
    memo.write("kind", key, {});
    expect(memo.read("kind", key)).toBeUndefined();
  });

  test("takes a damaged entry for none, wherever the damage is, and makes it good again", () => {
    const memo = new Memo(folder);
    memo.write("kind", key, { pages: 8 }, Buffer.from("body"));
    const whole = readFileSync(place());
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(place(), damaged);
      expect(memo.read("kind", key), `byte ${at}`).toBeUndefined();
      writeFileSync(place(), whole.subarray(0, at));
      expect(memo.read("kind", key), `cut at ${at}`).toBeUndefined();
    }
    memo.write("kind", key, { pages: 8 }, Buffer.from("body"));
    expect(memo.read("kind", key)?.body.toString()).toBe("body");
  });

  test("that cannot be written says so and goes on", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "somebody's, where the cache should be");
    const memo = new Memo(file);
    memo.write("kind", key, {});
    expect(memo.trouble).toMatch(/^缓存没有存下（/);
    expect(memo.read("kind", key)).toBeUndefined();
    expect(readFileSync(file, "utf8")).toContain("somebody's");
  });

  test.each([
    ["a folder stands in the place of an entry", () => mkdirSync(path.join(place(), "deep"), { recursive: true })],
    ["a file stands in the place of its folder", () => writeFileSync(path.join(folder, "kind"), "")],
  ])("is in order again where %s", (_, misplace) => {
    misplace();
    const memo = new Memo(folder);
    expect(memo.read("kind", key)).toBeUndefined();
    memo.write("kind", key, { pages: 8 });
    expect([memo.trouble, memo.read("kind", key)?.head]).toEqual([undefined, { pages: 8 }]);
  });

  test("takes an entry whose head is not JSON for none, though its checksum is right", () => {
    const text = '{"pages": 8\n';
    mkdirSync(path.dirname(place()), { recursive: true });
    writeFileSync(place(), `${createHash("sha256").update(text).digest("hex")}\n${text}`);
    expect(new Memo(folder).read("kind", key)).toBeUndefined();
  });

  test("throws away what is old and unused, and what killed processes left, only", () => {
    const old = new Date(Date.now() - 15 * 24 * 60 * 60 * 1000);
    const first = new Memo(folder);
    for (const name of ["used", "unused", "young"]) first.write("kind", keyOf(name), {});
    const file = (name: string): string => path.join(folder, "kind", keyOf(name).slice(0, 2), keyOf(name));
    for (const name of ["used", "unused"]) utimesSync(file(name), old, old);
    const partial = `${file("young")}.00.partial`;
    writeFileSync(partial, "");
    utimesSync(partial, old, old);
    writeFileSync(path.join(folder, "somebody's file"), "");
    const next = new Memo(folder);
    next.read("kind", keyOf("used"));
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
    const digests = new FileDigests(new Memo(folder));
    const first = digests.of(file);
    digests.save();
    expect(new FileDigests(new Memo(folder)).of(file)).toBe(first);
    writeFileSync(file, "two");
    utimesSync(file, past, past);
    expect(new FileDigests(new Memo(folder)).of(file)).not.toBe(first);
  });

  test("are worked out again where one flipped bit made the record tell another", () => {
    const file = path.join(folder, "font.ttf");
    writeFileSync(file, "one");
    utimesSync(file, new Date(0), new Date(0));
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
    const digests = new FileDigests(new Memo(folder));
    const sha256 = digests.of(file);
    digests.save();
    const records = readdirSync(path.join(folder, "digests"), { recursive: true, withFileTypes: true });
    const record = records.find((entry) => entry.isFile());
    const place = path.join(record?.parentPath ?? "", record?.name ?? "");
    const text = readFileSync(place, "utf8");
    expect(text).toContain(sha256);
    writeFileSync(
      place,
      text.replace(
        sha256,
        sha256.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
      ),
    );
    expect(new FileDigests(new Memo(folder)).of(file)).toBe(sha256);
  });
});

describe("the program by content", () => {
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const lock = (puppeteer: string, eslint: string): void =>
    write(
      "package-lock.json",
      JSON.stringify({
        packages: {
          "": { version: "1" },
          "node_modules/puppeteer-core": { version: puppeteer, integrity: "x" },
          "node_modules/eslint": { version: eslint, integrity: "y", dev: true },
        },
      }),
    );
  beforeEach(() => {
    lock("1", "1");
    write("src/print/print.ts", 'import { a } from "./a.ts";\nimport {\n  b,\n} from "../b/b.ts";\n');
    write("src/print/a.ts", 'export { c } from "./c.ts";\nimport type { Other } from "../other.ts";\n');
    write("src/print/c.ts", 'export const c = () => import("./later.ts");\n');
    write("src/print/later.ts", 'import fs from "node:fs";\n');
    write("src/b/b.ts", "export const b = 1;\n");
    write("src/other.ts", 'import "./print/print.ts";\n');
    write("layouts/page.njk", "1");
    write("eleventy.config.ts", "1");
  });
  const entry = "src/print/print.ts";

  test("a file runs itself and all that it imports, at once or later; not what it names as a type", () => {
    const own = ["src/b/b.ts", "src/print/a.ts", "src/print/c.ts", "src/print/later.ts", entry];
    expect(new Program(folder).closureOf(entry)).toEqual(own);
    expect(new Program(folder).closureOf("src/other.ts")).toEqual(
      ["src/b/b.ts", "src/other.ts", ...own.slice(1)].sort(),
    );
  });

  test("changes with whatever a file runs, and with nothing else", () => {
    const digest = (): string => new Program(folder).digestOf(entry);
    const seen = [digest()];
    write("src/print/later.ts", "2");
    seen.push(digest());
    write("src/print/c.ts", 'export const c = () => import("./a.ts");\n');
    seen.push(digest());
    lock("2", "1");
    seen.push(digest());
    expect(new Set(seen).size).toBe(seen.length);
    write("src/other.ts", "2");
    write("layouts/page.njk", "2");
    lock("2", "2");
    expect(digest()).toBe(seen.at(-1));
  });

  test("a file runs the templates that it names, with those that they name", () => {
    write("src/print/later.ts", 'render("page.njk", "no-template.njk");\n');
    write("layouts/templates/page.njk", '{% from "partials/rule.njk" import rule %}');
    write("layouts/templates/partials/rule.njk", "");
    expect(new Program(folder).closureOf("src/print/later.ts")).toEqual([
      "layouts/templates/page.njk",
      "layouts/templates/partials/rule.njk",
      "src/print/later.ts",
    ]);
  });

  test("as a whole changes with every file: content, name, number", () => {
    const digest = (): string => new Program(folder).digest();
    const seen = [digest()];
    write("layouts/page.njk", "2");
    seen.push(digest());
    write("src/other.ts", "2");
    seen.push(digest());
    write("eleventy.config.ts", "2");
    seen.push(digest());
    write("src/new.ts", "");
    seen.push(digest());
    rmSync(path.join(folder, "src/new.ts"));
    write("src/renamed.ts", "");
    seen.push(digest());
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("finds what prints an issue by its imports: templates, layout, browser, pictures; no rule and no command", () => {
    const own = new Program().closureOf("src/build/print-issue.ts");
    for (const file of [
      "output/templates/environment.ts",
      "output/pdf/layout/measure-script.ts",
      "output/pdf/browser/launch.ts",
    ])
      expect(own).toContain(`src/${file}`);
    for (const file of ["output/pdf/archive/pdf-file.ts", "output/picture/develop.ts", "document/sheet.ts"])
      expect(own).toContain(`src/${file}`);
    expect(own.filter((file) => /^src\/(?:check|verify|review|release|desk|commands)\//.test(file))).toEqual([]);
  });
});
