/** `::: 表格`: rows, columns, totals, remarks – read as a reader reads them. */

import { describe, expect, test } from "vitest";
import { written } from "../../../../src/base/text/markup.ts";
import { chartBlock } from "../../../../src/document/chart/block.ts";
import { plainText, textPiece } from "../../../../src/compute/phrase/piece.ts";
import { phrase } from "../../../../src/compute/phrase/phrase.ts";
import { tableBlock } from "../../../../src/document/table/block.ts";
import { tableOf } from "../../../../src/document/table/table.ts";
import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { countsOf, handbookScope, scopesOf, vocabularyOf } from "../../compute/phrase/handbook-issue.ts";

const vocabulary = vocabularyOf(
  `
分组:
  单位: { 登记: units.yaml }
  类别: { 项目: [大气, 水, 噪声], 可重复: 是 }
  状态: { 项目: [已办结, 阶段性办结, 正在办理] }
  站点: { 项目: [东站, 西站] }
指标:
  交办:
  办结: { 属于: 交办 }
  正在办理: { 算式: 交办 - 办结 }
  办结率: { 算式: 办结 / 交办, 百分比: 1, 口径: 阶段性办结计入办结 }
  罚款: { 量词: 万元, 小数: 2 }
  各计件:
  雨量: { 量词: 毫米, 小数: 1, 不合计: 是 }
`,
  {
    "units.yaml": `
- { 全称: 零陵区, 简称: 零陵, 性质: 县区 }
- { 全称: 冷水滩区, 简称: 冷水滩, 性质: 县区 }
- { 全称: 道县, 性质: 县区 }
- { 全称: 永州市城市管理局, 简称: 市城管局, 性质: 市直部门 }
`,
  },
);

function scopeOf(...counts: string[]): Scope {
  const scopes = scopesOf(
    vocabulary,
    counts.map((text, at) => ({ number: at + 1, date: `2020-11-0${at + 1}`, counts: countsOf(text, vocabulary) })),
  );
  const last = scopes.at(-1);
  if (last === undefined) throw new Error("no scope");
  return last;
}

/** One line a row, cells parted by spaces; the caption before, the remark behind. */
function read(argument: string, scope: Scope, ...lines: string[]): string[] {
  const table = tableOf(
    [textPiece(argument)],
    lines.map((line) => [textPiece(line)]),
    scope,
  );
  const rows = table.rows.map(({ head, cells }) =>
    [plainText(head), ...cells.map((cell) => (cell === undefined ? "—" : plainText(cell.pieces)))].join(" "),
  );
  return [
    ...(table.caption.length > 0 ? [plainText(table.caption)] : []),
    [table.corner, ...table.columns.map(plainText)].join(" ") +
      (table.unit === undefined ? "" : ` 单位：${plainText(table.unit)}`),
    ...rows,
    ...(table.note.length > 0 ? [`注：${plainText(table.note)}`] : []),
  ];
}

const scope = scopeOf(`
交办:
  截至: 2020-11-01
  批次: 1
  单位: { 道县: 10, 零陵区: 6, 冷水滩: 3, 市城管局: 0 }
  共有: [{ 单位: [零陵, 道县] }]
  类别: { 大气: 12, 水: 8, 噪声: 5 }
办结:
  截至: 2020-11-02
  单位: { 道县: 7, 零陵: 6 }
  共有: [{ 单位: [零陵, 道县], 已完成: [零陵] }]
罚款: { 单位: { 道县: 10.5, 零陵: 3 } }
雨量: { 站点: { 东站: 20.5, 西站: 7.0 } }
`);

