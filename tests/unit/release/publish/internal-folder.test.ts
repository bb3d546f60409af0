import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareInternal, settleInternal } from "../../../../src/release/publish/internal-folder.ts";

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "internal-test-"));
  folder = path.join(parent, "site-内部");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** A build whose internal issues are these. */
function build(issues: Readonly<Record<string, string>>): void {
  const fresh = path.join(parent, "fresh");
  if (Object.keys(issues).length > 0) mkdirSync(fresh);
  for (const [name, text] of Object.entries(issues)) writeFileSync(path.join(fresh, name), text);
  prepareInternal(fresh, folder);
  settleInternal(fresh, folder);
  rmSync(fresh, { recursive: true, force: true });
}
const left = (): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

test("an issue that is no longer internal leaves the folder, and the last one takes the folder with it", () => {
  build({ "2020-15.pdf": "15", "2020-16.pdf": "16" });
  build({ "2020-16.pdf": "16, once more" });
  expect(left()).toEqual([".jianbao", "2020-16.pdf"]);
  build({});
  expect(existsSync(folder)).toBe(false);
});

test("what this tool did not write, or somebody has changed since, stays", () => {
  build({ "2020-15.pdf": "15", "2020-16.pdf": "16" });
  writeFileSync(path.join(folder, "2020-15.pdf"), "signed");
  writeFileSync(path.join(folder, "2020-14.pdf"), "put here by hand");
  build({});
  expect(left()).toEqual(["2020-14.pdf", "2020-15.pdf"]);
});

test("a record that names files elsewhere deletes nothing", () => {
  writeFileSync(path.join(parent, "1.pdf"), "");
  mkdirSync(folder);
  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  writeFileSync(path.join(folder, ".jianbao"), `${empty}  ../1.pdf\n`);
  build({});
  expect(existsSync(path.join(parent, "1.pdf"))).toBe(true);
});
