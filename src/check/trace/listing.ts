/** All numbers of an issue as a table for the terminal. */

import { kindNames } from "../numbers/index.ts";
import { cells } from "../../base/text/cells.ts";
import { stateNames, type TracedNumber, type TraceState } from "./traced-number.ts";

const heads = ["序号", "印出", "怎样来的", "名称", "稿件里的位置"] as const;

/** Lines without line ends: a heading a part, a row a number, the sum at the end. */
export function listing(numbers: readonly TracedNumber[]): string[] {
  const rows = numbers.map(row);
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...rows.map((cells) => cells[column] ?? "")].map(width)),
  );
  const line = (texts: readonly string[]): string =>
    texts.map((text, column) => (column === texts.length - 1 ? text : padded(text, widths[column] ?? 0))).join("  ");
  const lines = [line(heads)];
  for (const [at, number] of numbers.entries()) {
    if (number.part !== numbers[at - 1]?.part) lines.push("", number.part.title);
    lines.push(line(rows[at] ?? []));
  }
  return [...lines, "", summaryLine(numbers)];
}

/** 共 126 个数字：由数据算出 65 个，…… */
export function summaryLine(numbers: readonly TracedNumber[]): string {
  const parts = (Object.keys(stateNames) as TraceState[]).map((state) => {
    const count = numbers.filter((number) => number.state === state).length;
    return `${stateNames[state]} ${count} 个`;
  });
  return `共 ${numbers.length} 个数字：${parts.join("，")}。`;
}

function row({ position, number, state, figure, phrase }: TracedNumber): string[] {
  const { token } = number;
  const { file, line, column } = token.block.place(token.start);
  const named = figure?.name ?? phrase ?? "";
  return [
    String(position),
    `${token.text}${token.measureWord}`,
    stateNames[state],
    state === "not-a-count" ? `${kindNames[token.kind]} ${token.whole.text}` : named,
    `${file.split("/").at(-1) ?? file}:${line}:${column}`,
  ];
}

/** In columns of a terminal: a Han character takes two. */
function width(text: string): number {
  return cells(text) * 2;
}

function padded(text: string, wanted: number): string {
  return text + " ".repeat(Math.max(0, wanted - width(text)));
}
