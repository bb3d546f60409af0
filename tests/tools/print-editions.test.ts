/** The finished PDFs of issue 15 and of the print fixtures, as validators and readers independent of ours see them. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, example, product } from "../support/cli.ts";
import { preflight } from "../support/preflight.ts";

const fixtures = path.join(product, "tests/fixtures/print");
const roots = [example, ...readdirSync(fixtures).map((name) => path.join(fixtures, name))];
const folder = mkdtempSync(path.join(tmpdir(), "jianbao-editions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pdfs(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".pdf"))
    .map((file) => path.join(site, file));
}

describe.each(roots.map((root) => ({ name: root === example ? "issue 15" : path.basename(root), root })))(
  "$name",
  ({ root }) => {
    const sites = ["first", "second"].map((name) => path.join(folder, path.basename(root), name));
    let file = "";

    beforeAll(async () => {
      for (const site of sites) {
        const { code, stderr } = await cli("build", "--root", root, "--output", site, "--quiet", "--no-cache");
        expect(stderr).toBe("");
        expect(code).toBe(0);
      }
      const found = pdfs(sites[0] ?? "");
      expect(found.length).toBeGreaterThan(0);
      file = found[0] ?? "";
    });

    test("is valid PDF/A-1b", async () => {
      expect(await preflight(file)).toContain("is a valid PDF/A-1b file");
    });

    test("embeds every font as a subset CID TrueType, one object a face", () => {
      const rows = execFileSync("pdffonts", [file], { encoding: "utf8" }).trim().split("\n").slice(2);
      for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
      const names = rows.map((row) => (row.split(/\s+/)[0] ?? "").replace(/^[A-Z]{6}\+/, ""));
      expect(names.length).toBeGreaterThan(2);
      expect(new Set(names).size).toBe(names.length);
    });

    test("is tagged, has a title, and every page is A4", () => {
      const info = execFileSync("pdfinfo", ["-f", "1", "-l", "99", file], { encoding: "utf8" });
      expect(info).toMatch(/^Tagged:\s+yes$/m);
      expect(info).toMatch(/^Title:\s+\S/m);
      const sizes = info.match(/^Page +\d+ size:.*$/gm) ?? [];
      expect(sizes.length).toBeGreaterThan(0);
      for (const size of sizes) expect(size).toMatch(/595\.27\d* x 841\.89 pts \(A4\)/);
    });

    test("comes out the same to the byte in another folder", () => {
      const [first = "", second = ""] = sites;
      const names = readdirSync(first, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.\w+$/.test(name))
        .sort();
      expect(
        readdirSync(second, { recursive: true, encoding: "utf8" })
          .filter((name) => /\.\w+$/.test(name))
          .sort(),
      ).toEqual(names);
      const different = names.filter(
        (name) => !readFileSync(path.join(first, name)).equals(readFileSync(path.join(second, name))),
      );
      expect(different).toEqual([]);
    });

    test("passes npm run verify", async () => {
      const { code, stdout } = await cli("verify", file);
      expect(stdout).not.toContain("不合格  ");
      expect(code).toBe(0);
    });
  },
);
