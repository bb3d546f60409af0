/** Typing errors of the Chinese input method in YAML: full-width colons, spaces, dashes, commas and quotes, each with its fix. */

import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { contentLines } from "./yaml-lines.ts";

/** A typing error with its fix, an edit within one line. */
export type Slip = Problem & Required<Pick<Problem, "fix">>;

/** A slip in a line; offsets count from the beginning of the line. */
interface Found {
  readonly code: string;
  readonly at: number;
  readonly message: string;
  readonly hint: string;
  readonly edit: readonly [start: number, end: number, replacement: string];
}

/**
 * Finds possible slips. A full-width colon inside a text is right, so the caller reports it only where the parser failed or read a key
 * as part of a text.
 */
export function inputMethodSlips(source: SourceText, start: number, end: number): Slip[] {
  const numbers = contentLines(source, start, end);
  return numbers.flatMap((number, index) => {
    const line = source.line(number);
    const lineStart = source.lineStart(number);
    const [before, after] = [numbers[index - 1], numbers[index + 1]].map((near) =>
      near === undefined ? undefined : source.line(near),
    );
    return slipsOf(line, { before, after }).map(({ code, at, message, hint, edit: [from, to, replacement] }) => ({
      ...error(code, source.place(lineStart + at), message, hint),
      fix: { start: lineStart + from, end: lineStart + to, replacement },
    }));
  });
}

/** Codes of slips that are right within a text and wrong after a key. */
export const colonCodes: ReadonlySet<string> = new Set(["fullwidth-colon", "colon-space", "missing-colon"]);

