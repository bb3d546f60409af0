/** A publication is held against the site file by file, before it is shown and after. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Release } from "../../../../src/release/publish/release.ts";

let parent: string;
let site: string;
let to: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "release-test-"));
  site = path.join(parent, "site");
  to = path.join(parent, "www");
  mkdirSync(path.join(site, "issues"), { recursive: true });
  writeFileSync(path.join(site, ".jianbao"), "");
});
afterEach(() => rmSync(parent, { recursive: true }));

function write(words: string): void {
  for (const file of ["index.html", "issues/index.html"]) writeFileSync(path.join(site, file), words);
}
const shown = (): string => readFileSync(path.join(to, "issues/index.html"), "utf8");
const versions = (): string[] => readdirSync(`${to}.versions`).filter((name) => name !== ".jianbao");

describe.each([false, true])("plain: %s", (plain) => {
  const publish = (day: number, meanwhile?: () => void): Promise<unknown> =>
    new Release(to).publish(site, { keep: 3, plain, now: new Date(Date.UTC(2026, 10, day)) }, meanwhile);

  test("what turns out to be another after the switch is taken back, and the version before is shown again", async () => {
    write("first");
    await publish(1);
    const before = versions();
    write("second");
    await expect(publish(2, () => writeFileSync(path.join(site, "index.html"), "other"))).rejects.toThrow(
      "1 个文件复制后与原来不同（如 index.html），没有发布，已经换回原来的版本",
    );
    expect(shown()).toBe("first");
    expect(versions()).toEqual(before);
    await publish(3);
    expect(shown()).toBe("second");
  });

  test("of a first publication nothing is left then", async () => {
    write("first");
    await expect(publish(1, () => writeFileSync(path.join(site, "more.html"), ""))).rejects.toThrow("网站已经撤下");
    expect(existsSync(to)).toBe(false);
    expect(versions()).toEqual([]);
  });

  test("a lock that is lost before the switch leaves everything as it was", async () => {
    write("first");
    await publish(1);
    write("second");
    const lost = (): void => {
      throw new Error("lost");
    };
    await expect(publish(2, lost)).rejects.toThrow("lost");
    expect(shown()).toBe("first");
    expect(versions().filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("what other publications have left goes, whatever number their process had", async () => {
    write("first");
    await publish(1);
    mkdirSync(path.join(`${to}.versions`, `.incoming-${process.ppid}`));
    writeFileSync(`${to}.4711.link`, "");
    writeFileSync(`${to}.mine.link`, "");
    write("second");
    await publish(2);
    expect(versions().filter((name) => name.startsWith("."))).toEqual([]);
    expect(readdirSync(parent).sort()).toEqual(["site", "www", "www.mine.link", "www.versions"]);
  });
});
