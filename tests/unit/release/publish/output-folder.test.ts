import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OutputFolder } from "../../../../src/release/publish/output-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jianbao-output-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a new site that cannot be moved in leaves the old one in its place", () => {
  const site = path.join(folder, "_site");
  const first = new OutputFolder(site);
  first.write("index.html", "旧");
  first.commit();
  const second = new OutputFolder(site);
  second.write("index.html", "新");
  rmSync(second.staging, { recursive: true });
  expect(() => {
    second.commit();
  }).toThrow("ENOENT");
  expect(readFileSync(path.join(site, "index.html"), "utf8")).toBe("旧");
  expect(readdirSync(folder)).toEqual(["_site"]);
});
