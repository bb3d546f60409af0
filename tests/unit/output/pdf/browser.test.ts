import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkedFolder } from "../../../../src/output/pdf/checked-folder.ts";
import { usualPlaces } from "../../../../src/output/pdf/browser/installed-browser.ts";
import { locateBrowser } from "../../../../src/output/pdf/browser/locate.ts";
import { readTar } from "../../../../src/output/pdf/browser/tar.ts";
import { cacheFolder } from "../../../../src/output/pdf/cache-folder.ts";
import { EnvironmentError } from "../../../../src/base/problem/environment-error.ts";

describe("finding a browser", () => {
  test("takes the one the environment names, and says so when it is not there", async () => {
    const found = await locateBrowser({ PUPPETEER_EXECUTABLE_PATH: process.execPath });
    expect(found).toMatchObject({ executable: process.execPath, source: "environment" });
    await expect(locateBrowser({ PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" })).rejects.toThrow(EnvironmentError);
  });

  test("looks for a headless shell first, on the path and in the usual places", () => {
    const linux = usualPlaces({ PATH: "/opt/x:/usr/bin" }, "linux");
    expect(linux[0]).toBe("/opt/x/chromium-headless-shell");
    expect(linux).toContain("/usr/bin/google-chrome");
    expect(usualPlaces({}, "darwin")).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    const windows = usualPlaces({ PROGRAMFILES: "C:\\Program Files" }, "win32");
    expect(windows).toContain("C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe");
  });

  test("keeps its own in the user's cache, by the custom of the platform", () => {
    expect(cacheFolder({ HOME: "/h" }, "linux")).toBe("/h/.cache/gongzuo-jianbao");
    expect(cacheFolder({ HOME: "/h", XDG_CACHE_HOME: "/x" }, "linux")).toBe("/x/gongzuo-jianbao");
    expect(cacheFolder({ HOME: "/h" }, "darwin")).toBe("/h/Library/Caches/gongzuo-jianbao");
  });
});

describe("a checked folder", () => {
  let root: string;
  let folder: string;
  let fills: number;
  const content = "content";

  const fill = async (empty: string): Promise<string[]> => {
    fills++;
    await writeFile(join(empty, "file"), content);
    return ["file"];
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "checked-"));
    folder = join(root, "a", "b");
    fills = 0;
  });
  afterEach(() => rm(root, { recursive: true }));

  test("is filled once, for the user alone", async () => {
    await checkedFolder(folder, fill);
    await checkedFolder(folder, fill);
    expect(fills).toBe(1);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test("is filled anew when a file is damaged, cut short or gone, or the record or the folder is something else", async () => {
    await checkedFolder(folder, fill);
    await writeFile(join(folder, "file"), "CONTENT");
    await checkedFolder(folder, fill);
    await writeFile(join(folder, "file"), "c");
    await checkedFolder(folder, fill);
    await rm(join(folder, "file"));
    await checkedFolder(folder, fill);
    await writeFile(join(folder, "checksums.json"), "[]");
    await checkedFolder(folder, fill);
    await rm(folder, { recursive: true });
    await writeFile(folder, "a file");
    await checkedFolder(folder, fill);
    expect(fills).toBe(6);
    expect(await readFile(join(folder, "file"), "utf8")).toBe(content);
    expect(await readdir(join(root, "a"))).toEqual(["b"]);
  });

  test("is kept when only the time of a file has changed", async () => {
    await checkedFolder(folder, fill);
    await utimes(join(folder, "file"), 1, 1);
    await checkedFolder(folder, fill);
    expect(fills).toBe(1);
  });

  test("is whole however many fill it at one time", async () => {
    await Promise.all(Array.from({ length: 8 }, () => checkedFolder(folder, fill)));
    expect(await readFile(join(folder, "file"), "utf8")).toBe(content);
    expect(await readdir(join(root, "a"))).toEqual(["b"]);
  });

  test("leaves nothing when filling fails", async () => {
    await expect(checkedFolder(folder, () => Promise.reject(new Error("full")))).rejects.toThrow("full");
    expect(await readdir(join(root, "a"))).toEqual([]);
  });
});

test("a tar archive may not lead out of itself", () => {
  const entry = (path: string): Buffer => {
    const header = Buffer.alloc(512);
    header.write(path, 0, "latin1");
    header.write("00000000003\0", 124, "latin1");
    header.write("0", 156, "latin1");
    return Buffer.concat([header, Buffer.from("abc".padEnd(512, "\0"))]);
  };
  const [file] = readTar(Buffer.concat([entry("lib/a"), Buffer.alloc(1024)]));
  expect(file?.path).toBe("lib/a");
  expect(file?.bytes.toString()).toBe("abc");
  expect(() => readTar(entry("../a"))).toThrow();
  expect(() => readTar(entry("/a"))).toThrow();
});