/** The nearest lines before and after that are neither empty nor comments. */
interface Neighbours {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function slipsOf(line: string, around: Neighbours): Found[] {
  return [
    ...indent(line, around),
    ...dash(line),
    ...(colon(line) ?? narrowColon(line) ?? missingColon(line, around) ?? []),
    ...withinBraces(line),
    ...quotes(line),
    ...comment(line),
  ];
}

const leadOf = (line: string): string => /^[ \u3000\t]*/.exec(line)?.[0] ?? "";

function indent(line: string, around: Neighbours): Found[] {
  const lead = leadOf(line);
  const at = lead.search(/[\u3000\t]/);
  if (at < 0) return [];
  const edit = [0, lead.length, " ".repeat(meantWidth(line, lead, around))] as const;
  if (lead[at] === "\t")
    return [{ code: "tab-indent", at, message: "行首用了制表符（Tab）缩进", hint: "请改用空格，每层两个。", edit }];
  const hint = "请删去全角空格，改用英文（半角）空格，每层两个。";
  return [{ code: "fullwidth-space", at, message: "行首用了全角空格缩进", hint, edit }];
}

/** The intended indentation: that which fits the neighbouring lines, else two blanks for each tab or full-width blank. */
function meantWidth(line: string, lead: string, { before, after }: Neighbours): number {
  const own = [...lead].reduce((sum, sign) => sum + (sign === " " ? 1 : 2), 0);
  const [above, below] = [before, after].map((near) => (near === undefined ? undefined : leadOf(near)));
  if (/[\u3000\t]/.test(`${above ?? ""}${below ?? ""}`)) return own;
  const opens = (text: string | undefined): boolean => /[:：]\s*(?:#.*)?$/.test(text ?? "");
  if (opens(line)) return below !== undefined && below.length >= 2 ? below.length - 2 : own;
  if (opens(before)) return (above?.length ?? 0) + 2;
  const behindDash = /^ *- /.exec(before ?? "")?.[0].length;
  if (behindDash !== undefined && !/^\s*- /.test(line)) return behindDash;
  return above?.length ?? below?.length ?? own;
}

/** `单位` above what belongs to it, or `道县 18`. */
function missingColon(line: string, { after }: Neighbours): Found[] | undefined {
  const match = /^(\s*(?:- +)?)([\p{Script=Han}×]{1,12})(?=(\s+#.*)?$|[ \t]+(?:\d|\[|\{))/u.exec(line);
  const [whole, lead = "", name = ""] = match ?? [""];
  if (match === null) return undefined;
  const rest = line
    .slice(whole.length)
    .replace(/\s+#.*$/, "")
    .trim();
  // A name alone is a key only if the next line is indented deeper.
  if (
    rest === "" &&
    !(after !== undefined && leadOf(after).length > leadOf(line).length && /^\s*(?:- |[^\s:]+:(?:\s|$))/.test(after))
  )
    return undefined;
  return [
    {
      code: "missing-colon",
      at: lead.length + name.length,
      message: `“${name}”后面少了冒号`,
      hint: `请加上英文冒号，写成“${name}:${rest === "" ? "" : ` ${rest}`}”。`,
      edit: [lead.length + name.length, lead.length + name.length, ":"],
    },
  ];
}

function dash(line: string): Found[] {
  const match = /^(\s*)([－—–])\s*(?=\S)/.exec(line);
  if (match === null || /^\s*—{2}/.test(line)) return [];
  const [whole, lead = "", sign = ""] = match;
  return [
    {
      code: "fullwidth-dash",
      at: lead.length,
      message: `列表项前用了全角横线“${sign}”`,
      hint: "请改成英文减号加一个空格，如“- 冷水滩区”。",
      edit: [lead.length, whole.length, "- "],
    },
  ];
}

function colon(line: string): Found[] | undefined {
  const match =
    /^(\s*(?:[-－—–]\s+)?(?![-－—–]\s)["“]?[^\s:：#'"，。、；{[][^:：#'"，。；]{0,30}?)(\s*)：[ \t\u3000]*/u.exec(line);
  const [whole, lead = "", blank = ""] = match ?? [""];
  if (match === null || /:([ \t]|$)/.test(lead)) return undefined;
  const key = lead.replace(/^\s*(?:[-－—–]\s+)?/, "");
  const rest = line.slice(whole.length);
  return [
    {
      code: "fullwidth-colon",
      at: lead.length + blank.length,
      message: `“${key}”后面用了全角冒号“：”`,
      hint: `请改成英文冒号加一个空格，如“${key}: ${rest.replace(/\s*#.*$/, "").trim() || "…"}”。`,
      edit: [lead.length, whole.length, rest === "" ? ":" : ": "],
    },
  ];
}

function narrowColon(line: string): Found[] | undefined {
  const match = /^(\s*(?:- +)?)([^\s:：#'"{[]{1,30}):(\u3000+[ \u3000]*)?(?=[^ \t/:]|$)/u.exec(line);
  const [whole, lead = "", key = "", blank] = match ?? [""];
  if (match === null || /:([ \t]|$)/.test(line)) return undefined;
  const at = lead.length + key.length + 1;
  const mended = `${key}: ${line.slice(whole.length).trim() || "…"}`;
  if (blank === undefined) {
    return [
      {
        code: "colon-space",
        at,
        message: `“${key}:”的冒号后少了空格`,
        hint: `请在英文冒号后加一个空格，如“${mended}”。`,
        edit: [at, at, " "],
      },
    ];
  }
  return [
    {
      code: "fullwidth-space",
      at,
      message: `“${key}:”的冒号后面是全角空格`,
      hint: `请改成英文（半角）空格，如“${mended}”。`,
      edit: [at, at + blank.length, " "],
    },
  ];
}

/** `{ 全称：零陵区，简称: 零陵 }`; lines with quotes are skipped, because the signs may belong to a text. */
function withinBraces(line: string): Found[] {
  const open = line.indexOf("{");
  if (open < 0 || /['"#]/.test(line)) return [];
  const inside = line.slice(open);
  const name = String.raw`[^\s:：,，{}[\]]{1,12}`;
  const found: Found[] = [];
  for (const match of inside.matchAll(new RegExp(String.raw`(?<=[{,，]\s*)(${name})\s*：\s*`, "gu"))) {
    const [whole, key = ""] = match;
    const at = open + match.index + whole.indexOf("：");
    found.push({
      code: "fullwidth-colon",
      at,
      message: `“${key}”后面用了全角冒号“：”`,
      hint: `请改成英文冒号加一个空格，如“${key}: …”。`,
      edit: [open + match.index + key.length, open + match.index + whole.length, ": "],
    });
  }
  for (const match of inside.matchAll(new RegExp(String.raw`\s*，\s*(?=${name}\s*[:：])`, "gu"))) {
    const at = open + match.index;
    found.push({
      code: "fullwidth-comma",
      at: at + match[0].indexOf("，"),
      message: "花括号里用了全角逗号“，”",
      hint: "请改成英文逗号加一个空格，如“{ 全称: 零陵区, 简称: 零陵 }”。",
      edit: [at, at + match[0].length, ", "],
    });
  }
  return found;
}

/** Chinese quotes belong to the text, so a value that needs YAML quotes gets them in addition. */
function quotes(line: string): Found[] {
  const match = /:[ \t]+(?=[“”‘’])/u.exec(line);
  if (match === null) return [];
  const at = match.index + match[0].length;
  // In braces the value ends before the next key, not at the end of the line.
  if (line.slice(0, at).includes("{")) return [];
  // Only a # after the last quotation mark starts a comment.
  const value = line
    .slice(at)
    .replace(/\s+#[^”’]*$/u, "")
    .trimEnd();
  if (!/[:#]\s/.test(value.slice(1))) return [];
  const sign = value.includes('"') || value.includes("\\") ? "'" : '"';
  if (sign === "'" && value.includes("'")) return [];
  return [
    {
      code: "fullwidth-quote",
      at,
      message: "用全角引号括住内容，YAML 不认",
      hint: '内容里有英文冒号或 # 的，请用英文引号 " " 括起来。',
      edit: [at, at + value.length, `${sign}${value}${sign}`],
    },
  ];
}

/** `道县: 18  ＃ 上期 17` */
function comment(line: string): Found[] {
  const match = /^\s*(?:[^\s:：#]{1,30}[:：][ \t]*[\d０-９]*\s+)?(?=＃)/u.exec(line);
  if (match === null) return [];
  const at = match[0].length;
  return [
    {
      code: "fullwidth-comment",
      at,
      message: "说明前面用了全角的“＃”",
      hint: "请改成英文的 #，前面空一格。",
      edit: [at, at + 1, "#"],
    },
  ];
}
