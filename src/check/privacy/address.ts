import { BASIS, type PrivacyRule } from "./item.ts";
import type { PersonalItem } from "./personal-item.ts";
import type { NumberedText } from "./digits.ts";

/** How near a part of an address comes to one household. (组、号、栋、单元、层、室) */
type Level = "group" | "house" | "building" | "stair" | "floor" | "door";

const N = "(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,4})";
const SIDE = "[东西南北中左右]";
const HAN_DOOR = "[一二三四五六七八九][〇零一二三四五六七八九]{1,3}(?![\\u3400-\\u9fff])";
/** 501, 1203: a floor and a door of it. 2560 is a count. */
const DOOR_NUMBER = "(?:0?[1-9]|[1-3]\\d|0)(?:0[1-9]|[1-4]\\d)(?!\\d)";
const DOOR = [
  `[A-Z]?\\d{1,2}-${DOOR_NUMBER}`,
  "[1-4]?\\d[A-H](?![A-Za-z\\d])",
  `[A-Z]?${DOOR_NUMBER}(?:室|号房|房(?![屋源地产间])|户(?!居)|号)?`,
  `${N}(?:室|号房|房(?![屋源地产间]))`,
  `${SIDE}\\d?(?:户|屋)`,
  HAN_DOOR,
].join("|");
/** In the order in which they are tried. */
const PARTS: readonly (readonly [Level, string])[] = [
  ["group", `第?${N}(?:村民)?小?组(?![长员合])`],
  ["group", `(?<=[\\u3400-\\u9fff])村民小组(?=[- ]?${N}号)`],
  ["group", `(?<=[村屯寨队场])[\\u3400-\\u9fff]{1,6}(?:小?组|[社队](?=附?${N}号))(?=附?${N}号|[,。;:)的]|$)`],
  [
    "building",
    `${N}(?:栋|幢|座|号楼|#楼?|号院(?![内里子])|排)|[A-Z甲乙丙丁戊东西南北中] ?\\d{0,2}(?:栋|幢|座|号楼)|[甲乙丙丁东西南北]楼`,
  ],
  ["stair", `(?:\\d{1,2}|[一二三四五六七八九十]{1,2}|[甲乙丙丁戊东西南北中])(?:单元|门(?![面市店诊牌前口外]))`],
  ["floor", `(?:${N}|顶|底)[楼层]|${SIDE}[边头]`],
  [
    "house",
    `[附甲乙丙丁]?${N}(?:-\\d{1,3})?[号弄巷](?:之[一二三四五\\d]|(?!楼|院(?![内里子])|(?:(?!的)[\\u3400-\\u9fff])?房))|附${N}(?!\\d)`,
  ],
];
const START = new RegExp(`(?<!\\d)(?:${PARTS.map(([, pattern]) => pattern).join("|")})`, "g");
const NEXT: readonly (readonly [Level, RegExp])[] = [...PARTS, ["door", DOOR] as const].map(([level, pattern]) => [
  level,
  new RegExp(pattern, "y"),
]);
const BETWEEN = /(?:前门|后门|侧门|[前后旁]院|院内|楼上)|[-, ]?/y;
/** 3组大屋院15号 */
const PLACE_BETWEEN = new RegExp(`(?:(?![第共])[\\u3400-\\u9fff]){1,6}(?=${N}号)`, "y");
/** A number that stands alone: 门牌128, 3-2-501, 501室 where somebody lives. */
const ALONE = new RegExp(
  [
    `门牌(?:号码|号)?(?:是|为|:)?[-, ]?${N}(?:-\\d{1,3})?号?(?![\\d个块张户维]|[\\u3400-\\u9fff]*号)`,
    `(?<![\\d-])[A-Z]?\\d{1,3}-\\d{1,2}-${DOOR_NUMBER}室`,
    `(?<=[住居](?:在|于)?|宿舍楼?|公寓)${DOOR_NUMBER}(?:室|号房|房(?![屋源地产间])|(?![\\d.年万亿元件个吨米平人家名间套题床]))`,
  ].join("|"),
  "g",
);

