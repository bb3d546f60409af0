/** Workbooks laid out as others lay them out, and what an editor must get of each: all its cases, or words that say why not. */

import type { WrittenSheet, Written } from "../../../support/xlsx.ts";

export interface OthersWorkbook {
  readonly what: string;
  readonly sheets: readonly WrittenSheet[];
  readonly from1904?: boolean;
  /** Cases, cells parted by blanks; none where anything is wrong. */
  readonly rows: readonly string[];
  /** All that is told, notes first. */
  readonly told: readonly string[];
}

type Cells = readonly (Written | undefined)[];
const head = ["受理编号", "受理日期", "责任单位", "罚款金额"];
const row = (number: Written, amount?: Written, unit: Written = "道县", date: Written = "2020-11-05"): Cells => [
  number,
  date,
  unit,
  amount,
];
const sheet = (rows: readonly Cells[], more: Partial<WrittenSheet> = {}): WrittenSheet[] => [
  { name: "台账", rows, ...more },
];

export const othersWorkbooks: readonly OthersWorkbook[] = [
  {
    what: "sample row 填写示例 above heads",
    sheets: sheet([["填写示例", "2020-11-01", "道县", 5], head, row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 1 行（填写示例 2020-11-01 ……）"],
  },
  {
    what: "示例 row below heads with own number",
    sheets: sheet([head, ["示例：D0", "2020-11-01", "道县", 5], row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（示例）"],
  },
  {
    what: "示例 in 序号 column below heads",
    sheets: sheet([
      ["序号", ...head],
      ["示例", "D0", "2020-11-01", "道县", 5],
      [1, ...row("D1")],
    ]),
    rows: ["1 D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（示例）"],
  },
  {
    what: "例 in 序号 column",
    sheets: sheet([
      ["序号", ...head],
      ["例", "D0", "2020-11-01", "道县", 5],
      [1, ...row("D1")],
    ]),
    rows: ["1 D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（示例）"],
  },
  {
    what: "填写示例 line then row, then 正式数据",
    sheets: sheet([head, ["填写示例："], row("D0"), ["以下为正式填报"], row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（填写示例：）、第 3 行（示例）、第 4 行（以下为正式填报）"],
  },
  {
    what: "block of sample with heads below the table",
    sheets: sheet([head, row("D1"), [], ["填写示例"], head, row("D0")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["重复的表头：第 5 行", "不是信访件、没有导入的行：第 4 行（填写示例）、第 6 行（示例）"],
  },
  {
    what: "block of sample with heads above the table",
    sheets: sheet([["填写示例"], head, row("D0"), [], ["正式表"], head, row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["重复的表头：第 6 行", "不是信访件、没有导入的行：第 3 行（示例）、第 5 行（正式表）"],
  },
  {
    what: "row of instructions below heads",
    sheets: sheet([head, ["必填", "格式：2020-11-05", "填县区简称", "单位：元"], row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（必填）"],
  },
  {
    what: "row of column letters",
    sheets: sheet([head, ["甲", "乙", "丙", "1"], row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（栏次）"],
  },
  {
    what: "row of column numbers",
    sheets: sheet([head, [1, 2, 3, 4], row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（栏次）"],
  },
  {
    what: "row of bracketed numbers",
    sheets: sheet([head, ["（1）", "（2）", "（3）", "（4）"], row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（栏次）"],
  },
  {
    what: "merged heads",
    sheets: sheet([["信访件台账"], ["基本情况", undefined, "责任", undefined], head, row("D1")], {
      merges: ["A1:D1", "A2:B2", "C2:D2"],
    }),
    rows: ["D1 2020-11-05 道县"],
    told: [],
  },
  {
    what: "two head rows, lower under upper",
    sheets: sheet(
      [
        ["受理编号", "受理日期", "责任单位", "处罚情况", undefined],
        [undefined, undefined, undefined, "罚款金额", "立案数"],
        [...row("D1", 5), 1],
      ],
      { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1"] },
    ),
    rows: ["D1 2020-11-05 道县 5"],
    told: ["warning unknown-column 不认识“立案数”这一列，没有读它"],
  },
  {
    what: "heads in row 6 after letter head",
    sheets: sheet([["某市"], ["生态环境督察"], [], ["截至11月5日"], ["单位：元"], head, row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: [],
  },
  {
    what: "totals row at top",
    sheets: sheet([head, ["合计", undefined, undefined, 15], row("D1", 10), row("D2", 5)]),
    rows: ["D1 2020-11-05 道县 10", "D2 2020-11-05 道县 5"],
    told: ["不是信访件、没有导入的行：第 2 行（合计）"],
  },
  {
    what: "totals above heads",
    sheets: sheet([["合计：2件", undefined, undefined, 15], head, row("D1", 10), row("D2", 5)]),
    rows: ["D1 2020-11-05 道县 10", "D2 2020-11-05 道县 5"],
    told: [],
  },
  {
    what: "total with formula",
    sheets: sheet([
      head,
      row("D1", 10),
      row("D2", 5),
      ["合计", undefined, undefined, { formula: "SUM(D2:D3)", result: 15 }],
    ]),
    rows: ["D1 2020-11-05 道县 10", "D2 2020-11-05 道县 5"],
    told: ["不是信访件、没有导入的行：第 4 行（合计）"],
  },
  {
    what: "subtotals per unit",
    sheets: sheet([
      head,
      row("D1", 10),
      ["道县小计", undefined, undefined, 10],
      row("D2", 5, "零陵区"),
      ["零陵区小计", undefined, undefined, 5],
      ["总计", undefined, undefined, 15],
    ]),
    rows: ["D1 2020-11-05 道县 10", "D2 2020-11-05 零陵区 5"],
    told: ["不是信访件、没有导入的行：第 3 行（道县小计）、第 5 行（零陵区小计）、第 6 行（总计）"],
  },
  {
    what: "average row",
    sheets: sheet([head, row("D1", 10), ["平均", undefined, undefined, 10]]),
    rows: ["D1 2020-11-05 道县 10"],
    told: ["不是信访件、没有导入的行：第 3 行（平均）"],
  },
  {
    what: "max row",
    sheets: sheet([head, row("D1", 10), ["最高", undefined, undefined, 10]]),
    rows: ["D1 2020-11-05 道县 10"],
    told: ["不是信访件、没有导入的行：第 3 行（最高）"],
  },
  {
    what: "count row",
    sheets: sheet([head, row("D1", 10), ["件数", 1]]),
    rows: ["D1 2020-11-05 道县 10"],
    told: ["不是信访件、没有导入的行：第 3 行（件数）"],
  },
  {
    what: "hidden sheet with cases",
    sheets: [
      { name: "台账", rows: [head, row("D1")] },
      { name: "底稿", rows: [head, row("D2")], hidden: true },
    ],
    rows: ["D1 2020-11-05 道县"],
    told: [
      "读的是工作表“台账”（第 2 行，1 件）",
      "注意：隐藏的工作表“底稿”里也有受理编号，没有导入；要导入它，请加 --sheet 底稿",
    ],
  },
  {
    what: "batch headings",
    sheets: sheet([["第一批"], head, row("D1"), ["第二批"], row("D2")]),
    rows: ["D1 2020-11-05 道县  1", "D2 2020-11-05 道县  2"],
    told: ["批次：第 1 批 1 件、第 2 批 1 件", "批次标题：第 1、4 行"],
  },
  {
    what: "batch heading 11月5日第1批",
    sheets: sheet([["11月5日第1批"], head, row("D1"), ["11月6日第2批"], head, row("D2")]),
    rows: ["D1 2020-11-05 道县  1", "D2 2020-11-05 道县  2"],
    told: ["批次：第 1 批 1 件、第 2 批 1 件", "批次标题：第 1、4 行", "重复的表头：第 5 行"],
  },
  {
    what: "batch heading 2020年第一批交办件",
    sheets: sheet([["2020年第一批交办件"], head, row("D1")]),
    rows: ["D1 2020-11-05 道县  1"],
    told: ["批次：第 1 批 1 件", "批次标题：第 1 行"],
  },
  {
    what: "batch heading in merged 序号 column",
    sheets: sheet(
      [
        ["批次", ...head],
        ["第一批", ...row("D1")],
        [undefined, ...row("D2")],
      ],
      { merges: ["A2:A3"] },
    ),
    rows: ["1 D1 2020-11-05 道县", "1 D2 2020-11-05 道县"],
    told: ["批次：第 1 批 2 件", "合并单元格补齐了 1 格"],
  },
  {
    what: "unit headings between",
    sheets: sheet([head, ["道县"], row("D1"), ["零陵区"], row("D2", undefined, "零陵区")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 零陵区"],
    told: ["不是信访件、没有导入的行：第 2 行（道县）、第 4 行（零陵区）"],
  },
  {
    what: "unit headings with empty unit cells",
    sheets: sheet([head, ["道县"], ["D1", "2020-11-05"], ["零陵区"], ["D2", "2020-11-05"]]),
    rows: [],
    told: [
      "不是信访件、没有导入的行：第 2 行（道县）、第 4 行（零陵区）",
      "error empty-value 台账!C3 “责任单位”空着",
      "error empty-value 台账!C5 “责任单位”空着",
    ],
  },
  {
    what: "filtered rows",
    sheets: sheet([head, row("D1"), row("D2"), row("D3")], { hiddenRows: [3] }),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县", "D3 2020-11-05 道县"],
    told: ["注意：导入的里面有 1 行是隐藏的（手工隐藏或筛选掉的）：第 3 行"],
  },
  {
    what: "formula without value",
    sheets: sheet([head, ["D1", "2020-11-05", { formula: "VLOOKUP(1,2,3)" }, 5]]),
    rows: [],
    told: ["error formula-unsolved 台账!C2 “责任单位”是公式，文件里没有存下结果"],
  },
  {
    what: "formula with text result",
    sheets: sheet([head, ["D1", "2020-11-05", { formula: "X", result: "道县" }, { formula: "1+1", result: 2 }]]),
    rows: ["D1 2020-11-05 道县 2"],
    told: [],
  },
  {
    what: "error #N/A in unit",
    sheets: sheet([head, row("D1", 5, { error: "#N/A" })]),
    rows: [],
    told: ["error formula-error 台账!C2 “责任单位”的公式出错了（#N/A）"],
  },
  {
    what: "error in unknown column",
    sheets: sheet([
      [...head, "不认的"],
      [...row("D1", 5), { error: "#N/A" }],
    ]),
    rows: ["D1 2020-11-05 道县 5"],
    told: ["warning unknown-column 不认识“不认的”这一列，没有读它"],
  },
  {
    what: "1904 dates",
    sheets: sheet([head, row("D1", 5, "道县", { value: 42678, format: "yyyy/m/d" })]),
    from1904: true,
    rows: ["D1 2020-11-05 道县 5"],
    told: [],
  },
  {
    what: "percent",
    sheets: sheet([
      [...head, "备注"],
      [...row("D1", 5), { value: 0.856, format: "0.0%" }],
    ]),
    rows: ["D1 2020-11-05 道县 5 85.6%"],
    told: [],
  },
  {
    what: "currency",
    sheets: sheet([head, row("D1", { value: 1234.5, format: '"¥"#,##0.00' })]),
    rows: ["D1 2020-11-05 道县 1234.5"],
    told: [],
  },
  {
    what: "accounting",
    sheets: sheet([head, row("D1", { value: 1234.5, format: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ' })]),
    rows: ["D1 2020-11-05 道县 1234.5"],
    told: [],
  },
  {
    what: "scientific amount",
    sheets: sheet([head, row("D1", { value: 12000, format: "0.00E+00" })]),
    rows: ["D1 2020-11-05 道县 12000"],
    told: [],
  },
  {
    what: "scientific number",
    sheets: sheet([head, row({ value: 20201105001, format: "0.00E+00" })]),
    rows: ["20201105001 2020-11-05 道县"],
    told: [],
  },
  {
    what: "number as 15+ digits",
    sheets: sheet([head, row(4.31103e17)]),
    rows: [],
    told: ["error digits-lost 台账!A2 “受理编号”存成了数字，超过 15 位的部分已经丢失（431103000000000000）"],
  },
  { what: "text number apostrophe", sheets: sheet([head, row("'00012")]), rows: ["00012 2020-11-05 道县"], told: [] },
  {
    what: "full-width digits",
    sheets: sheet([head, row("Ｄ１", "１２３４", "道县", "２０２０－１１－０５")]),
    rows: ["D1 2020-11-05 道县 1234"],
    told: [],
  },
  {
    what: "full-width dates 年月日",
    sheets: sheet([head, row("D1", 5, "道县", "２０２０年１１月５日")]),
    rows: ["D1 2020-11-05 道县 5"],
    told: [],
  },
  {
    what: "line breaks in cells",
    sheets: sheet([head, row("D1\n", "5\n", "道县\n零陵区")]),
    rows: ["D1 2020-11-05 道县、零陵区 5"],
    told: [],
  },
  {
    what: "line break in number",
    sheets: sheet([head, row("D1\nD2")]),
    rows: [],
    told: ["error case-number 台账!A2 编号“D1\nD2”里有空格"],
  },
  {
    what: "two numbers in a cell",
    sheets: sheet([head, row("D1、D2")]),
    rows: [],
    told: ["error case-number 台账!A2 编号“D1、D2”里有不该有的符号"],
  },
  {
    what: "3 sheets of cases",
    sheets: ["一", "二", "三"].map((n, i) => ({ name: n, rows: [head, row(`D${i}`)] })),
    rows: ["D0 2020-11-05 道县", "D1 2020-11-05 道县", "D2 2020-11-05 道县"],
    told: ["读的是工作表“一”（第 2 行，1 件）、工作表“二”（第 2 行，1 件）、工作表“三”（第 2 行，1 件）"],
  },
  {
    what: "pivot-like summary sheet",
    sheets: [
      { name: "台账", rows: [head, row("D1")] },
      {
        name: "透视表",
        rows: [
          ["行标签", "计数项:受理编号", "求和项:罚款金额"],
          ["道县", 1, 5],
          ["总计", 1, 5],
        ],
      },
    ],
    rows: ["D1 2020-11-05 道县"],
    told: ["读的是工作表“台账”（第 2 行，1 件）", "没有“受理编号”一列、没有导入的工作表：透视表"],
  },
  {
    what: "pivot sheet with 受理编号 heading",
    sheets: [
      { name: "台账", rows: [head, row("D1")] },
      {
        name: "汇总",
        rows: [
          ["责任单位", "受理编号"],
          ["道县", 1],
          ["总计", 1],
        ],
      },
    ],
    rows: ["D1 2020-11-05 道县"],
    told: ["读的是工作表“台账”（第 2 行，1 件）", "注意：工作表“汇总”里也有受理编号，但没有受理日期，没有导入"],
  },
  {
    what: "transposed sheet",
    sheets: sheet([
      ["受理编号", "D1", "D2"],
      ["受理日期", "2020-11-05", "2020-11-05"],
      ["责任单位", "道县", "零陵区"],
    ]),
    rows: [],
    told: ["refused 没有一张工作表有“受理编号”一列（台账）"],
  },
  {
    what: "two tables side by side",
    sheets: sheet([
      [...head, undefined, ...head],
      [...row("D1"), undefined, ...row("D2")],
    ]),
    rows: [],
    told: [
      "error column-twice “受理编号”和“受理编号”是同一列（受理编号）",
      "error column-twice “受理日期”和“受理日期”是同一列（受理日期）",
      "error column-twice “责任单位”和“责任单位”是同一列（责任单位）",
      "error column-twice “罚款金额”和“罚款金额”是同一列（罚款金额）",
    ],
  },
  {
    what: "amount with unit words",
    sheets: sheet([head, row("D1", "5万元"), row("D2", "5元"), row("D3", "约5元")]),
    rows: [],
    told: [
      "error number-with-unit 台账!D2 “罚款金额”只写数字，不带量词，这里写的是“5万元”",
      "error not-a-number 台账!D4 “罚款金额”应当是数字，这里写的是“约5元”",
    ],
  },
  {
    what: "amount 无, —, 0",
    sheets: sheet([head, row("D1", "无"), row("D2", "—"), row("D3", 0), row("D4", "/")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县", "D3 2020-11-05 道县 0", "D4 2020-11-05 道县"],
    told: [],
  },
  {
    what: "dates as yyyymmdd number, dotted, 二〇二〇",
    sheets: sheet([
      head,
      row("D1", 1, "道县", 20201105),
      row("D2", 1, "道县", "2020.11.5"),
      row("D3", 1, "道县", "二〇二〇年十一月五日"),
    ]),
    rows: ["D1 2020-11-05 道县 1", "D2 2020-11-05 道县 1", "D3 2020-11-05 道县 1"],
    told: [],
  },
  {
    what: "date month only",
    sheets: sheet([head, row("D1", 1, "道县", "11月5日")]),
    rows: [],
    told: ["error invalid-date 台账!B2 日期“11月5日”没有写年份"],
  },
  {
    what: "date with weekday",
    sheets: sheet([head, row("D1", 1, "道县", "2020-11-05 星期四")]),
    rows: [],
    told: ["error invalid-date 台账!B2 “2020-11-05 星期四”不是日期"],
  },
  {
    what: "date range",
    sheets: sheet([head, row("D1", 1, "道县", "2020-11-05至2020-11-06")]),
    rows: [],
    told: ["error invalid-date 台账!B2 “2020-11-05至2020-11-06”不是日期"],
  },
  {
    what: "date as am/pm",
    sheets: sheet([head, row("D1", 1, "道县", { value: 44140.75, format: "yyyy/m/d h:mm AM/PM" })]),
    rows: ["D1 2020-11-05 18:00 道县 1"],
    told: [],
  },
  {
    what: "heads repeated each page of 20",
    sheets: sheet([head, row("D1"), head, row("D2"), head, row("D3")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县", "D3 2020-11-05 道县"],
    told: ["重复的表头：第 3、5 行"],
  },
  {
    what: "heads with units and notes",
    sheets: sheet([["受理编号\n（必填）", "受理日期（年/月/日）", "责任单位", "罚款金额（元）"], row("D1", 5)]),
    rows: ["D1 2020-11-05 道县 5"],
    told: [],
  },
  {
    what: "heads with blanks",
    sheets: sheet([["受 理 编 号", "受理 日期", "责 任 单 位", "罚款金额"], row("D1", 5)]),
    rows: ["D1 2020-11-05 道县 5"],
    told: [],
  },
  {
    what: "duplicate head",
    sheets: sheet([
      [...head, "责任单位"],
      [...row("D1"), "零陵区"],
    ]),
    rows: [],
    told: ["error column-twice “责任单位”和“责任单位”是同一列（责任单位）"],
  },
  {
    what: "empty rows between",
    sheets: sheet([head, row("D1"), [], [], row("D2"), [], ["", "", "", ""], row("D3")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县", "D3 2020-11-05 道县"],
    told: [],
  },
  {
    what: "blank-only cells",
    sheets: sheet([head, row("D1"), [" ", "　", "\u00a0"], row("D2")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县"],
    told: [],
  },
  {
    what: "end note with 注：",
    sheets: sheet([head, row("D1"), ["注：1.本表由各县区填报"], ["2.金额单位为元"]]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 3 行（注：1.本表由各县区填报）、第 4 行（2.金额单位为元）"],
  },
  {
    what: "signature lines",
    sheets: sheet([
      head,
      row("D1"),
      ["填报人：张三", undefined, "联系电话：1234", undefined],
      ["审核：", undefined, "2020年11月5日"],
    ]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 3 行（填报人：张三）、第 4 行（审核：）"],
  },
  {
    what: "以下空白",
    sheets: sheet([head, row("D1"), ["以下空白"], ["——以下空白——"]]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 3 行（以下空白）、第 4 行（——以下空白——）"],
  },
  {
    what: "续表 line",
    sheets: sheet([head, row("D1"), ["续表"], head, row("D2")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县"],
    told: ["重复的表头：第 4 行", "不是信访件、没有导入的行：第 3 行（续表）"],
  },
  {
    what: "page line 第1页 共2页",
    sheets: sheet([head, row("D1"), ["第1页 共2页"], head, row("D2")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县"],
    told: ["重复的表头：第 4 行", "不是信访件、没有导入的行：第 3 行（第1页 共2页）"],
  },
  {
    what: "case number struck rows",
    sheets: sheet([head, row("D1"), [{ struck: "D2" }, { struck: "2020-11-05" }, { struck: "道县" }]]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县"],
    told: ["注意：导入的里面有 1 行整行划了删除线：第 3 行；作废的请从表里删去，重新导入"],
  },
  {
    what: "merged unit for three rows",
    sheets: sheet([head, row("D1"), ["D2", "2020-11-05"], ["D3", "2020-11-05"]], { merges: ["C2:C4"] }),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县", "D3 2020-11-05 道县"],
    told: ["合并单元格补齐了 2 格"],
  },
  {
    what: "merged amount for two rows",
    sheets: sheet([head, row("D1", 5), ["D2", "2020-11-05", "道县"]], { merges: ["D2:D3"] }),
    rows: [],
    told: ["error merged-down 台账!D3 “罚款金额”与上面几行合并了，这一行没有自己的内容"],
  },
  {
    what: "merged case number over two rows (two units)",
    sheets: sheet([head, row("D1", 5), [undefined, "2020-11-05", "零陵区", 6]], { merges: ["A2:A3"] }),
    rows: [],
    told: ["error merged-down 台账!A3 “受理编号”与上面几行合并了，这一行没有自己的内容"],
  },
  {
    what: "300 unknown columns",
    sheets: sheet([[...head, ...Array.from({ length: 300 }, (_, i) => `列${i}`)], row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["warning unknown-column 不认识“列0”“列1”“列2”“列3”“列4”等 300 列，没有读它们"],
  },
  {
    what: "number with star for 重点",
    sheets: sheet([head, row("D1*"), row("★D2")]),
    rows: [],
    told: [
      "error case-number 台账!A2 编号“D1*”带着重点件的星号",
      "error case-number 台账!A3 编号“★D2”带着重点件的星号",
    ],
  },
  {
    what: "duplicate cases",
    sheets: sheet([head, row("D1"), row("D1")]),
    rows: [],
    told: ["error case-number-twice 台账!A3 受理编号 D1 在表里有两次"],
  },
  {
    what: "lower and upper case numbers",
    sheets: sheet([head, row("d1"), row("D1")]),
    rows: ["d1 2020-11-05 道县", "D1 2020-11-05 道县"],
    told: [],
  },
  {
    what: "whitespace in number",
    sheets: sheet([head, row(" D 1 "), row("D2 ")]),
    rows: [],
    told: ["error case-number 台账!A2 编号“D 1”里有空格"],
  },
  {
    what: "serial column only formula =ROW()-1",
    sheets: sheet([
      ["序号", ...head],
      [{ formula: "ROW()-1", result: 1 }, ...row("D1")],
      [{ formula: "ROW()-1", result: 2 }],
    ]),
    rows: ["1 D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 3 行（只有序号）"],
  },
  {
    what: "pre-filled form rows with zero amounts",
    sheets: sheet([
      head,
      row("D1"),
      [undefined, undefined, undefined, 0],
      [undefined, undefined, undefined, { formula: "SUM(1)", result: 0 }],
    ]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 3、4 行（只有序号）"],
  },
  {
    what: "pre-filled rows with dropdown 否",
    sheets: sheet([
      [...head, "备注"],
      [...row("D1"), "a"],
      [undefined, undefined, undefined, undefined, "否"],
    ]),
    rows: ["D1 2020-11-05 道县  a"],
    told: ["不是信访件、没有导入的行：第 3 行（否）"],
  },
  {
    what: "booleans",
    sheets: sheet([head, row("D1", { boolean: true })]),
    rows: [],
    told: ["error boolean 台账!D2 “罚款金额”是逻辑值 TRUE"],
  },
  {
    what: "rich text number",
    sheets: sheet([head, row({ rich: ["D", "1"] })]),
    rows: ["D1 2020-11-05 道县"],
    told: [],
  },
  {
    what: "inline strings",
    sheets: sheet([head.map((h) => ({ inline: h })), row({ inline: "D1" })]),
    rows: ["D1 2020-11-05 道县"],
    told: [],
  },
  {
    what: "negative, brackets",
    sheets: sheet([head, row("D1", { value: -5, format: "#,##0;(#,##0)" })]),
    rows: [],
    told: ["error negative-number 台账!D2 “罚款金额”不能小于 0，这里是 -5"],
  },
  {
    what: "amount two decimals beyond",
    sheets: sheet([head, row("D1", 5.123)]),
    rows: [],
    told: ["error fractional-number 台账!D2 “罚款金额”最多 2 位小数，这里是 5.123"],
  },
  {
    what: "amount 0.1+0.2",
    sheets: sheet([head, row("D1", 0.30000000000000004)]),
    rows: ["D1 2020-11-05 道县 0.3"],
    told: [],
  },
  {
    what: "unit with parent prefix",
    sheets: sheet([head, row("D1", 5, "永州市道县"), row("D2", 5, "道县人民政府")]),
    rows: [],
    told: [
      "error unknown-member 台账!C2 “责任单位”里不能是“永州市道县”，登记的名称里没有它",
      "error unknown-member 台账!C3 “责任单位”里不能是“道县人民政府”，登记的名称里没有它",
    ],
  },
  {
    what: "unit with blanks 道 县",
    sheets: sheet([head, row("D1", 5, "道 县")]),
    rows: ["D1 2020-11-05 道县 5"],
    told: [],
  },
  {
    what: "unit in registered short",
    sheets: sheet([head, row("D1", 5, "零陵")]),
    rows: ["D1 2020-11-05 零陵 5"],
    told: [],
  },
  {
    what: "unit separated with ；/",
    sheets: sheet([
      head,
      row("D1", 5, "零陵；道县"),
      row("D2", 5, "零陵/道县"),
      row("D3", 5, "零陵区 道县"),
      row("D4", 5, "零陵区与道县"),
    ]),
    rows: [
      "D1 2020-11-05 零陵、道县 5",
      "D2 2020-11-05 零陵、道县 5",
      "D3 2020-11-05 零陵区、道县 5",
      "D4 2020-11-05 零陵区、道县 5",
    ],
    told: [],
  },
  {
    what: "chart sheet name / blank sheet",
    sheets: [
      { name: "封面", rows: [] },
      { name: "台账", rows: [head, row("D1")] },
    ],
    rows: ["D1 2020-11-05 道县"],
    told: ["读的是工作表“台账”（第 2 行，1 件）"],
  },
  { what: "only heads", sheets: sheet([head]), rows: [], told: ["error no-case 台账!A1 列名下面一件也没有"] },
  { what: "no heads", sheets: sheet([row("D1")]), rows: [], told: ["refused 没有一张工作表有“受理编号”一列（台账）"] },
  {
    what: "sheet 回收站 / 作废 with cases",
    sheets: [
      { name: "台账", rows: [head, row("D1")] },
      { name: "作废", rows: [head, row("D2")] },
    ],
    rows: ["D1 2020-11-05 道县"],
    told: [
      "读的是工作表“台账”（第 2 行，1 件）",
      "注意：工作表“作废”里也有受理编号，看名字不是正式的，没有导入；要导入它，请加 --sheet 作废",
    ],
  },
  {
    what: "sheet 模板 / 示例 with sample",
    sheets: [
      { name: "填写示例", rows: [head, row("D0")] },
      { name: "台账", rows: [head, row("D1")] },
    ],
    rows: ["D1 2020-11-05 道县"],
    told: [
      "读的是工作表“台账”（第 2 行，1 件）",
      "注意：工作表“填写示例”里也有受理编号，看名字不是正式的，没有导入；要导入它，请加 --sheet 填写示例",
    ],
  },
  {
    what: "DBNum date",
    sheets: sheet([head, row("D1", 5, "道县", { value: 44140, format: '[DBNum1]yyyy"年"m"月"d"日"' })]),
    rows: ["D1 2020-11-05 道县 5"],
    told: [],
  },
  {
    what: "text format @ number",
    sheets: sheet([head, row({ value: 12, format: "@" })]),
    rows: ["12 2020-11-05 道县"],
    told: [],
  },
  {
    what: "a line of sample rows of which nothing shows the end",
    sheets: sheet([head, ["填写示例："], row("D0"), row("D1"), row("D2")]),
    rows: [],
    told: [
      "不是信访件、没有导入的行：第 2 行（填写示例：）、第 3–5 行（示例）",
      "error sample-rows 台账!A2 第 2 行写着“示例”，看不出下面哪些行是示例、哪些是信访件",
    ],
  },
  {
    what: "an only sheet called 模板",
    sheets: [{ name: "台账模板", rows: [head, row("D1")] }],
    rows: ["D1 2020-11-05 道县"],
    told: [],
  },
  {
    what: "short rows that are no numbering of columns",
    sheets: sheet([
      ["序号", ...head],
      [1, ...row("D1")],
      [5, "12", undefined, undefined, 3],
    ]),
    rows: [],
    told: ["error empty-value 台账!D3 “责任单位”空着", "error empty-value 台账!C3 “受理日期”空着"],
  },
  {
    what: "a subtotal above each part",
    sheets: sheet([
      head,
      ["道县小计", undefined, undefined, 10],
      row("D1", 10),
      ["零陵区小计", undefined, undefined, 5],
      row("D2", 5, "零陵区"),
    ]),
    rows: ["D1 2020-11-05 道县 10", "D2 2020-11-05 零陵区 5"],
    told: ["不是信访件、没有导入的行：第 2 行（道县小计）、第 4 行（零陵区小计）"],
  },
  {
    what: "a sum on top that is wrong",
    sheets: sheet([head, ["合计", undefined, undefined, 16], row("D1", 10), row("D2", 5)]),
    rows: ["D1 2020-11-05 道县 10", "D2 2020-11-05 道县 5"],
    told: [
      "不是信访件、没有导入的行：第 2 行（合计）",
      "warning stated-sum 台账!A2 “合计”的“罚款金额”是 16，下面导入的合起来是 15",
    ],
  },
  {
    what: "a heading in 万元",
    sheets: sheet([
      ["受理编号（必填）", "受理日期（格式：2020-11-05）", "责任单位（下拉选择）", "罚款金额（万元）"],
      row("D1", 5),
    ]),
    rows: ["D1 2020-11-05 道县"],
    told: ["warning unknown-column 不认识“罚款金额（万元）”这一列，没有读它"],
  },
  {
    what: "a batch of a date and an office",
    sheets: sheet([["11月5日省督察组交办的第三批信访件（共1件）"], head, row("D1")]),
    rows: ["D1 2020-11-05 道县  3"],
    told: ["批次：第 3 批 1 件", "批次标题：第 1 行"],
  },
  {
    what: "a line about batches that is no heading",
    sheets: sheet([head, ["关于第一批信访件的说明"], row("D1"), ["第一批至第三批"], row("D2")]),
    rows: ["D1 2020-11-05 道县", "D2 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 2 行（关于第一批信访件的说明）、第 4 行（第一批至第三批）"],
  },
  {
    what: "a case above the headings",
    sheets: sheet([row("D9"), head, row("D1")]),
    rows: ["D1 2020-11-05 道县"],
    told: ["不是信访件、没有导入的行：第 1 行（D9 2020-11-05 道县）"],
  },
  {
    what: "units joined by 与 of which one is unknown",
    sheets: sheet([head, row("D1", 5, "零陵区与祁阳县")]),
    rows: [],
    told: ["error unknown-member 台账!C2 “责任单位”里不能是“零陵区与祁阳县”，登记的名称里没有它"],
  },
];
