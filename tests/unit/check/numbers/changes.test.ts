/** Changes and times typed by hand, held against the data of the month, of the month before and of the same month of last year. */

import { describe, expect, it } from "vitest";
import type { Bulletin } from "../../../../src/model/bulletin.ts";
import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import { phrase, placeholders } from "../../../../src/compute/phrase/phrase.ts";
import { Scopes } from "../../../../src/document/scope.ts";
import { archiveOf, vocabularyOf } from "../rules/archive.ts";
import { articleOf } from "./reading.ts";

const vocabulary = vocabularyOf(`
分组:
  渠道: { 项目: [电话, 网络, 微信] }
  承办单位: { 项目: [市城管局, 市住建局, 市交通局] }
指标:
  受理: { 可减少: 是 }
  办结: { 属于: 受理, 可减少: 是 }
  办结率: { 算式: 办结 / 受理, 百分比: 1 }
`);

function month(year: number, number: number, last: number, units: readonly number[], closed: readonly number[]) {
  const period = `起始: ${year}-0${number}-01\n  截至: ${year}-0${number}-${last}`;
  const [a = 0, b = 0, c = 0] = units;
  const [d = 0, e = 0, f = 0] = closed;
  return {
    id: `${year}-${number}`,
    date: `${year}-0${number + 1}-05`,
    counts: `
受理:
  ${period}
  承办单位: { 市城管局: ${a}, 市住建局: ${b}, 市交通局: ${c} }
办结:
  ${period}
  承办单位: { 市城管局: ${d}, 市住建局: ${e}, 市交通局: ${f} }
`,
  };
}

const data = archiveOf(
  vocabulary,
  month(2022, 6, 30, [500, 300, 160], [490, 280, 150]),
  month(2023, 5, 31, [520, 310, 170], [500, 290, 160]),
  month(2023, 6, 30, [600, 310, 140], [590, 300, 130]),
);

const bulletin: Pick<Bulletin, "masthead" | "issuer"> = {
  masthead: { scope: undefined, name: "热线月报" },
  issuer: "热线办",
};
const archive = { ...data, bulletin: { ...data.bulletin, ...bulletin } };

function told(text: string, { isTitle = false } = {}): string[] {
  const issue = archive.issues.at(-1);
  const scope = issue === undefined ? undefined : new Scopes(archive).of(issue);
  if (issue === undefined || scope === undefined) throw new Error("no issue");
  const context = { issue, tallies: scope.tallies, scope };
  const printed = placeholders(text).found.map((placeholder) => ({
    placeholder,
    pieces: phrase(placeholder.text, scope),
  }));
  const article = { ...articleOf(text), printed };
  const title = { ...article, bodyStart: text.length, printedRanges: [[0, text.length] as const], title: text };
  return checkNumbers(isTitle ? title : article, vocabulary, context).problems.map(({ message }) => message);
}

