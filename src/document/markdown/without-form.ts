/** Reports Markdown and HTML that a bulletin does not support: signs that would be printed unchanged, links that do not work on paper. */

import { error, warning } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";

/** A kind of unsupported sign; `hint` may use the groups of `pattern`. */
interface Kind {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: (match: RegExpExecArray) => string;
}

const tags =
  "a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|code|del|details|div|em|embed|figcaption|figure|font|form|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|p|pre|s|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|th|thead|title|tr|tt|u|ul|video";

const kinds: readonly Kind[] = [
  {
    code: "html-tag",
    severity: "error",
    pattern: new RegExp(`(?<!\\\\)</?(${tags})(?:\\s[^<>\\n]{0,300})?/?>`, "giu"),
    message: "这是 HTML 标签，会印成文字",
    hint: ([, tag = ""]) => htmlHint(tag.toLowerCase()),
  },
  {
    code: "html-comment",
    severity: "error",
    pattern: /(?<!\\)<!--/gu,
    message: "这是 HTML 注释，会印成文字",
    hint: () => "请删去；稿件里没有不印的话。",
  },
  {
    code: "footnote",
    severity: "error",
    pattern: /(?<!\\)\[\^[^\]\n]{1,40}\]/gu,
    message: "这里没有脚注，会印成文字",
    hint: () => "请把注释写在正文的括号里，如“（注：……）”。",
  },
  {
    code: "link-address",
    severity: "error",
    pattern:
      /(?<![!\\])\[([^[\]\n]{1,200})\]\(\s*<?((?!https?:\/\/|mailto:|tel:)[^()<>\n]{0,300}(?:\([^()\n]{0,100}\)[^()<>\n]{0,100})?)>?\s*\)/giu,
    message: "链接后面的不是网址，点不开",
    hint: ([, text = ""]) => `网址要以 https:// 或 http:// 开头；只要文字的，写“${text}”就行。`,
  },
  {
    code: "link-address",
    severity: "error",
    pattern:
      /(?<![!\\])\[([^[\]\n]{1,200})\]\([ \t]*((?:https?:\/\/|mailto:|tel:)[^\s()<>]{0,300}[ \t]+(?!["\s)])[^()<>\n]{1,300})\)/giu,
    message: "网址里有空格，会印成文字，点不开",
    hint: ([, text = "", address = ""]) =>
      `空格要写成 %20：“[${text}](${address.trim().replace(/\s/g, "%20")})”；或者只写文字。`,
  },
  {
    code: "link-on-paper",
    severity: "warning",
    pattern:
      /(?<![!\\])\[([^[\]\n]{1,200})\]\(\s*((?:https?:\/\/|mailto:|tel:)[^\s()<>]{0,300}|<(?:https?:\/\/|mailto:|tel:)[^<>\n]{0,300}>)(?:\s+"[^"\n]{0,200}")?\s*\)/giu,
    message: "链接只在网页上能点，纸上看不到网址",
    hint: ([, text = "", address = ""]) =>
      `要让读者在纸上也看到，请写成“${text}（${address.replace(/^<|>$/g, "").trim()}）”；不需要的，可以不管。`,
  },
  {
    code: "link-address",
    severity: "error",
    pattern: /^[ ]{0,3}\[(?!\^)[^\]\n]{1,100}\]:[ \t]*\S+/gmu,
    message: "这是链接的另一种写法，会印成文字",
    hint: () => "请写成“[文字](网址)”，或者只写文字。",
  },
  {
    code: "literal-sign",
    severity: "error",
    pattern: /^[ \t]*(?:```|~~~).*$|(?<!\\)`[^`\n]{1,200}`/gmu,
    message: "反引号会印成文字",
    hint: () => "请删去反引号，只留文字。",
  },
  {
    code: "literal-sign",
    severity: "error",
    pattern: /^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$|^[ \t]*={3,}[ \t]*$/gmu,
    message: "单独一行的横线会印成文字",
    hint: () => "稿件里不用分隔线，请删去这一行。",
  },
  {
    code: "bullet",
    severity: "warning",
    pattern: /^[ \t]*[-+*][ \t]+(?=[^-+*_\s])/gmu,
    message: "列举的每一条都另起一段，前面的符号不印",
    hint: () => "公文不用圆点列举：请写成“一是……二是……”，或“1. ”“2. ”编号的条目；就要这样印的，不用管。",
  },
];

function htmlHint(tag: string): string {
  if (tag === "br") return "要分段，请空一行；落款里每行自成一行，不用标签。";
  if (["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"].includes(tag))
    return "小标题前面写“### ”；正文里的黑体写成 **……**。";
  if (tag === "img") return "图片写成“![说明](文件名)”。";
  if (["table", "tr", "td", "th"].includes(tag)) return "表格用竖线写，见手册“表格和图表”。";
  if (tag === "sub" || tag === "sup") return "请直接写，如 PM2.5、CO₂、m³。";
  return "请删去标签，只留文字。";
}

/** Errors in the body from `bodyStart` on. */
export function withoutForm(source: SourceText, bodyStart: number): Problem[] {
  const body = source.text.slice(bodyStart);
  return kinds.flatMap(({ code, severity, pattern, message, hint }) =>
    [...body.matchAll(pattern)].map((match) => {
      const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
      const place = source.place(bodyStart + match.index + lead);
      return (severity === "error" ? error : warning)(code, place, message, hint(match));
    }),
  );
}