describe("members by measures", () => {
  test("registry order, zero for what is left out, the joint cases and a total that the rows add up to", () =>
    expect(read("单位 × 交办、办结、正在办理", scope)).toEqual([
      "单位 交办 办结 正在办理 单位：件",
      "零陵区 6 6 0",
      "冷水滩 3 0 3",
      "道县 10 7 3",
      "市城管局 0 0 0",
      "零陵、道县共有 1 0 1",
      "合计 20 13 7",
    ]));

  test("the rate of a total is computed from totals, one of nothing is blank, and how it is counted is told", () =>
    expect(read("单位 × 交办、办结率", scope)).toEqual([
      "单位 交办 办结率 单位：件",
      "零陵区 6 100.0%",
      "冷水滩 3 0.0%",
      "道县 10 70.0%",
      "市城管局 0 —",
      "零陵、道县共有 1 0.0%",
      "合计 20 65.0%",
      "注：阶段性办结计入办结。",
    ]));

  test("columns of different units name them", () =>
    expect(read("单位 × 交办、罚款", scope)[0]).toBe("单位 交办（件） 罚款（万元）"));

  test("columns may be computed, and have names of their own", () =>
    expect(read("单位 × 收到=交办、剩余=交办 - 办结", scope, "次序: 降序", "前: 1", "合计: 无")).toEqual([
      "单位 收到 剩余 单位：件",
      "道县 10 3",
      "其余3个单位 9 3",
      "注：另有1件为零陵、道县共有，未计入各单位。",
    ]));
});

describe("which rows, in which order", () => {
  test("descending by the first column, names in full", () =>
    expect(read("单位 × 交办", scope, "次序: 降序", "名称: 全称").slice(1, 5)).toEqual([
      "道县 10",
      "零陵区 6",
      "冷水滩区 3",
      "永州市城市管理局 0",
    ]));
  test("in the order of the data", () =>
    expect(read("单位 × 交办", scope, "次序: 原序").slice(1, 3)).toEqual(["道县 10", "零陵区 6"]));
  test("the first few, the others in one row whose rate is their own", () =>
    expect(read("单位 × 交办、办结率", scope, "次序: 降序", "前: 1").slice(1, 5)).toEqual([
      "道县 10 70.0%",
      "其余3个单位 9 66.7%",
      "零陵、道县共有 1 0.0%",
      "合计 20 65.0%",
    ]));
  test("only those of a kind, with the sum of what is shown", () =>
    expect(read("单位 × 交办、办结率", scope, "只要: 市直部门、道县").slice(1, 4)).toEqual([
      "道县 10 70.0%",
      "市城管局 0 —",
      "小计 10 70.0%",
    ]));
});

describe("crosses", () => {
  const crossed = scopeOf(`
交办:
  单位: { 道县: 10, 零陵区: 6 }
  类别: { 大气: 12, 水: 8 }
  单位×类别:
    道县: { 大气: 8, 水: 5 }
    零陵区: { 水: 3, 大气: 4 }
办结:
  单位×状态:
    道县: { 已办结: 2, 阶段性办结: 1 }
    零陵区: { 正在办理: 4 }
`);
  test("unit by category, with the count and the remark that columns overlap", () =>
    expect(read("单位 × 交办.类别、交办", crossed)).toEqual([
      "单位 大气 水 交办 单位：件",
      "零陵区 4 3 6",
      "道县 8 5 10",
      "合计 12 8 16",
      "注：一件可以涉及多个类别，各类别之和为20件，大于总数16件。",
    ]));
  test("turned about", () =>
    expect(read("类别 × 交办.单位", crossed)).toEqual([
      "类别 零陵区 道县 单位：件",
      "大气 4 8",
      "水 3 5",
      "合计 6 10",
      "注：一件可以涉及多个类别。",
    ]));
  test("unit by status: columns in registry order, totals added up where nobody typed them", () =>
    expect(read("单位 × 办结.状态、合计=办结", crossed)).toEqual([
      "单位 已办结 阶段性办结 正在办理 合计 单位：件",
      "零陵区 0 0 4 4",
      "道县 2 1 0 3",
      "合计 2 1 4 7",
    ]));
});

