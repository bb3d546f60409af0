import { BASIS, clauseBefore, type PersonalItem, type PrivacyRule } from "./item.ts";

const N = "(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,4})";
const BUILDING = `(?:${N}(?:栋|幢|座|号楼|#楼|号院)|[A-Z] ?\\d{0,2}(?:栋|幢|座|号楼))`;
const GAP = "[-, ]?";
/** What a number may belong to that is not a door: 3号矿井, 5号断面, 11号前. */
const THING = "井矿桥洞地楼点机炉线坝库池沟塘厂窑坑采窿渠闸站泵路标码弃渣堆场隧断文令信公图件通样车船岗哨台仓棚鱼水";
const TIME = "开上下前后起完早晚中当晨夜到至之停已以";
/** A place of business has a public address. */
const BUSINESS = String.raw`[^\P{Script=Han}住民户投反举旁附对门前后家]{0,5}(?:餐|饭店|公司|厂|店|超市|学校|医院|企业|作坊|合作社|养殖场)`;
const NOT_A_DOOR = `(?![${THING}${TIME}]|${BUSINESS})`;
const DOOR = new RegExp(
  [
    `(?:${N}号)?${BUILDING}${GAP}(?:${N}单元)?${GAP}(?:${N}[楼层])?${GAP}(?:[A-Z]?\\d{3,4}|${N})(?:室|号房|房(?![屋源地产])|号(?![楼${THING}]))`,
    `(?:${N}号)?${BUILDING}?${GAP}${N}单元${GAP}(?:${N}[楼层])?${GAP}(?:\\d{3,4}(?:室|户|号|房)?|${N}(?:室|号|房)|[东西左右中]户)(?![\\d])`,
    `(?:${N}号)?${BUILDING}-?[A-Z]?-?\\d{3,4}(?:户)?(?![\\d.年万亿元个件吨米平人户家名])`,
    `${BUILDING}\\d{1,2}-\\d{3,4}(?![\\d年])|(?<![\\d-])\\d{1,3}-\\d{1,2}-\\d{3,4}室`,
    `${N}号${GAP}(?:${N}[楼层])?${GAP}\\d{3,4}室`,
    `(?<=小区|花园|家园|新村|公寓|社区|新城|华庭|[苑城府湾庭居郡院园])\\d{1,3}-(?:\\d{1,2}-)?\\d{3,4}(?!\\d|年)`,
    `${N}组${GAP}(?:附)?${N}号${NOT_A_DOOR}`,
    `(?<=[村屯寨巷弄]|胡同)(?:附?${N}(?:-\\d{1,3})?号(?:附${N}号)?)${NOT_A_DOOR}`,
    `${N}号附${N}号${NOT_A_DOOR}`,
  ].join("|"),
  "gu",
);
/** （住豸山路28号）; 住建局 and the like are no homes. */
const LIVES = "(?<=[（(，,；;、] ?)住(?![建房宅院户宿持所址在])";
/** Behind these words any house number is somebody's home. */
const HOME = new RegExp(
  `(?:家住|住址|住在|居住[在于]|居住地|家庭地址|现住|暂住|户籍地|户籍所在地|租住[在于]?|住于|${LIVES})[^。;\\n]{0,30}?(${N}号(?:附${N}号)?)${NOT_A_DOOR}`,
  "dgu",
);
const OFFICE =
  /办公|政务|行政中心|机关|大厦|写字楼|公司|宾馆|酒店|会议|商铺|门面|医院|学校|厂区|厂房|工业园|产业园|园区|车间|仓库/;
const DWELLING = new RegExp(`宿舍|家属|公寓|家住|住址|住在|居住|${LIVES}`, "u");

export const homeAddress: PrivacyRule = {
  id: "private-address",
  name: "门牌住址",
  level: "error",
  fixable: false,
  mend: "请只写到小区、村或街道，删去门牌、栋、单元；写在括号里的（如“（住……）”）连同括号一起删",
  explanation: "具体到门户的住址：小区的栋、单元、室，村组的门牌号，以及“家住”等字样后的门牌号；办公场所的房间不报。",
  example: { wrong: "家住阳光小区3栋2单元501室", right: "家住阳光小区" },
  basis: BASIS,
  find(text) {
    const doors = [...text.matchAll(DOOR)]
      .map((match) => [match.index, match.index + match[0].length] as const)
      .filter(([start]) => !isOffice(clauseBefore(text, start, 30)));
    const homes = [...text.matchAll(HOME)].flatMap((match) => {
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
