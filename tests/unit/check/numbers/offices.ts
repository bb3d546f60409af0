/** Bulletins of five kinds of offices by their data alone, for sentences to be held against. */

import { checkNumbers } from "../../../../src/check/numbers/index.ts";
import type { Vocabulary } from "../../../../src/model/vocabulary.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { archiveOf, vocabularyOf } from "../rules/archive.ts";
import { seedCounts, seedVocabulary } from "../rules/yongzhou.ts";
import { articleOf } from "./reading.ts";

export interface Office {
  readonly vocabulary: Vocabulary;
  readonly counts: string;
  /** Of the issue. */
  readonly date: string;
}

const city: Office = { vocabulary: seedVocabulary, counts: seedCounts, date: "2020-11-08" };

/** A batch of a central inspection, and all batches so far. */
const province: Office = {
  date: "2021-09-25",
  vocabulary: vocabularyOf(
    `
分组:
  市州: { 登记: units.yaml }
  类型: { 项目: [大气, 水, 噪声, 土壤, 生态, 其他], 可重复: 是 }
指标:
  转办:
  累计转办: { 累计自: 转办 }
  办结: { 属于: 累计转办 }
  立案处罚: { 量词: 家 }
  罚款: { 量词: 万元, 小数: 2 }
  约谈: { 量词: 人 }
  办结率: { 算式: 办结 / 累计转办, 百分比: 1 }
`,
    {
      "units.yaml":
        "[{ 全称: 武汉市, 简称: 武汉 }, { 全称: 黄石市, 简称: 黄石 }, { 全称: 十堰市, 简称: 十堰 }, { 全称: 宜昌市, 简称: 宜昌 }, { 全称: 襄阳市, 简称: 襄阳 }, { 全称: 鄂州市, 简称: 鄂州 }, { 全称: 荆门市, 简称: 荆门 }, { 全称: 孝感市, 简称: 孝感 }, { 全称: 恩施土家族苗族自治州, 简称: 恩施, 别名: [恩施州] }, { 全称: 神农架林区, 简称: 神农架 }]",
    },
  ),
  counts: `
转办:
  截至: 2021-09-24
  批次: 22
  市州: { 武汉: 58, 黄石: 20, 十堰: 9, 宜昌: 8, 襄阳: 7, 鄂州: 6, 荆门: 5, 孝感: 4, 恩施州: 3, 神农架: 1 }
  类型: { 大气: 52, 水: 41, 噪声: 30, 土壤: 12 }
累计转办:
  截至: 2021-09-24
  批次: 1-22
  市州: { 武汉: 1138, 黄石: 420, 十堰: 209, 宜昌: 208, 襄阳: 137, 鄂州: 106, 荆门: 95, 孝感: 74, 恩施州: 43, 神农架: 8 }
办结:
  截至: 2021-09-25
  市州: { 武汉: 1100, 黄石: 398, 十堰: 200, 宜昌: 208, 襄阳: 120, 鄂州: 100, 荆门: 90, 孝感: 70, 恩施州: 40, 神农架: 8 }
立案处罚: 312
罚款: 1234.56
约谈: 35
`,
};

/** A mayor's hotline, by the month. */
const hotline: Office = {
  date: "2023-07-05",
  vocabulary: vocabularyOf(`
分组:
  渠道: { 项目: [电话, 网络, 微信] }
  承办单位: { 项目: [市城管局, 市住建局, 市交通局, 市教育局] }
  诉求: { 项目: [咨询, 求助, 投诉, 建议] }
指标:
  受理: { 可减少: 是 }
  办结: { 属于: 受理, 可减少: 是 }
  满意: { 属于: 办结, 可减少: 是 }
  办结率: { 算式: 办结 / 受理, 百分比: 1 }
  满意率: { 算式: 满意 / 办结, 百分比: 1 }
`),
  counts: `
受理:
  起始: 2023-06-01
  截至: 2023-06-30
  渠道: { 电话: 9800, 网络: 1500, 微信: 700 }
  承办单位: { 市城管局: 5200, 市住建局: 3100, 市交通局: 2500, 市教育局: 1200 }
  诉求: { 咨询: 7000, 求助: 2600, 投诉: 2000, 建议: 400 }
办结:
  起始: 2023-06-01
  截至: 2023-06-30
  承办单位: { 市城管局: 5148, 市住建局: 3069, 市交通局: 2475, 市教育局: 1188 }
满意: { 起始: 2023-06-01, 截至: 2023-06-30, 合计: 11167 }
`,
};

