/** Numbers typed by hand against the data of issue 15. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { check, found } from "./reading.ts";

const root = path.resolve(import.meta.dirname, "../../../fixtures/example");
const seed = readFileSync(path.join(root, "../issue-15.txt"), "utf8");

describe("the seed typed entirely by hand", () => {
  test("gives no finding, with its data and without", () => {
    expect(check(seed).problems).toEqual([]);
    expect(check(seed, "").problems).toEqual([]);
  });

  test("agrees with the data wherever that says something", () => {
    const states = check(seed).numbers.map(({ token, state }) => `${token.text} ${state.kind}`);
    expect(states.filter((state) => state.endsWith("typed-agrees"))).toHaveLength(56);
    expect(states.filter((state) => state.endsWith("typed-unchecked"))).toEqual(
      [
        "一",
        "八",
        "2",
        "5.5",
        "92",
        "8",
        "9",
        "26",
        "25",
        "1",
        "900",
        "300",
        "70",
        "23",
        "60",
        "98.9",
        "200",
        "4",
        "1",
      ].map((typed) => `${typed} typed-unchecked`),
    );
  });

  test("betrays every count of its column that is one off, at its place, and nothing else", () => {
    const lines = seed.split("\n");
    const column = lines.lastIndexOf("【信访件情况】");
    let tried = 0;
    for (const { token, state } of check(seed).numbers) {
      const { line, column: at } = token.block.place(token.start);
      // 还1件涉及冷水滩、零陵、经开区 is broken by the end of a page.
      if (state.kind !== "typed-agrees" || line <= column) continue;
      const wrong = token.text === "十五" ? "十四" : String(Number(token.text) + 1);
      const characters = [...(lines[line - 1] ?? "")];
      characters.splice(at - 1, token.text.length, wrong);
      const { problems } = check(lines.with(line - 1, characters.join("")).join("\n"));
      expect(problems.map((problem) => [problem.place.line, problem.place.column])).toEqual([[line, at]]);
      tried++;
    }
    expect(tried).toBe(56);
  });
});

describe("a number that contradicts the data", () => {
  test.each<[string, string]>([
    ["截至11月7日，督察组共转办信访件251件。", "typed-count 251"],
    ["全市累计接到转办件216件。", "typed-count 216"],
    ["截至11月8日，已办结161件。", "typed-count 161"],
    ["目前正在办理56件，均在抓紧推进。", "typed-count 56"],
    ["省督察组向我市转办了十四批215件信访案件。", "typed-count 十"],
    ["督察组累计交办我市信访举报件共225件。", "typed-count 225"],
    ["其中重点件40件。", "typed-count 40"],
    ["交办的重要件共14件，全部由县级领导包案。", "typed-count 14"],
    ["零陵区已办结26件。", "typed-count 26"],
    ["道县累计接到转办件17件，已全部交办到位。", "typed-count 17"],
    ["蓝山已办结4件。", "typed-count 4"],
    ["截至目前，经开区共接到转办件2件。", "typed-count 2"],
    ["冷水滩、零陵、经开区共有的2件正在会商。", "typed-count 2"],
    ["另有3件涉及冷水滩区、零陵区和经开区。", "typed-count 3"],
    ["10月23日至11月7日，督察组共转办信访件251件。", "typed-count 251"],
    ["11月1日至7日，督察组累计转办信访件251件。", "typed-count 251"],
    ["截至11月8日，全市办结率90%。", "typed-count 90"],
    ["目前信访件办结率达到74.5%。", "typed-count 74.5"],
    ["零陵区办结率为90%。", "typed-count 90"],
    ["截至11月7日，全市累计接到信访件215件，祁阳县26件。", "typed-count 26"],
    ["截至11月7日，全市累计接到信访件221件，祁阳县26件。", "typed-count 221"],
    ["督察组共转办信访件215件，其中，冷水滩区56件，零陵区34件。", "typed-count 34"],
    ["督察组共转办信访件215件，其中冷水滩区56件（占26%），祁阳23件。", "typed-count 23"],
    ["截至11月8日，已办结160件（其中道县14件）。", "typed-count 14"],
    ["督察组共转办信访件215件，已办结160件，其中道县15件。", "typed-count 15"],
    ["督察组共转办信访件215件，来电196件。", "typed-count 196"],
    ["来电196件，来信20件。", "typed-list 196"],
    ["大气污染、水污染、噪声污染分别为115件、92件和97件。", "typed-list 97"],
    ["按单位分为：冷水滩区56、零陵区32、东安县52。", "typed-list 52"],
    ["零陵区8件、道县7件、东安县9件、祁阳县6件。", "typed-list 9"],
    ["居前三位的是冷水滩区56件、零陵区23件、东安县25件。", "typed-list 23"],
    ["大气污染115件、水污染92件、噪声污染97件。", "typed-list 97"],
    ["（冷水滩44件、零陵27件、东安20件、祁阳19件、回龙圩2件）", "typed-list 2"],
    ["双牌、市城管局、蓝山各5件，冷水滩区56件、零陵区32件、东安县25件、祁阳县24件。", "typed-list 5"],
    [
      "冷水滩区56件、零陵区32件、东安县25件、祁阳县24件、道县18件、宁远县15件、江华12件、新田8件、江永5件、双牌4件、市城管局4件、蓝山4件、经开区3件、金洞3件",
      "typed-list 3",
    ],
  ])("%s", (sentence, expected) => {
    expect(found(sentence)[0]).toBe(expected);
  });

  test("is told with the data's value and the expression to write instead", () => {
    const [problem] = check("零陵区已办结26件。").problems;
    expect(problem).toMatchObject({
      code: "typed-count",
      severity: "warning",
      place: { file: "a.md", line: 1, column: 7 },
      message: "这里手写的是26件，数据里“办结.单位.零陵”是27件",
      hint: "请核对；是同一个数的，写成“{{办结.单位.零陵}}件”，以后不会再写错。",
    });
  });
});

describe("a number of something else", () => {
  test.each([
    "截至10月30日，督察组共转办信访件120件。",
    "昨日新接转办件12件。",
    "第十四批转办信访件12件。",
    "今年以来，全市共受理环境信访件1024件，办结1010件。",
    "去年同期办结302件。",
    "本周办结30件。",
    "约办结150件。",
    "零陵区住建局办结3件，零陵区生态环境分局办结5件。",
    "冷水滩区、零陵区合计办结71件。",
    "查处环境违法案件23件，责令整改12家。",
    "下达整改通知书70份，已完成整改25个。",
    "接到群众电话后，执法人员3人赶赴现场。",
    "未办结的要抓紧，力争月底前办结200件。",
    "督察组交办问题26个，正在逐一整改。",
    "每天平均办结5件。",
    "清理垃圾215吨、排查排污口56个。",
    "同类问题办结率达98%。",
    "去年全市办结率98%。",
    "重点件办结率100%。",
    "办结率较上期提高3.2%。",
    "11月1日至7日，督察组共转办信访件51件。",
    "来电20件，来信3件。",
    "道县中队检查32家，东安县中队检查15家，祁阳县中队检查10家。",
    "冷水滩区12个、零陵区9个、东安县7个。",
    "其中冷水滩区56件、零陵区32件。",
    "件数较多的是冷水滩区56件、零陵区32件、东安县25件、祁阳县24件、道县18件。",
    "冷水滩、祁阳共有的3件。",
    "全市累计接到信访件215件，祁阳县3件正在办理。",
    "全市累计接到信访件215件，祁阳县公安局3件，祁阳县昨日3件。",
    "全市累计接到信访件215件，冷水滩区、零陵区91件。",
    "全市累计接到信访件215件，其中属实180件，祁阳县20件。",
    "全市累计接到信访件215件，办结160件，祁阳县24件。",
    "截至10月30日，全市累计接到信访件120件，祁阳县12件。",
    "全市累计接到信访件215件，其他191件，祁阳县24件。",
    "全市累计接到信访件215件。祁阳县查处3件。",
    "全市累计接到信访件215件，祁阳县约30件，冷水滩区58个。",
    // With the joint case that it has a part in.
    "全市累计接到信访件215件，零陵区33件。",
    // Its own 27 and the part of a joint case that it has done.
    "零陵区已办结28件。",
  ])("%s", (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  test("in an article about one unit, a bare total is that unit's", () => {
    const body = "截至11月8日，已办结20件。";
    expect(found(body, undefined, "东安县扎实办理信访件")).toEqual([]);
    expect(found(body, undefined, "信访件办理情况")).toEqual(["typed-count 20"]);
    expect(found("全市已办结20件。", undefined, "东安县扎实办理信访件")).toEqual(["typed-count 20"]);
  });
});

describe("a table typed by hand", () => {
  const table = (head: string, ...rows: string[]): string =>
    `${head}\n${head.replace(/[^|]+/g, "---")}\n${rows.join("\n")}\n`;
  const told = (body: string): string[] =>
    check(body).problems.map(({ place, code, message }) => `${place.line}:${place.column} ${code} ${message}`);

  test("is held against the data that its heads name, either way round", () => {
    expect(
      told(
        table(
          "| 单位 | 交办（件） | 办结率 |",
          "| 零陵区 | 23 | 84.4% |",
          "| 道县 | 18 | 72% |",
          "| 合计 | 216件 | 74.4% |",
        ),
      ),
    ).toEqual([
      "3:9 typed-count 这里手写的是23，数据里“交办.单位.零陵区”是32",
      "5:8 typed-count 这里手写的是216件，数据里“交办”是215件",
    ]);
    expect(told(table("| 指标 | 来电 | 来信 |", "| 交办 | 195 | 21 |", "| 重点件 | | |"))).toEqual([]);
    expect(
      told(table("| 指标 | 零陵区 | 道县 | 合计 |", "| 交办 | 32 | 18 | 215 |", "| 办结 | 27 | 12 | 160 |")),
    ).toEqual(["4:13 typed-count 这里手写的是12，数据里“办结.单位.道县”是13"]);
  });

  test("of other things is held against its own total", () => {
    const rows = ["| 单位 | 检查企业 | 出动人次 |", "| 零陵区 | 12 | 1,200 |", "| 道县 | 30 | — |"] as const;
    expect(told(table(...rows, "| 合计 | 43 | 1200 |"))).toEqual(["5:8 sentence-sum 合计写的是43，上面各行加起来是42"]);
    expect(told(table(...rows, "| 其中国企 | 3 | 1 |", "| 合计 | 42 | 1200 |"))).toEqual([]);
  });

  test("of another day, or with blank cells, is left alone", () => {
    expect(
      told(table("| 单位 | 交办 | 办结 |", "| 零陵区 | 22 | 17 |", "| 道县 | 11 | 9 |", "| 东安县 | | 3 |")),
    ).toEqual([]);
    expect(told(table("| 单位 | | 办结 |", "| 零陵区 | 22 | 27 |", "| 道县 | 11 | 13 |"))).toEqual([]);
  });
});

describe("states", () => {
  const states = (body: string): string[] =>
    check(body).numbers.map(({ token, state }) =>
      [token.text, state.kind, "expression" in state ? state.expression : ""].filter(Boolean).join(" "),
    );
  test("tell which tally a typed number equals", () => {
    expect(states("11月8日，已办结160件，道县13件，罚款5.5万元，第3次调度，115件涉气。")).toEqual([
      "11 not-a-count",
      "8 not-a-count",
      "160 typed-agrees 办结",
      "13 typed-agrees 办结.单位.道县",
      "5.5 typed-unchecked",
      "3 not-a-count",
      "115 typed-agrees 交办.类别.大气污染",
    ]);
  });
  test("do not take a small or common number for a tally", () => {
    expect(states("出动3件设备，处理8件，12件物资。")).toEqual([
      "3 typed-unchecked",
      "8 typed-unchecked",
      "12 typed-unchecked",
    ]);
  });
});
