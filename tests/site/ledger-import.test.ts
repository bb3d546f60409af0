/** `npm run import`: an office's spreadsheet becomes the ledger, or every cell that cannot be read is told and nothing is written. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { cli, cliIn, Sandbox } from "../support/cli.ts";
import { cellsOf, headings, issue15FromLedger, syntheticCases } from "../support/synthetic-ledger.ts";
import { xlsx } from "../support/xlsx.ts";
import type { Written } from "../support/xlsx.ts";

const sandboxes: Sandbox[] = [];
afterEach(() => {
  for (const sandbox of sandboxes.splice(0)) sandbox.dispose();
});

function office(): Sandbox {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.write("data/tallies.yaml", `${sandbox.read("data/tallies.yaml")}\n台账:\n`);
  return sandbox;
}

async function importFile(sandbox: Sandbox, name: string, bytes: Uint8Array | string, ...options: string[]) {
  sandbox.write(name, bytes);
  return cli("import", sandbox.path(name), "--root", sandbox.root, ...options);
}

/** Has a process say as it ends how much memory it had at most: `peak_N`, in KiB. On Linux `ru_maxrss` may be that of its parent. */
const telling = encodeURIComponent(`import { existsSync, readFileSync } from "node:fs";
process.on("exit", () => {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "latin1") : "";
  process.stderr.write("peak_" + (/^VmHWM:\\s*(\\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS));
});`);

const head = [
  "序号",
  "批次",
  "受理编号",
  "来源",
  "受理日期",
  "责任单位",
  "是否重点件",
  "污染类型",
  "办结状态",
  "办结日期",
  "罚款金额（元）",
  "联系人",
];

/** A row that reads; a damage changes one cell of it. */
function row(order: number, changes: Readonly<Record<number, Written | undefined>> = {}): (Written | undefined)[] {
  const cells: (Written | undefined)[] = [
    order,
    1,
    `D1HC2020${String(order).padStart(5, "0")}`,
    "来电",
    "2020-10-24",
    "道县",
    "否",
    "水",
    "已办结",
    "2020-11-01",
    1000,
    "某某",
  ];
  for (const [column, cell] of Object.entries(changes)) cells[Number(column)] = cell;
  return cells;
}

/** Kind of damage, the cells that have it, the cell and message that an editor is to see. */
const damages: readonly (readonly [
  kind: string,
  changes: Readonly<Record<number, Written | undefined>>,
  column: string,
  message: string,
])[] = [
  ["unknown unit", { 5: "到县" }, "F", "“责任单位”里不能是“到县”，登记的名称里没有它"],
  ["unknown category", { 7: "大汽污染" }, "H", "“污染类型”里不能是“大汽污染”，登记的名称里没有它"],
  ["missing number", { 2: undefined }, "C", "“受理编号”空着"],
  ["number twice", { 2: "D1HC202000099" }, "C", "受理编号 D1HC202000099 在表里有两次"],
  ["number with a star", { 2: "D1HC202000005*" }, "C", "编号“D1HC202000005*”带着重点件的星号"],
  [
    "number that lost its digits",
    { 2: 2.020_000_000_000_001e21 },
    "C",
    "“受理编号”存成了数字，超过 15 位的部分已经丢失（2.020000000000001e+21）",
  ],
  ["date that does not exist", { 4: "2020-02-30" }, "E", "日期“2020-02-30”不存在：2020 年 2 月只有 29 天"],
  ["date without year", { 4: "１０月２４日" }, "E", "日期“10月24日”没有写年份"],
  ["year of two digits", { 4: "20/10/24" }, "E", "日期“20/10/24”的年份只有两位"],
  ["number for a date", { 4: 15 }, "E", "“受理日期”是数字 15，不是日期"],
  ["formula error", { 5: { error: "#REF!" } }, "F", "“责任单位”的公式出错了（#REF!）"],
  ["formula without result", { 10: { formula: "K2*2" } }, "K", "“罚款金额”是公式，文件里没有存下结果"],
  ["amount in words", { 10: "2万元" }, "K", "“罚款金额”只写数字，不带量词，这里写的是“2万元”"],
  ["negative amount", { 10: -5 }, "K", "“罚款金额”不能小于 0，这里是 -5"],
  ["wrong state word", { 8: "办了" }, "I", "“办结状态”里不能是“办了”，登记的名称里没有它"],
  ["closed without a date", { 9: undefined }, "J", "“办结状态”写的是“已办结”，却没有“办结日期”"],
  ["open with a date", { 8: "正在办理" }, "J", "“办结状态”写的是“正在办理”，却有“办结日期”"],
  ["batch in words", { 1: "首批" }, "B", "批次“首批”看不懂"],
  ["missing batch", { 1: undefined }, "B", "“批次”空着"],
  ["two sources", { 3: "来电、来信" }, "D", "“来源”只能写一项，这里写的是“来电、来信”"],
  ["boolean for a unit number", { 10: { boolean: true } }, "K", "“罚款金额”是逻辑值 TRUE"],
  ["the same unit twice", { 5: "零陵、零陵区" }, "F", "“责任单位”里同一项写了两次：“零陵、零陵区”"],
  [
    "date for a stranger",
    { 5: "零陵、道县", 8: "已办结", 9: "零陵:2020-11-01、蓝山:2020-11-02" },
    "J",
    "“蓝山”不是这一件的责任单位",
  ],
  ["merged with the column beside", { 3: undefined }, "C", "“受理编号”与旁边的列合并了"],
];

