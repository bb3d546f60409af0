/**
 * A ledger (台账) whose texts look like HTML, like a template's code or like a spreadsheet's formula: names come out as the text they
 * are on every page, in the search index, feed, data files and PDF; what is told of a case in words comes out nowhere.
 */

import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, Sandbox } from "../support/cli.ts";
import { htmlFiles, readSite, siteFiles } from "../support/site-files.ts";
import { cellsOf, headings, issue15FromLedger, syntheticCases } from "../support/synthetic-ledger.ts";
import { mainText, pdfPages, withoutSpace } from "../support/text.ts";
import { xlsx } from "../support/xlsx.ts";

/** What stands in the ledger for 蓝山, 金洞, 双牌, 噪声, 土壤. */
const script = `<script>alert(1)</script>甲县`;
// A name with {{…}} is refused where it is registered; a text of a case is not, which is never printed.
const template = `{% include "/etc/passwd" %}{# 乙 #}{7*7}区`;
const formula = `=cmd|'/C calc'!A0丙县`;
const picture = `"><img src=x onerror=alert(1)>丁声`;
const macro = "${7*7}&lt;戊&#60;壤`";
const names = [script, template, formula, picture, macro];
const caseNumber = "D1<script>alert(0)</script>";
/** In every text of every case, which nobody but the office reads. */
const secret = "案情机要词";
const texts = [`${script}`, `{{7*7}}${template}`, formula, picture, macro, "@SUM(1+1)", "+1+1", "-1+1"].map(
  (text) => text + secret,
);
const textColumns = [
  "问题摘要",
  "行政区域",
  "交办时限",
  "调查核实情况",
  "处理和整改情况",
  "责任人被处理情况",
  "联系人",
];

const sandbox = new Sandbox();
const page = "issues/2020/15/index.html";

/** The cases of issue 15 with such names and texts, a third of them in each kind of file. */
function ledgerRows(): { readonly head: string[]; readonly rows: string[][] } {
  const columns = headings.filter((heading) => heading !== "问题摘要");
  const rows = syntheticCases().map((item, at) => {
    const cells = new Map(headings.map((heading, place) => [heading as string, cellsOf(item, at + 1)[place] ?? ""]));
    if (at === 0) cells.set("受理编号", caseNumber);
    const own = columns.map((column) => renamed(cells.get(column) ?? ""));
    return [...own, ...textColumns.map((_, place) => texts[(at + place) % texts.length] ?? "")];
  });
  return { head: [...columns, ...textColumns], rows };
}

function renamed(text: string): string {
  return text
    .replace("蓝山", script)
    .replace("金洞", template)
    .replace("双牌", formula)
    .replace("噪声", picture)
    .replace(/^土壤$|(?<=、)土壤/, macro);
}

function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
}

/** A unit or a category of the registry gets such a full and short name, and keeps its own as aliases. */
function rename(file: string, full: string, short: string, to: string): void {
  const line = new RegExp(`^- \\{ 全称: ${full}, 简称: ${short}.*$`, "m");
  expect(sandbox.read(file)).toMatch(line);
  const entry = { 全称: to, 简称: to, 别名: [full, short], 性质: script };
  sandbox.write(
    file,
    sandbox.read(file).replace(line, () => `- ${JSON.stringify(entry)}`),
  );
}