describe("a change that the data does not bear out", () => {
  it.each([
    ["与上月相比，全市受理量增加90件。", "这里手写的是“增加90件”，由数据“受理.新增”算出来是增加50件"],
    ["本月受理1050件，环比增长5.0%；办结1002件，较上月增加70件。", "这里手写的是1002件，数据里“办结”是1020件"],
    ["全市12345平台受理1150件，环比增长5.0%。", "这里手写的是1150件，数据里“受理”是1050件"],
    ["6月份共受理诉求1050件，环比增长4.5%。", "这里手写的是“增长4.5%”，由数据“受理.环比”算出来是增长5.0%"],
    ["本月受理1050件，较上月增加90件。", "这里手写的是“增加90件”，由数据“受理.新增”算出来是增加50件"],
    ["本月受理1050件，比上期减少50件。", "这里手写的是“减少50件”，由数据“受理.新增”算出来是增加50件"],
    ["受理量环比增长15%。", "这里手写的是“增长15%”，由数据“受理.环比”算出来是增长5%"],
    ["全市受理量同比上升9.5%。", "这里手写的是“上升9.5%”，由数据“受理.同比”算出来是增长9.4%"],
    ["本月受理1050件，比去年同期多80件。", "这里手写的是“多80件”，由数据“受理 - 去年同期.受理”算出来是增加90件"],
    [
      "办结率为97.1%，环比提高3.2个百分点。",
      "这里手写的是“提高3.2个百分点”，由数据“办结率 - 上期.办结率”算出来是提高2.1个百分点",
    ],
    [
      "办结率同比下降1.3个百分点。",
      "这里手写的是“下降1.3个百分点”，由数据“办结率 - 去年同期.办结率”算出来是提高1.3个百分点",
    ],
    ["本月受理1050件，环比增长5.0%，同比增长9.6%。", "这里手写的是“增长9.6%”，由数据“受理.同比”算出来是增长9.4%"],
    ["本月受理1050件，较上月增加50件、增长8.0%。", "这里手写的是“增长8.0%”，由数据“受理.环比”算出来是增长5.0%"],
    [
      "市交通局受理140件，环比下降16.7%。",
      "这里手写的是“下降16.7%”，由数据“受理.承办单位.市交通局.环比”算出来是下降17.6%",
    ],
    // A comparison is of the measure, never of the comparison before it.
    [
      "受理{{受理}}件，环比{{受理.环比 | 增减率: 1}}，同比增长9.6%。",
      "这里手写的是“增长9.6%”，由数据“受理.同比”算出来是增长9.4%",
    ],
    [
      "受理1050件，比上月{{受理.新增 | 增减}}，环比增长8.0%。",
      "这里手写的是“增长8.0%”，由数据“受理.环比”算出来是增长5.0%",
    ],
    [
      "受理1050件，同比{{受理 - 去年同期.受理 | 增减}}、增长9.6%。",
      "这里手写的是“增长9.6%”，由数据“受理.同比”算出来是增长9.4%",
    ],
    [
      "办结率97.1%，同比{{办结率 - 去年同期.办结率 | 增减点: 1}}，环比提高3.2个百分点。",
      "这里手写的是“提高3.2个百分点”，由数据“办结率 - 上期.办结率”算出来是提高2.1个百分点",
    ],
    ["本月受理1150件，环比{{受理.环比 | 增减率: 1}}，同比增长9.4%。", "这里手写的是1150件，数据里“受理”是1050件"],
    ["市城管局受理量同比增长25%。", "这里手写的是“增长25%”，由数据“受理.承办单位.市城管局.同比”算出来是增长20%"],
  ])("%s", (sentence, message) => {
    expect(told(sentence)).toEqual([message]);
  });
});

const june = "这里写的是“5月份”，“受理”是6月1日至6月30日的";

describe("a time typed by hand that is not the data's", () => {
  it.each([
    ["5月份，全市共受理诉求{{受理}}件。", june],
    ["5月份全市受理诉求1050件，办结{{办结}}件。", june],
    ["本月（5月份）受理{{受理}}件。", june],
    ["1至5月，共受理{{受理}}件。", "这里写的是“1至5月”，“受理”是6月1日至6月30日的"],
    ["第一季度受理{{受理}}件。", "这里写的是“第一季度”，“受理”是6月1日至6月30日的"],
    ["5月1日至31日，市城管局受理{{受理.承办单位.市城管局}}件。", "这里写的是“5月1日至31日”，“受理”是6月1日至6月30日的"],
    ["2022年6月份，受理{{受理}}件。", "这里写的是“2022年6月份”，“受理”是6月1日至6月30日的"],
    ["5月份办结率{{办结率}}。", "这里写的是“5月份”，“办结率”是6月1日至6月30日的"],
  ])("%s", (sentence, message) => {
    expect(told(sentence)).toEqual([message]);
  });
  it.each(["5月份热线运行情况", "关于2023年5月诉求受理情况的通报", "热线月报（5月1日至31日）"])(
    "in a headline: %s",
    (title) => {
      expect(told(title, { isTitle: true })).toEqual([expect.stringContaining("这一期的数是6月1日至6月30日的")]);
    },
  );
  it.each([
    "6月份，全市共受理诉求{{受理}}件，比5月份增加{{受理.新增}}件。",
    "6月1日至30日，受理{{受理}}件。",
    "第二季度以来形势平稳，6月份受理{{受理}}件。",
    "5月份受理1000件，6月份受理{{受理}}件。",
    "5月份受理{{上期.受理}}件。",
    "5月份受理诉求1000件。",
    "针对5月份集中反映的噪声问题，市城管局共受理{{受理.承办单位.市城管局}}件。",
    "自5月份起，受理{{受理}}件。",
    "5月底前，受理{{受理}}件。",
    "24小时值守，受理{{受理}}件。",
    "较5月份受理{{受理}}件。",
  ])("but not: %s", (sentence) => {
    expect(told(sentence)).toEqual([]);
  });
  it.each([
    "6月份热线运行情况",
    "5月份交办问题整改情况",
    "5月份起实行新办法",
    "2023年上半年工作要点",
    "我市召开5月份调度会",
  ])("nor in a headline: %s", (title) => {
    expect(told(title, { isTitle: true })).toEqual([]);
  });
});

