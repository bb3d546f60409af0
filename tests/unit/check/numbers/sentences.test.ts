/** Numbers of one sentence against each other, without any data. */

import { describe, expect, it } from "vitest";
import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import { phrase, placeholders } from "../../../../src/compute/phrase/phrase.ts";
import { handbookScope } from "../../compute/phrase/handbook-issue.ts";
import { seedVocabulary } from "../rules/yongzhou.ts";
import { articleOf, check, found } from "./reading.ts";

const alone = (sentence: string): string[] => found(sentence, "");

describe("neighbours that do not add up", () => {
  it.each<[string, string]>([
    ["共转办信访件216件，其中来电195件、来信20件。", "sentence-sum 216"],
    ["来电195件，来信21件，共计215件。", "sentence-sum 215"],
    ["来电12件、来信3件、来访2件，合计18件。", "sentence-sum 18"],
    ["涉及该区的问题共26个。目前已完成24个，剩余1个。", "sentence-sum 1"],
    ["共9大类26个问题，已完成整改25个，其余2个正在推进。", "sentence-sum 2"],
    ["排查发现问题40个，已整改35个，正在整改6个。", "sentence-sum 6"],
    ["累计接到转办件215件，正在办理54件，已办结160件。", "sentence-sum 54"],
    ["共受理件120件，已办结80件，阶段性办结20件，未办结30件。", "sentence-sum 30"],
    ["反馈问题12个，完成整改10个，尚未完成3个。", "sentence-sum 3"],
    ["已办结161件（冷水滩100件、零陵60件）。", "sentence-sum 161"],
    ["转办信访件30件：零陵区12件、道县10件、东安县9件。", "sentence-sum 30"],
    ["排查出问题20个，分别为：违建8个、占道7个、油污4个。", "sentence-sum 20"],
    ["核查100件，其中属实60件、部分属实25件、不属实14件。", "sentence-sum 100"],
    ["重要件20件。零陵区8件、道县7件、东安县6件。", "sentence-sum 20"],
    ["共出动3组：冷水滩区2组、零陵区2组。", "sentence-sum 3"],
    ["移交件45件，任城区20件、兖州区15件，其余11件。", "sentence-sum 45"],
    ["清理点位10处，其中零陵区6处、道县5处。", "sentence-sum 10"],
    ["县级层面、乡级层面各6件，村级层面3件，共计16件。", "sentence-sum 16"],
    ["共交办215件，已办结160件，办结率75.4%。", "sentence-share 75.4"],
    ["共接到转办件198件，已办结196件，办结率98%。", "sentence-share 98"],
    ["共受理1427件，已办结492件，办结率为54.9%。", "sentence-share 54.9"],
    ["共转办200件，涉气115件，占总数的58.5%。", "sentence-share 58.5"],
    ["按行业分，餐饮8件（36%）、工业7件（23%）、施工4件（18%）、养殖2件（9%）、其他1件（5%）。", "sentence-share 23"],
    ["清理问题40个，违建、占道、油污分别为20个、12个和9个。", "sentence-sum 40"],
    ["共转办30件：零陵区12、道县10、东安县9。", "sentence-sum 30"],
    ["大气40.2%、水30.5%、噪声20.1%、其他10.2%。", "sentence-share 10.2"],
  ])("%s", (sentence, expected) => {
    expect(alone(sentence)).toEqual([expected]);
  });

  it("are told with their sum", () => {
    expect(check("来电195件，来信21件，共计215件。", "").problems[0]).toMatchObject({
      severity: "warning",
      place: { line: 1, column: 16 },
      message: "来电195件、来信21件加起来是216件，合计写的是215件",
    });
    expect(check("共接到转办件198件，已办结196件，办结率98%。", "").problems[0]?.message).toBe(
      "由196件与198件算出来是99%，这里写的是98%（截尾了，没有四舍五入）",
    );
  });
});

