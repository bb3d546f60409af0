import {
  arabic,
  ascends,
  chainsOf,
  isInThousands,
  isPartOfCode,
  spansOf,
  writingsOf,
  type Chain,
  type Span,
} from "./digits.ts";
import { BASIS, digitsTogether, isLabelled, type Certainty, type PersonalItem, type PrivacyRule } from "./item.ts";

const MEND = "请删去号码，连同前面的“电话”“手机”等字；整个写在括号里的，括号一起删";

/** The old prefix for long distance and the country's code come before the number. */
const MOBILE = /^(?:0|86|086|0086|17951)?1[3-9]\d{9}$/;
const FIXED_LINE =
  /^(?:00)?(?:86)?(?:0?10[2-8]\d{7}|0?2\d[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$|^(?:00)?86[3-9]\d{2}[2-8]\d{6,7}$/;
const AREA = /^(?:(?:00)?86)?(?:0?10|0?2\d|0?[3-9]\d{2})$/;
const LABEL =
  /(?:电话|手机|座机|固话|宅电|小灵通|传真|联系|号码|致电|来电|回电|拨打|拨|打给|可打|请打|呼叫|短信|加我|[Tt][Ee][Ll]|[Pp]hone|[Mm]obile)[^。;\n]{0,16}$/;
/** A run of eleven digits before one of these is an amount. */
const AMOUNT = /^ ?(?:[万亿]?元|[万亿]?千瓦时|[万亿]?吨|[万亿]?立方米|[万亿]?平方米|m[²³23]|kWh)/;
/** A list of numbers before one of these counts or numbers something. */
const COUNTED =
  /^ ?(?:[万亿]?[元件个户人号批项期条页年月日时分次家亩吨米度处起名位组点%]|平方|立方|千瓦|公里|微克|毫克)/;

export const mobileNumber: PrivacyRule = {
  id: "private-mobile",
  name: "手机号码",
  level: "error",
  fixable: false,
  mend: MEND,
  explanation: "13至19开头的十一位手机号码，含逐位隔开、跨行、夹着标记、带圈、全角、汉字数字和加国家代码的写法。",
  example: { wrong: "举报人电话138-0000-5678", right: "举报人电话138****5678" },
  trigger: new RegExp(
    `${digitsTogether(11).source}|前.位[^]*[后末].位|(?:号段|号头|开头|首.位)[^]*(?:[后末].位|尾|结尾)`,
  ),
  basis: BASIS,
  find(text) {
    const parted = [...arabic(text).matchAll(PARTED)].flatMap((match): PersonalItem[] => {
      const number = `${match[1] ?? ""}${match[2] ?? ""}`;
      if (!MOBILE.test(number)) return [];
      const shown = `${number.slice(0, 3)}****${number.slice(7)}`;
      return [{ start: match.index, end: match.index + match[0].length, shown }];
    });
    const whole = inBothWritings(text, (chain, digits) =>
      spansOf(chain, {
        shortest: 11,
        longest: 16,
        digits: (number) => MOBILE.test(number),
        span: (span) => mobileCertainty(digits, span) !== undefined,
      }).map((span) => {
        const number = span.digits.slice(-11);
        return {
          ...place(text, span),
          shown: `${number.slice(0, 3)}****${number.slice(7)}`,
          ...certain(mobileCertainty(digits, span)),
        };
      }),
    );
    return [...parted, ...whole];
  },
};

/** 前三位138，后八位00005678: told in two parts. */
const PARTED =
  /(?<=(?:前[0-9三四五六七]位(?:数字?)?|号段|号头|开头|首[0-9三]位)(?:[是为:] ?)?)(\d{3,7})[^。\n\d]{0,8}?(?:[后末][0-9四五六七八]位(?:数字?)?|尾号|尾数|结尾)(?:[是为:] ?)?(\d{4,8})(?!\d)/g;

function mobileCertainty(text: string, span: Span): Certainty | undefined {
  const [before, behind] = [text.slice(Math.max(0, span.start - 12), span.start), text.slice(span.end, span.end + 8)];
  const labelled = isLabelled(text, span.start, LABEL);
  if (/^\.\d/.test(behind) && span.shape === "whole") return undefined;
  if (/[A-Za-z]$/.test(before) || /^[A-Za-z]/.test(behind)) return gluedCertainty(before, behind, labelled);
  switch (span.shape) {
    case "whole":
      return AMOUNT.test(behind) ? undefined : "sure";
    case "apart":
      return COUNTED.test(behind) && !labelled ? undefined : "sure";
    case "grouped":
      if (AMOUNT.test(behind) || (isPartOfCode(span) && !labelled)) return undefined;
      return labelled || CUSTOMARY.test(lengthsOf(span)) ? "sure" : undefined;
    case "loose":
      return looseCertainty(span, behind, labelled, CUSTOMARY);
  }
}

/** How people part eleven digits, after the country's code or none: 138 0000 5678. */
const CUSTOMARY =
  /^(?:[1-5] )?(?:3 4 4|3 8|7 4|4 4 3|4 3 4|3 3 5|3 5 3|3 2 2 2 2|3 4 2 2|3 2 3 3|5 6|6 5)$|^(?:5 4 4|5 8|13|12)$/;

function lengthsOf({ groups }: Span): string {
  return groups.map(({ digits }) => digits.length).join(" ");
}

/** A13812345678 may be a code of something; behind 电话 or with small letters it is a telephone. */
function gluedCertainty(before: string, behind: string, labelled: boolean): Certainty | undefined {
  if (/[A-Za-z]\d*$/.test(before) && /^\d*[A-Za-z]/.test(behind)) return labelled ? "sure" : undefined;
  return labelled || /(?:[a-z]|联系人[A-Z])$/.test(before) || /^[a-z]/.test(behind) ? "sure" : "possible";
}

function looseCertainty(span: Span, behind: string, labelled: boolean, customary: RegExp): Certainty | undefined {
  if (COUNTED.test(behind) || isInThousands(span)) return undefined;
  if (labelled) return "sure";
  if (!customary.test(lengthsOf(span))) return undefined;
  return ascends(span) ? "possible" : "sure";
}

/** An area code, or a word that tells seven digits from a count. */
const FIXED_TRIGGER = new RegExp(
  `^(?=(?<lead>[^]*?(?:电话|座机|固话|宅|小灵通|热线|传真|联系|打|拨|回电|[Tt][Ee][Ll]|[Pp]hone|家)))\\k<lead>[^]*${digitsTogether(7).source}|${digitsTogether(7).source} ?[(]?[家宅住]|[0〇零○洞O8八捌][^\\u3400-\\u9fff\\d。;\\n]{0,3}${digitsTogether(9).source}`,
);

export const fixedLine: PrivacyRule = {
  id: "private-telephone",
  name: "固定电话",
  level: "error",
  fixable: false,
  mend: MEND,
  explanation:
    "带区号的固定电话，以及“电话”“可打”“宅电”等字样后的七、八位号码，逐位隔开的也报；本单位对外公布的号码列入允许名单。",
  example: { wrong: "家中电话（0746）2220000", right: "家中电话（0746）****" },
  trigger: FIXED_TRIGGER,
  basis: BASIS,
  find(text) {
    return inBothWritings(text, (chain, digits) => {
      const full = spansOf(chain, {
        shortest: 10,
        longest: 15,
        digits: (number) => FIXED_LINE.test(number),
        span: (span) => isFixedLine(digits, span),
      });
      const local = spansOf(chain, {
        shortest: 7,
        longest: 8,
        digits: (number) => /^[2-8]/.test(number),
        span: (span) => isLocal(digits, span),
      });
      return [...full, ...local].map((span) => {
        const extension = /^(?:-|转|,转)\d{1,5}(?!\d)/.exec(digits.slice(span.end, span.end + 8))?.[0].length ?? 0;
        const whole = place(text, span);
        const certainty = isPublished(digits, span) ? "possible" : "sure";
        return { ...whole, end: whole.end + extension, shown: `****${span.digits.slice(-3)}`, certainty };
      });
    });
  },
};

/** An office tells where to complain: 监督电话：…, or whose the line is: …（县信访局）. */
const PUBLISHED =
  /(?:(?:本刊|本报|本办|我办|我局|本局|编辑部|办公室|督察组|工作组)联系电话|(?:举报|投诉|监督|咨询|服务|值班|办公|报修|救援|信访|受理|预约)(?:专线|热线)?(?:电话|热线))(?:号码)?[:为是( ]{0,3}$/;
const OF_AN_OFFICE = /^[(,; ]{1,2}[^(),;。\n]{0,20}(?:办公室|局|委|中心|大厅|窗口|工作时间|值班)/;

function isPublished(text: string, { start, end }: Span): boolean {
  return PUBLISHED.test(text.slice(Math.max(0, start - 14), start)) || OF_AN_OFFICE.test(text.slice(end, end + 30));
}

function isFixedLine(text: string, span: Span): boolean {
  const behind = text.slice(span.end, span.end + 8);
  const labelled = isLabelled(text, span.start, LABEL);
  if (!labelled && (/[A-Za-z.]$/.test(text.slice(0, span.start).slice(-1)) || /^[A-Za-z]/.test(behind))) return false;
  if (span.shape === "whole") return !COUNTED.test(behind) && !/^\.\d/.test(behind) && /^0/.test(span.digits);
  if (span.shape === "apart") return labelled || !COUNTED.test(behind);
  const area =
    AREA.test(span.groups[0]?.digits ?? "") ||
    AREA.test(
      span.groups
        .slice(0, 2)
        .map(({ digits }) => digits)
        .join(""),
    );
  if (!area && !labelled) return false;
  if (span.shape === "grouped") return !/^[-./_·:]$/.test(span.before) && (labelled || !COUNTED.test(behind));
  return looseCertainty(span, behind, labelled, /^(?:[34] [78]|[34] [34] 4)$/) !== undefined;
}

/** Without an area code it takes a word to tell a telephone from a count. */
const LOCAL_LABEL =
  /(?:电话|座机|固话|宅电|家电|小灵通|热线|传真|联系方式|致电|拨打|拨|可打|请打|回电|[Tt][Ee][Ll]|[Pp]hone)(?:号码|号|是|为)?(?:\([^()\d]{0,8}\)|[^\d。;\n]{0,4})(?:[2-8]\d{2,3}[- ]?\d{4}[/、,或和 ]{1,2})*$/;
/** 打8123456; 打造 and 打击 say something else. */
const DIAL = /(?:打|拨)[: ]?$/;

function isLocal(text: string, span: Span): boolean {
  const behind = text.slice(span.end, span.end + 6);
  if (/^[A-Za-z]|^\.\d/.test(behind) || /^ ?(?:[年万亿元件次个人户名分秒吨米亩条]|平方|立方|公里|千瓦)/.test(behind))
    return false;
  if (span.behind !== "" && /^[-.·_]$/.test(span.behind) && !/^-\d{1,5}(?!\d)/.test(behind)) return false;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  return (
    LOCAL_LABEL.test(before) ||
    DIAL.test(before) ||
    (/^ ?[(（]?(?:家|宅|住宅)(?:[)）,。]|电话)/.test(behind) && span.shape === "whole")
  );
}

function inBothWritings(text: string, find: (chain: Chain, digits: string) => PersonalItem[]): PersonalItem[] {
  return writingsOf(text).flatMap((digits) => chainsOf(digits).flatMap((chain) => find(chain, digits)));
}

/** With the sign before the country's code, and the bracket that closes inside: (+86), (0746). */
function place(text: string, { start, end, gaps }: Span): { start: number; end: number } {
  const bracket = gaps.some((gap) => gap.includes(")")) ? /\(?\+?$/ : /\+?$/;
  return { start: start - (bracket.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0), end };
}

function certain(certainty: Certainty | undefined): { certainty?: Certainty } {
  return certainty === undefined ? {} : { certainty };
}