describe("a row of changes behind 分别", () => {
  it.each([
    ["本月受理、办结分别环比增长5.0%、4.7%。", "这里手写的是“增长4.7%”，由数据“办结.环比”算出来是增长7.4%"],
    [
      "市城管局、市住建局受理量同比分别增长20%、33%。",
      "这里手写的是“增长33%”，由数据“受理.承办单位.市住建局.同比”算出来是增长3%",
    ],
    [
      "市城管局、市住建局办结量环比分别增加90件和20件。",
      "这里手写的是“增加20件”，由数据“办结.承办单位.市住建局.新增”算出来是增加10件",
    ],
  ])("%s", (sentence, message) => {
    expect(told(sentence)).toEqual([message]);
  });
});

describe("a change that is right, or that the data does not know", () => {
  it.each([
    "6月份共受理诉求1050件，环比增长5.0%，同比增长9.4%。",
    "本月受理1050件，较上月增加50件、增长5%。",
    "受理量环比上升5%，办结率环比提高2.1个百分点。",
    "办结率同比提高1.3%。",
    "市住建局受理310件，同比增加10件，增长3.3%。",
    "市交通局受理140件，同比减少20件，下降12.5%。",
    "本月受理1050件，较上周增加12件。",
    "5月份受理1000件，环比增长12.5%。",
    "城管类诉求受理1200件，环比增长3%。",
    "全市空气质量优良率环比提高3.2个百分点。",
    "投诉举报320件，环比下降11%。",
    "上半年受理6000件，同比增长11%。",
    "处罚12家，同比增加3家。",
    "受理量较高的有市城管局，占比同比增长3%。",
    "本月受理1050件，其中扬尘类120件，环比增长33%。",
    "本月受理量增长到1050件。",
    "本月受理1050件，比上年全年平均水平高30件。",
    "会议指出：“受理量环比增长30%。”",
    "本月受理、办结分别环比增长5.0%、7.4%。",
    "与上月相比，全市受理量增加50件，办结率提高2.1个百分点。",
    "与上月相比，扬尘类诉求增加90件。",
    "本月受理1050件，环比增长5.0%；办结1020件，较上月增加70件；办结率97.1%。",
    "市城管局、市住建局受理量同比分别增长20%、3.3%。",
    "本月受理1050件，环比{{受理.环比 | 增减率: 1}}，同比增长9.4%。",
    "本月受理1050件，同比{{受理.同比 | 增减率: 1}}，环比增长5.0%。",
    "受理1050件，比上月{{受理.新增 | 增减}}，环比增长5.0%，同比增长9.4%。",
    "受理{{受理}}件，同比{{受理 - 去年同期.受理 | 增减}}，增长9.4%，环比增长5.0%。",
    "办结率97.1%，同比{{办结率 - 去年同期.办结率 | 增减点: 1}}，环比提高2.1个百分点。",
    "平均每件受理{{受理 / 办结 | 小数: 2}}次，环比增长5%。",
    "东区、西区受理量同比分别增长40%、33%。",
  ])("%s", (sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});
