import { replacing, type Finding, type SourceRule } from "../rule.ts";
import { lookAlike } from "./look-alike.ts";

/** Control characters other than tab and line ends; U+2028 and U+2029 break lines in some programs only. */
// eslint-disable-next-line no-control-regex -- they are what the rule looks for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/g;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Blanks without width, and what chooses a variant of the character before it. */
const ZERO_WIDTH =
  /[\u00AD\u115F\u1160\u180E\u200B\u200C\u2060-\u2064\u3164\uFEFF\uFFA0\u{E0000}-\u{E00FF}]|\u034F|[\u180B-\u180D]|\u200D|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;
const BROKEN = /\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** `hint`: none where the characters may be removed. */
function characterRule(
  info: Pick<SourceRule, "id" | "name" | "explanation" | "example">,
  pattern: RegExp,
  what: string,
  hint?: string,
): SourceRule {
  return {
    ...info,
    level: "error",
    fixable: hint === undefined,
    basis: "Unicode；网络安全与归档惯例",
    find: ({ text }) =>
      [...text.matchAll(pattern)].map(({ 0: sign, index }): Finding => {
        const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        const message = `有${what}（U+${code}）`;
        return hint === undefined
          ? replacing(index, index + sign.length, "", message, "删去它")
          : { start: index, message, hint };
      }),
  };
}

/** Characters that do not show, do not print or do not mean what they look like; they are errors by default. */
export const characterRules: readonly SourceRule[] = [
  characterRule(
    {
      id: "control-character",
      name: "控制字符",
      explanation: "NUL等看不见的控制字符，多从别的软件粘贴而来，会使网页、PDF出错。",
      example: { wrong: "立行\u0007立改", right: "立行立改" },
    },
    CONTROL,
    "看不见的控制字符",
  ),
  characterRule(
    {
      id: "bidi-control",
      name: "双向控制字符",
      explanation: "改变文字方向的控制字符，会使显示的字序与实际不同。",
      example: { wrong: "215\u202E件", right: "215件" },
    },
    BIDI,
    "改变文字方向的控制字符",
  ),
  characterRule(
    {
      id: "zero-width",
      name: "零宽字符",
      explanation: "零宽空格、软连字符等不占位置的字符，会使检索、核对落空。",
      example: { wrong: "冷水\u200B滩区", right: "冷水滩区" },
    },
    ZERO_WIDTH,
    "不占位置的零宽字符",
  ),
  characterRule(
    {
      id: "custom-character",
      name: "自造字",
      explanation: "专用区的自造字只在原来的电脑上能显示，别处是空白或方框。",
      example: { wrong: "王\uE000", right: "王䶮" },
    },
    PRIVATE_USE,
    "只在原电脑上能显示的自造字",
    "换成标准汉字或符号",
  ),
  characterRule(
    {
      id: "broken-character",
      name: "乱码",
      explanation: "转换编码时丢失的字，留下了“\uFFFD”一类的替代符。",
      example: { wrong: "生态\uFFFD境", right: "生态环境" },
    },
    BROKEN,
    "转换编码时丢失的字",
    "对照原件补上，文件存为UTF-8",
  ),
  lookAlike,
];