/** 鸿运家园B区-12-1-602, 碧水湾16#-3-2101: an estate, its part, building, unit and door. */
const JOINED = new RegExp(
  `(?<=[\\u3400-\\u9fff)])(?:(?:[A-Z甲乙丙丁东西南北中]\\d?区|${N}[期区]|\\([^()\\d]{1,4}\\))-?)?[A-Z]?\\d{0,3}(?<=[A-Z\\d])(?:[#座栋幢]|号楼)?-(?:(?:\\d{1,2}|[甲乙丙丁])(?:单元)?-)?${DOOR_NUMBER}(?!年|[-.]\\d)`,
  "g",
);
const ESTATE =
  /(?:小区|花园|家园|新村|公寓|宿舍|社区|新城|华庭|名都|豪庭|学府|公馆|[苑城府湾庭居郡院园房墅邸轩]|河东|河西)$/;
const RESIDENT =
  /(?:(?<!单位|店铺|商户|经营)地址|业主|住户|租[户客]|居民|投诉户|信访户|(?:投诉|信访|反映|举报|来电|来访)人|其家|该户|老人)[^,。;\n]{0,20}$/;

/** What a number may belong to that is not a door: 3号矿井, 5号断面, 11号前. */
const THING =
  "地(?!下室)|[井矿桥洞楼点机炉线坝库池沟塘厂窑坑采窿渠闸站泵路标码弃渣堆场隧断文令信公图件通样车船岗哨台仓棚鱼水开杆电上下起完早晚中当晨夜到至之停已以]|[前后](?![院门面边头排栋楼屋座])";
/** A place of business has a public address. */
const BUSINESS =
  "(?:(?![住民户投反举旁附对门前后家])[\\u3400-\\u9fff“”]){0,6}(?:餐|[站点铺馆坊摊店](?!主)|网吧|空调|照明|楼道|消防|水管|电表|地块|连队|银行|支行|厕|诊所|药房|祠|活动室|仓库|车间|饭店|公司|厂|店|超市|学校|医院|企业|作坊|合作社|养殖场|局|会议室|门面|工程|项目|池|器|泵|杆|网格|考生|提案|选手)";
/** 1号、2号、3号供水工程 */
const NO_HOUSE = new RegExp(`^(?:[、,和及至-]\\d{1,4}号)*(?:${THING}|${BUSINESS})`);
const COUNTED = /^(?:单元|\.|[年万亿元件个吨米平人名间套题]|家(?![里中门住的])|床(?!位?\d)|户(?!主)|(?:网格|样本))/;
/** Whoever lives behind a door; 附近居民 and 小区居民 live behind many. */
const DWELLER =
  /^(?:[前后旁]院|院内)?(?:的|之|有|某)?(?:一|一名|一位|一户)?(?:居民|住户|业主|村民|户主|房主|租户|租客|房客|群众|市民|老人|一家|一户|人家|家庭|家中|家里|家门|(?:(?![附周沿旁])[\u3400-\u9fff]){1,2}(?:某|女士|先生|大爷|大妈|阿姨|婆婆|老汉|师傅|家(?![具电])))/;