describe("what a reader must be told", () => {
  test("joint cases counted in every unit", () => {
    const each = scopeOf("各计件: { 单位: { 道县: 5, 零陵: 4 }, 共有计法: 各计, 共有: [{ 单位数: 2, 件数: 2 }] }");
    expect(read("单位 × 各计件", each)).toEqual([
      "单位 各计件 单位：件",
      "零陵 4",
      "道县 5",
      "合计 7",
      "注：有2件为两个以上单位共有，在各单位分别计数，各单位之和为9件，大于总数7件。",
    ]);
  });
  test("categories that overlap, and what the editor adds", () =>
    expect(read("类别 × 交办", scope, "标题: 污染类别", "说明: 数据来自督察组。")).toEqual([
      "污染类别",
      "类别 交办 单位：件",
      "大气 12",
      "水 8",
      "噪声 5",
      "合计 20",
      "注：一件可以涉及多个类别，各类别之和为25件，大于总数20件。数据来自督察组。",
    ]));
  test.each(['"污染类别"', "'污染类别'", ' "污染类别" '])(
    "a title in the quotes of YAML prints without them: %s",
    (title) => expect(read("类别 × 交办", scope, `标题: ${title}`, '次序: "降序"')[0]).toBe("污染类别"),
  );
  test.each(['"污染"类别', '"污染"与"类别"', "“污染类别”"])("quotes within a title are its own: %s", (title) =>
    expect(read("类别 × 交办", scope, `标题: ${title}`)[0]).toBe(title),
  );
  test("a unit stands above its column once, and not where the cells name it", () => {
    const two = scopeOf(
      "交办: { 单位: { 零陵区: 5, 道县: 4 } }",
      "交办: { 单位: { 零陵区: 3, 道县: 4 } }\n罚款: { 单位: { 零陵区: 1.50, 道县: 2 } }",
    );
    const columns = "交办（件）=交办、罚款、名次变化=交办.名次变化 | 升降、比上期=交办.新增 | 增减";
    expect(read(`单位 × ${columns}`, two).slice(0, 2)).toEqual([
      "单位 交办（件） 罚款（万元） 名次变化 比上期",
      "零陵区 3 1.50 下降1位 减少2件",
    ]);
  });
  test("nothing is added up that has no sum", () =>
    expect(read("站点 × 雨量", scope)).toEqual(["站点 雨量 单位：毫米", "东站 20.5", "西站 7.0"]));
});

