/** What offices lay out in spreadsheets, and what becomes of it: cases, or words that say why not. */

import { describe, expect, test } from "vitest";
import { importWorkbook } from "../../../../src/intake/ledger/import-workbook.ts";
import { importHeadings } from "../../../../src/intake/ledger/table.ts";
import { readWorkbook } from "../../../../src/read/ledger/workbook/read-workbook.ts";
import type { ImportMapping } from "../../../../src/model/import-mapping.ts";
import { defaultImportMapping } from "../../../../src/read/schema/read-import-mapping.ts";
import { zipped } from "../../../../src/output/word/zip-writer.ts";
import { vocabularyOf } from "../../../support/ledger.ts";
import { xlsx, xlsxParts } from "../../../support/xlsx.ts";
import type { WrittenSheet, Written } from "../../../support/xlsx.ts";

const { ledger } = vocabularyOf(`
分组:
  单位: { 项目: [{ 全称: 零陵区, 简称: 零陵 }, { 全称: 道县, 简称: 道县 }] }
指标: { 交办: }
台账:
`);
if (ledger === undefined) throw new Error("no ledger");
const definition = ledger;

interface Outcome {
  /** A row a case, cells parted by blanks; empty when anything is wrong. */
  readonly rows: readonly string[];
  readonly notes: string;
  readonly problems: readonly string[];
}

async function read(
  content: Buffer | string,
  { file = "表.xlsx", ...mapping }: Partial<ImportMapping> & { file?: string } = {},
): Promise<Outcome> {
  const known = importHeadings(definition, defaultImportMapping);
  const workbook = await readWorkbook(Buffer.from(content), file, known);
  const { table, notes, problems } = await importWorkbook(workbook, definition, {
    ...defaultImportMapping,
    ...mapping,
  });
  return {
    rows: table?.rows.map((row) => row.join(" ").trim()) ?? [],
    notes: notes.join("。"),
    problems: problems.map(({ severity, message, code }) => `${severity} ${code} ${message}`),
  };
}

type Cells = readonly (Written | undefined)[];
const head: Cells = ["受理编号", "受理日期", "责任单位", "罚款金额"];
const a = (number: Written, amount?: Written): Cells => [number, "2020-11-05", "道县", amount];
const sheet = (rows: readonly Cells[], more: Partial<WrittenSheet> = {}): Buffer =>
  xlsx([{ name: "台账", rows, ...more }]);

describe("a table laid out batch by batch", () => {
  test("gives all its cases, with the batch of the line above", async () => {
    const { rows, notes, problems } = await read(
      sheet([["第一批（11月5日，共2件）"], head, a("D1"), a("D2"), ["第二批"], head, a("D3")], {
        merges: ["A1:D1", "A5:D5"],
      }),
    );
    expect(rows).toEqual(["D1 2020-11-05 道县  1", "D2 2020-11-05 道县  1", "D3 2020-11-05 道县  2"]);
    expect(notes).toContain("读的是工作表“台账”（第 3–7 行，3 件）。批次：第 1 批 2 件、第 2 批 1 件");
    expect(notes).toContain("批次标题：第 1、5 行。重复的表头：第 6 行");
    expect(problems).toEqual([]);
  });

  test("fills the batch where its column is empty, and remarks where the two differ", async () => {
    const rows = [["批次", ...head], ["一、第一批信访件"], [undefined, ...a("D1")], ["二、第二批"], [3, ...a("D2")]];
    const outcome = await read(sheet(rows));
    expect(outcome.rows).toEqual(["1 D1 2020-11-05 道县", "3 D2 2020-11-05 道县"]);
    expect(outcome.problems).toEqual([
      "warning batch-line 台账!A5 “批次”写的是 3，第 4 行的标题却是第 2 批，按 3 导入",
    ]);
  });

  test("counts what the line above a batch promises", async () => {
    const { problems } = await read(sheet([["第一批 共3件"], head, a("D1")]));
    expect(problems).toEqual(["warning stated-sum 台账!A1 第 1 批的标题写的是 3 件，下面导入的是 1 件"]);
  });

  test.each([
    ["a range of batches", "第一批至第五批信访件"],
    ["the second round of an inspection", "第二批中央生态环境保护督察交办信访件"],
  ])("takes %s for no batch", async (_, title) => {
    expect((await read(sheet([[title], head, a("D1")]))).rows).toEqual(["D1 2020-11-05 道县"]);
  });

  test("may repeat its headings far down and in another order", async () => {
    const many = Array.from({ length: 40 }, (_, at) => a(`D${at}`));
    const other: Cells[] = [
      ["责任单位", "受理编号", "受理日期"],
      ["零陵", "E1", "2020-11-06"],
    ];
    const { rows } = await read(sheet([head, ...many, ...other]));
    expect(rows).toHaveLength(41);
    expect(rows.at(-1)).toBe("E1 2020-11-06 零陵");
  });

  test("is the same in a text", async () => {
    const text =
      "第一批,,\n受理编号,受理日期,责任单位\nD1,2020/11/1,道县\n第二批,,\n受理编号,受理日期,责任单位\nD2,2020/11/2,道县\n";
    expect((await read(text, { file: "表.csv" })).rows).toEqual(["D1 2020-11-01 道县 1", "D2 2020-11-02 道县 2"]);
  });
});

