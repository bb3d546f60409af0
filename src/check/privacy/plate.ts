import { MEASURE, OWNER, PLATE, PUBLIC_VEHICLE, PUBLIC_VEHICLE_NAME, VEHICLE } from "./cues.ts";
import type { NumberedText } from "./digits.ts";
import { BASIS, type PrivacyRule } from "./item.ts";
import type { PersonalItem } from "./personal-item.ts";

const SHORT = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
const LONG =
  "北京|天津|河北|山西|内蒙古|内蒙|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆";
const JOINER = "[-·._,、/ ]{0,3}";
/** I and O are never used, yet an O is typed for a 0. */
const SIGN = "A-HJ-Za-hj-z0-9";
const LETTER = "[A-HJ-NP-Za-hj-np-z]";
const LAST = `[${SIGN}挂学警港澳领试超临]`;
/** Five signs in one piece, in two, or sign for sign. */
const TAIL = [
  `[${SIGN}]{4}${LAST}`,
  ...[1, 2, 3, 4].map((first) => `[${SIGN}]{${first}}[-·. ][${SIGN}]{${4 - first}}${LAST}`),
  `(?:[${SIGN}]${JOINER}){4}${LAST}`,
].join("|");
/** New-energy plates have six signs: D, F and their like in front for small vehicles, at the end for large ones. */
const GREEN = `[A-HJKa-hjk] ?[${SIGN}](?: ?\\d){4}|(?:\\d ?){5}[A-HJKa-hjk]`;
const END = "(?![A-Za-z0-9])(?!\\.\\d)";
const DIGITS = `(?=[${SIGN}]*\\d[${SIGN}]*\\d)[${SIGN}]{5}`;
const NEAR_VEHICLE = `(?:的|号)?[^,。;\\d\\n]{0,4}(?:${VEHICLE}|车主|司机)`;
const LABEL = `(?:${PLATE})[:是为“(" ]{0,3}`;
const NOT_COUNTED = `(?! ?(?:${MEASURE}|号|副))`;
/** What all plates of a kind have in common; where a part of a match is the plate, it is the group. */
const PATTERNS: readonly RegExp[] = [
  // 梯11湘M00123 numbers a lift.
  `(?<![梯起容管锅索游]\\d{2})(?:[${SHORT}]|(?:${LONG})) ?(?:牌)?${JOINER}${LETTER}${JOINER}(?:临)?(?:${GREEN}|${TAIL})${END}`,
  `WJ[ ·]?[${SHORT}]?[ ·]?\\d{4}[0-9A-Z]${END}`,
  `(?<![\\dA-Za-z])[使领] ?\\d{6}(?!\\d)`,
  `(?<=[军空海北沈兰济南广成] ?)(${LETTER}[-· ]?\\d{5})${END}(?=${NEAR_VEHICLE}|[,。]|$)`,
  `(?<=军车[^\\dA-Za-z。\\n]{0,4})([A-Z]{2}[-· ]?\\d{5})${END}`,
  `${LABEL}[\\u3400-\\u9fff]{0,2}((?:临)?${LETTER}${JOINER}(?:${GREEN}|${TAIL}))${END}`,
  `${LABEL}((?:\\d ?){5}|[${SIGN}]{5}|\\d{2}[-·. ]?\\d{5})${END}${NOT_COUNTED}`,
  // The number of a frame is as good as a plate.
  `(?:车架号|车辆识别代号|发动机号)[码:是为( ]{0,3}([A-HJ-NPR-Z0-9]{8,17})${END}`,
  `(?<![A-Za-z0-9])(${LETTER}[-· ]?${DIGITS})(?=${NEAR_VEHICLE})`,
  `(?<=(?:[货轿客汽卡罐拖挂跑包型]车|${VEHICLE}) ?[,:(“"]? ?)(${LETTER}[-· ]?${DIGITS})${END}(?![型系款批])`,
  // The middle dot of a plate alone: B·7Q281.
  `(?<![A-Za-z0-9])(${LETTER}·${DIGITS})${END}`,
  // Tractors and harvesters: the region's number for the letter.
  `[${SHORT}] ?[A-Z]?\\d{2}[-·. /]{0,2}[A-Z\\d]\\d{4}(?!\\d)${NOT_COUNTED}`,
  // What somebody saw or remembers of it: 面包车尾号好记,就是M5R206.
  `(?:${PLATE}|车[^,。;\\d\\n]{0,2}尾号)(?![^,。;\\n]{0,6}(?:识别|设备|系统|机))(?:[^。;\\dA-Za-z\\n]|\\d位){0,14}?((?=\\d*[A-Z])[A-Z]?[-· ]?${DIGITS})${END}`,
  `尾号[:是为]?((?=\\d*[A-Z])${DIGITS})${END}(?=${NEAR_VEHICLE})`,
  // A bicycle with a motor bears the town's name: 吉首012345.
  `(?:${PLATE}|电动(?:自行)?(?:车|三轮|两轮)|电瓶车)[^,。;\\d\\n]{0,6}?((?:(?![为是号牌达约近至共计超有过逾量数的])[\\u3400-\\u9fff]){2,3}[ ·]?[A-Z]?\\d{5,7})${END}${NOT_COUNTED}`,
].map((pattern) => new RegExp(pattern, "dg"));
/** What may stand between a word of service and its vehicle: 环卫洒水车, not 环卫站旁的轿车. */
const OWN =
  "(?:(?![的与和被撞刮溅前后旁边站内外里侧门口时中查扣发现拦停获处堵拖追对将把向在一辆员人工私轿家驾骑主诉占]|自(?!卸))[^,。;:()\\n]){0,6}";