describe("a damaged spreadsheet", () => {
  test(`${damages.length} kinds of damage give as many messages, each at its cell, and nothing is written`, async () => {
    const sandbox = office();
    const first = 4;
    const rows = damages.map(([, changes], at) => row(at + 1, changes));
    const merges = damages.flatMap(([kind], at) =>
      kind.startsWith("merged") ? [`C${first + at}:D${first + at}`] : [],
    );
    // What is harmless stands among the damage and gives no message.
    const harmless = [
      row(99),
      row(98, { 1: " 第一批　", 2: " Ｄ１HC202000098 ", 4: { serial: 44128 }, 5: "冷水滩；零陵", 9: "2020.11.1" }),
    ];
    const bytes = xlsx([
      { name: "说明", rows: [["填表说明"]] },
      { name: "台账", rows: [["信访件台账"], [], head, ...rows, ...harmless], merges: ["A1:L1", ...merges] },
    ]);
    const before = readdirSync(sandbox.path("data"));
    const { code, stderr } = await importFile(sandbox, "台账.xlsx", bytes);
    const expected = damages.map(
      ([, , column, message], at) =>
        `台账.xlsx:${first + at}:${column.charCodeAt(0) - 64} 错误：台账!${column}${first + at} ${message}`,
    );
    const said = stderr.split("\n").filter((line) => line.startsWith("台账.xlsx:"));
    // The second of two equal numbers is the one that is blamed, wherever the first stands.
    const twice = expected.findIndex((line) => line.includes("有两次"));
    const last = first + damages.length;
    expected[twice] = `台账.xlsx:${last}:3 错误：台账!C${last} 受理编号 D1HC202000099 在表里有两次`;
    const withoutCode = (line: string): string => line.replace(/ \[[a-z-]+\]$/, "");
    expect(said.map(withoutCode).sort()).toEqual([...expected].sort());
    expect(stderr).toContain(`${expected.length} 处错误。没有写任何文件。`);
    expect(code).toBe(1);
    expect(readdirSync(sandbox.path("data"))).toEqual(before);
  });
});

