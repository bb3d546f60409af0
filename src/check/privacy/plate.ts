import { arabic } from "./digits.ts";
import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";

const SHORT = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
const LONG =
  "北京|天津|河北|山西|内蒙古|内蒙|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆";
const JOINER = "[-·._,、/ ]{0,2}";
/** I and O are never used, yet an O is typed for a 0. */
const SIGN = "A-HJ-Za-hj-z0-9";
const LETTER = "[A-HJ-NP-Za-hj-np-z]";
const LAST = `[${SIGN}挂学警港澳领试超临]`;
/** In one piece, in two, or sign for sign. */
const tail = (signs: number): string => {
  const compact = `[${SIGN}]{${signs - 1}}${LAST}`;
  const halves = Array.from(
    { length: signs - 1 },
    (_, at) => `[${SIGN}]{${at + 1}}[-·. ][${SIGN}]{${signs - at - 2}}${LAST}`,
  );
  const apart = `(?:[${SIGN}]${JOINER}){${signs - 1}}${LAST}`;
  return [compact, ...halves, apart].join("|");
};
/** New-energy plates have six signs: D, F and their like in front for small vehicles, at the end for large ones. */
const GREEN = `[A-HJKa-hjk] ?[${SIGN}](?: ?\\d){4}|(?:\\d ?){5}[A-HJKa-hjk]`;
const END = "(?![A-Za-z0-9])(?!\\.\\d)";
const VEHICLE =
  "(?:的|号)?[^,。;\\d\\n]{0,4}(?:货车|渣土车|轿车|汽车|面包车|摩托|三轮|卡车|罐车|拖车|挂车|客车|车辆|农用车|搅拌车|越野车|小车|皮卡)";
const LABEL = '(?:车牌号码|车牌号|车牌|车号|牌照号|牌照|号牌号码|号牌|车辆号)(?:[:是为“(" ]{0,3})';

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:[${SHORT}]|(?:${LONG})) ?(?:牌)?${JOINER}${LETTER}${JOINER}(?:临)?(?:${GREEN}|${tail(5)})${END}`,
    "dg",
  ),
  new RegExp(`WJ[ ·]?[${SHORT}]?[ ·]?\\d{4}[0-9A-Z]${END}`, "dg"),
  /(?<![\dA-Za-z])[使领] ?\d{6}(?!\d)/dg,
  new RegExp(`(?<=[军空海北沈兰济南广成] ?)()${LETTER}[-· ]?\\d{5}${END}(?=${VEHICLE}|[,。]|$)`, "dg"),
  new RegExp(`${LABEL}((?:临)?${LETTER}${JOINER}(?:${GREEN}|${tail(5)}))${END}`, "dg"),
  new RegExp(`${LABEL}((?:\\d ?){5}|[${SIGN}]{5})${END}(?! ?[万亿]?[元辆件个副块])`, "dg"),
  new RegExp(`(?<![A-Za-z0-9])(${LETTER}[-· ]?(?=[${SIGN}]*\\d[${SIGN}]*\\d)[${SIGN}]{5})(?=${VEHICLE})`, "dg"),
  new RegExp(
    `(?<=(?:[货轿客汽卡罐拖挂跑包型]车|皮卡|摩托) ?)(${LETTER}[-· ](?=[${SIGN}]*\\d[${SIGN}]*\\d)[${SIGN}]{5})${END}`,
    "dg",
  ),
  // The middle dot of a plate alone: B·7Q281.
  new RegExp(`(?<![A-Za-z0-9])(${LETTER}·(?=[${SIGN}]*\\d[${SIGN}]*\\d)[${SIGN}]{5})${END}`, "dg"),
  // Tractors and harvesters: the region's number for the letter.
  new RegExp(`[${SHORT}] ?\\d{2}[-·. /]{0,2}\\d{5}(?!\\d)(?! ?[号件万亿元户吨人家个])`, "dg"),
];
const TRIGGER = new RegExp(
  `(?:[${SHORT}军空海北沈兰济南广成使领]|江|苏|林|疆|古|宁|夏|徽|建|西|东|川|州|肃|海|庆|津) ?牌?${JOINER}[A-Za-z0-9]|牌|车号|车辆号|WJ|(?<![A-Za-z0-9])[A-Za-z][-· ]?(?=[A-Za-z0-9]{0,4}\\d)[A-Za-z0-9]{5}(?![A-Za-z0-9])`,
);
/** 新PM2.5, 湘GB3838: standards and pollutants, whose first sign looks like a plate's. */
const NO_PLATE = /^.{1,3}(?:PM|GB|HJ|COD|BOD|ISO|SO2|NO|VOC|DB|K\d{1,4}\+)/i;

export const numberPlate: PrivacyRule = {
  id: "private-plate",
  name: "车牌号码",
  level: "error",
  fixable: false,
  mend: "请删去号牌，或用 * 隐去中间几位",
  explanation:
    "各省普通、新能源六位、挂车、教练、警用、港澳出入境、军车、武警、使馆、拖拉机号牌，“车牌”字样后或车辆前没有写省份的也报。",
  example: { wrong: "货车湘M12345偷倒渣土", right: "货车湘M1***5偷倒渣土" },
  trigger: TRIGGER,
  basis: `${BASIS}；GA 36—2018`,
  find(text) {
    const digits = arabic(text);
    return PATTERNS.flatMap((pattern) =>
      [...digits.matchAll(pattern)].flatMap((match): PersonalItem[] => {
        const own = match[1] === undefined || match[1] === "" ? undefined : match.indices?.[1];
        const [start, end] = own ?? [match.index, match.index + match[0].length];
        const plate = digits.slice(start, end);
        if (!/\d/.test(plate) || NO_PLATE.test(match[0])) return [];
        return [{ start, end, shown: `${text.slice(start, start + 2)}****${text.charAt(end - 1)}` }];
      }),
    );
  },
};