const OWNED = "(?:名下|所有|所属|自有|租用)";
const SERVICE = [
  `(?:${PUBLIC_VEHICLE})${OWN}(?:车辆?|线|路|拖拉机)|(?:${PUBLIC_VEHICLE_NAME})|(?:${PUBLIC_VEHICLE})${OWN}(?:公司|集团)`,
  `(?:${OWNER})(?:${OWNED}的?(?:${OWN}车辆?)?|的?(?:${OWN}车辆?|拖拉机))`,
].join("|");
const OTHER_PLATE = "[\\u3400-\\u9fff]?[A-Z][·A-Z\\d]{5,8}";
const PUBLIC_BEFORE = new RegExp(
  `(?:${SERVICE})[(,:“" ]{0,2}(?:(?:${PLATE})[:为是“" ]{0,2})?(?:${OTHER_PLATE}[、和及,]){0,6}[${SHORT}]?$`,
);
const PUBLIC_BEHIND = new RegExp(
  [
    `^号?的?(?:[、和及]${OTHER_PLATE}){0,6}(?:[\\d两三四五六七八九十]{1,2}[台辆])?(?:[为系是(][^,。;()\\d]{0,8}?|(?:新能源|纯?电动|[大中小轻重]型|城市){0,2})(?:(?:${PUBLIC_VEHICLE})${OWN}车|(?:${PUBLIC_VEHICLE_NAME}))`,
    `^[)”"]?(?:[^,。;()\\d]{0,4}车)?[(,]? ?(?:(?![被拖停撞刮剐蹭擦碰压砸到至与向])[^,。;()\\n]){0,18}(?:${OWNER})(?:${OWNED}|[营运]{2}|的?车辆)`,
    `^[)”"]?(?:[^,。;()\\d]{0,4}车)?[(,]? ?(?:车属|[所隶]?属|系|登记)(?:(?!停)[^,。;()\\n]){0,24}(?:${OWNER}|局项目部)(?![职员]工|人员|经理|老板|负责|法人)`,
    `^[)”"]?[(](?:(?!停)[^,。;()\\n]){0,20}(?:${OWNER})[)]`,
  ].join("|"),
);

/** A bus's or a firm's: an editor has to look. */
function isPublicVehicle(text: NumberedText, start: number, end: number): boolean {
  return PUBLIC_BEFORE.test(text.before(start, 40)) || PUBLIC_BEHIND.test(text.behind(end, 40));
}

const TRIGGER = new RegExp(
  `(?:[${SHORT}军空海北沈兰济南广成使领]|江|苏|林|疆|古|宁|夏|徽|建|西|东|川|州|肃|海|庆|津) ?牌?${JOINER}[A-Za-z0-9]|牌|尾号|电[动瓶]|车号|车辆号|车架号|发动机号|军车|WJ|(?<![A-Za-z0-9])[A-Za-z][-· ]?(?=[A-Za-z0-9]{0,4}\\d)[A-Za-z0-9]{5}(?![A-Za-z0-9])`,
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
    "各省普通、新能源六位、挂车、教练、警用、港澳出入境、军车、武警、使馆、拖拉机号牌，“车牌”字样后或车辆前没有写省份的也报；公交、出租、执法等公务营运车和写明属单位的只提醒。",
  example: { wrong: "货车湘M12345偷倒渣土", right: "货车湘M1***5偷倒渣土" },
  trigger: TRIGGER,
  basis: `${BASIS}；GA 36—2018`,
  find(text, _context, numbered) {
    const { digits } = numbered;
    return PATTERNS.flatMap((pattern) =>
      [...digits.matchAll(pattern)].flatMap((match): PersonalItem[] => {
        const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
        if (!/\d/.test(digits.slice(start, end)) || NO_PLATE.test(match[0])) return [];
        const certainty = isPublicVehicle(numbered, start, end) ? "possible" : "sure";
        return [{ start, end, shown: `${text.slice(start, start + 2)}****${text.charAt(end - 1)}`, certainty }];
      }),
    );
  },
};
