import { arabic } from "./digits.ts";
import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";

/** Papers that one person holds; a firm's licences are public. */
const PAPERS =
  "通行证|回乡证|台胞证|旅行证|护照|军官证|警官证|警察证|士兵证|士官证|文职干部证|军人证|军人保障卡|退役军人优待证|优待证|残疾人?证|残疾军人证|伤残军人证|(?:社会保障|社会保险|社保|医保|医疗保险|养老保险|公积金)(?:卡|号|编号|账号|账户|个人编号)?|退伍证|复员证|居留证|居留许可|外国人永久居留证|边防证|驾驶证|驾照|行驶证|居住证|暂住证|户口(?:簿|本)|学生证|学籍|学号|考生号|准考证|教师资格证|结婚证|离婚证|出生(?:医学)?证(?:明)?|老年证|低保证|住院|门诊|病历|病案|医案|就诊卡|诊疗卡";
const FILLER =
  "[(, ]{0,2}(?:档案|证件|的)?(?:号码|证号|编号|号|卡号|账号)?(?:\\([^()\\d]{0,8}\\))?[:是为系(“\"' ]{0,3}";
const CODE =
  "[湘粤鄂赣桂京沪津渝川贵云鲁豫冀晋皖苏浙闽辽吉黑蒙甘青宁新藏陕琼]?[A-Za-z]{0,3} ?-?\\d(?:[- ]?\\d){4,19}(?:[- ]?[A-Za-z])?";
const LABELLED = new RegExp(`(?:${PAPERS})${FILLER}(${CODE})(?![\\d])(?! ?[万亿]?[元人件个本份张次名户])`, "dg");
/** 持H12345678号通行证 */
const BEFORE = new RegExp(
  `(?<![A-Za-z0-9])([A-Za-z]{1,3} ?\\d{6,12}|\\d{8,20})(?:号|的){1,2}[^,。;\\d]{0,8}?(?:${PAPERS})`,
  "dg",
);
/** Any other paper with a number: an editor has to look whose it is. */
const OTHER = new RegExp(
  `(?<!许可|登记|合格|产权|土地|资质|资格|准入|备案|认证|使用|执业|林权|规划|排污|采矿|取水)证(?:件)?(?:号码|编号|号)[:是为( ]{0,3}(${CODE})(?!\\d)`,
  "dg",
);
const TRIGGER = new RegExp(`${PAPERS}|证(?:件)?(?:号码|编号|号)|字 ?第`);
/** 军字第…号, as an officer's card is numbered. */
const ARMY = /[湘粤鄂赣桂京沪津渝川贵云鲁豫冀晋皖苏浙闽政军后装参空海北沈兰济南广成武文退残士] ?字 ?第 ?\d{5,10} ?号/g;
const ARMY_PAPER = /(?:退伍|复员|军官证|士兵证|士官证|警官证|文职|军人|优待证|残疾)[^。;\n]{0,10}$/;

export const identityDocument: PrivacyRule = {
  id: "private-document",
  name: "个人证件号码",
  level: "error",
  fixable: false,
  mend: "请删去号码，有括号的连同括号一起删",
  explanation:
    "护照、港澳台通行证、军官证、驾驶证、社会保障卡、医保卡、残疾证、病历等字样后的号码；单位的许可证、执照不报。",
  example: { wrong: "护照号E12345678", right: "持护照来访" },
  trigger: TRIGGER,
  basis: BASIS,
  find(text) {
    const digits = arabic(text);
    const labelled = [LABELLED, BEFORE, OTHER].flatMap((pattern) =>
      [...digits.matchAll(pattern)].flatMap((match): PersonalItem[] => {
        const [start, end] = match.indices?.[1] ?? [0, 0];
        return [{ start, end, shown: `${text.charAt(start)}****`, certainty: pattern === OTHER ? "possible" : "sure" }];
      }),
    );
    const army = [...digits.matchAll(ARMY)].map(({ index, 0: number }): PersonalItem => {
      const sure = ARMY_PAPER.test(text.slice(Math.max(0, index - 16), index));
      return {
        start: index,
        end: index + number.length,
        shown: `${number.charAt(0)}字第****号`,
        certainty: sure ? "sure" : "possible",
      };
    });
    return [
      ...labelled,
      ...army.filter(({ start, certainty }) => certainty === "sure" || !/[\u3400-\u9fff]/.test(text.charAt(start - 1))),
    ];
  },
};
