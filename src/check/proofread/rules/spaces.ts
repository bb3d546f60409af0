import { HAN, VALUE } from "../block.ts";
import { replacing, type Edit, type Finding, type ProseRule } from "../rule.ts";

// Spaces, not line breaks: a soft line break is the typist's affair.
const SPACES = String.raw`[ \t\u00A0\u2002-\u200A\u202F\u3000]+`;
const WORD = `A-Za-z0-9${VALUE}`;
const HAN_SPACE = new RegExp(`(?<=[${HAN}])${SPACES}(?=[${WORD}])|(?<=[${WORD}%‰℃°])${SPACES}(?=[${HAN}])`, "gu");
/** What stands between a name and the day that ends its line: 市政府办公室　2020年11月11日 */
const SEPARATOR = "\u3000";
const LAST_DATE = /^\d{4}年\d{1,2}月\d{1,2}日[ \t\u3000]*(?:\n|$)/;
const SPACE_AT_MARK = new RegExp(
  `(?<=[^ \\t\\u00A0\\u2002-\\u200A\\u202F\\u3000\\n])${SPACES}(?=[，。、；：？！”’）》〉】〕])|(?<=[“‘（《〈【〔])${SPACES}(?=\\S)`,
  "gu",
);

/** 汉字与数字、字母间的空格。One finding a block, for a paragraph typed with spaces has dozens. */
export const hanSpace: ProseRule = {
  id: "han-space",
  name: "汉字与数字、字母间的空格",
  level: "warning",
  fixable: true,
  explanation: "公文中汉字与阿拉伯数字、字母之间不空格，间隙由排版给出；每段只报一次，从第一处报起。",
  example: { wrong: "截至 11 月 7 日共 215 件", right: "截至11月7日共215件" },
  basis: "公文惯例",
  find(block) {
    const all = [...block.text.matchAll(HAN_SPACE)].filter((space) => !isSeparator(block.text, space));
    const bylines = all.filter((space) => isBeforeLastDate(block.text, space) && space[0].length > 1);
    const apart = bylines.map(separation);
    const spaces = all.filter((space) => !bylines.includes(space));
    const first = spaces[0];
    if (first === undefined) return apart;
    const around = excerpt(block.text, first);
    const message =
      spaces.length === 1
        ? `汉字与数字、字母之间多了空格（“${around}”）`
        : `本段有${spaces.length}处汉字与数字、字母之间多了空格（首处“${around}”）`;
    // Several blanks may part what belongs apart: only a person can tell.
    const single = spaces.filter(([blanks]) => blanks.length === 1);
    const hint = single.length === spaces.length ? "删去空格" : "删去空格；连着几个空格的不自动改，有意分开的改用标点";
    return [{ start: first.index, message, hint, edits: single.map(removal) }, ...apart];
  },
};

/** 标点旁的空格：before a mark that closes or pauses, behind one that opens. */
export const spaceAtMark: ProseRule = {
  id: "space-at-mark",
  name: "标点旁的空格",
  level: "warning",
  fixable: true,
  explanation: "点号和后括号、后引号之前，前括号、前引号之后，不留空格。",
  example: { wrong: "立行立改 ，确保实效", right: "立行立改，确保实效" },
  basis: "GB/T 15834—2011 第5章",
  find(block) {
    return [...block.text.matchAll(SPACE_AT_MARK)].map(({ 0: blanks, index }) =>
      replacing(index, index + blanks.length, "", "标点旁多了空格", "删去空格"),
    );
  },
};

/** 1 200, 6 2.5%, 3, 000: one number or two, only a person can tell. Times, telephone numbers and series of numbers are no such. */
const SPLIT_NUMBER =
  /(?<![\w.,:：/~+()（）-])(?!0\d)\d{1,9}(?:[ \u00A0\u2002-\u200A\u202F]+[.,]?|[.,][ \u00A0\u2002-\u200A\u202F]+(?=\d{3}(?!\d)))\d{1,9}(?:[.,]\d+)?(?![\w:：/~-])/gu;

/** 数字中间的空格。 */
export const numberSpace: ProseRule = {
  id: "number-space",
  name: "数字中间的空格",
  level: "warning",
  fixable: false,
  explanation: "一个数的数字之间不空格；是两个数的，中间用标点隔开。是一个还是两个只有人知道，所以不自动改。",
  example: { wrong: "投资1 200万元", right: "投资1200万元" },
  basis: "GB/T 15835—2011",
  find(block) {
    return [...block.text.matchAll(SPLIT_NUMBER)].map((match) => ({
      start: match.index,
      message: `数字中间有空格（“${match[0]}”）`,
      hint: "是一个数的，删去空格；是两个数的，中间用标点隔开",
    }));
  },
};

function isSeparator(text: string, space: RegExpExecArray): boolean {
  return space[0] === SEPARATOR && isBeforeLastDate(text, space);
}

function isBeforeLastDate(text: string, { index, 0: blanks }: RegExpExecArray): boolean {
  return LAST_DATE.test(text.slice(index + blanks.length));
}

/** Several blanks before the day: meant to part the two, which one full blank does in print. */
function separation({ index, 0: blanks }: RegExpExecArray): Finding {
  const message = "名称与日期之间隔了几个空格";
  return replacing(index, index + blanks.length, SEPARATOR, message, "换成一个全角空格");
}

/** A few characters either side, numbers and words whole. */
function excerpt(text: string, space: RegExpExecArray): string {
  const end = space.index + space[0].length;
  const left = /[\w.%]{1,20}$|[^\n]{0,4}$/.exec(text.slice(Math.max(0, space.index - 20), space.index))?.[0] ?? "";
  const right = /^[\w.%]{1,20}|^[^\n]{0,4}/.exec(text.slice(end, end + 20))?.[0] ?? "";
  return `${left}${space[0]}${right}`.replaceAll(VALUE, "{{…}}");
}

function removal(match: RegExpExecArray): Edit {
  return { start: match.index, end: match.index + match[0].length, replacement: "" };
}
