import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FolderLock } from "../../../../src/base/process/folder-lock.ts";
import { deleteFolder } from "../../../../src/build/worker/file-thread.ts";
import { OutputFolder } from "../../../../src/release/publish/output-folder.ts";
import { besideOutput, recoverOutput, recoverUnlocked } from "../../../../src/release/publish/recover-output.ts";

let folder: string;
let output: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "output-test-"));
  output = path.join(folder, "site");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function site(place: string, text: string): void {
  mkdirSync(place);
  writeFileSync(path.join(place, ".jianbao"), "");
  writeFileSync(path.join(place, "index.html"), text);
}
const page = (): string => readFileSync(path.join(output, "index.html"), "utf8");

describe("after a kill", () => {
  test("between the two renames, the old site is put back and the new one thrown away", () => {
    site(besideOutput(output, "old"), "old");
    site(besideOutput(output, "new"), "new");
    recoverOutput(output);
    expect(page()).toBe("old");
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  test("before or after them, what is in place stays, and the rest goes", () => {
    site(output, "there");
    site(besideOutput(output, "old"), "old");
    mkdirSync(besideOutput(output, "new"));
    mkdirSync(besideOutput(output, "internal"));
    recoverOutput(output);
    expect(page()).toBe("there");
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  test("of an earlier version, which put its number into the names, the same is done", () => {
    site(path.join(folder, ".site.4711.old"), "old");
    mkdirSync(path.join(folder, ".site.4711.new"));
    recoverOutput(output);
    expect(page()).toBe("old");
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  test("nothing is taken away that only looks alike, nor anything of a build that is running", async () => {
    site(output, "there");
    for (const name of [".site.1.other", ".sites.1.new", ".site.newer"]) mkdirSync(path.join(folder, name));
    mkdirSync(besideOutput(output, "new"));
    const lock = await FolderLock.take(output, "npm run build", { limit: 0, onWait: () => undefined });
    recoverUnlocked(output, "npm run verify");
    expect(existsSync(besideOutput(output, "new"))).toBe(true);
    lock.release();
    recoverUnlocked(output, "npm run verify");
    expect(readdirSync(folder).sort()).toEqual([".site.1.other", ".site.newer", ".sites.1.new", "site"]);
  });
});

describe("an output folder", () => {
  test("is the old one until it is the new one, internal issues beside it", async () => {
    site(output, "old");
    const target = new OutputFolder(output);
    target.write("index.html", "new");
    target.writeInternal("2021-1.pdf", Buffer.from("internal"));
    expect(page()).toBe("old");
    expect(existsSync(`${output}-内部`)).toBe(false);
    target.commit();
    await target.clear(deleteFolder);
    target.discard();
    expect(page()).toBe("new");
    expect(readFileSync(path.join(`${output}-内部`, "2021-1.pdf"), "utf8")).toBe("internal");
    expect(readdirSync(folder).sort()).toEqual(["site", "site-内部"]);
  });

  test("leaves no trace when discarded", () => {
    const target = new OutputFolder(output);
    target.write("a/b.html", "new");
    target.writeInternal("2021-1.pdf", Buffer.from("internal"));
    target.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});
