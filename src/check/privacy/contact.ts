import { OFFICE_CHANNEL, OTHER_ACCOUNT, QQ, WECHAT } from "./cues.ts";
import { NumberedText } from "./digits.ts";
import { BASIS, type PrivacyRule } from "./item.ts";
import type { PersonalItem } from "./personal-item.ts";
import { without } from "./reading.ts";

/** Public mail services, by the part of their names that is theirs alone. */
const PROVIDERS =
  "q ?q|foxmail|1 ?6 ?3|1 ?2 ?6|yeah|1 ?8 ?8|1 ?3 ?9|1 ?8 ?9|wo|sina|sohu|tom|21cn|263|aliyun|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail";
/** Signs and words that hide @ and the dot, with brackets or quotes round them or none; in brackets whatever explains them. */
const OPEN = "[\\[({<“\"‘'〔【「]";
const CLOSE = "[\\])}>”\"’'〕】」]";
const AT = `(?:${OPEN}? ?(?:[@#*&%$^~!☆★●■▲△◎]{1,2}|at|a|艾特|爱特|圈a|圈|在|小老鼠|at符号) ?${CLOSE}?|[({<〔【\\[][^\\])}>〕】\\n]{1,8}[\\])}>〕】] ?[@#]?)`;
const DOT = `${OPEN}? ?(?:[.。·,#*☆★●_-]{1,2}|dot|点|小数点) ?${CLOSE}?`;
const MAIL = new RegExp(
  `(?<![\\w.+-])([\\w.+-]{1,64})[ ·]?${AT}[ ·]?(?:${DOT} ?)?((?:vip ?${DOT} ?)?(?:${PROVIDERS})) ?${DOT} ?((?:c[o0]m|con|cn|net|me)(?: ?${DOT} ?cn)?)(?![\\w-])`,
  "gi",
);
const MAIL_TRIGGER = new RegExp(`${DOT} ?(?:c ?[o0]? ?[mn]|net|me)`, "i");
/** An office's own mailbox, though it lies with a public service. */
const OFFICE_MAIL =
  /(?:办公|投稿|工作|监督|编辑部|单位|本[局办刊报]|(?:举报|投诉|信访|征集)(?!人|者|群众)[^,。;\n]{0,2})(?:电子)?(?:邮箱|信箱)[^,。;\n]{0,4}$/;
/** z h a n g s a n @ q q . c o m */
const SPACED_OUT = /(?<=(?<![\w.@#])[\w.@#]) (?=[\w.@#](?![\w.@#]))/g;

export const privateMail: PrivacyRule = {
  id: "private-mail",
  name: "个人电子邮箱",
  level: "error",
  fixable: false,
  mend: "请删去邮箱地址",
  explanation:
    "公众邮箱服务的地址，含以“#”“艾特”“at”“点”“dot”代替符号的写法；单位自有域名的不报，单位用公众邮箱对外公布的列入允许名单。",
  example: { wrong: "邮箱zhangsan@qq.com", right: "邮箱z***@qq.com" },
  trigger: MAIL_TRIGGER,
  basis: BASIS,
  find(_text, _context, numbered) {
    return withoutSpacing(numbered, ({ digits }) =>
      [...digits.matchAll(MAIL)].map((match): PersonalItem => ({
        start: match.index,
        end: match.index + match[0].length,
        shown: `${match[0].charAt(0)}***@${match[2] ?? ""}.${match[3] ?? ""}`,
        certainty: OFFICE_MAIL.test(digits.slice(Math.max(0, match.index - 16), match.index)) ? "possible" : "sure",
      })),
    );
  },
};

const NUMBER = "(?: ?号码| ?号| ?账号| ?帐号| ?[Ii][Dd]|同[号名]|同手机|群主?号?|联系|昵称|邮箱|[大小主]号)?";
const SIGN =
  '(?:[吧呗啊呀哈]?[:为是,(“" →=>]{0,3}(?:加我)?|(?:(?!公众|程序|平台|支付|商户|系列|型)[^。;A-Za-z\\n]){0,12}[:为是作叫号] ?)';
const ACCOUNTS = new RegExp(
  [
    `(?:${QQ})${NUMBER}${SIGN}([1-9](?:[ \\-、.]?\\d){4,10})(?!\\d)`,
    `(?:${WECHAT})${NUMBER}${SIGN}([A-Za-z][\\w-]{5,19}|[1-9](?:[ -]?\\d){5,11})(?![\\w-])(?! ?[元件人个次年条])`,
    `(?:${OTHER_ACCOUNT})(?:号码|号|账号|帐号|ID)[:为是“(" ]{0,3}@?([A-Za-z0-9][\\w-]{4,24})(?![\\w-])`,
    `(?:${OTHER_ACCOUNT})[:(“" ]{0,3}@?(?=[a-z]*[\\d_])([a-z][\\w-]{5,24})(?![\\w-])`,
    // 加我zhoul_886, by whatever name the service goes.
    `(?=[a-z]{3}|(?<=[Vv] ?: ?|我 ?)[a-z]{2})(?<=(?<![添增附参追更])[加+找搜](?![装设快大强入固])(?:我|他|她)?[^\\n。,;\\w]{0,4} ?|(?<![A-Za-z\\d])[Vv] ?: ?)(?<!-)(?=[a-z-]*[\\d_])([a-z]{2}[\\w-]{4,18})(?![\\w.-])`,
  ].join("|"),
  "dg",
);
const OFFICIAL = new RegExp(`(?:${OFFICE_CHANNEL})[^,。;\\n]{0,8}$`);

export const socialAccount: PrivacyRule = {
  id: "private-account",
  name: "微信号、QQ号",
  level: "error",
  fixable: false,
  mend: "请删去账号",
  explanation: "“微信”“QQ”“抖音”等字样后的个人账号，含“威信”“V信”“扣扣”等写法；公众号、小程序不报。",
  example: { wrong: "微信号zhangsan_88", right: "微信号z***" },
  trigger: new RegExp(`${WECHAT}|${QQ}|${OTHER_ACCOUNT}|(?:[加+找搜][^\\n。,;\\w]{0,6}|[Vv]) ?:? ?[a-z]`),
  basis: BASIS,
  find(_text, _context, numbered) {
    return withoutSpacing(numbered, ({ text, digits }) =>
      [...digits.matchAll(ACCOUNTS)].flatMap((match): PersonalItem[] => {
        const range = match.indices?.slice(1).find((each) => each !== undefined);
        if (range === undefined || OFFICIAL.test(text.slice(Math.max(0, match.index - 12), match.index))) return [];
        return [{ start: range[0], end: range[1], shown: `${text.charAt(range[0])}***` }];
      }),
    );
  },
};

/** Also as it reads where letters that stand one by one are put together; the positions are those of the text. */
function withoutSpacing(numbered: NumberedText, find: (text: NumberedText) => PersonalItem[]): PersonalItem[] {
  const { text: closed, at } = without(numbered.text, SPACED_OUT);
  if (closed === numbered.text) return find(numbered);
  const back = (index: number): number => at[index] ?? numbered.text.length;
  return [
    ...find(numbered),
    ...find(new NumberedText(closed)).map((item) => ({
      ...item,
      start: back(item.start),
      end: back(item.end - 1) + 1,
    })),
  ];
}
