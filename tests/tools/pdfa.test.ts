import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter, toArchivePdf } from "../../src/output/pdf/index.ts";
import { preflight } from "../support/preflight.ts";
import { sevenPages } from "../site/print/seven-pages.ts";

const run = promisify(execFile);
const limit = { timeout: 120_000 };

describe("the archive form of a seven-page print", () => {
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pdfa-"));
    file = join(folder, "sample.pdf");
    const printer = await openPrinter();
    try {
      const { raw } = await printer.print(await sevenPages());
      const { pdf } = await toArchivePdf(raw, {
        title: "工作简报 第15期",
        author: "协调联络领导小组",
        subject: "督察“回头看” <&>",
        keywords: ["督察", "信访件"],
        date: "2020-11-08",
        language: "zh-CN",
      });
      await writeFile(file, pdf);
    } finally {
      await printer.close();
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("is valid PDF/A-1b", async () => {
    expect(await preflight(file)).toContain("is a valid PDF/A-1b file");
  });

  test("has one subset CID TrueType font a face, and no other", async () => {
    const { stdout } = await run("pdffonts", [file], limit);
    const rows = stdout.trim().split("\n").slice(2);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    expect(new Set(rows.map((row) => row.split(/\s+/)[0]))).toHaveProperty("size", 5);
  });

  test("is tagged, titled and of seven A4 pages", async () => {
    const { stdout } = await run("pdfinfo", [file], limit);
    expect(stdout).toMatch(/^Tagged:\s+yes$/m);
    expect(stdout).toMatch(/^Title:\s+工作简报 第15期$/m);
    expect(stdout).toMatch(/^Pages:\s+7$/m);
    expect(stdout).toMatch(/^Page size:\s+595\.276 x 841\.89 pts \(A4\)$/m);
  });
});