describe("neighbours that do, or need not", () => {
  it.each([
    "共转办信访件215件，其中来电195件、来信20件。",
    "来电195件，来信20件，共计215件。",
    "涉及该区的问题共9大类26个。到目前为止，已完成整改并销号的问题25个，剩余的1个问题正在组织实施。",
    "累计接到转办件215件，正在办理55件（含共有的1件），已办结160件。",
    "共受理1427件，已办结492件，阶段性办结291件，正在办理644件，办结率54.9%。",
    "共交办215件，已办结160件，办结率74.4%。",
    "共转办215件，其中大气115件、水92件、噪声79件。",
    "共转办20件，同一件可能涉及多类：大气15件、水10件。",
    "共转办100件，其中重点件12件。",
    "共转办100件，其中冷水滩区20件、零陵区15件。",
    "排查问题26个，其中扬尘8个、油烟7个等。",
    "移交件43件：任城区20件、兖州区22件，其余1件涉及兖州区和邹城市。",
    "已办结160件（责令整改30件、立案处罚12件）。",
    "办结12件，责令整改9家，罚款30万元，约谈5人。",
    "出动执法人员900余人次，检查企业300余家，下达决定书70份，查处案件23件。",
    "立案5件，其中移送公安2件。",
    "约100件，其中来电60件、来信30件。",
    "A市、B市各10件，C市5件，共计25件。",
    "环境优良率为98.9%，同比提高1.2个百分点。",
    "已完成总工程量的92%。",
    "整改完成率达到100%，比上月提高5%。",
    "大气40.2%、水30.5%、噪声20.1%。",
    "大气35.2%、噪声23.8%、水19.7%、土壤5.7%、生态5.2%、其他10.4%。",
    "大气39.8%、水13.43%、土壤5.97%、噪声24.38%、生态10.95%、其他5.47%。",
    "共转办200件，涉气115件，占总数的57.5%。",
    "截至10时转办22件：零陵区6件，道县9件，东安县6件，另有1件由祁阳县、双牌县共有。",
    "转办302件。剔除重复件15件后，实有287件，已办结221件，正在办理66件。",
    "共116件，其中重点件12件。按单位分为：零陵区56、道县40、东安县20。",
    "按行业分，餐饮8件（36%）、工业7件（32%）、施工4件（18%）、养殖2件（9%）、其他1件（5%）。",
    "大气问题最多，有72个；土壤、水、噪声方面的问题数量分别为62个、59个和23个。",
    "共建成2个站、3座桥、5条路。",
    "11月4日检测3次，11月5日检测2次，共6人参加。",
    "第一组3人、第二组4人，分赴两地。",
    "共有村庄20个，已完成治理12个，计划年底前再完成5个。",
    "共排查企业30家，发现问题45个，已整改40个。",
    "整改问题25个，新增问题3个，剩余4个。",
    "甲乡5户、乙乡6户搬迁，共补偿120万元。",
    "市级领导包案10件、县级领导包案31件，涉及12个乡镇。",
    "4家企业中，2家停产、1家整改、1家搬迁。",
  ])("%s", (sentence) => {
    expect(alone(sentence)).toEqual([]);
  });
});

describe("lists that expressions print", () => {
  const problems = (body: string): string[] => {
    const printed = placeholders(body).found.map((placeholder) => ({
      placeholder,
      pieces: phrase(placeholder.text, handbookScope()),
    }));
    return checkNumbers({ ...articleOf(body), printed }, seedVocabulary, undefined).problems.map(
      ({ message, hint }) => `${message}。${hint ?? ""}`,
    );
  };

  it.each([
    "全市交办{{交办.单位 | 前: 3}}，居前三位，共5家。",
    "共交办{{交办}}件：{{交办.单位 | 前: 3}}，居前三位；约谈5人。",
    "共交办215件：{{交办.单位 | 前: 3}}，居前三位；约谈5人。",
  ])("are no breakdown of a number before them: %s", (body) => expect(problems(body)).toEqual([]));

  it("with the rest of them are", () => {
    expect(problems("共交办215件：{{交办.单位 | 前: 3}}、其余103件。")[0]).toMatch(/加起来是216件，前面写的是215件/);
  });

  it("in full are held against a total typed by hand; typed ones are to be quoted", () => {
    expect(problems("共交办216件：{{交办.来源}}。")).toEqual([
      "来电195件、来信20件加起来是215件，前面写的是216件。请核对这一句里的数字；手写的数，数据里有的，最好用 {{…}} 引用。",
    ]);
  });
});
