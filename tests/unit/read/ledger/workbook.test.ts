/** Workbooks that no office would make on purpose, and the many ways in which it writes the same thing. */

import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../../src/read/ledger/workbook/read-workbook.ts";
import { cellPosition, columnLetters } from "../../../../src/read/ledger/workbook/sheet.ts";
import { zipped } from "../../../../src/output/word/zip-writer.ts";
import { xlsx, xlsxParts } from "../../../support/xlsx.ts";

const open = (bytes: Buffer) => readWorkbook(bytes, "表.xlsx", new Map());
const sheet = async (bytes: Buffer) => (await open(bytes)).read("Sheet1");

/** A workbook with one part replaced. */
function withPart(name: string, content: string): Buffer {
  return zipped(xlsxParts([{ name: "Sheet1", rows: [["甲"]] }]).set(name, content));
}

describe("cells", () => {
  test("are told apart by what they are", async () => {
    const { rows } = await sheet(
      xlsx([
        {
          name: "Sheet1",
          rows: [
            [
              "文字",
              { inline: "行内" },
              { rich: ["分", "段"] },
              12,
              { serial: 44128 },
              { boolean: true },
              { error: "#N/A" },
              { formula: "A1", result: "算好" },
              { formula: "A1" },
              undefined,
              "　 ",
              "a_x000D_b",
            ],
          ],
        },
      ]),
    );
    expect([...(rows.get(1) ?? [])]).toEqual([
      [1, { kind: "text", text: "文字" }],
      [2, { kind: "text", text: "行内" }],
      [3, { kind: "text", text: "分段" }],
      [4, { kind: "number", text: "12", format: "General" }],
      [5, { kind: "number", text: "44128", format: 'yyyy"年"m"月"d"日"' }],
      [6, { kind: "boolean", value: true }],
      [7, { kind: "error", text: "#N/A" }],
      [8, { kind: "text", text: "算好" }],
      [9, { kind: "unsolved" }],
      [12, { kind: "text", text: "a\rb" }],
    ]);
  });

  test("keep their place when the file leaves references out, and prefixes do not matter", async () => {
    const { rows } = await sheet(
      withPart(
        "xl/worksheets/sheet1.xml",
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="3"><x:c/><x:c><x:v>7</x:v></x:c></x:row><x:row><x:c><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    );
    expect([...rows].map(([row, cells]) => [row, [...cells.keys()]])).toEqual([
      [3, [2]],
      [4, [1]],
    ]);
  });

  test("are named as a spreadsheet names them", async () => {
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
    expect(cellPosition("AB12")).toEqual({ row: 12, column: 28 });
    expect((await sheet(xlsx([{ name: "Sheet1", rows: [["甲"]] }]))).label(17, 3)).toBe("Sheet1!C17");
  });
});

describe("hostile parts are refused with a message", () => {
  const worksheet = (content: string): Buffer => withPart("xl/worksheets/sheet1.xml", content);
  test.each([
    ["entities", worksheet('<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet>&b;</worksheet>')],
    ["depth", worksheet("<a>".repeat(100_000))],
    ["attributes", worksheet(`<a ${Array.from({ length: 1000 }, (_, at) => `b${at}="c"`).join(" ")}/>`)],
    ["broken XML", worksheet("<worksheet><row></worksheet>")],
    ["a row beyond the last", worksheet('<worksheet><sheetData><row r="99999999"/></sheetData></worksheet>')],
  ])("%s", async (_, bytes) => {
    await expect(sheet(bytes)).rejects.toThrow("文件里的内容损坏了");
  });

  test("thousands of entries", async () => {
    const parts = xlsxParts([{ name: "Sheet1", rows: [["甲"]] }]);
    for (let at = 0; at < 2001; at++) parts.set(`x${at}`, "");
    await expect(open(zipped(parts))).rejects.toThrow("压缩包里的文件太多");
  });
});
