import { arabic } from "./digits.ts";
import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";
import { without } from "./reading.ts";

/** Public mail services, by the part of their names that is theirs alone. */
const PROVIDERS =
  "q ?q|foxmail|1 ?6 ?3|1 ?2 ?6|yeah|1 ?8 ?8|1 ?3 ?9|1 ?8 ?9|wo|sina|sohu|tom|21cn|263|aliyun|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail";
const AT =
  "(?:@|#|[*&%$^~!☆★●■▲△◎]|[\\[({]? ?\\(?(?:at|AT|At)\\)? ?[\\])}]?|\\(?(?:艾特|爱特|圈a|圈|小老鼠|at符号)\\)?)";
const DOT = "(?:\\.|。|·|,|\\[? ?\\(?(?:dot|DOT|Dot)\\)? ?[\\])}]?|\\(?点\\)?)";
const MAIL = new RegExp(
  `(?<![\\w.+-])([\\w.+-]{1,64}) ?${AT} ?(?:${DOT} ?)?((?:vip ?${DOT} ?)?(?:${PROVIDERS})) ?${DOT} ?((?:c[o0]m|con|cn|net|me)(?: ?${DOT} ?cn)?)(?![\\w-])`,
  "gi",
);
const MAIL_TRIGGER = new RegExp(`(?<= )${DOT} c ?[o0] ?[mn]|(?:${PROVIDERS}) ?${DOT} ?(?:c|n|m)`, "i");
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
  find(text) {
    return withoutSpacing(text, (closed) =>
      [...closed.matchAll(MAIL)].map((match): PersonalItem => ({
        start: match.index,
        end: match.index + match[0].length,
        shown: `${match[0].charAt(0)}***@${match[2] ?? ""}.${match[3] ?? ""}`,
      })),
    );
  },
};

const WECHAT =
  "微 ?信|威 ?信|薇 ?信|徽信|維信|维信|[微薇威] ?[❤❣♥♡]|[Ww]e ?[Cc]hat|wei ?xin|(?<![A-Za-z])(?:[Vv] ?[Xx]|[Ww] ?[Xx])(?![A-Za-z0-9])|[Vv] ?信|(?<=[加+]我? ?)[薇微威徽vV](?:信)?|(?<![A-Za-z])(?:VX|Vx|vx|wx|WX)";
const QQ = "(?<![A-Za-z])Q ?Q|(?<![A-Za-z])q ?q|扣 ?扣|叩叩|抠抠|球球|秋秋|企鹅|(?<![A-Za-z0-9])[Qq](?= ?[:号])";
const OTHERS = "抖音|快手|微博|小红书|支付宝|钉钉|陌陌|飞信|闲鱼|[Tt]elegram";
const NUMBER = "(?: ?号码| ?号| ?账号| ?帐号| ?[Ii][Dd]|同号|群|联系|昵称)?";
const SIGN = '[:为是,(“" ]{0,3}(?:加我)?';
const ACCOUNT = new RegExp(
  [
    `(?:${QQ})${NUMBER}${SIGN}([1-9](?:[ \\-、.]?\\d){4,10})(?!\\d)`,
    `(?:${WECHAT})${NUMBER}${SIGN}([A-Za-z][\\w-]{5,19}|[1-9](?:[ -]?\\d){5,11})(?![\\w-])(?! ?[元件人个次年])`,
    `(?:${OTHERS})(?:号码|号|账号|帐号|ID)[:为是“(" ]{0,3}([A-Za-z0-9][\\w-]{4,24})(?![\\w-])`,
  ].join("|"),
  "dg",
);
const ACCOUNT_TRIGGER = new RegExp(`${WECHAT}|${QQ}|${OTHERS}`);
/** An office's own account is there to be found. */
const OFFICIAL = /(?:公众|官方|政务|本报|本刊|单位|局|办)[^,。;\n]{0,8}$/;

export const socialAccount: PrivacyRule = {
  id: "private-account",
  name: "微信号、QQ号",
  level: "error",
  fixable: false,
  mend: "请删去账号",
  explanation: "“微信”“QQ”“抖音”等字样后的个人账号，含“威信”“V信”“扣扣”等写法；公众号、小程序不报。",
  example: { wrong: "微信号zhangsan_88", right: "微信号z***" },
  trigger: ACCOUNT_TRIGGER,
  basis: BASIS,
  find(text) {
    return withoutSpacing(text, (closed) =>
      [...arabic(closed).matchAll(ACCOUNT)].flatMap((match): PersonalItem[] => {
        const range = match.indices?.[1] ?? match.indices?.[2] ?? match.indices?.[3];
        if (range === undefined || OFFICIAL.test(closed.slice(Math.max(0, match.index - 12), match.index))) return [];
        return [{ start: range[0], end: range[1], shown: `${closed.charAt(range[0])}***` }];
      }),
    );
  },
};

/** Also as it reads where letters that stand one by one are put together; the positions are those of `text`. */
function withoutSpacing(text: string, find: (text: string) => PersonalItem[]): PersonalItem[] {
  const { text: closed, at } = without(text, SPACED_OUT);
  if (closed === text) return find(text);
  const back = (index: number): number => at[index] ?? text.length;
  return [
    ...find(text),
    ...find(closed).map((item) => ({ ...item, start: back(item.start), end: back(item.end - 1) + 1 })),
  ];
}
