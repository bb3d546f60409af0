/** Word files of all fixture issues, as LibreOffice sets them: text, grid and pages against the PDF. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { partsOf } from "../support/docx.ts";
import { pdfPages, withoutSpace } from "../support/text.ts";

const sandbox = new Sandbox();

/** LibreOffice with the product's own faces and none of the machine's, so that widths are the same everywhere. */
function convert(files: readonly string[], folder: string): void {
  const fonts = path.join(sandbox.folder, "fonts");
  mkdirSync(fonts, { recursive: true });
  const faces = path.join(product, "node_modules/@expo-google-fonts/noto-serif-sc/400Regular");
  writeFileSync(
    path.join(fonts, "fonts.conf"),
    `<?xml version="1.0"?><fontconfig><dir>${faces}</dir><cachedir>${fonts}</cachedir></fontconfig>`,
  );
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${fonts}/profile`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      ...files,
    ],
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

/** All issues of a kind of their own: the example, the real notices, the print fixtures, one with charts. */
const fixtures = ["briefings", "print"].flatMap((kind) =>
  readdirSync(path.join(product, "tests/fixtures", kind)).map((name) =>
    path.join(product, "tests/fixtures", kind, name),
  ),
);
const roots = [sandbox.root, ...fixtures];
const nameOf = (root: string): string => path.basename(root);
const printed = (name: string): string => path.join(sandbox.folder, `${name}.pdf`);
const converted = (name: string): string => path.join(sandbox.folder, `pdf/${name}.pdf`);

const charts = new Sandbox();
const chartsRoot = path.join(charts.folder, "charts");
const chartText = `
::: 图表 柱状 来源 × 交办
标题: 各来源件数
:::

::: 图表 占比 来源 × 交办
数据表: 印出
:::
`;

beforeAll(() => {
  charts.write(
    "content/issues/2020-15/05-信访件情况.md",
    `${charts.read("content/issues/2020-15/05-信访件情况.md")}${chartText}`,
  );
  renameSync(charts.root, chartsRoot);
  const script = ["--import", "tsx", "tests/support/print-issues.ts"];
  execFileSync(process.execPath, [...script, sandbox.folder, chartsRoot, ...roots], { cwd: product });
  convert(
    [chartsRoot, ...roots].map((root) => path.join(sandbox.folder, `${nameOf(root)}.docx`)),
    path.join(sandbox.folder, "pdf"),
  );
});
afterAll(() => {
  sandbox.dispose();
  charts.dispose();
});

const cases = roots.map((root) => [nameOf(root), root] as const);

/** The head rows of a file's tables, which both programs print again on every page that a table goes on. */
async function tableHeads(name: string): Promise<string[]> {
  const parts = await partsOf(readFileSync(path.join(sandbox.folder, `${name}.docx`)));
  const document = Buffer.from(parts.get("word/document.xml") ?? []).toString();
  const rows = document.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  return rows
    .filter((row) => row.includes("<w:tblHeader"))
    .map((row) => withoutSpace([...row.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("")));
}

/** What a reader reads, once: heads of tables the first time, 目录 without pages, which each program counts for itself. */
function words(pages: readonly string[], heads: readonly string[]): string {
  let text = withoutSpace(pages.join("")).replace(/目录[^【]*/, (contents) => contents.replaceAll(/\.*\d+/g, ""));
  for (const head of heads) {
    const [first = "", ...rest] = text.split(head);
    if (rest.length > 0) text = first + head + rest.join("");
  }
  return text;
}

test.each(cases)("%s: the text is the PDF's, white space aside", async (name) => {
  const heads = await tableHeads(name);
  expect(words(await pdfPages(converted(name)), heads)).toBe(words(await pdfPages(printed(name)), heads));
});

test("the example's text is the bulletin's", async () => {
  const seed = withoutSpace(readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8"));
  expect(withoutSpace((await pdfPages(converted(nameOf(sandbox.root)))).join(""))).toBe(seed);
});

test.each(cases)("%s: as many pages as the PDF, or one more or less", async (name) => {
  const [word, pdf] = await Promise.all([pdfPages(converted(name)), pdfPages(printed(name))]);
  expect(Math.abs(word.length - pdf.length)).toBeLessThanOrEqual(1);
});

test("the contents name the pages on which the articles begin", async () => {
  const pages = (await pdfPages(converted("twelve-pages"))).map(withoutSpace);
  const entries = [...(/目录([^【]*)/.exec(pages[0] ?? "")?.[1] ?? "").matchAll(/(.+?)\.{3,}(\d+)/g)];
  expect(entries).toHaveLength(5);
  for (const [, title = "", page] of entries)
    expect(pages[Number(page) - 1]?.replace(/目录[^【]*/, ""), title).toContain(title);
});

test("a chart is its caption and the table behind it", async () => {
  const text = withoutSpace((await pdfPages(converted(nameOf(chartsRoot)))).join(""));
  const behind = "来源交办来电195来信20合计215";
  expect(text).toContain("各来源件数");
  expect(text.split(behind.replace("来源交办", "")).length).toBe(2);
  expect(text).not.toMatch(/柱状图|数据表/);
});

/** From the first line of a page to the last, blank lines between them counted, in lines of the grid. */
const pitch = 29.6;
const heightsOf = (pages: readonly Line[][]): number[] =>
  pages.map((lines) => ((lines[0]?.y ?? 0) - (lines.at(-1)?.y ?? 0)) / pitch + 1);

test.each(cases)("%s: 22 lines a page at most, 28 characters a full line", async (name) => {
  const pages = await bodyLines(converted(name));
  expect(Math.max(...heightsOf(pages))).toBeLessThan(22.1);
  const lines = pages.flat();
  for (const [at, { text, x }] of lines.entries()) {
    if (x > 81 || !/^[\p{Script=Han}，。、；：“”（）]{26,}$/u.test(text)) continue;
    expect(text.length).toBeLessThanOrEqual(28);
    const next = lines[at + 1];
    // A paragraph ends where it ends.
    if (text.length === 28 || next === undefined || next.x > 81) continue;
    // A line is shorter only by a mark that may not begin the next one with what it stands behind, or may not end this one.
    expect(next.text, text).toMatch(/^(?:.{0,2}[，。、；：”）》]|[“（《]|[\w〔])/u);
  }
});

test.each([nameOf(sandbox.root), "full-page"])("%s: pages full of text have 22 lines", async (name) => {
  // The first and the last left out.
  const heights = heightsOf(await bodyLines(converted(name))).slice(1, -1);
  expect(Math.max(...heights)).toBeCloseTo(22, 1);
});

test("most full lines of the example have 28 characters", async () => {
  const pages = await bodyLines(converted(nameOf(sandbox.root)));
  expect(
    heightsOf(pages)
      .slice(1, -1)
      .filter((height) => Math.abs(height - 22) < 0.05).length,
  ).toBeGreaterThanOrEqual(3);
  const lengths = pages
    .flat()
    .filter(({ text, x }) => x < 81 && /^[\p{Script=Han}，。、；：“”（）]{26,}$/u.test(text))
    .map(({ text }) => text.length);
  const of = (length: number): number => lengths.filter((other) => other === length).length;
  expect(lengths.length).toBeGreaterThan(30);
  expect(of(28)).toBeGreaterThan(3 * of(27));
});

test("the command writes the same bytes every time", async () => {
  const again = path.join(sandbox.folder, "again.docx");
  const outcome = await sandbox.run("word", "2020-15", "--output", again);
  expect(outcome.stderr).toBe("");
  const first = path.join(sandbox.folder, `${nameOf(sandbox.root)}.docx`);
  expect(readFileSync(again).equals(readFileSync(first))).toBe(true);
});