describe("a good spreadsheet", () => {
  /** Issue 15's cases as an office keeps them: merged batches, serial dates, full-width digits, all kinds of marks. */
  function officeSheet(): { rows: (Written | undefined)[][]; merges: string[] } {
    const cases = syntheticCases();
    const rows: (Written | undefined)[][] = [["信访件台账（合成数据）"], [...headings]];
    const merges = ["A1:L1"];
    cases.forEach((item, at) => {
      const cells: (Written | undefined)[] = cellsOf(item, at + 1).map((text) => (text === "" ? undefined : text));
      const line = rows.length + 1;
      if (item.batch === cases[at - 1]?.batch) cells[1] = undefined;
      else merges.push(`B${line}:B${line + cases.filter((other) => other.batch === item.batch).length - 1}`);
      if (at % 3 === 0)
        cells[4] = {
          serial:
            Math.round(Date.UTC(item.received.year, item.received.month - 1, item.received.day) / 86_400_000) + 25569,
        };
      if (at % 3 === 1) cells[4] = `${item.received.year}年${item.received.month}月${item.received.day}日\u3000`;
      if (at % 4 === 0)
        cells[2] = item.number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      if (at % 5 === 0) cells[8] = { rich: [item.categories.join("，")] };
      rows.push(cells);
    });
    rows.push([
      "合计",
      undefined,
      undefined,
      undefined,
      undefined,
      { formula: 'COUNTA(C3:C217)&"件"', result: "215件" },
    ]);
    return { rows, merges };
  }

  test("becomes a ledger from which issue 15 comes out as from typed counts", async () => {
    const sandbox = office();
    const typed = prepare(sandbox.root).issues[0]?.view.sections;
    const { code, stdout, stderr } = await importFile(
      sandbox,
      "台账.xlsx",
      xlsx([{ name: "Sheet1", ...officeSheet() }]),
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain("已导入 215 件：data/ledger.csv");
    expect(stdout).toContain("合并单元格补齐了 200 格");
    expect(stdout).toContain("不是信访件、没有导入的行：第 218 行");
    const text = readFileSync(sandbox.path("data/ledger.csv"), "utf8");
    expect(text.startsWith("\ufeff序号,批次,受理编号,")).toBe(true);
    sandbox.write("content/issues/2020-15/counts.yaml", issue15FromLedger);
    const prepared = prepare(sandbox.root);
    expect(prepared.problems.filter((problem) => problem.severity === "error")).toEqual([]);
    expect(prepared.issues[0]?.view.sections).toEqual(typed);
  });

  test("never replaces a ledger without being told, and leaves the complainant out", async () => {
    const sandbox = office();
    const bytes = xlsx([{ name: "Sheet1", rows: [head, row(1)] }]);
    expect((await importFile(sandbox, "台账.xlsx", bytes)).code).toBe(0);
    expect(sandbox.read("data/ledger.csv")).not.toContain("某某");
    sandbox.write("data/ledger.csv", "手改过的");
    const again = await importFile(sandbox, "台账.xlsx", bytes);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("data/ledger.csv 已经有了，没有覆盖");
    expect(sandbox.read("data/ledger.csv")).toBe("手改过的");
    expect((await importFile(sandbox, "台账.xlsx", bytes, "--overwrite")).code).toBe(0);
    expect(sandbox.read("data/ledger.csv")).toContain("D1HC202000001");
    expect((await importFile(sandbox, "台账.xlsx", bytes, "--output", "ledger/十月.csv")).code).toBe(0);
    expect(existsSync(sandbox.path("data/ledger/十月.csv"))).toBe(true);
  });

  test("is read by the mapping in data/import.yaml", async () => {
    const sandbox = office();
    sandbox.write(
      "data/import.yaml",
      "工作表: 十月\n列:\n  受理编号: 流水号\n  受理日期: 收件\n  责任单位: 县区\n补齐: 批次\n不要: [电话]\n",
    );
    const rows = [
      ["流水号", "批次", "收件", "县区", "电话"],
      ["A1", "第一批", "2020/10/24 00:00:00", "道县", "138"],
      ["A2", undefined, "20201025", "零陵\n冷水滩", "139"],
    ];
    const { code, stderr } = await importFile(
      sandbox,
      "导出.xlsx",
      xlsx([
        { name: "九月", rows: [["受理编号"]] },
        { name: "十月", rows },
      ]),
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(sandbox.read("data/ledger.csv")).toBe(
      "\ufeff受理编号,批次,受理日期,责任单位\r\nA1,1,2020-10-24,道县\r\nA2,1,2020-10-25,零陵、冷水滩\r\n",
    );
  });

  test("in GB18030 CSV is read, and that is said", async () => {
    const sandbox = office();
    // “受理编号,受理日期,责任单位” and a case of 道县 in GB18030.
    const gb = Buffer.from(
      "cadcc0edb1e0bac52ccadcc0edc8d5c6da2cd4f0c8ceb5a5cebb0d0a41312c323032302d31302d32342cb5c0cfd80d0a",
      "hex",
    );
    const { code, stdout } = await importFile(sandbox, "导出.csv", gb);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "导出.csv 是 GB18030 编码，已按它读出（若原是繁体 Big5，会成乱码，请打开导入的台账看一眼）",
    );
    expect(sandbox.read("data/ledger.csv")).toContain("A1,2020-10-24,道县");
  });
});

describe("a file that is no honest spreadsheet", () => {
  /** A sheet of two gigabytes in two megabytes, its size told truly or as something small. */
  function bomb(claimed: number): Buffer {
    const parts = xlsx([{ name: "Sheet1", rows: [head, row(1)] }]);
    const name = Buffer.from("xl/worksheets/sheet1.xml");
    const bytes = deflateRawSync(Buffer.alloc(512 * 1024 * 1024, " "));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(claimed, 22);
    local.writeUInt16LE(name.length, 26);
    const at = parts.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
    const directoryAt = parts.readUInt32LE(at + 16);
    const entries: Buffer[] = [];
    for (let offset = directoryAt; offset < at;) {
      const length = 46 + parts.readUInt16LE(offset + 28);
      const entry = Buffer.from(parts.subarray(offset, offset + length));
      if (entry.subarray(46).equals(name)) {
        entry.writeUInt16LE(8, 10);
        entry.writeUInt32LE(bytes.length, 20);
        entry.writeUInt32LE(claimed, 24);
        entry.writeUInt32LE(directoryAt, 42);
      }
      entries.push(entry);
      offset += length;
    }
    const directory = Buffer.concat(entries);
    const end = Buffer.from(parts.subarray(at));
    end.writeUInt32LE(directoryAt + local.length + name.length + bytes.length, 16);
    return Buffer.concat([parts.subarray(0, directoryAt), local, name, bytes, directory, end]);
  }

  test.each([
    ["tells its size", 512 * 1024 * 1024],
    ["lies about its size", 1000],
  ])("a zip bomb that %s is refused, in little memory", async (_, claimed) => {
    const sandbox = office();
    const bytes = bomb(claimed);
    expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
    sandbox.write("炸弹.xlsx", bytes);
    const { code, stderr } = await cliIn(
      { NODE_OPTIONS: `--import=data:text/javascript,${telling}` },
      ...["import", sandbox.path("炸弹.xlsx"), "--root", sandbox.root],
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/解压后太大|损坏了/);
    // Half a gigabyte would be unpacked.
    expect(Number(/peak_(\d+)/.exec(stderr)?.[1])).toBeLessThan(350 * 1024);
    expect(existsSync(sandbox.path("data/ledger.csv"))).toBe(false);
  });

  test.each([
    ["the first bytes of an .xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "文件里的内容损坏了，读不下去"],
    ["a web page", Buffer.from("<html><table></table></html>"), "这是网页，不是表格文件"],
    ["nothing at all", Buffer.alloc(0), "文件是空的"],
    ["a broken zip", xlsx([{ name: "a", rows: [head] }]).subarray(0, 900), "文件损坏了，打不开"],
    ["no table", xlsx([{ name: "a", rows: [["别的"]] }]), "没有一张工作表有“受理编号”一列（a）"],
  ])("%s is refused with its reason", async (_, bytes, message) => {
    const sandbox = office();
    const { code, stderr } = await importFile(sandbox, "表.xlsx", bytes);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(path.join(sandbox.root, "data/ledger.csv"))).toBe(false);
  });
});
