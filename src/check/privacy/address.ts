import { BASIS, clauseBefore, type PersonalItem, type PrivacyRule } from "./item.ts";

const N = "(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,4})";
const BUILDING = `(?:${N}(?:栋|幢|座|号楼|#楼|号院|排)|[A-Z甲乙丙丁戊东西南北中] ?\\d{0,2}(?:栋|幢|座|号楼))`;
const GAP = "[-, ]?";
/** What a number may belong to that is not a door: 3号矿井, 5号断面, 11号前. */
const THING = "井矿桥洞地楼点机炉线坝库池沟塘厂窑坑采窿渠闸站泵路标码弃渣堆场隧断文令信公图件通样车船岗哨台仓棚鱼水";
const TIME = "开上下前后起完早晚中当晨夜到至之停已以";
/** A place of business has a public address. */
const BUSINESS = String.raw`(?:(?![住民户投反举旁附对门前后家])[\u3400-\u9fff]){0,5}(?:餐|饭店|公司|厂|店|超市|学校|医院|企业|作坊|合作社|养殖场)`;
const NOT_A_DOOR = `(?![${THING}${TIME}]|${BUSINESS})`;
/** Whoever lives behind a door; 附近居民 and 小区居民 live behind many. */
const DWELLER =
  "(?:的|之|有|某)?(?:一|一名|一位|一户)?(?:居民|住户|业主|村民|户主|房主|租户|租客|房客|群众|市民|老人|一家|一户|人家|家庭|家中|家里|家门|(?:(?![附周沿旁])[\\u3400-\\u9fff]){1,2}(?:某|女士|先生|大爷|大妈|阿姨|婆婆|老汉|师傅|家(?![具电])))";
const DOOR = new RegExp(
  [
    `第?${N}(?:组)?村民小组${GAP}${N}号`,
    `${N}组(?:(?![第共])[\\u3400-\\u9fff]){1,6}${N}号${NOT_A_DOOR}`,
    `门牌(?:号码|号)?(?:是|为|:)?${GAP}${N}(?:-\\d{1,3})?号?(?![\\d个块张户])`,
    `(?:${N}号)?宿舍楼?${GAP}(?:${BUILDING}|[甲乙丙丁东西南北]楼)?${GAP}(?:${N}单元)?${GAP}\\d{3,4}(?:室|号|房)?(?![\\d.年万亿元件个吨米平人户家名间套])`,
    `${BUILDING}${GAP}(?:${N}单元)?${GAP}(?:${N}|顶|底)[楼层]${GAP}(?:[东西南北中左右]户|[东西左右]边)`,
    `${BUILDING}${GAP}[一二三四五六七八九][一二三四五六七八九〇零][一二三四五六七八九〇零]{1,2}(?![\\u3400-\\u9fff])`,
    `(?<=[路街道巷弄里坊村屯寨段院庄湾冲岭]|胡同)(?:附?${N}(?:-\\d{1,3})?号(?:附${N}号)?)(?=${DWELLER})`,
    `(?:${N}号)?${BUILDING}${GAP}(?:${N}单元)?${GAP}(?:${N}[楼层])?${GAP}(?:[A-Z]?\\d{3,4}|${N})(?:室|号房|房(?![屋源地产])|号(?![楼${THING}]))`,
    `(?:${N}号)?${BUILDING}?${GAP}${N}单元${GAP}(?:${N}[楼层])?${GAP}(?:\\d{3,4}(?:室|户|号|房)?|${N}(?:室|号|房)|[东西左右中]户)(?![\\d])`,
    `(?:${N}号)?${BUILDING}-?[A-Z]?-?\\d{3,4}(?:户)?(?![\\d.年万亿元个件吨米平人户家名])`,
    `${BUILDING}\\d{1,2}-\\d{3,4}(?![\\d年])|(?<![\\d-])\\d{1,3}-\\d{1,2}-\\d{3,4}室`,
    `${N}号${GAP}(?:${N}[楼层])?${GAP}\\d{3,4}室`,
    `(?<=小区|花园|家园|新村|公寓|社区|新城|华庭|[苑城府湾庭居郡院园])\\d{1,3}-(?:\\d{1,2}-)?\\d{3,4}(?!\\d|年)`,
    `${N}组${GAP}(?:附)?${N}号${NOT_A_DOOR}`,
    `(?<=[村屯寨])(?:[\\u3400-\\u9fff]{0,3}(?:院子|老屋|大屋|自然村|老院|湾|垴|冲))(?:附?${N}号)${NOT_A_DOOR}`,
    `(?<=[住居](?:在|于)?)\\d{3,4}(?:室|号房|房(?![屋源地产]))`,
    `(?<=[某家户民人]\\([^()。;]{2,24})${N}号(?=\\))`,
    `${BUILDING}${GAP}${N}单元(?=${DWELLER})`,
    `(?<=[村屯寨巷弄]|胡同)(?:附?${N}(?:-\\d{1,3})?号(?:附${N}号)?)${NOT_A_DOOR}`,
    `${N}号附${N}号${NOT_A_DOOR}`,
    `(?<=[路街道巷弄里坊村屯寨段院庄湾冲岭]|胡同)${N}号(?:前门|后门|侧门|院内|楼上)${N}楼${NOT_A_DOOR}`,
    `[甲乙丙丁戊东西南北中](?:栋|幢|座|楼|单元)${GAP}(?:${N}(?:单元|门))?${GAP}(?:\\d{3,4}|[一二三四五六七八九][〇零一二三四五六七八九]{2})(?:室|号|房)?(?![\\d.年万亿元件个户])`,
    `${BUILDING}${GAP}${N}门${GAP}(?:\\d{3,4}|[一二三四五六七八九][〇零一二三四五六七八九]{2})`,
  ].join("|"),
  "g",
);
/** （住豸山路28号）; 住建局 and the like are no homes. */
const LIVES = "(?<=[（(，,；;、] ?)住(?![建房宅院户宿持所址在])";
/** Behind these words any house number is somebody's home. */
const HOME = new RegExp(
  `(?:门牌号?码?(?:[是为:]|在)|家住|家在|家位于|住处|住所|住址|住在|居住[在于]|居住地|家庭地址|现住|暂住|户籍地|户籍所在地|租住[在于]?|住于|${LIVES})[^。;\\n]{0,30}?(${N}号(?:附${N}号)?)${NOT_A_DOOR}`,
  "dg",
);
/** 家住阳光小区3栋2单元: no door, and yet few live there. */
const HOME_STAIRS =
  /(?:家住|家在|住址|住在|居住[在于]|家庭地址|现住|租住[在于]?|住于)[^。;\n]{0,30}?(\d{1,3}(?:栋|幢|座|号楼)(?:\d{1,2}单元)?)/dg;
