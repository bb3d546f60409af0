/** Slips of the Chinese input method in YAML: full-width colons, digits, spaces, dashes and quotes, each with a message of its own. */

import { error } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { SourceText } from "../problem/source-text.ts";

/**
 * Lines that look like slips. They are candidates: a full-width colon inside a text is no slip, so the caller reports
 * it only where the parser stumbled or read a key line as text.
 */
export function inputMethodSlips(source: SourceText, start: number, end: number): Problem[] {
  const problems: Problem[] = [];
  const first = source.place(start).line;
  const last = source.place(end).line;
  let blockIndent: number | undefined;
  for (let number = first; number <= last; number++) {
    const line = source.line(number);
    if (line.trim() === "" || /^\s*#/.test(line)) continue;
    const indent = /^[ \u3000\t]*/.exec(line)?.[0] ?? "";
    // Inside a block text (`|`, `>`) anything goes.
    if (blockIndent !== undefined && indent.length > blockIndent) continue;
    blockIndent = /:\s*[|>][+-]?\d?\s*(#.*)?$/.test(line) ? indent.length : undefined;
    const slip = slipOf(line, indent);
    if (slip === undefined) continue;
    const place = { file: source.file, line: number, column: [...line.slice(0, slip.at)].length + 1 };
    problems.push(error(slip.code, place, slip.message, slip.hint));
  }
  return problems;
}

interface Slip {
  readonly code: string;
  readonly at: number;
  readonly message: string;
  readonly hint: string;
}

function slipOf(line: string, indent: string): Slip | undefined {
  const space = indent.indexOf("\u3000");
  if (space >= 0) {
    return {
      code: "fullwidth-space",
      at: space,
      message: "行首用了全角空格缩进",
      hint: "请删去全角空格，改用英文（半角）空格，每层两个。",
    };
  }
  const tab = indent.indexOf("\t");
  if (tab >= 0) {
    return { code: "tab-indent", at: tab, message: "行首用了制表符（Tab）缩进", hint: "请改用空格，每层两个。" };
  }
  const dash = /^\s*([－—–])\s*\S/.exec(line);
  if (dash !== null && !/^\s*—{2}/.test(line)) {
    return {
      code: "fullwidth-dash",
      at: line.indexOf(dash[1] ?? ""),
      message: `列表项前用了全角横线“${dash[1] ?? ""}”`,
      hint: "请改成英文减号加一个空格，如“- 冷水滩区”。",
    };
  }
  const colon = /^(\s*(?:- +)?["“]?[^\s:：#'"，。、；][^:：#'"，。；]{0,30}?\s*)：/u.exec(line);
  if (colon !== null && !/:(\s|$)/.test(line.slice(0, colon[0].length + 1))) {
    const key = (colon[1] ?? "").replace(/^\s*(?:- +)?/, "").trim();
    return {
      code: "fullwidth-colon",
      at: (colon[1] ?? "").length,
      message: `“${key}”后面用了全角冒号“：”`,
      hint: `请改成英文冒号加一个空格，如“${key}: ${line.slice(colon[0].length).trim() || "…"}”。`,
    };
  }
  const close = /^\s*(?:- +)?([^\s:：#'"]{1,30}):(?=[^\s/:])/u.exec(line);
  if (close !== null && !/:(\s|$)/.test(line)) {
    return {
      code: "colon-space",
      at: line.indexOf(":") + 1,
      message: `“${close[1] ?? ""}:”的冒号后少了空格`,
      hint: `请在英文冒号后加一个空格，如“${close[1] ?? ""}: ${line.slice(close[0].length).trim()}”。`,
    };
  }
  const quote = /:\s*[“”‘’]/u.exec(line);
  if (quote !== null && /[:#]\s/.test(line.slice(quote.index + quote[0].length))) {
    return {
      code: "fullwidth-quote",
      at: quote.index + quote[0].length - 1,
      message: "用全角引号括住内容，YAML 不认",
      hint: '内容里有英文冒号或 # 的，请用英文引号 " " 括起来。',
    };
  }
  return undefined;
}