/** Work safety, by the week. */
const safety: Office = {
  date: "2024-03-25",
  vocabulary: vocabularyOf(`
分组:
  县区: { 项目: [东城区, 西城区, 南山县, 北河县] }
指标:
  检查企业: { 量词: 家 }
  排查隐患: { 量词: 项 }
  整改: { 属于: 排查隐患, 量词: 项 }
  责令停产: { 量词: 家 }
  整改率: { 算式: 整改 / 排查隐患, 百分比: 1 }
`),
  counts: `
检查企业:
  起始: 2024-03-18
  截至: 2024-03-24
  县区: { 东城区: 120, 西城区: 86, 南山县: 64, 北河县: 42 }
排查隐患:
  起始: 2024-03-18
  截至: 2024-03-24
  县区: { 东城区: 230, 西城区: 171, 南山县: 90, 北河县: 55 }
整改:
  起始: 2024-03-18
  截至: 2024-03-24
  县区: { 东城区: 228, 西城区: 171, 南山县: 89, 北河县: 54 }
责令停产: 3
`,
};

/** A district's own bulletin: streets below it. */
const district: Office = {
  date: "2022-05-12",
  vocabulary: vocabularyOf(`
分组:
  镇街: { 项目: [城关镇, 东山镇, 河西街道, 湖滨街道] }
指标:
  交办:
  办结: { 属于: 交办 }
  正在办理: { 算式: 交办 - 办结, 可减少: 是 }
`),
  counts: `
交办: { 截至: 2022-05-11, 镇街: { 城关镇: 21, 东山镇: 12, 河西街道: 33, 湖滨街道: 14 } }
办结: { 截至: 2022-05-11, 镇街: { 城关镇: 21, 东山镇: 12, 河西街道: 33, 湖滨街道: 14 } }
`,
};

/** Accidents, with measures named in full: 死亡人数, 办结件. */
const accidents: Office = {
  date: "2024-04-03",
  vocabulary: vocabularyOf(`
分组:
  县区: { 项目: [东城区, 西城区, 南山县] }
指标:
  事故起数: { 量词: 起 }
  死亡人数: { 量词: 人 }
  隐患数: { 量词: 项 }
  整改数: { 属于: 隐患数, 量词: 项 }
  受理件:
  办结件: { 属于: 受理件 }
`),
  counts: `
事故起数: { 起始: 2024-03-01, 截至: 2024-03-31, 县区: { 东城区: 12, 西城区: 9, 南山县: 4 } }
死亡人数: { 起始: 2024-03-01, 截至: 2024-03-31, 合计: 6 }
隐患数: { 起始: 2024-03-01, 截至: 2024-03-31, 合计: 346 }
整改数: { 起始: 2024-03-01, 截至: 2024-03-31, 合计: 330 }
受理件: { 起始: 2024-03-01, 截至: 2024-03-31, 县区: { 东城区: 120, 西城区: 86, 南山县: 64 } }
办结件: { 起始: 2024-03-01, 截至: 2024-03-31, 县区: { 东城区: 110, 西城区: 80, 南山县: 60 } }
`,
};

export const offices = { city, province, hotline, safety, district, accidents };
export type OfficeName = keyof typeof offices;

/** What is found in a sentence: `text from there on | message`. */
export function foundIn(name: OfficeName, sentence: string, title = ""): string[] {
  const { vocabulary, counts, date } = offices[name];
  const number = date.slice(5, 7).replace(/^0/, "");
  const [issue] = archiveOf(vocabulary, { id: `${date.slice(0, 4)}-${number}`, date, counts }).issues;
  if (issue === undefined) throw new Error("no issue");
  const tallies = new IssueTallies(issue.counts, vocabulary);
  const { problems } = checkNumbers({ ...articleOf(sentence), title }, vocabulary, { issue, tallies });
  const lines = sentence.split("\n");
  return problems.map(({ place, message }) => {
    const rest = [...(lines[place.line - 1] ?? "")].slice(place.column - 1).join("");
    return `${rest} | ${message}`;
  });
}
