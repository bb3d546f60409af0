import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";

const PROVIDERS =
  "qq|vip\\.qq|foxmail|163|vip\\.163|126|yeah|188|139|189|wo|sina|vip\\.sina|sohu|tom|21cn|263|aliyun|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail";
const MAIL = new RegExp(
  `(?<![\\w.+-])([\\w.+-]{1,64}) ?(?:@|#|\\[at\\]|\\(at\\)) ?((?:${PROVIDERS})\\.(?:com\\.cn|com|cn|net|me))(?![\\w-])`,
  "gi",
);

export const privateMail: PrivacyRule = {
  id: "private-mail",
  name: "个人电子邮箱",
  level: "error",
  fixable: false,
  mend: "请删去邮箱地址",
  explanation: "公众邮箱服务的地址；单位自有域名的不报，单位用公众邮箱对外公布的列入允许名单。",
  example: { wrong: "邮箱zhangsan@qq.com", right: "邮箱z***@qq.com" },
  basis: BASIS,
  find(text) {
    return [...text.matchAll(MAIL)].map((match): PersonalItem => ({
      start: match.index,
      end: match.index + match[0].length,
      shown: `${match[0].charAt(0)}***@${match[2] ?? ""}`,
    }));
  },
};

const ACCOUNT = new RegExp(
  [
    "(?<![A-Za-z])(?:QQ|qq|扣扣|企鹅号)(?:群|号码|号|联系)?[:为是 ]{0,3}([1-9]\\d{4,10})(?!\\d)",
    "(?:微信|薇信|WeChat|Wechat|wechat|(?<![A-Za-z])(?:VX|Vx|vx|wx|WX)|[Vv]信)(?:号码|号|ID)?[:为是 ]{0,3}([A-Za-z][\\w-]{5,19})(?![\\w-])",
  ].join("|"),
  "dg",
);

export const socialAccount: PrivacyRule = {
  id: "private-account",
  name: "微信号、QQ号",
  level: "error",
  fixable: false,
  mend: "请删去账号",
  explanation: "“微信”“QQ”等字样后的个人账号；公众号、小程序不报。",
  example: { wrong: "微信号zhangsan_88", right: "微信号z***" },
  basis: BASIS,
  find(text) {
    return [...text.matchAll(ACCOUNT)].flatMap((match): PersonalItem[] => {
      const range = match.indices?.[1] ?? match.indices?.[2];
      return range === undefined ? [] : [{ start: range[0], end: range[1], shown: `${text.charAt(range[0])}***` }];
    });
  },
};
