import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OutputFolder } from "../../../src/publish/output-folder.ts";
import { besideOutput, recoverOutput } from "../../../src/publish/recover-output.ts";

let folder: string;
let output: string;
/** The number of a process that has ended. */
const dead = spawnSync(process.execPath, ["--version"]).pid;

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
    site(besideOutput(output, "old", dead), "old");
    site(besideOutput(output, "new", dead), "new");
    recoverOutput(output);
    expect(page()).toBe("old");
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  test("before or after them, what is in place stays, and the rest goes", () => {
    site(output, "there");
    site(besideOutput(output, "old", dead), "old");
    mkdirSync(besideOutput(output, "new", dead));
    mkdirSync(besideOutput(output, "internal", dead));
    recoverOutput(output);
    expect(page()).toBe("there");
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  test("by a number that a living program has now, the old site is put back all the same", () => {
    site(besideOutput(output, "old", process.ppid), "old");
    recoverOutput(output);
    expect(page()).toBe("old");
  });

  test("nothing of a living build is taken away, nor what only looks alike", () => {
    site(output, "there");
    const living = besideOutput(output, "new", process.ppid);
    mkdirSync(living);
    mkdirSync(path.join(folder, ".site.1.other"));
    mkdirSync(path.join(folder, ".sites.1.new"));
    recoverOutput(output);
    expect(existsSync(living)).toBe(true);
    expect(existsSync(path.join(folder, ".site.1.other"))).toBe(true);
    expect(existsSync(path.join(folder, ".sites.1.new"))).toBe(true);
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
    await target.clear();
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
