/** Issue 15's PDF as poppler, a reader independent of ours, sees it. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { withoutSpace } from "../support/text.ts";

const sandbox = new Sandbox();
const pdf = path.join(sandbox.output, "issues/2020/15/2020-15.pdf");
beforeAll(async () => {
  expect((await sandbox.run("build")).code).toBe(0);
});
afterAll(() => sandbox.dispose());

test("pdftotext -raw, page-number lines dropped, is the bulletin's text", () => {
  const seed = withoutSpace(readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8"));
  const text = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" });
  expect(withoutSpace(text.replace(/^\s*—\s*\d+\s*—\s*$/gm, ""))).toBe(seed);
});

test("pdffonts: every font is embedded, subset, CID TrueType, one object a face", () => {
  const rows = execFileSync("pdffonts", [pdf], { encoding: "utf8" }).trim().split("\n").slice(2);
  expect(rows.length).toBeGreaterThan(2);
  const names = rows.map((row) => {
    expect(row).toMatch(/^\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    return (row.split(/\s+/)[0] ?? "").replace(/^[A-Z]{6}\+/, "");
  });
  expect(new Set(names).size).toBe(names.length);
});

test("pdfinfo: tagged, titled, A4", () => {
  const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
  expect(info).toMatch(/^Tagged:\s+yes$/m);
  expect(info).toMatch(/^Title:\s+永州市.*工作简报第15期$/m);
  expect(info).toMatch(/^Page size:\s+595\.2\d+ x 841\.89 pts \(A4\)$/m);
});
