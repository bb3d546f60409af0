/** A made-up ledger of any size with twenty columns, the same every time; its summaries have commas, quotes and line breaks. */

import { addDays, isoDate } from "../../src/base/text/moment.ts";
import { Random } from "./random.ts";

const headings =
  "序号,批次,受理编号,来源,受理日期,交办时限,责任单位,是否重点件,问题摘要,行政区域,污染类型,是否属实,处理和整改情况,办结状态,办结日期,责令整改,立案处罚,罚款金额,约谈,问责";
const units = [
  "冷水滩区",
  "零陵区",
  "东安县",
  "祁阳县",
  "道县",
  "宁远",
  "江华",
  "新田",
  "江永",
  "双牌",
  "蓝山",
  "经开区",
  "金洞",
  "市城管局",
];
const categories = ["大气", "水", "噪声", "生态", "其它", "土壤", "固废", "油烟", "扬尘"];
const start = { year: 2020, month: 10, day: 24 };

export function largeLedger(records: number): string {
  const random = new Random(4);
  const lines = [headings];
  for (let at = 0; at < records; at++) {
    const batch = 1 + Math.floor((at * 300) / records);
    const received = addDays(start, batch - 1);
    const shared = random.below(50) === 0 ? ["冷水滩区", "零陵区"] : [random.pick(units)];
    const kinds = random.shuffled(categories).slice(0, 1 + random.below(2));
    const isClosed = random.below(10) < 7;
    const fine = random.below(10) === 0 ? String(1000 * (1 + random.below(50))) : "";
    lines.push(
      [
        at + 1,
        batch,
        `D1HC2020${String(at + 1).padStart(6, "0")}`,
        random.pick(["来电", "来信"]),
        isoDate(received),
        isoDate(addDays(received, 15)),
        shared.join("、"),
        random.below(5) === 0 ? "是" : "否",
        `"合成数据，不是真实的信访件。反映某厂排放废气,气味""刺鼻""，影响周边居民生活；\n夜间作业噪声大，多次反映没有解决。"`,
        "某区某镇",
        kinds.join("、"),
        random.pick(["属实", "部分属实", "不属实"]),
        "合成数据，已责令企业立行立改，加强现场管理，严格落实各项环保措施，确保达标排放。",
        isClosed ? "已办结" : "正在办理",
        isClosed ? isoDate(addDays(received, 1 + random.below(30))) : "",
        random.below(2),
        random.below(2),
        fine,
        random.below(3),
        0,
      ].join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}
