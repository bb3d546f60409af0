/** A spreadsheet of LibreOffice's own in the formats that offices send: what is struck and hidden in it is told of each. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, Sandbox } from "../support/cli.ts";

const sandbox = new Sandbox();
const names = ["office", "style", "text", "table"];
const spaces = names.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ");

const cell = (text: string, style = ""): string =>
  `<table:table-cell ${style} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const number = (value: number, style = ""): string =>
  `<table:table-cell ${style} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const struck = 'table:style-name="struck"';
const head = ["受理编号", "受理日期", "责任单位", "罚款金额"].map((text) => cell(text)).join("");
const rows = [
  [cell("D1"), cell("2020-11-05"), cell("道县"), number(5, struck)],
  [cell("D2", struck), cell("2020-11-05", struck), cell("道县", struck), number(7, struck)],
  [cell("D3"), cell("2020-11-06"), cell("零陵区"), number(20_000)],
].map((cells) => `<table:table-row>${cells.join("")}</table:table-row>`);
const hidden = `<table:table-row table:visibility="collapse">${cell("D4")}${cell("2020-11-06")}${cell("道县")}</table:table-row>`;
const document = `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><style:style style:name="struck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="台账"><table:table-row>${head}</table:table-row>${rows.join("")}${hidden}</table:table></office:spreadsheet></office:body></office:document>`;

beforeAll(() => {
  sandbox.write("data/tallies.yaml", `${sandbox.read("data/tallies.yaml")}\n台账:\n`);
  const source = path.join(sandbox.folder, "台账.fods");
  writeFileSync(source, document);
  const profile = pathToFileURL(path.join(sandbox.folder, "profile")).href;
  for (const format of ["xls", "xlsx", "ods"])
    execFileSync(
      "soffice",
      [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", format, "--outdir", sandbox.folder, source],
      { stdio: "pipe" },
    );
});
afterAll(() => {
  sandbox.dispose();
});

const importOf = (ending: string) =>
  cli("import", path.join(sandbox.folder, `台账.${ending}`), "--root", sandbox.root, "--overwrite");

test.each(["xls", "xlsx"])("as .%s: all cases; struck cells, struck and hidden rows by number", async (ending) => {
  const { code, stdout, stderr } = await importOf(ending);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("工作表“台账”（第 2–5 行，4 件）");
  expect(stdout).toContain("导入的里面有 1 行整行划了删除线：第 3 行");
  expect(stdout).toContain("第 2 行有划了删除线的格");
  expect(stdout).toContain("导入的里面有 1 行是隐藏的（手工隐藏或筛选掉的）：第 5 行");
  expect(sandbox.read("data/ledger.csv")).toContain("D3,2020-11-06,零陵区,20000");
});

test("as .ods: refused with the way out, nothing written", async () => {
  const before = sandbox.read("data/ledger.csv");
  const { code, stderr } = await importOf("ods");
  expect(code).toBe(2);
  expect(stderr).toContain("这是 OpenDocument 表格（.ods）");
  expect(stderr).toContain("另存为 .xlsx 再导入");
  expect(sandbox.read("data/ledger.csv")).toBe(before);
});
