/** Parses the request for a table: `::: 表格 单位 × 交办、办结` and the options in the lines below. */

import { splitOutside } from "../../model/expression/split.ts";
import { halfWidthDigits } from "../../model/expression/token.ts";
import { ComputedBlockError } from "../computed-block.ts";
import type { ComputedLine } from "../computed-block.ts";
import { piecesBetween, plainText, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import { insideQuotes } from "../../base/text/quoted.ts";
import { didYouMean } from "../../base/text/nearest.ts";

export interface Option {
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** Line within the block, from 1; 0 is the marker. */
  readonly line: number;
}

/** Options by name; each at most once. Throws `ComputedBlockError`. */
export function readOptions(lines: readonly ComputedLine[], known: readonly string[]): ReadonlyMap<string, Option> {
  const options = new Map<string, Option>();
  for (const [at, pieces] of lines.entries()) {
    const text = plainText(pieces);
    if (text.trim() === "") continue;
    const span = { start: 0, end: text.length };
    const match = /^\s*([^\s:：]+)\s*[:：]\s*/.exec(text);
    const name = match?.[1] ?? text.trim();
    if (match === null || !known.includes(name)) {
      const meant = didYouMean(name, known);
      throw new ComputedBlockError(
        at + 1,
        "block-option",
        match === null ? "这一行不是“名称: 内容”的形式" : `这里没有“${name}”这一项`,
        span,
        `${meant}可以写：${known.join("、")}。`,
      );
    }
    if (options.has(name))
      throw new ComputedBlockError(at + 1, "block-option", `“${name}”写了两次`, span, "请删去一行。");
    const rest = withoutQuotes(withoutLead(pieces, match[0].length));
    if (plainText(rest).trim() === "")
      throw new ComputedBlockError(at + 1, "block-option", `“${name}”后面没有写内容`, span, "请写上，或者删去这一行。");
    options.set(name, { pieces: rest, text: plainText(rest).trim(), line: at + 1 });
  }
  return options;
}

function withoutQuotes(pieces: readonly Piece[]): readonly Piece[] {
  const inside = insideQuotes(plainText(pieces));
  return inside === undefined ? pieces : piecesBetween(pieces, inside.start, inside.end);
}

/** The line without the name of the option, which is in the first text, because it is always typed. */
function withoutLead(pieces: readonly Piece[], length: number): Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  const at = first.kind === "text" && first.typedAt !== undefined ? first.typedAt + length : undefined;
  return [textPiece(first.text.slice(length), at), ...rest];
}

export function wrongOption(option: Option, message: string, hint: string): ComputedBlockError {
  return new ComputedBlockError(option.line, "block-option", message, { start: 0, end: option.text.length }, hint);
}

/** 零陵区、道县 or 零陵区，道县 */
export function listed(option: Option | undefined): string[] {
  return (option?.text ?? "")
    .split(/[、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** One of the allowed words, or `undefined` when the option is absent. */
export function chosen<T extends string>(
  options: ReadonlyMap<string, Option>,
  name: string,
  words: readonly T[],
): T | undefined {
  const option = options.get(name);
  if (option === undefined) return undefined;
  const word = words.find((candidate) => candidate === option.text);
  if (word !== undefined) return word;
  throw new ComputedBlockError(
    option.line,
    "block-option",
    `“${name}”不能是“${option.text}”`,
    { start: 0, end: option.text.length },
    `可以写：${words.join("、")}。`,
  );
}

export function numbered(options: ReadonlyMap<string, Option>, name: string): number | undefined {
  const option = options.get(name);
  if (option === undefined) return undefined;
  const text = halfWidthDigits(option.text);
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new ComputedBlockError(
    option.line,
    "block-option",
    `“${name}”后面要写一个数字`,
    { start: 0, end: option.text.length },
    `如“${name}: 5”。`,
  );
}

/** `单位 × 交办、办结` → the dimension of the rows, and the text of the columns with its offset. */
export function splitArgument(argument: string): {
  readonly rows: string;
  readonly columns: string;
  readonly start: number;
} {
  const [rows, ...rest] = splitOutside(argument, "×", 0, true);
  const first = rest[0];
  if (
    rows === undefined ||
    first === undefined ||
    rows.text.trim() === "" ||
    argument.slice(first.start).trim() === ""
  ) {
    const meant = /^(\S+)\s*[xX✕✖╳*＊ｘＸ]\s*(\S.*)$/u.exec(argument.trim());
    if (meant !== null) {
      throw new ComputedBlockError(
        0,
        "block-argument",
        "行和列中间要用乘号“×”",
        { start: 0, end: argument.length },
        `请写成“${meant[1] ?? ""} × ${meant[2] ?? ""}”；“×”可以从这里复制，或在输入法里打“cheng”。`,
      );
    }
    throw new ComputedBlockError(
      0,
      "block-argument",
      "要写明行和列",
      { start: 0, end: argument.length },
      "如“::: 表格 单位 × 交办、办结、办结率”：“×”前面是分组，后面是指标。",
    );
  }
  return { rows: rows.text.trim(), columns: argument.slice(first.start), start: first.start };
}
