import { replacing, type ProseRule } from "../rule.ts";

const ORDER = "年月日时点期批条项";
const AMOUNT = "天周件个家人户名元万亿亩吨米公里岁分倍度%℃";
const LATIN_UNIT = "(?:[ckm]?m[²³]?|mg|kg|t|dB)(?![A-Za-z])";
/** A hyphen or en dash between two numbers before a unit word; a number of three parts is a code or a date. */
const HYPHEN = new RegExp(
  String.raw`(?<![\w.\-–])(?<from>\d+(?:\.\d+)?)(?<unit>[${ORDER}%℃]?)(?<sign>[-–])(?=(?<to>\d+(?:\.\d+)?)[多余]?(?:(?<order>[${ORDER}])|[${AMOUNT}]|${LATIN_UNIT}))`,
  "gu",
);
const CLOCK = /(?<![\d:])\d{1,2}:\d{2}(?<sign>[-–])(?=\d{1,2}(?<order>:)\d{2}(?![\d:]))/g;
const TILDE = new RegExp(`\\d[${ORDER}${AMOUNT}°]?[ \\t]?(?<sign>[~∼˜])(?=[ \\t]?\\d)`, "gu");

/** 数值、时间的起止：一字线 for what stands in order (dates, batches), 浪纹线 for amounts. */
export const numberRange: ProseRule = {
  id: "number-range",
  name: "起止号",
  level: "warning",
  fixable: true,
  explanation:
    "时间、数目的起止用一字线“—”、浪纹线“～”或“至”连接，不用半角的连字符和波浪号；标准号、编号、电话号码不报。",
  example: { wrong: "1-9月，降低10~15%", right: "1—9月，降低10～15%" },
  basis: "GB/T 15834—2011 4.13；GB/T 15835—2011 5.1.3",
  find(block) {
    const found = [HYPHEN, CLOCK, TILDE].flatMap((pattern) => [...block.text.matchAll(pattern)]);
    return found.filter(rises).map((match) => {
      const { sign = "", order } = match.groups ?? {};
      const at = match.index + match[0].lastIndexOf(sign);
      const right = order === undefined ? "～" : "—";
      return replacing(at, at + 1, right, `数字起止之间用了“${sign}”`, `改为“${right}”，或写作“至”`);
    });
  },
};

/** 第35-1批 is the first part of batch 35, not a range. */
function rises(match: RegExpExecArray): boolean {
  const { from, unit, to } = match.groups ?? {};
  return from === undefined || unit !== "" || Number(from) < Number(to);
}