const OFFICE =
  /教室|教学楼|商铺|门店|办公|政务|行政中心|机关|大厦|写字楼|公司|宾馆|酒店|会议|商铺|门面|医院|学校|厂区|厂房|工业园|产业园|园区|车间|仓库/;
const DWELLING = new RegExp(`宿舍|家属|公寓|家住|住址|住在|居住|${LIVES}`);

const DIGIT = "[\\dA-Z一二三四五六七八九十百零〇]";
/** A number of a building, a stair or a group with another number behind it, or a number of a house where people live. */
const TRIGGER = new RegExp(
  [
    `[甲乙丙丁戊东西南北中](?:栋|幢|座|楼|单元)[^。;\\n]{0,4}${DIGIT}`,
    `${DIGIT}(?:栋|幢|座|号楼|#|号院|单元|楼|层|号|[村民小]{0,3}组|${GAP}宿舍)[^。;\\n]{0,6}${DIGIT}`,
    `${DIGIT}${GAP}(?:栋|幢|座|号楼|单元)[^。;\\n]{0,3}[东西南北中左右居住业]`,
    `[路街道巷弄里坊村屯寨段院庄湾冲岭同屋垴子]附?${DIGIT}{1,4}(?:-\\d{1,3})?号`,
    `(?:家住|家在|家位于|家庭地址|住[在于处所址]|居住|现住|暂住|户籍|租住|[(,;、 ]住(?!建))[^。;\\n]{0,34}${DIGIT}`,
    `门牌|宿舍|${DIGIT}(?:室|号房)|\\d-\\d{3,4}|号附|[某家户民人]\\(`,
  ].join("|"),
);

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
  find(text) {
    const doors = [...text.matchAll(DOOR)]
      .map((match) => [match.index, match.index + match[0].length] as const)
      .filter(([start, end]) => !isOffice(clauseBefore(text, start, 30) + text.slice(start, end + 4)));
    const homes = [...text.matchAll(HOME), ...text.matchAll(HOME_STAIRS)].flatMap((match) => {
      const range = match.indices?.[1];
      return range === undefined ? [] : [range];
    });
    return [...doors, ...homes].map(([start, end]): PersonalItem => ({
      start,
      end,
      shown: masked(text.slice(start, end)),
    }));
  },
};

function isOffice(clause: string): boolean {
  return OFFICE.test(clause) && !DWELLING.test(clause);
}

/** The first part of the address stays readable, so that the editor finds it. */
function masked(address: string): string {
  const first = /^[^栋幢座组元楼院-]{1,4}[栋幢座组楼院]/.exec(address)?.[0];
  return first === undefined ? "**号" : `${first}***`;
}
