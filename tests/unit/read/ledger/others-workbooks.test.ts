/** A hundred workbooks of other offices' kinds: every case is read or told of, and nothing false is said of a good one. */

import { describe, expect, test } from "vitest";
import { importWorkbook } from "../../../../src/intake/ledger/import-workbook.ts";
import { importHeadings } from "../../../../src/intake/ledger/table.ts";
import { readWorkbook } from "../../../../src/read/ledger/workbook/read-workbook.ts";
import { WorkbookFault } from "../../../../src/read/ledger/workbook/sheet.ts";
import { defaultImportMapping } from "../../../../src/read/schema/read-import-mapping.ts";
import { vocabularyOf } from "../../../support/ledger.ts";
import { xlsx } from "../../../support/xlsx.ts";
import { othersWorkbooks } from "./others-workbooks.ts";
import type { OthersWorkbook } from "./others-workbooks.ts";

const { ledger } = vocabularyOf(`
分组:
  单位: { 项目: [{ 全称: 零陵区, 简称: 零陵 }, { 全称: 道县, 简称: 道县 }] }
指标: { 交办: }
台账:
`);
if (ledger === undefined) throw new Error("no ledger");
const definition = ledger;

async function read({ sheets, from1904 = false }: OthersWorkbook): Promise<Pick<OthersWorkbook, "rows" | "told">> {
  const known = importHeadings(definition, defaultImportMapping);
  try {
    const workbook = await readWorkbook(xlsx(sheets, { from1904 }), "表.xlsx", known);
    const { table, notes, problems } = await importWorkbook(workbook, definition, defaultImportMapping);
    return {
      rows: table?.rows.map((row) => row.join(" ").trim()) ?? [],
      told: [...notes, ...problems.map(({ severity, message, code }) => `${severity} ${code} ${message}`)],
    };
  } catch (fault) {
    if (!(fault instanceof WorkbookFault)) throw fault;
    return { rows: [], told: [`refused ${fault.message}`] };
  }
}

describe("of another office's workbook", () => {
  test.each(othersWorkbooks)("$what", async (book) => {
    const { rows, told } = await read(book);
    expect(rows).toEqual(book.rows);
    // Which sheets were read is always said; only of several it is of interest.
    expect(book.sheets.length > 1 ? told : told.filter((line) => !line.startsWith("读的是"))).toEqual(book.told);
  });

  test.each(othersWorkbooks)("every case is read, or its row or sheet is told of: $what", async (book) => {
    const { rows, told: all } = await read(book);
    const told = all.filter((line) => !line.startsWith("读的是"));
    for (const { name, rows: written } of book.sheets)
      written.forEach((cells, at) => {
        const number = cells.map((cell) => (typeof cell === "string" ? cell : "")).find((text) => /^D\d$/.test(text));
        if (number === undefined || rows.some((line) => line.split(" ").includes(number))) return;
        const isTold = told.some(
          (line) =>
            line.includes(`“${name}”`) ||
            line.includes(number) ||
            namesRow(line, at + 1) ||
            /^(?:error|refused)/.test(line),
        );
        expect(isTold, `${number}: ${told.join("；")}`).toBe(true);
      });
  });
});

/** Is the row among 第 3–5、9 行? */
function namesRow(line: string, row: number): boolean {
  return [...line.matchAll(/第 ([\d–、]+) 行/g)].some(([, list = ""]) =>
    list.split("、").some((part) => {
      const [first = 0, last = first] = part.split("–").map(Number);
      return row >= first && row <= last;
    }),
  );
}