beforeAll(async () => {
  sandbox.edit("data/bulletin.yaml", "网站:\n", "网站:\n  公开受理编号: 是\n");
  rename("data/units.yaml", "蓝山县", "蓝山", script);
  rename("data/units.yaml", "金洞管理区", "金洞", template);
  rename("data/units.yaml", "双牌县", "双牌", formula);
  rename("data/categories.yaml", "噪声污染", "噪声", picture);
  rename("data/categories.yaml", "土壤污染", "土壤", macro);
  sandbox.write(
    "data/tallies.yaml",
    `${sandbox.read("data/tallies.yaml")}\n台账:\n  文件: [ledger.csv, two.csv, three.yaml]\n`,
  );
  const { head, rows } = ledgerRows();
  sandbox.write("office.xlsx", xlsx([{ name: "台账", rows: [head, ...rows.slice(0, 70)] }]));
  sandbox.write("data/two.csv", csvOf(head, rows.slice(70, 140)));
  const entries = rows.slice(140).map((row) => {
    const filled = head.flatMap((column, at) => (row[at] === "" ? [] : [[column, row[at]] as const]));
    return `- ${JSON.stringify(Object.fromEntries(filled))}\n`;
  });
  sandbox.write("data/three.yaml", entries.join(""));
  const imported = await cli("import", sandbox.path("office.xlsx"), "--root", sandbox.root);
  expect(imported).toMatchObject({ code: 0, stderr: "" });
  // Every name stands in the sheet of some measure as it is printed.
  const list = (line: string): string => line.replace(/\[.*\]/, (names) => JSON.stringify(listed(names)));
  const counts = issue15FromLedger.split("\n").map(list).join("\n");
  sandbox.write("content/issues/2020-15/counts.yaml", counts);
  const { code, stderr } = await sandbox.run("build", "--quiet");
  expect(stderr).toBe("");
  expect(code).toBe(0);
});
afterAll(() => sandbox.dispose());

function listed(flow: string): string[] {
  const short = (name: string): string => name.replace(/^噪声污染$/, "噪声");
  return flow
    .slice(1, -1)
    .split(", ")
    .map((name) => renamed(short(name)));
}

test("the names are on the page and in the PDF, character by character", async () => {
  const text = withoutSpace(mainText(path.join(sandbox.output, page)));
  const pdf = withoutSpace((await pdfPages(path.join(sandbox.output, "issues/2020/15/2020-15.pdf"))).join(""));
  for (const name of names) {
    expect(text).toContain(withoutSpace(name));
    expect(pdf).toContain(withoutSpace(name));
  }
});

test("no page holds an element, an attribute or a script that they brought in", () => {
  const pages = htmlFiles(sandbox.output);
  expect(pages.length).toBeGreaterThan(20);
  for (const name of pages) {
    const { document } = parseHTML(readSite(sandbox.output, name));
    const foreign = [...document.querySelectorAll("[onerror], [onclick], img[src=x]")];
    expect(foreign.map(String), name).toEqual([]);
    for (const element of document.querySelectorAll("script")) {
      if (element.getAttribute("type") === "application/ld+json") JSON.parse(element.textContent);
      else expect(element.textContent.trim(), name).toBe("");
    }
  }
});

test("search index, JSON and feed hold them as strings", () => {
  const files = siteFiles(sandbox.output);
  const self: Record<string, unknown> = {};
  const index = files.filter((file) => /^search\/.*\.js$/.test(file));
  for (const file of ["search/index.js", ...index.filter((file) => file !== "search/index.js")])
    runInContext(readSite(sandbox.output, file), createContext({ self }));
  const { units } = self["jianbaoIndex"] as { readonly units: readonly string[] };
  expect(units).toEqual(expect.arrayContaining([script, template, formula]));
  const data = JSON.parse(readSite(sandbox.output, "issues/2020/15/2020-15.json")) as unknown;
  const strings: string[] = [];
  JSON.stringify(data, (_, value: unknown) => (typeof value === "string" ? strings.push(value) : value));
  expect(strings).toEqual(expect.arrayContaining(names));
  const { document } = parseHTML(readSite(sandbox.output, "feed.xml"));
  expect(document.querySelectorAll("script, img[src=x]").length).toBe(0);
});

test("in data files no cell is a formula", () => {
  const files = siteFiles(sandbox.output).filter((file) => file.endsWith(".csv"));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const text = readSite(sandbox.output, file);
    expect(text, file).not.toMatch(/(^|[,"\n\r])[=+@\t-](?!\d)/);
    if (!file.includes("issues.csv")) expect(text, file).toContain(`'${formula}`);
  }
});

test("a case number stands on the page that explains the figures, as text", () => {
  expect(mainText(path.join(sandbox.output, "issues/2020/15/figures/index.html"))).toContain(caseNumber);
});

test("nothing else that is told of a case leaves the ledger", () => {
  for (const file of siteFiles(sandbox.output)) {
    expect(readSite(sandbox.output, file).includes(secret), file).toBe(false);
  }
});