describe("issue by issue, measure by measure", () => {
  const issues = [
    "交办: { 截至: 2020-10-31, 批次: 1, 合计: 5 }\n办结: 2",
    "办结: 3",
    "交办: { 截至: 2020-11-02, 批次: 2-3, 合计: 9 }\n办结: 8",
  ];
  test("a row for each issue that has data", () =>
    expect(read("各期 × 交办、办结、办结率", scopeOf(...issues))).toEqual([
      "期号 交办 办结 办结率 单位：件",
      "第1期 5 2 40.0%",
      "第2期 — 3 —",
      "第3期 9 8 88.9%",
    ]));
  test("last year's are called by their year, of which there may be the same number and day", () => {
    const counts = (year: number, count: number) =>
      countsOf(`交办: { 截至: ${year}-10-31, 合计: ${count} }`, vocabulary);
    const last = scopesOf(vocabulary, [
      { number: 4, date: "2019-11-02", counts: counts(2019, 5) },
      { number: 4, date: "2020-11-02", counts: counts(2020, 9) },
    ]).at(-1);
    if (last === undefined) throw new Error("no scope");
    expect(read("各期 × 交办", last).slice(1)).toEqual(["2019年第4期 5", "第4期 9"]);
    expect(read("各期 × 交办", last, "行名: 截至").slice(1)).toEqual(["2019年10月31日 5", "10月31日 9"]);
  });
  describe("months of three years, of which the earlier were never printed", () => {
    const months = [
      [2024, 11, 5],
      [2024, 12, 6],
      [2025, 11, 7],
      [2025, 12, 8],
    ] as const;
    const [, , , december] = scopesOf(
      vocabulary,
      months.map(([year, month, count], at) => ({
        // Told of in the month after: December's issue is of the next year.
        number: month === 12 ? 1 : 12,
        date: month === 12 ? `${year + 1}-01-05` : `${year}-12-05`,
        dataOnly: at < 2,
        counts: countsOf(`交办: { 截至: ${year}-${month}-${month === 12 ? 31 : 30}, 合计: ${count} }`, vocabulary),
      })),
    );
    if (december === undefined) throw new Error("no scope");
    test("are called by the year of their figures, whichever year their issue is of", () =>
      expect(read("各期 × 交办", december, "行名: 截至").slice(1)).toEqual([
        "2024年11月30日 5",
        "2024年12月31日 6",
        "11月30日 7",
        "12月31日 8",
      ]));
    test("have dates where the first column is worked out", () =>
      expect(read("各期 × 翻倍=交办 * 2", december, "行名: 截至", "最近: 2").slice(1)).toEqual([
        "11月30日 14",
        "12月31日 16",
      ]));
    test("by number, only those that a reader can look up", () =>
      expect(read("各期 × 交办", december).slice(1)).toEqual(["2025年第12期 7", "第1期 8"]));
  });
  test("two issues of one day, or of one batch each of two years, are told apart", () => {
    const counts = countsOf("交办: { 截至: 2020-10-31, 批次: 1, 合计: 5 }", vocabulary);
    const last = scopesOf(vocabulary, [
      { number: 4, date: "2020-11-01", counts },
      { number: 5, date: "2020-11-02", counts },
    ]).at(-1);
    if (last === undefined) throw new Error("no scope");
    expect(read("各期 × 交办", last, "行名: 截至").slice(1)).toEqual([
      "10月31日（2020年第4期） 5",
      "10月31日（2020年第5期） 5",
    ]);
    expect(read("各期 × 交办", last, "行名: 批次").slice(1)).toEqual([
      "第1批（2020年第4期） 5",
      "第1批（2020年第5期） 5",
    ]);
  });
  test("the last few, named by date or batch", () => {
    expect(read("各期 × 交办", scopeOf(...issues), "行名: 截至").slice(1)).toEqual(["10月31日 5", "11月2日 9"]);
    expect(read("各期 × 交办", scopeOf(...issues), "行名: 批次", "最近: 1").slice(1)).toEqual(["第2—3批 9"]);
  });
  test("each measure with its number and unit", () =>
    expect(read("指标 × 交办、罚款、办结率", scope, "标题: 处理情况")).toEqual([
      "处理情况",
      "指标 数量 单位",
      "交办 20 件",
      "罚款 13.5 万元",
      "办结率 65.0% ",
    ]));
});

describe("mistakes are told with their line and place", () => {
  const fault = (argument: string, ...lines: string[]) => {
    try {
      read(argument, scope, ...lines);
    } catch (thrown) {
      return thrown as {
        code: string;
        message: string;
        hint?: string;
        line?: number;
        span: { start: number; end: number };
      };
    }
    throw new Error("no error");
  };
  test.each([
    ["单位", "block-argument", "单位"],
    ["× 交办", "block-argument", "× 交办"],
    ["单立 × 交办", "unknown-dimension", "单立"],
    ["单位 × 交半", "unknown-tally", "交半"],
    ["单位 × 雨量", "no-such-part", "雨量"],
    ["单位 × 交办.截至", "no-such-part", "交办"],
    ["单位 × 交办.类别", "no-cross", "交办.类别"],
    ["指标 × 交办.单位", "not-a-figure", "交办.单位"],
  ])("::: 表格 %s", (argument, code, piece) => {
    const { span, code: found } = fault(argument);
    expect(found).toBe(code);
    expect(argument.slice(span.start, span.end)).toBe(piece);
  });
  test.each([
    ["标题 某某", 1, "不是“名称: 内容”"],
    ["顺序: 降序", 1, "没有“顺序”这一项"],
    ["次序: 倒序", 1, "不能是“倒序”"],
    ["前: 零", 1, "要写一个数字"],
    ["只要: 乡镇", 1, "没有“乡镇”这个单位或性质"],
  ])("%s", (line, number, message) => {
    const found = fault("单位 × 交办", line);
    expect([found.line, found.message]).toEqual([number, expect.stringContaining(message)]);
  });
  test("an option twice", () => expect(fault("单位 × 交办", "前: 1", "前: 2").line).toBe(2));
});

