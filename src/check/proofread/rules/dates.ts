import { VALUE } from "../block.ts";
import { replacing, type Finding, type ProseRule } from "../rule.ts";

const CHINESE_DATE =
  /(?<![\d.])(?:(?<year>\d{4})[ \t]?年[ \t]?)?(?<month>\d{1,2})[ \t]?月(?:[ \t]?(?<day>\d{1,2})[ \t]?[日号])?(?!龄)/g;
const ISO_DATE = /(?<![\w./-])(?<year>(?:19|20)\d{2})([-/])(?<month>\d{1,2})\2(?<day>\d{1,2})(?![\w/-])/g;

/** 历上没有的日期。29 February is doubted only where the year is given. */
export const impossibleDate: ProseRule = {
  id: "impossible-date",
  name: "不存在的日期",
  level: "warning",
  fixable: false,
  explanation: "历法上没有的月、日，如13月、2月30日、平年的2月29日。",
  example: { wrong: "2021年2月29日", right: "2021年2月28日" },
  basis: "公历",
  find(block) {
    return [CHINESE_DATE, ISO_DATE]
      .flatMap((pattern) => [...block.text.matchAll(pattern)])
      .filter(({ groups: { year, month, day } = {} }) => !exists(year, month, day))
      .map(({ 0: date, index }): Finding => ({
        start: index,
        message: `日期“${date}”不存在`,
        hint: "核对原件后改正",
      }));
  },
};

/** 11月10出结果, 11月10前: not 11月6至8日, nor 9月12家. */
const NO_DAY_WORD = /(?<![\d.])\d{1,2}[ \t]?月[ \t]?\d{1,2}(?=[ \t]?[前后起止出，。；])/g;

/** 日期缺“日”。 */
export const incompleteDate: ProseRule = {
  id: "incomplete-date",
  name: "日期缺“日”",
  level: "warning",
  fixable: false,
  explanation: "月后只有数字、没有“日”字的日期。",
  example: { wrong: "预计11月10出结果", right: "预计11月10日出结果" },
  basis: "GB/T 15835—2011 5.1.4",
  find(block) {
    return [...block.text.matchAll(NO_DAY_WORD)].map((match): Finding => ({
      start: match.index,
      message: `日期“${match[0]}”缺“日”字`,
      hint: `核对后写作“${match[0]}日”`,
    }));
  },
};

function exists(year = "2000", month = "", day = "1"): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
}

/** 截止 is a verb (报名5日截止, 报名截止5日); before the end of a period it is 截至. */
const UNTIL = new RegExp(
  `(?<!报名|申报|受理|投标|征集|投诉|举报|时间|日期|期限)截止(?:至(?=\\S)|(?=[ \\t]?(?:\\d|${VALUE}|目前|今[日年天]|本[月周年期]|上[月周年期]|昨[日天]|日前|当前|现在)))`,
  "gu",
);

/** 截止、截至。 */
export const untilWord: ProseRule = {
  id: "until-word",
  name: "截止与截至",
  level: "warning",
  fixable: true,
  explanation: "“到某个时候为止”用“截至”；“截止”表示到期停止，后面不直接跟时间（“报名5日截止”“截止到5日”可以）。",
  example: { wrong: "截止11月7日，共转办215件", right: "截至11月7日，共转办215件" },
  basis: "《现代汉语词典》；公文惯例",
  find(block) {
    return [...block.text.matchAll(UNTIL)].map(({ 0: word, index }) =>
      replacing(index, index + word.length, "截至", `“${word}”后面是时间，应当用“截至”`, "改为“截至”"),
    );
  },
};