/** （住豸山路28号）; 住建局 and the like are no homes. */
const LIVES = "(?:^|[(,;、: ] ?|[\\u3400-\\u9fff](?<![入居小未]))住(?![建房宅院户宿持所址在])";
const HOME_CUE = `门牌号?码?|家住|家在|家位于|住处|住所|住址|住在|独居|居住[在于地]|同住(?!建)|(?:家庭|住户|来信|收件)地址|现住|租的|现居(?!民)|暂住|户籍|租住|住于|${LIVES}`;
const HOME = new RegExp(`(?:${HOME_CUE})(?:(?!反映|投诉|举报)[^。;\\n]){0,30}$`);
/** 村委会往东第三家, 职工住房东排7户, 家属院最里头一户: one household told by direction and place in a row. */
const IN_A_ROW = new RegExp(
  `(?:第${N}[家户间孔]|(?:${SIDE}|${N})排第?${N}[家户]|(?:[里后前头末尾]|${SIDE})[头边面侧]?第?一[家户])(?=(?:出租|平|楼)?(?:屋|房)?(?:人家)?(?:[,。;:)”" ]|的|$))(?!的.{0,3}(?:户|居民|村民|群众))`,
  "g",
);
const HOME_IN_A_ROW = new RegExp(
  `(?:${HOME_CUE}|自述|自称)(?!信息|一栏|证明|变更|登记|等|人口|房屋)(?:(?!反映|投诉|举报|门口|(?:居民|村民|群众|住户|租户|企业)(?!小?组|[楼区点委]))[^。;\\n]){0,30}$`,
);
const HOME_BRACKET = /[某家户民人]\([^()。;]{0,24}$/;
/** 家住阳光小区3栋: no door, and yet few live there. */
const LIVES_IN = /(?:家住|家在|住址|住在|独居[在于]|居住[在于]|家庭地址|现住|租住[在于]?|住于)[^。;\n]{0,30}$/;
const VILLAGE =
  /(?:[村屯寨巷弄]|胡同|[村屯寨](?:(?!委会)[\u3400-\u9fff]){0,5}[屋院子湾垴冲坪岭塘坳坡坎坝边头背里上下口角庄组队园坊]|嘎查)$/;
const ROAD = /(?:[路街道巷弄里坊村屯寨段院庄湾冲岭口坪塘苑城]|胡同|[社小]区|花园)$/;
const OFFICE =
  /教室|教学|创业园|注册地址|企业|商厦|商铺|门店|办公|政务|行政中心|政府|机关|大厦|写字楼|公司|宾馆|酒店|会议|接待|门面|医院|学校|厂区|厂房|工业园|产业园|园区|车间|仓库/;
/** Two parts of an address near each other, a number behind the name of a place, a group, or a word of living with a number behind. */
const TRIGGER = new RegExp(
  [
    `(?:${N}|[甲乙丙丁戊东西南北中A-Z] ?)(?:[栋幢座#排楼层号门弄巷-]|单元|小?组)[^。;\\n]{0,7}[\\dA-Z一二三四五六七八九十东西左右顶]`,
    `[\\u3400-\\u9fff](?<![第月])[附甲乙丙丁]?${N}(?:-\\d{1,3})?[号弄巷]`,
    `(?:住(?![建房宅院户宿持])|现居|家[在位]|户[籍口]|地址|寄|自[述称])[^。;\\n]{0,34}[\\d一二三四五六七八九十]`,
    "[村屯寨社区镇乡查场][^,。;\\n]{0,12}组|门牌|宿舍|公寓|[某家户民人]\\(",
  ].join("|"),
);
const DORMITORY = "宿舍|公寓|家属|教工楼|职工楼|筒子楼|周转房|安置房|公租房|廉租房|板房";
const DORMITORIES = new RegExp(DORMITORY);
const DWELLING = new RegExp(`${DORMITORY}|家住|住址|住在|居住|租住|${LIVES}`);

export const homeAddress: PrivacyRule = {
  id: "private-address",
  name: "门牌住址",
  level: "error",
  fixable: false,
  skipsBlanks: true,
  trigger: TRIGGER,
  mend: "请只写到小区、村或街道，删去门牌、栋、单元；写在括号里的（如“（住……）”）连同括号一起删",
  explanation:
    "具体到门户的住址：小区的栋、单元、室，宿舍、村组的门牌号，“家住”等字样后的和“居民”“住户”等字样前的门牌号；办公场所的房间不报。",
  example: { wrong: "家住阳光小区3栋2单元501室", right: "家住阳光小区" },
  basis: BASIS,
  find(text, _context, numbered) {
    const found: PersonalItem[] = [];
    for (const { 0: alone, index } of text.matchAll(ALONE)) found.push(item(text, index, index + alone.length));
    for (const match of text.matchAll(JOINED)) {
      if (isJoinedHome(numbered, match)) found.push(item(text, match.index, match.index + match[0].length));
    }
    for (const { 0: place, index } of text.matchAll(IN_A_ROW)) {
      if (HOME_IN_A_ROW.test(numbered.before(index, 40))) found.push(item(text, index, index + place.length));
    }
    START.lastIndex = 0;
    for (let match = START.exec(text); match !== null; match = START.exec(text)) {
      const address = addressAt(text, match.index);
      if (isHousehold(numbered, address)) found.push(item(text, address.start, address.end));
      START.lastIndex = Math.max(address.end, match.index + 1);
    }
    return found;
  },
};

interface Address {
  readonly start: number;
  readonly end: number;
  readonly levels: readonly Level[];
}

/** The parts that follow each other from `start`; the last is left out where it counts something: 3栋412间. */
function addressAt(text: string, start: number): Address {
  const levels: Level[] = [];
  let end = start;
  for (let at = start; levels.length < 9;) {
    const part = partAt(text, at, levels.length > 0 && levels.at(-1) !== "group");
    if (part === undefined) break;
    if ((part.level === "door" || part.level === "stair") && COUNTED.test(text.slice(part.end, part.end + 3))) break;
    levels.push(part.level);
    end = part.end;
    const between = part.level === "group" ? PLACE_BETWEEN : BETWEEN;
    between.lastIndex = end;
    const gap = between.exec(text)?.[0].length ?? 0;
    BETWEEN.lastIndex = end;
    at = end + (gap > 0 ? gap : (BETWEEN.exec(text)?.[0].length ?? 0));
  }
  return { start, end, levels };
}

function partAt(text: string, at: number, mayBeDoor: boolean): { level: Level; end: number } | undefined {
  for (const [level, pattern] of NEXT) {
    if (level === "door" && !mayBeDoor) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { level, end: at + match[0].length };
  }
  return undefined;
}

function isHousehold(numbered: NumberedText, { start, end, levels }: Address): boolean {
  const { text } = numbered;
  const [before, behind] = [text.slice(Math.max(0, start - 34), start), text.slice(end, end + 12)];
  const sentence = /[^。;!?\n]*$/.exec(before)?.[0] ?? "";
  const clause = /[^,。;!?\n]*$/.exec(before)?.[0] ?? "";
  const has = (...wanted: Level[]): boolean => wanted.some((level) => levels.includes(level));
  const isHome = HOME.test(sentence) || HOME_BRACKET.test(sentence);
  const lives = isHome || DORMITORIES.test(clause) || DWELLER.test(behind);
  if (
    OFFICE.test(/^[^,。;!?\n]{0,4}/.exec(behind)?.[0] ?? "") ||
    (OFFICE.test(clause + text.slice(start, end)) && !DWELLING.test(clause))
  )
    return false;
  if (COUNTING.test(clause)) return false;
  if (has("door")) return lives || (has("building", "stair", "house") && !NO_HOUSE_BEHIND.test(behind));
  if (has("house")) {
    if (NO_HOUSE.test(behind)) return false;
    return lives
      ? isHome || ROAD.test(before) || levels.length > 1
      : isLaneHouse(before, levels) || BACK_DOOR.test(text.slice(start, end));
  }
  if (levels.length > 1 && (has("floor") || has("stair"))) return lives && !NO_HOUSE_BEHIND.test(behind);
  if (has("building")) return LIVES_IN.test(sentence);
  return has("group") && GROUP_OF.test(sentence) && !MANY_BEHIND.test(behind);
}

/** Of an estate by its name, or of whoever lives there. */
function isJoinedHome(numbered: NumberedText, { 0: joined, index }: RegExpExecArray): boolean {
  const [before, behind] = [numbered.before(index, 34), numbered.behind(index + joined.length, 12)];
  if (OFFICE.test(/[^,]*$/.exec(before)?.[0] ?? "") || /(?:车位|库房?|货架|图号|编号|条款|标段|第)$/.test(before))
    return false;
  if (NO_HOUSE_BEHIND.test(behind)) return false;
  return ESTATE.test(before) || HOME.test(before) || RESIDENT.test(before) || DWELLER.test(behind);
}

/** A group of a village is a few households: 住双桥村第七村民小组, 寄9组李家院子. */
const GROUP_OF = new RegExp(
  `(?:${HOME_CUE}|[请邮]寄|寄[到至往给]|户口所?在)(?!信息|一栏|证明|变更|登记)[,:]?(?:(?!反映|投诉|举报|门口)[^,。;\\n]){0,24}[村屯寨社区镇乡查场][^,。;\\n]{0,4}$`,
);
const MANY_BEHIND = /^(?:[\u3400-\u9fff]{0,4})?的?(?:[\d两三几多数全各部]|居民们|群众|村民(?!小组)|农户)/;

/** 共有18栋1802户 */
const COUNTING = /(?:[共计达约]|共有|建成|建有)$/;
const NO_HOUSE_BEHIND = new RegExp(`^${BUSINESS}`);

const BACK_DOOR = /[前后侧]门|楼上/;

/** 马坪村36号, 5组12号, 18号附3号: what is no street's number is a household's. */
function isLaneHouse(before: string, levels: readonly Level[]): boolean {
  return VILLAGE.test(before) || levels.filter((level) => level !== "floor" && level !== "building").length > 1;
}

/** The first part of the address stays readable, so that the editor finds it. */
function item(text: string, start: number, end: number): PersonalItem {
  const first = /^[^栋幢座组元楼院-]{1,4}[栋幢座组楼院]/.exec(text.slice(start, end))?.[0];
  return { start, end, shown: first === undefined ? "**号" : `${first}***` };
}
