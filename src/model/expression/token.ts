import { ExpressionError } from "./expression.ts";
import type { Operator, Span } from "./expression.ts";
import { quotes } from "./split.ts";

type TokenKind = "name" | "number" | "dot" | "operator" | "open" | "close";

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The full-width forms that input methods produce mean the same as the half-width ones. */
const operators = new Map<string, Operator>([
  ["+", "+"],
  ["＋", "+"],
  ["-", "-"],
  ["－", "-"],
  ["−", "-"],
  ["*", "×"],
  ["×", "×"],
  ["＊", "×"],
  ["/", "÷"],
  ["÷", "÷"],
  ["／", "÷"],
]);

/** Names, numbers and signs with their offsets. Throws `ExpressionError` at a character that can be neither. */
export function tokenize(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: TokenKind, value: string, length: number): void => {
    tokens.push({ kind, text: value, start: offset + at, end: offset + at + length });
    at += length;
  };
  while (at < text.length) {
    const character = text[at] ?? "";
    const word = /^[\p{L}\p{M}\p{N}_％%]+/u.exec(text.slice(at))?.[0];
    const decimal = /^\d+(?:\.\d+)?(?![\p{L}\p{N}_])/u.exec(text.slice(at))?.[0];
    const operator = operators.get(character);
    const closing = quotes.get(character);
    if (/\s/u.test(character)) at++;
    else if (decimal !== undefined) push("number", decimal, decimal.length);
    // 第１５期: full-width digits mean the same.
    else if (word !== undefined) push("name", halfWidthDigits(word), word.length);
    else if (/[.．。]/u.test(character)) push("dot", ".", 1);
    else if (operator !== undefined) push("operator", operator, 1);
    else if (/[(（]/u.test(character)) push("open", "(", 1);
    else if (/[)）]/u.test(character)) push("close", ")", 1);
    else if (closing !== undefined && text.indexOf(closing, at + 1) > at) {
      const end = text.indexOf(closing, at + 1);
      push("name", text.slice(at + 1, end), end + 1 - at);
    } else {
      throw new ExpressionError(
        "expression-syntax",
        `这里不能有“${character}”`,
        { start: offset + at, end: offset + at + 1 },
        /[:：]/.test(character)
          ? "冒号只写在竖线后面的格式里，如“占比 | 百分比: 2”；名称里有冒号的，用引号括起来。"
          : "名称里有标点的，用引号括起来，如 {{交办.单位.“县区/市直”}}。",
      );
    }
  }
  return tokens;
}

export function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
