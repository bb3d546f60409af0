/** `::: 图表`: what the drawings say, to those who see them and to those who do not. */

import { describe, expect, test } from "vitest";
import { chartBlock } from "../../../../src/document/chart/block.ts";
import { ticksAround, ticksTo } from "../../../../src/document/chart/chart-data.ts";
import { finishedDrawing } from "../../../../src/document/chart/finished-drawing.ts";
import { library } from "../../../../src/document/chart/library.ts";
import { written } from "../../../../src/base/text/markup.ts";
import { plainText, textPiece } from "../../../../src/compute/phrase/piece.ts";
import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { countsOf, handbookScope, scopesOf, vocabularyOf } from "../../compute/phrase/handbook-issue.ts";

const scope = handbookScope();

function draw(argument: string, ...lines: string[]) {
  const made = chartBlock(
    [textPiece(argument)],
    lines.map((line) => [textPiece(line)]),
    scope,
  );
  const html = written(made.markup());
  return {
    html,
    svg: /<svg[\s\S]*<\/svg>/.exec(html)?.[0] ?? "",
    texts: [...html.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]),
    pieces: made.passages.flatMap((passage) => passage.pieces),
  };
}

describe("bars", () => {
  const chart = draw("柱状 单位 × 交办", "标题: 各单位交办件数", "次序: 降序", "前: 3");
  test("one for each row, the figure at its end and the name before it", () =>
    expect(chart.texts).toEqual([
      "56", "32", "25", "101", "1",
      "冷水滩区", "零陵区", "东安县", "其余12个单位", "冷水滩、零陵、经开区共有",
    ])); // prettier-ignore
  test("of several measures tell by their labels which is which, and by their fill without colour", () => {
    const both = draw("柱状 单位 × 交办、办结", "次序: 降序", "前: 1", "合计: 无");
    expect(both.texts.slice(0, 4)).toEqual(["交办 56", "办结 44", "交办 158", "办结 116"]);
    expect(both.svg).toContain('fill="none"');
  });
});

describe("what lies below 0", () => {
  const vocabulary = vocabularyOf(
    "分组: { 站点: { 项目: [东站, 西站] } }\n指标: { 超限: { 量词: 米, 小数: 2, 可为负: 是, 可减少: 是, 不合计: 是 } }",
  );
  const [, scope] = scopesOf(
    vocabulary,
    ["东站: 0.20, 西站: 0.40", "东站: -0.50, 西站: 0.30"].map((levels, at) => ({
      number: at + 1,
      date: `2020-07-0${at + 1}`,
      counts: countsOf(`超限: { 站点: { ${levels} } }`, vocabulary),
    })),
  );
  const html = (argument: string) => written(chartBlock([textPiece(argument)], [], scope as Scope).markup());
  test("is drawn to the left of the axis, within the picture, its number behind the axis", () => {
    const attribute = (tag: string, name: string): number => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
    const rects = [...html("柱状 站点 × 超限").matchAll(/<rect [^>]*>/g)].map(([tag]) => {
      const x = attribute(tag, "x");
      return [x, x + attribute(tag, "width")] as const;
    });
    const [[east, zero] = [0, 0], [west, end] = [0, 0]] = rects;
    expect(rects).toHaveLength(2);
    expect(east).toBeGreaterThan(0);
    expect(zero).toBeCloseTo(west, 0);
    expect(end).toBeLessThan(640);
    expect((zero - east) / (end - west)).toBeCloseTo(5 / 3, 1);
  });
  test("has ticks of its own in a trend", () => expect(html("趋势 超限.站点.东站")).toMatch(/>-1<.*>0<.*>1</s));
  test.each([
    [-0.5, 0.2, [-0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2]],
    [-3, 0, [-3, -2, -1, 0]],
    [0, 0, [0, 1]],
  ])("ticks from %d to %d", (least, greatest, ticks) => expect(ticksAround(least, greatest, false)).toEqual(ticks));
});

describe("shares", () => {
  const chart = draw("占比 类别 × 交办", "次序: 降序");
  test("are of all mentions, each labelled", () =>
    expect(chart.texts.slice(0, 6)).toEqual(["36.3%", "29.0%", "24.9%", "5.7%", "2.8%", "1.3%"]));
  test("stand in the table beside the counts", () => {
    expect(chart.html).toContain('<th scope="col" class="brief">占比</th>');
    expect(chart.html).toMatch(/>115<\/data><\/td><td class="brief"><data class="figure" value="[^"]*">36\.3%/);
  });
});

