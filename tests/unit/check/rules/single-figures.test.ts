/**
 * Every figure of every fixture raised by one in turn: some rule objects, or the list below says why nothing in the data can tell.
 * What is listed must be compared with the raw material by eye.
 */

import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { countedRoot, figuresOf, unnoticed } from "../../../support/wrong-figures.ts";

const fixtures = path.resolve(import.meta.dirname, "../../../fixtures");

interface Unseen {
  /** Names of figures: measure, group, line. */
  readonly figures: RegExp;
  readonly why: string;
}

const overlapping = "一件可以属于几类：各类之和本来就多于合计，每一类在 0 和合计之间都说得通";
const noTotal = "只有一列分项，没有合计，也没有另一种分法：各项多一件少一件，总数跟着变";
const alone = "单独一个数，没有分项，也没有前一期可比";

const roots: Readonly<Record<string, readonly Unseen[]>> = {
  "counts/yongzhou-2020-15": [
    { figures: /^交办\.类别\./, why: overlapping },
    { figures: /^(重点件|办结)\.单位\./, why: noTotal },
  ],
  "briefings/fangxun": [
    { figures: /^雨量\.站点\./, why: "各站雨量互不相干，不合计" },
    { figures: /^(受灾人口|紧急转移|受灾面积|绝收面积|倒塌房屋|经济损失)\.县区\./, why: noTotal },
    { figures: /^水库\.(合计|水情\.泄洪)$/, why: overlapping },
  ],
  "briefings/fangxun-ribao": [
    { figures: /^平均雨量\.合计$/, why: alone },
    { figures: /^(库水位|汛限水位|河水位|警戒水位)\./, why: "各处水位互不相干，不合计，会升会降" },
    { figures: /^正在安置\.县区\./, why: "会增会减，只能看出不多于累计转移" },
  ],
  "briefings/anquan-zhoubao": [
    { figures: /^受伤\.合计$/, why: "本周的一个数，没有分项，也不逐周累计" },
    { figures: /^(累计)?较大事故\.合计$/, why: "前面各周不在档案里，只能看出不多于事故、累计不少于本周" },
  ],
  "briefings/hotline-yuebao": [{ figures: /^(按时办结率|满意率)\./, why: "别处算好的比率，没有分子分母可算" }],
  "briefings/guizhou-2018-24": [
    { figures: /^本批\.类型\./, why: overlapping },
    { figures: /^(累计|办结)\.合计$/, why: "没有第 23 期的累计，只能看出不少于本批、不多于已交办" },
    { figures: /^(责令整改|立案处罚|罚款|立案侦查|刑事拘留|约谈|问责)$/, why: alone },
  ],
  "briefings/haikou-2019-13": [
    { figures: /^本批\.(合计|类别\..+)$/, why: overlapping },
    { figures: /^累计\.合计$/, why: "没有第 12 期的累计，只能看出不少于本批" },
  ],
  "briefings/hainan-23": [{ figures: /^(本批\.合计|本批办结)$/, why: alone }],
  "briefings/hunan-2018-4": [
    { figures: /^(本批|累计)\.类型\./, why: overlapping },
    { figures: /^(本批|累计)\.(单位|共有)\./, why: noTotal },
    { figures: /^(本批|累计)重点件$/, why: alone },
  ],
  "briefings/jining-2024-17": [
    { figures: /^本批\.问题\./, why: overlapping },
    { figures: /^累计\.合计$/, why: "没有第 16 期的累计，只能看出不少于本批" },
  ],
  "briefings/shizhang-xinxiang": [
    { figures: /^(办结|满意)\.承办单位\./, why: noTotal },
    { figures: /^受理\.诉求\./, why: "写了“可不全”，只列其中几项：加起来不超过合计就说得通" },
  ],
  "briefings/sixth-2025-17": [
    { figures: /^受理\.合计$/, why: "没有第 15 期的累计；来源只列来电：只能看出不少于来电" },
    { figures: /^受理\.来源\.来电$/, why: "写了“可不全”，只列来电：不超过合计就说得通" },
    { figures: /^(转办|累计转办)\.单位\.|^累计受理\.合计$/, why: "档案里最早的一期（底数）：没有更早的累计可比" },
    { figures: /^重复件$/, why: alone },
    { figures: /^办理\.单位×状态\./, why: "只有一张交叉表，行和列都由它得出，没有另写的合计" },
  ],
};

const counted = readdirSync(path.join(fixtures, "briefings")).map((name) => `briefings/${name}`);

describe.each([...counted, "counts/yongzhou-2020-15"])("%s", (name) => {
  const listed = roots[name] ?? [];
  const root = countedRoot(path.join(fixtures, name));
  const left = unnoticed(root, (text) => {
    const decimals = text.split(".")[1]?.length ?? 0;
    return (Number(text) + 1).toFixed(decimals);
  }).map((figure) => figure.name);

  test("has no figure that may be one too many unnoticed, but those listed", () => {
    expect(left.filter((figure) => !listed.some(({ figures }) => figures.test(figure)))).toEqual([]);
  });
  test("lists nothing that is found", () => {
    for (const { figures } of listed) expect(left.some((figure) => figures.test(figure))).toBe(true);
  });
  test("is read number by number", () => {
    const digits = root.issues.flatMap(({ counts }) => [
      ...counts
        .replace(/#.*/g, "")
        .replace(/(截至|起始): *[\d-]+( \d+时)?/g, "")
        .replace(/^免检:[\s\S]*/m, "")
        .matchAll(/(?<![\d.-])\d+(\.\d+)?(?![\d.-])/g),
    ]);
    expect(root.issues.flatMap(figuresOf).length).toBeGreaterThanOrEqual(digits.length);
  });
});