describe("the HTML", () => {
  const { markup, passages } = tableBlock(
    [textPiece("单位 × 交办、办结率")],
    [[textPiece("标题: 办理“情况”")], [textPiece("合计: 首行")]],
    scope,
  );
  const html = written(markup());
  test("names heads, marks figures with their exact value and puts the total where it is asked for", () => {
    expect(html).toContain(
      '<caption><span class="table-title">办理“情况”</span><span class="table-unit">单位：件</span></caption>',
    );
    expect(html).toContain('<th scope="col" class="brief">办结率</th>');
    expect(html).toContain('<tbody><tr class="total"><th scope="row" class="brief">合计</th>');
    expect(html).toContain('<data class="figure" value="0.65">65.0%</data>');
    expect(html).toContain('<td class="brief">—</td>');
    expect(html).not.toMatch(/style=/);
  });
  test("returns every figure in reading order", () =>
    expect(
      passages
        .flatMap(({ pieces }) => pieces)
        .filter((piece) => piece.kind === "figure")
        .map(({ text }) => text),
    ).toEqual("20 65.0% 6 100.0% 3 0.0% 10 70.0% 0 1 0.0%".split(" ")));
  test("issue 15 as a table says what its sentences say", () => {
    const [, , first, ...rest] = read("单位 × 交办、办结、正在办理、办结率", handbookScope(), "次序: 降序");
    expect(first).toBe("零陵区 32 27 5 84.4%");
    expect(rest.slice(-2)).toEqual(["冷水滩、零陵、经开区共有 1 0 1 0.0%", "合计 215 160 55 74.4%"]);
  });
});

