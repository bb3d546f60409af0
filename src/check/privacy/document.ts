import { MATTER, PAPER, PERSON, PUBLIC_PAPER } from "./cues.ts";
import type { NumberedText } from "./digits.ts";
import { BASIS, type PrivacyRule } from "./item.ts";
import { type Certainty, type PersonalItem } from "./personal-item.ts";
import { codesBehind } from "./labelled.ts";

const NUMBER = "(?:个人|电脑|登记|手册|人|职工|患者)?(?:号码|编号|编码|号|卡|证|账[号户])";
const BEHIND_PAPER = new RegExp(
  `(?:${PAPER})|(?:${MATTER})${NUMBER}|(?<=(?:${MATTER})[^。;\\n]{0,10})个人(?:编号|账号)`,
  "g",
);
/** 持H12345678号通行证 */
const BEFORE_PAPER = new RegExp(
  `(?<![A-Za-z0-9])([A-Za-z]{1,3} ?\\d{6,12}|\\d{8,20})(?:号|的){1,2}[^,。;\\d]{0,8}?(?:${PAPER})`,
  "dg",
);
/** Any other paper with a number: an editor has to look whose it is, unless the sentence says so. */
const OTHER = new RegExp(`(?<!${PUBLIC_PAPER})证(?:件)?(?:号码|字号|编号|号)`, "g");
const SOMEBODYS = new RegExp(PERSON);
const SHAPE = /^(?=(?:\D*\d){5})[A-Za-z]{0,4}\d[\dA-Za-z]{4,21}$/;
/** 军字第…号, as an officer's card is numbered. */
const ARMY = /[\u3400-\u9fff] ?字 ?第 ?\d{5,10} ?号/g;
const ARMY_PAPER = /(?:[退伍]|复员|军官证|士兵证|士官证|警官证|文职|军人|优待证|残疾|证件)[^。;\n]{0,10}$/;
const ARMY_PAPER_BEHIND = new RegExp(`^[^,。;\\n]{0,6}(?:${PAPER})`);
const ARMY_SIGN = /^[湘粤鄂赣桂京沪津渝川贵云鲁豫冀晋皖苏浙闽政军后装参空海北沈兰济南广成武文退残士火]/;

export const identityDocument: PrivacyRule = {
  id: "private-document",
  name: "个人证件号码",
  level: "error",
  fixable: false,
  mend: "请删去号码，有括号的连同括号一起删",
  explanation:
    "护照、港澳台通行证、军官证、驾驶证、社会保障卡、医保卡、残疾证、病历等字样后的号码；单位的许可证、执照不报。",
  example: { wrong: "护照号E12345678", right: "持护照来访" },
  trigger: new RegExp(`${PAPER}|${MATTER}|证(?:件)?(?:号码|字号|编号|号)|字 ?第`),
  basis: BASIS,
  find(text, _context, numbered) {
    const behind = codesBehind(numbered, BEHIND_PAPER, 10)
      .filter(({ code }) => SHAPE.test(code))
      .map((code): PersonalItem => item(numbered, code.start, code.end, "sure"));
    const before = [...numbered.digits.matchAll(BEFORE_PAPER)].map((match): PersonalItem => {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      return item(numbered, start, end, "sure");
    });
    const other = codesBehind(numbered, OTHER)
      .filter(({ code }) => SHAPE.test(code))
      .map((code): PersonalItem => {
        const sure = SOMEBODYS.test(numbered.before(code.label, 20) + numbered.behind(code.end, 6));
        return item(numbered, code.start, code.end, sure ? "sure" : "possible");
      });
    const army = [...numbered.digits.matchAll(ARMY)].flatMap(({ index, 0: number }): PersonalItem[] => {
      const sure =
        ARMY_PAPER.test(text.slice(Math.max(0, index - 16), index)) ||
        ARMY_PAPER_BEHIND.test(numbered.behind(index + number.length, 14));
      const alone = ARMY_SIGN.test(number) && !/[\u3400-\u9fff]/.test(text.charAt(index - 1));
      return sure || alone ? [item(numbered, index, index + number.length, sure ? "sure" : "possible")] : [];
    });
    return [...behind, ...before, ...other, ...army];
  },
};

function item({ text }: NumberedText, start: number, end: number, certainty: Certainty): PersonalItem {
  return { start, end, shown: `${text.charAt(start)}****`, certainty };
}
