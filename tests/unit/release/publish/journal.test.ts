import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { journalFile, openJournal, settle, siteDigest } from "../../../../src/release/publish/journal.ts";

let parent: string;
let root: string;
let www: string;
const log = "data/published/signatures.jsonl";

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "journal-test-"));
  [root, www] = [path.join(parent, "root"), path.join(parent, "www")];
  mkdirSync(root);
  mkdirSync(www);
  for (const [file, text] of [
    [".jianbao", ""],
    ["addresses.txt", "index.html\n"],
    ["signature.json", "first"],
  ] as const)
    writeFileSync(path.join(www, file), text);
});
afterEach(() => rmSync(parent, { recursive: true }));

test.each([
  ["second", false],
  ["first", true],
])("of two publications with the same editions, that signed %j counts as done: %j", (signature, done) => {
  openJournal(root, { to: www, site: siteDigest(www, signature), files: [{ path: log, text: "lines" }] });
  settle(root);
  expect(existsSync(path.join(root, journalFile))).toBe(false);
  expect(existsSync(path.join(root, log))).toBe(done);
  if (done) expect(readFileSync(path.join(root, log), "utf8")).toBe("lines");
});
