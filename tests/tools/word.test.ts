/** Issue 15 as Word file, as LibreOffice sets it: text, grid and pages. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { pdfPages, withoutSpace } from "../support/text.ts";

const sandbox = new Sandbox();
const word = path.join(sandbox.folder, "issue.docx");
const pdf = path.join(sandbox.folder, "pdf/issue.pdf");

/** LibreOffice with the product's own faces and none of the machine's, so that widths are the same everywhere. */
function convert(file: string, folder: string): void {
  const fonts = path.join(sandbox.folder, "fonts");
  mkdirSync(fonts, { recursive: true });
  const faces = path.join(product, "node_modules/@expo-google-fonts/noto-serif-sc/400Regular");
  writeFileSync(
    path.join(fonts, "fonts.conf"),
    `<?xml version="1.0"?><fontconfig><dir>${faces}</dir><cachedir>${fonts}</cachedir></fontconfig>`,
  );
  execFileSync(
    "soffice",
    [`-env:UserInstallation=file://${fonts}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
    { env: { ...process.env, FONTCONFIG_FILE: path.join(fonts, "fonts.conf"), HOME: fonts }, stdio: "pipe" },
  );
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly x: number;
}

/** The lines of each page's text at body size. */
async function bodyLines(file: string): Promise<Line[][]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = new Map<number, { text: string; x: number }>();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "" || Math.abs(item.height - 16) > 0.3) continue;
      const y = Math.round(Number(item.transform[5]));
      const known = lines.get(y);
      const x = Number(item.transform[4]);
      lines.set(y, { text: (known?.text ?? "") + item.str, x: Math.min(known?.x ?? x, x) });
    }
    pages.push([...lines].map(([y, line]) => ({ y, ...line })).sort((a, b) => b.y - a.y));
  }
  await document.destroy();
  return pages;
}

beforeAll(async () => {
  expect((await sandbox.run("build")).code).toBe(0);
  const outcome = await sandbox.run("word", "2020-15", "--output", word);
  expect(outcome.stderr).toBe("");
  convert(word, path.dirname(pdf));
});
afterAll(() => {
  sandbox.dispose();
});

test("the text is the bulletin's", async () => {
  const seed = withoutSpace(readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8"));
  expect(withoutSpace((await pdfPages(pdf)).join(""))).toBe(seed);
});

test("as many pages as the PDF, or one more or less", async () => {
  const printed = await pdfPages(path.join(sandbox.output, "issues/2020/15/2020-15.pdf"));
  expect(Math.abs((await pdfPages(pdf)).length - printed.length)).toBeLessThanOrEqual(1);
});

test("22 lines a full page, 28 characters a full line", async () => {
  const pages = await bodyLines(pdf);
  // From the first line to the last, blank lines between them counted: every page of the text alone, the first and last left out.
  const pitch = 29.6;
  const heights = pages.slice(1, -1).map((lines) => ((lines[0]?.y ?? 0) - (lines.at(-1)?.y ?? 0)) / pitch + 1);
  expect(Math.max(...heights)).toBeCloseTo(22, 1);
  expect(heights.filter((height) => Math.abs(height - 22) < 0.05).length).toBeGreaterThanOrEqual(3);
  const full = pages.flat().filter(({ text, x }) => x < 81 && /^[\p{Script=Han}，。、；：“”（）]{26,}$/u.test(text));
  const lengths = full.map(({ text }) => text.length);
  const of = (length: number): number => lengths.filter((other) => other === length).length;
  expect(full.length).toBeGreaterThan(30);
  // Marks that may not begin or end a line make a few a character shorter.
  expect([...new Set(lengths)].filter((length) => length < 27 || length > 28)).toEqual([]);
  expect(of(28)).toBeGreaterThan(3 * of(27));
  expect(full.filter(({ text }) => /^\p{Script=Han}+$/u.test(text)).every(({ text }) => text.length === 28)).toBe(true);
});

test("the same bytes every time", async () => {
  const again = path.join(sandbox.folder, "again.docx");
  expect((await sandbox.run("word", "2020-15", "--output", again)).code).toBe(0);
  expect(readFileSync(again).equals(readFileSync(word))).toBe(true);
});