describe("headings", () => {
  test.each<readonly [string, readonly Cells[], readonly string[]]>([
    [
      "in two rows, merged",
      [
        ["受理编号", "受理日期", "责任单位", "办结情况"],
        [undefined, undefined, undefined, "办结状态", "办结日期"],
      ],
      ["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
    ],
    [
      "in two rows that are not merged",
      [
        ["受理编号", "受理日期", "责任单位", "办结情况"],
        [undefined, undefined, undefined, "办结状态", "办结日期"],
      ],
      [],
    ],
    [
      "below titles and blank rows",
      [["信访件台账"], ["单位：某办"], [], [], ["受理编号", "受理日期", "责任单位", "办结状态", "办结日期"]],
      ["A1:E1"],
    ],
    ["with stars and line breaks", [["*受理\n编号", "受理 日期*", "责任单位", "办结状态", "办结日期"]], []],
  ])("%s", async (_, heads, merges) => {
    const rows = [...heads, ["D1", "2020-11-05", "道县", "已办结", "2020-11-06"]];
    expect((await read(sheet(rows, { merges }))).rows).toEqual(["D1 2020-11-05 道县 已办结 2020-11-06"]);
  });

  test("that are not there leave cells, which are told", async () => {
    const { rows, notes } = await read(
      sheet([head, [...a("D1", 1), "多出来的字"], a("D2"), [...a("D3", 2), undefined, "远处"]]),
    );
    expect(rows).toHaveLength(3);
    expect(notes).toContain("E 列没有列名，里面的内容没有导入：第 2 行“多出来的字”");
    expect(notes).toContain("F 列没有列名，里面的内容没有导入：第 4 行“远处”");
  });
});

describe("further sheets", () => {
  const month = (name: string, ...numbers: string[]): WrittenSheet => ({
    name,
    rows: [head, ...numbers.map((n) => a(n))],
  });

  test("with the ledger's columns are read, and all are named", async () => {
    const { rows, notes } = await read(
      xlsx([month("10月", "D1", "D2"), month("11月", "D3"), month("12月"), { name: "说明", rows: [["填表说明"]] }]),
    );
    expect(rows.map((row) => row.slice(0, 2))).toEqual(["D1", "D2", "D3"]);
    expect(notes).toContain("读的是工作表“10月”（第 2–3 行，2 件）、工作表“11月”（第 2 行，1 件）");
    expect(notes).toContain("工作表“12月”只有列名，没有信访件");
  });

  test("named after batches give them", async () => {
    expect((await read(xlsx([month("第一批", "D1"), month("第二批", "D2")]))).rows).toEqual([
      "D1 2020-11-05 道县  1",
      "D2 2020-11-05 道县  2",
    ]);
  });

  test("that are hidden or lack columns are told of", async () => {
    const { rows, notes } = await read(
      xlsx([
        {
          name: "进度",
          rows: [
            ["受理编号", "办结状态"],
            ["D1", "已办结"],
          ],
        },
        month("台账", "D1"),
        { ...month("旧 表", "D9"), hidden: true },
      ]),
    );
    expect(rows).toEqual(["D1 2020-11-05 道县"]);
    expect(notes).toContain("注意：工作表“进度”里也有受理编号，但没有受理日期、责任单位，没有导入");
    expect(notes).toContain('注意：隐藏的工作表“旧 表”里也有受理编号，没有导入；要导入它，请加 --sheet "旧 表"');
  });

  test("that lack what the fullest one has are not read, and those without case numbers are named", async () => {
    const full = ["受理编号", "受理日期", "责任单位", "办结状态", "罚款金额"];
    const book = xlsx([
      { name: "第一批", rows: [full, ["D1", "2020-11-05", "道县", "在办"]] },
      { name: "第二批", rows: [full.slice(0, 3), ["D2", "2020-11-05", "道县"]] },
      { name: "第三批", rows: [full.slice(0, 4), ["D3", "2020-11-05", "道县", "在办"]] },
      { name: "统计", rows: [["单位", "件数"]] },
    ]);
    const { rows, notes } = await read(book);
    expect(rows.map((row) => row.slice(0, 2))).toEqual(["D1", "D3"]);
    expect(notes).toContain("注意：工作表“第二批”里也有受理编号，但没有办结状态，没有导入");
    expect(notes).toContain("没有“受理编号”一列、没有导入的工作表：统计");
    const asked = await read(book, { sheets: ["第一批", "第二批"] });
    expect(asked.rows).toHaveLength(2);
    expect(asked.notes).toContain("注意：工作表“第二批”没有办结状态，里面各件的这几列空着");
  });

  test("laid out sideways are called so", async () => {
    const rows: Cells[] = [
      ["受理编号", "D1", "D2"],
      ["受理日期", "2020-11-05", "2020-11-06"],
      ["责任单位", "道县", "零陵"],
    ];
    await expect(read(sheet(rows))).rejects.toMatchObject({
      hint: expect.stringContaining("“台账”是横着排的，一件占一列") as string,
    });
  });

  test("may have a table further down that lacks columns, which is told", async () => {
    const { rows, notes } = await read(sheet([head, a("D1", 5), head.slice(0, 3), a("D2").slice(0, 3)]));
    expect(rows).toHaveLength(2);
    expect(notes).toContain("注意：第 3 行的表头没有罚款金额，下面各件的这几列空着");
  });

  test("that say the same again are left out; a case told twice is an error", async () => {
    const same = await read(xlsx([month("11月", "D1", "D2"), month("汇总", "D2", "D1")]));
    expect(same.rows).toHaveLength(2);
    expect(same.notes).toContain("工作表“汇总”里的 2 件在前面的表里都有，内容一样，没有再导入");
    const other = await read(xlsx([month("10月", "D1"), month("11月", "D1", "D2")]));
    expect(other.problems).toEqual(["error case-number-twice “11月”第 2 行的受理编号 D1 在别的工作表里也有"]);
  });

  test("are read as they are asked for", async () => {
    const book = xlsx([month("10月", "D1"), month("11月", "D1", "D2"), { ...month("旧", "D9"), hidden: true }]);
    const one = await read(book, { sheets: ["11月"] });
    expect(one.rows).toHaveLength(2);
    expect(one.notes).toContain("注意：工作表“10月”里也有受理编号，没有导入");
    expect((await read(book, { sheets: ["旧", "10月"] })).rows.map((row) => row.slice(0, 2))).toEqual(["D9", "D1"]);
    await expect(read(book, { sheets: ["9月"] })).rejects.toThrow("没有“9月”这张工作表");
    await expect(read(xlsx([{ ...month("台账", "D1"), hidden: true }]))).rejects.toThrow(
      "有受理编号的工作表是隐藏的（台账）",
    );
  });
});

describe("rows that are no case", () => {
  test("are left out with their words: sums, remarks, numbers down an empty form", async () => {
    const rows: Cells[] = [
      ["序号", "批次", ...head],
      [1, 1, ...a("D1", 10)],
      ["小计", undefined, "1件", undefined, undefined, 10],
      [2, 2, ...a("D2", 5)],
      [undefined, "以下为市直单位"],
      [3, 2, ...a("D3")],
      [4, 2],
      [5, 2],
      ["合 计", undefined, 3, undefined, "3件", 15],
      ["说明：本表截至11月5日"],
      ["填表人：某某", undefined, "审核人：某某"],
    ];
    const outcome = await read(sheet(rows, { merges: ["A9:B9"] }));
    expect(outcome.problems).toEqual([]);
    expect(outcome.rows).toHaveLength(3);
    expect(outcome.notes).toContain(
      "不是信访件、没有导入的行：第 3 行（小计）、第 5 行（以下为市直单位）、第 7、8 行（只有序号）、第 9 行（合 计）、第 10 行（说明：本表截至11月5日）、第 11 行（填表人：某某）",
    );
  });

  test.each<readonly [string, Cells, readonly string[], string]>([
    [
      "another unit, all else merged",
      [undefined, undefined, "道县"],
      ["A2:A3", "B2:B3", "D2:D3"],
      "merged-down 台账!A3",
    ],
    ["another unit", [undefined, undefined, "道县"], [], "empty-value 台账!A3"],
    ["a unit that nobody knows", [undefined, undefined, "某县"], [], "unknown-member 台账!C3"],
    [
      "a state, all else merged",
      [undefined, undefined, undefined, undefined, "在办"],
      ["A2:A3"],
      "merged-down 台账!A3",
    ],
    ["a state", [undefined, undefined, undefined, undefined, "在办"], [], "empty-value 台账!A3"],
  ])("more of a case on a row of its own is an error, never a remark: %s", async (_, second, merges, expected) => {
    const rows: Cells[] = [[...head, "办结状态"], [...a("D1", 1), "在办"], second];
    const outcome = await read(sheet(rows, { merges }));
    expect(outcome.rows).toEqual([]);
    expect(outcome.problems.join("\n")).toContain(`error ${expected}`);
  });

  test.each(["说明：以上为第1批", "以上为第1批", "注：第2批另行交办", "以下空白"])(
    "a remark is no batch and no unit: %s",
    async (words) => {
      const { rows, notes } = await read(sheet([head, a("D1"), [words], a("D2"), [undefined, undefined, "以下空白"]]));
      expect(rows).toEqual(["D1 2020-11-05 道县", "D2 2020-11-05 道县"]);
      expect(notes).toContain(words);
    },
  );

  test.each<readonly [string, Cells]>([
    ["in the column of case numbers", ["合计", undefined, undefined, 20]],
    ["with a number of cases", ["合计：3件", undefined, undefined, undefined]],
    ["in words", ["共三件", undefined, undefined, undefined]],
  ])("a sum %s is held against what was read", async (_, total) => {
    const { rows, problems } = await read(sheet([head, a("D1", 10), a("D2", 5), total]));
    expect(rows).toHaveLength(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^warning stated-sum 台账!A4 “.*(写的是 3 件，上面导入的是 2 件|是 20，上面导入的合起来是 15)$/,
    );
  });

  test("a case of which only the number is there is still wrong", async () => {
    expect((await read(sheet([head, a("D1"), ["D2"]]))).problems).toHaveLength(2);
  });
});

describe("what is not seen, or crossed out", () => {
  test("hidden rows and columns are imported and told by number", async () => {
    const many = Array.from({ length: 12 }, (_, at) => a(`D${at}`));
    const { rows, notes } = await read(sheet([head, ...many], { hiddenRows: [3, 4, 5, 9], hiddenColumns: [3, 9] }));
    expect(rows).toHaveLength(12);
    expect(notes).toContain("导入的里面有 4 行是隐藏的（手工隐藏或筛选掉的）：第 3–5、9 行");
    expect(notes).toContain("导入的里面有隐藏的列：C 列");
  });

  test("struck rows and cells are told by number", async () => {
    const struck: Cells = [{ struck: "D2" }, { struck: "2020-11-05" }, { struck: "道县" }, { struck: 5 }];
    const { rows, notes } = await read(sheet([head, a("D1"), struck, [{ struck: "D3" }, "2020-11-05", "道县"]]));
    expect(rows).toHaveLength(3);
    expect(notes).toContain("导入的里面有 1 行整行划了删除线：第 3 行");
    expect(notes).toContain("第 4 行有划了删除线的格");
  });

  test("words struck within a cell are never taken for its content", async () => {
    const { problems } = await read(sheet([head, a({ rich: [["D0"], "D1"] })]));
    expect(problems).toEqual(["error struck-words 台账!A2 “受理编号”里有划掉的字：“D0”，没划的是“D1”"]);
    const text = await read(
      sheet([
        [...head, "问题摘要"],
        [...a("D1", 1), { rich: ["扬尘", ["噪声"]] }],
      ]),
    );
    expect(text.problems).toEqual(["warning struck-words 台账!E2 “问题摘要”里有划掉的字“噪声”，照原文导入了"]);
  });

  test("a format that hides its content is an error", async () => {
    const { problems } = await read(
      sheet([head, a("D1", { value: 5, format: ";;;" }), a({ value: "D2", format: ";;;" })]),
    );
    expect(problems.map((problem) => problem.slice(0, 30))).toEqual([
      expect.stringContaining("error hidden-by-format 台账!D2"),
      expect.stringContaining("error hidden-by-format 台账!A3"),
    ]);
  });

  test("what a whole column has in common is said once", async () => {
    const { problems } = await read(sheet([head, ["D1", 44140, "道县"], ["D2", 44141, "道县"], ["D3", 44142, "道县"]]));
    expect(problems).toEqual([
      "warning date-format 台账!B2 “受理日期”显示的是数字 44140，按日期 2020-11-05 导入；同样的还有 2 格：第 3、4 行",
    ]);
  });
});

describe("a text", () => {
  const lines = ["受理编号,受理日期,责任单位,问题摘要", 'D1,2020-11-05,道县,"甲,乙;丙"', ""].join("\r\n");
  const parted = (mark: string): string => lines.replace(/,(?=[^"]*(?:"[^"]*"[^"]*)*$)/g, mark);

  test.each([
    ["commas", lines, "表.csv"],
    ["tabs", parted("\t"), "表.csv"],
    ["semicolons", parted(";"), "表.csv"],
    ["bars", parted("|"), "表.csv"],
    ["a line that names the separator", `sep=;\r\n${parted(";")}`, "表.csv"],
    ["UTF-16, as Excel writes its Unicode text", Buffer.from(`\ufeff${parted("\t")}`, "utf16le"), "表.txt"],
    ["a name that promises a workbook", parted("\t"), "表.xls"],
  ])("with %s is read", async (_, text, file) => {
    expect((await read(text, { file })).rows).toEqual(["D1 2020-11-05 道县 甲,乙;丙"]);
  });

  test("from a system that guards its digits loses the guard", async () => {
    const text =
      '受理编号,受理日期,责任单位\n="00012",2020-11-05,道县\n"=""00013""",2020-11-05,道县\n\'00014,2020-11-05,道县\n';
    expect((await read(text, { file: "表.csv" })).rows.map((row) => row.slice(0, 5))).toEqual([
      "00012",
      "00013",
      "00014",
    ]);
  });

  test("that was saved out of narrow columns is refused", async () => {
    const { problems } = await read("受理编号,受理日期,责任单位\nD1,########,道县\n", { file: "表.csv" });
    expect(problems).toEqual(["error hashes “受理日期”只有一串 #，原来的内容没有存下来"]);
  });
});

describe("a good file that is written in an unusual way is read", () => {
  const parts = (): Map<string, string> => xlsxParts([{ name: "台账", rows: [head, a("D1")] }]);
  const inline = (is: string): string =>
    `<worksheet><sheetData><row r="1">${["受理编号", "受理日期", "责任单位"].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row><row r="2"><c t="str"><v>D1</v></c><c t="d"><v>2020-11-05T00:00:00</v></c><c t="inlineStr"><is>${is}</is></c></row></sheetData></worksheet>`;

  function changed(change: (parts: Map<string, string | Buffer>) => void): Buffer {
    const all = new Map<string, string | Buffer>(parts());
    change(all);
    return zipped(all);
  }

  test.each<readonly [string, Buffer]>([
    [
      "phonetic guides",
      changed((all) =>
        all.set("xl/worksheets/sheet1.xml", inline("<r><t>道</t></r><r><t>县</t></r><rPh><t>DAOXIAN</t></rPh>")),
      ),
    ],
    [
      "part names in another case",
      changed((all) => {
        all.set("xl/Worksheets/Sheet1.XML", all.get("xl/worksheets/sheet1.xml") ?? "");
        all.delete("xl/worksheets/sheet1.xml");
      }),
    ],
    [
      "relative targets",
      changed((all) =>
        all.set(
          "xl/_rels/workbook.xml.rels",
          String(all.get("xl/_rels/workbook.xml.rels")).replace("worksheets/sheet1", "../xl/./worksheets/sheet1"),
        ),
      ),
    ],
    [
      "parts in UTF-16",
      changed((all) =>
        all.set(
          "xl/worksheets/sheet1.xml",
          Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${inline("<t>道县</t>")}`, "utf16le"),
        ),
      ),
    ],
    [
      "a part in GB2312",
      changed((all) =>
        all.set(
          "xl/worksheets/sheet1.xml",
          Buffer.concat([
            Buffer.from(
              '<?xml version="1.0" encoding="GB2312"?><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>',
            ),
            Buffer.from("cadcc0edb1e0bac5", "hex"),
            Buffer.from('</t></is></c><c t="inlineStr"><is><t>'),
            Buffer.from("cadcc0edc8d5c6da", "hex"),
            Buffer.from('</t></is></c><c t="inlineStr"><is><t>'),
            Buffer.from("d4f0c8ceb5a5cebb", "hex"),
            Buffer.from(
              '</t></is></c></row><row r="2"><c t="str"><v>D1</v></c><c t="str"><v>2020-11-05</v></c><c t="inlineStr"><is><t>',
            ),
            Buffer.from("b5c0cfd8", "hex"),
            Buffer.from("</t></is></c></row></sheetData></worksheet>"),
          ]),
        ),
      ),
    ],
  ])("%s", async (_, bytes) => {
    expect((await read(bytes)).rows).toEqual(["D1 2020-11-05 道县"]);
  });

  test("a sheet that is listed and not there does not hide the others", async () => {
    const all = xlsxParts([
      { name: "封面", rows: [["封面"]] },
      { name: "台账", rows: [head, a("D1")] },
    ]);
    all.delete("xl/worksheets/sheet1.xml");
    const { rows, notes } = await read(zipped(all));
    expect(rows).toHaveLength(1);
    expect(notes).toContain("工作表“封面”的内容不在文件里，没有读它");
  });
});

describe("a file of another kind is called what it is", () => {
  const packaged = (...names: string[]): Buffer => zipped(new Map(names.map((name) => [name, "<a/>"])));
  const compound = (stream: string): Buffer =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);

  test.each<readonly [string, Buffer | string, string]>([
    ["a Word file", packaged("_rels/.rels", "word/document.xml"), "这是 Word 文件，不是表格"],
    ["slides", packaged("_rels/.rels", "ppt/presentation.xml"), "这是演示文稿，不是表格"],
    ["an .xlsb", packaged("_rels/.rels", "xl/workbook.bin"), "这是二进制工作簿（.xlsb）"],
    [
      "an .ods",
      zipped(
        new Map([
          ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
          ["content.xml", "<a/>"],
        ]),
      ),
      "这是 OpenDocument 表格（.ods）",
    ],
    ["an archive", packaged("台账.xlsx"), "这是压缩包，不是表格"],
    ["an old Word file", compound("WordDocument"), "这是 Word 文件（.doc 或 .wps），不是表格"],
    ["an encrypted workbook", compound("EncryptedPackage"), "文件加了密（设了打开密码，或保护了工作簿），读不出来"],
    [
      "a web page",
      "\ufeff\n<style>td{}</style><table border=1><tr><td>受理编号</td></tr></table>",
      "这是网页，不是表格文件",
    ],
    ["a single-file web page", "MIME-Version: 1.0\nX-Document-Type: Workbook\n", "这是网页，不是表格文件"],
    ["XML of 2003", '<?xml version="1.0"?><Workbook/>', "这是 XML 文件，不是 .xlsx 文件"],
    ["a PDF", "%PDF-1.7\n", "这是 PDF 文件，不是表格"],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "这是图片，不是表格"],
    ["anything else", Buffer.from([1, 2, 3, 0, 5, 6, 7, 0, 0, 0, 9]), "这不是表格，也不是程序认得的文本"],
  ])("%s", async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });
});

test(".xls and .et are read: cells, formats, merges, hidden columns and sheets", async () => {
  const { utils, write } = await import("@e965/xlsx");
  const cells = utils.aoa_to_sheet([
    ["受理编号", "受理日期", "责任单位", "罚款金额"],
    [{ t: "n", v: 12, z: "00000" }, { t: "n", v: 44140, z: "yyyy/m/d" }, "道县", 5.5],
    ["D2", { t: "n", v: 44141, z: "yyyy/m/d" }, undefined, { t: "n", v: 6, z: "0" }],
  ]);
  cells["!merges"] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
  cells["!cols"] = [{}, {}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, cells, "台账");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["受理编号", "受理日期", "责任单位"]]), "旧");
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  const bytes = write(book, { type: "buffer", bookType: "xls" }) as Buffer;
  const { rows, notes } = await read(bytes, { file: "台账.et" });
  expect(rows).toEqual(["00012 2020-11-05 道县 5.5", "D2 2020-11-06 道县 6"]);
  expect(notes).toContain("隐藏的列：D 列");
  expect(notes).toContain("隐藏的工作表“旧”里也有受理编号");
  expect(notes).toContain("这种格式里整格划掉的看得出，一格里只划掉几个字的看不出");
});

test("an .xls that is encrypted is refused with the way out", async () => {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["受理编号"], ["D1"]]), "台账");
  const bytes = write(book, { type: "buffer", bookType: "xls" }) as Buffer;
  // A record FilePass with a key, in place of one of the same length that says nothing (CodePage, DSF and what follows).
  const first = bytes.indexOf(Buffer.from("0908100000060500", "hex"));
  Buffer.from("2f0004000000dead", "hex").copy(bytes, first + 20);
  await expect(read(bytes, { file: "台账.xls" })).rejects.toThrow(
    "文件加了密（设了打开密码，或保护了工作簿），读不出来",
  );
});

test("a workbook with macros (.xlsm) is read as others are, and nothing in it is run", async () => {
  const all = new Map<string, string | Buffer>(xlsxParts([{ name: "台账", rows: [head, a("D1")] }]));
  all.set("xl/vbaProject.bin", Buffer.from("d0cf11e0a1b11ae1", "hex"));
  expect((await read(zipped(all), { file: "台账.xlsm" })).rows).toEqual(["D1 2020-11-05 道县"]);
});

test("in an .xls built-in dates are shown as in China, and errors by their names", async () => {
  const { utils, write } = await import("@e965/xlsx");
  const bytesOf = (cell: object): Buffer => {
    const cells = utils.aoa_to_sheet([
      ["受理编号", "受理日期", "责任单位", "备注"],
      ["D1", { t: "n", v: 44140, z: "m/d/yy" }, "道县", cell],
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, cells, "台账");
    return write(book, { type: "buffer", bookType: "xls" }) as Buffer;
  };
  expect((await read(bytesOf({ t: "n", v: 44140, z: "m/d/yy" }), { file: "台账.xls" })).rows).toEqual([
    "D1 2020-11-05 道县 2020/11/5",
  ]);
  expect((await read(bytesOf({ t: "e", v: 0x17 }), { file: "台账.xls" })).problems).toEqual([
    "error formula-error 台账!D2 “备注”的公式出错了（#REF!）",
  ]);
});