describe("a column may have a form of its own", () => {
  const scope = scopeOf(
    "交办: { 截至: 2020-11-01, 单位: { 零陵区: 4, 冷水滩区: 3, 道县: 3 } }",
    `交办: { 截至: 2020-11-02, 单位: { 零陵区: 6, 冷水滩区: 7, 道县: 3 }, 类别: { 大气: 9, 水: 7, 噪声: 4 } }
办结: { 截至: 2020-11-02, 单位: { 零陵区: 5, 冷水滩区: 5, 道县: 3 } }
罚款: { 单位: { 零陵区: 12.50, 道县: 3 } }`,
  );
  test("shares, places, cut rates, changes; the total's words and its order", () =>
    expect(
      read(
        "单位 × 交办、占比、名次、办结率 | 百分比: 2, 去尾、比上期=交办.新增 | 增减",
        scope,
        "次序: 降序, 办结率",
        "合计名: 总计",
      ),
    ).toEqual([
      "单位 交办 占比 名次 办结率 比上期 单位：件",
      "道县 3 18.8% 3 100.00% 持平",
      "零陵区 6 37.5% 2 83.33% 增加2件",
      "冷水滩区 7 43.8% 1 71.42% 增加4件",
      "总计 16 100.0% — 81.25% 增加6件",
      "注：阶段性办结计入办结。办结率多余的位数舍去，不四舍五入。",
    ]));
  test("limits on a column, remarks, a unit line of one's own", () =>
    expect(read("单位 × 交办、罚款", scope, "至少: 6", "单位: 件、万元", "备注: 零陵区: 待核")).toEqual([
      "单位 交办 罚款 备注 单位：件、万元",
      "零陵区 6 12.50 待核",
      "冷水滩区 7 0 ",
      "小计 13 12.50 ",
    ]));
  test("limits count the 0 of a member that the data does not list", () =>
    expect(read("单位 × 交办、罚款", scope, "以下: 3, 罚款").slice(1)).toEqual([
      "冷水滩区 7 0",
      "道县 3 3",
      "小计 10 3",
    ]));
  test("remarks stand in tables of issues and of measures too", () => {
    expect(read("各期 × 交办", scope, "备注: 第1期: 试刊").slice(1)).toEqual(["第1期 10 试刊", "第2期 16 "]);
    expect(read("指标 × 交办、办结", scope, "备注: 办结: 待核").slice(1)).toEqual(["交办 16 件 ", "办结 13 件 待核"]);
  });
  test("a limit on another column", () =>
    expect(read("单位 × 交办、办结率", scope, "不足: 80%, 办结率", "合计: 无").slice(1, 2)).toEqual([
      "冷水滩区 7 71.4%",
    ]));
  test("cases counted apart are of the whole: shares come to 100% in a table, a sentence and a chart alike", () => {
    const joint = scopeOf(
      "交办: { 截至: 2020-11-01, 单位: { 零陵区: 4, 道县: 3 }, 共有: [{ 单位: [零陵区, 道县], 件数: 3 }] }",
    );
    expect(read("单位 × 交办、占比", joint).slice(1, 5)).toEqual([
      "零陵区 4 40.0%",
      "道县 3 30.0%",
      "零陵区、道县共有 3 30.0%",
      "合计 10 100.0%",
    ]);
    expect(plainText(phrase("交办.单位 | 占比: 1", joint))).toBe("零陵区40.0%、道县30.0%");
    for (const lines of [[], ["合计: 无"], ["前: 1"]]) {
      const { markup } = chartBlock(
        [textPiece("占比 单位 × 交办")],
        lines.map((line) => [textPiece(line)]),
        joint,
      );
      expect(written(markup())).toContain(">40.0%</text>");
    }
  });
  test.each(["占比 | 百分比: 0", "占比 | 占比: 0"])("%s: a form behind shares is that of the shares", (column) =>
    expect(read(`单位 × 交办、${column}`, scope).slice(1)).toEqual([
      "零陵区 6 38%",
      "冷水滩区 7 44%",
      "道县 3 19%",
      "合计 16 100%",
    ]),
  );
  test("shares of mentions leave the total blank", () =>
    expect(read("类别 × 交办、占比", scope).slice(1, 5)).toEqual([
      "大气 9 45.0%",
      "水 7 35.0%",
      "噪声 4 20.0%",
      "合计 16 —",
    ]));
  test.each([
    ["单位 × 交办、办结率", "不足: 97, 办结率", "写成“不足: 97%”"],
    ["单位 × 交办", "次序: 降序, 办结", "这里有：交办"],
    ["单位 × 交办", "备注: 双牌县: 待核", "这里有：零陵区"],
    ["单位 × 交办 | 前: 3", "", "写在下面的“只要”“前”“次序”里"],
    ["单位 × 交办", "最近: 3", "请删去这一行"],
    ["单位 × 交办", "合计名: ", "请写上，或者删去这一行"],
    ["单位 × 交办 | 百分比: 0", "", "占多少的写“占比”"],
    ["各期 × 交办、名次", "", "写在“单位 × 交办、占比、名次”这样的表里"],
    ["指标 × 交办、办结", "次序: 降序", "请删去这一行"],
    ["各期 × 交办", "前: 3", "请删去这一行"],
    ["单位 × 交办", "备注: 零陵区: 待核；零陵区: 已核", "请并成一条"],
  ])("%s / %s is refused", (argument, line, hint) =>
    expect(() => read(argument, scope, line)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(hint) as string }),
    ),
  );
});