describe("trends", () => {
  const chart = draw("趋势 交办、办结、正在办理", "标题: 走势");
  test("have every issue on the axis and each line's name and last figure at its end", () => {
    expect(chart.texts).toEqual(expect.arrayContaining(["第14期", "第15期", "正在办理 55", "办结 160", "交办 215"]));
  });
  test("tell lines apart by dashes", () => expect(chart.svg.match(/stroke-dasharray/g)).toHaveLength(2));
  test("keep the names at the ends apart", () => {
    const vocabulary = vocabularyOf("分组: {}\n指标: { 甲: , 乙: , 丙: }");
    const [, close] = scopesOf(
      vocabulary,
      [1, 2].map((number) => ({
        number,
        date: `2020-01-0${number}`,
        counts: countsOf("甲: 100\n乙: 100\n丙: 99", vocabulary),
      })),
    );
    const html = written(chartBlock([textPiece("趋势 甲、乙、丙")], [], close as Scope).markup());
    const heights = [...html.matchAll(/translate\([\d.]+,([\d.]+)\)" y="0.32em">[甲乙丙] /g)].map((match) =>
      Number(match[1]),
    );
    expect(heights).toHaveLength(3);
    const sorted = heights.sort((a, b) => a - b);
    expect(Math.min(...sorted.slice(1).map((height, at) => height - (sorted[at] ?? 0)))).toBeGreaterThanOrEqual(17.9);
  });
});

describe("a drawing fits its page", () => {
  const { svg, html, pieces } = draw("柱状 单位 × 办结率", "标题: 各单位办结率（“县区”）", "只要: 县区");
  test("is one image with a name and its figures in words", () => {
    expect(svg).toMatch(/^<svg class="chart-drawing" role="img" xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain("<title>各单位办结率（“县区”）</title>");
    expect(svg).toContain("<desc>柱状图。零陵84.4%、");
  });
  test("carries no style, no id, no colour, no transparency, no font of its own, no address", () =>
    expect(svg.replace(/xmlns="[^"]*"/, "")).not.toMatch(
      /<style|style=|id=|opacity="(?!1")|rgb|font-family|https?:|url\(/,
    ));
  test("has the table behind it, folded away on the page", () => {
    expect(html).toContain('<details class="chart-data"><summary>数据表</summary><figure class="table');
    expect(html).toContain("<figcaption>各单位办结率（“县区”）</figcaption>");
  });
  test("or the table below it, where it is to be printed", () => {
    const printed = draw("柱状 单位 × 交办", "数据表: 印出").html;
    expect(printed).not.toContain("<details");
    expect(printed).toMatch(/<\/figure>\n<figure class="table/);
  });
  test("returns all its figures, drawn ones first", () => expect(plainText(pieces)).toContain("84.4%"));
  test("is the same to the byte whenever it is drawn", () => {
    const again = draw("柱状 单位 × 办结率", "标题: 各单位办结率（“县区”）", "只要: 县区");
    expect(again.html).toBe(html);
  });
  test("has short numbers", () => {
    expect(svg).not.toMatch(/\d\.\d{3,}/);
    const { document } = library();
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    drawn.innerHTML = '<style>path { fill: red; }</style><path aria-label="a" d="M1.23456,2.99999L-3.14159,4"/>';
    const { svg: finished, words } = finishedDrawing(drawn, "题", "说明");
    expect(finished).toContain('<desc>说明</desc><path d="M1.23,3L-3.14,4"');
    expect(words).toBe("题说明");
  });
});

test.each([
  [215, true, [0, 50, 100, 150, 200, 250]],
  [3, true, [0, 1, 2, 3]],
  [0, true, [0, 1]],
  [0.744, false, [0, 0.2, 0.4, 0.6, 0.8]],
  [1, true, [0, 1]],
])("ticks up to %d", (greatest, whole, ticks) => expect(ticksTo(greatest, whole)).toEqual(ticks));

describe("mistakes", () => {
  test.each([
    ["", "要写明是哪种图", ""],
    ["饼状 类别 × 交办", "没有“饼状”这种图", "饼状"],
    ["柱状 单位", "要写明行和列", ""],
    ["柱状 单位 × 交半", "没有“交半”", "交半"],
    ["柱状 单位 × 交办、办结率", "量词要相同", ""],
    ["占比 类别 × 交办、办结", "", ""],
    ["占比 单位 × 办结率", "算不出占比", ""],
    ["趋势 交半", "各期都没有这些指标的数据", ""],
  ])("::: 图表 %s", (argument, message, piece) => {
    let fault: unknown;
    try {
      draw(argument);
    } catch (thrown) {
      fault = thrown;
    }
    expect(fault).toBeInstanceOf(Error);
    const { message: said, span } = fault as { message: string; span: { start: number; end: number } };
    expect(said).toContain(message);
    if (piece !== "") expect(argument.slice(span.start, span.end)).toBe(piece);
  });
});
