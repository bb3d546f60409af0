import { ExpressionError } from "./expression.ts";
import type { Expression, FilterCall, Operator, Pipeline, Segment, Span } from "./expression.ts";

type TokenKind = "name" | "number" | "dot" | "operator" | "open" | "close";

interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Full-width forms that the input method puts in mean the same as their half-width twins here. */
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
const quotes = new Map([
  ['"', '"'],
  ["“", "”"],
  ["'", "'"],
  ["‘", "’"],
]);

/** Parses `交办.单位 | 降序 | 前: 3`. Throws `ExpressionError`. */
export function parsePipeline(text: string): Pipeline {
  const [head, ...rest] = splitAtBars(text);
  if (head === undefined || head.text.trim() === "") {
    throw new ExpressionError(
      "expression-empty",
      "双花括号里是空的",
      { start: 0, end: text.length },
      "请写上统计项的名称，如 {{交办}}。",
    );
  }
  return {
    expression: parseExpressionAt(head.text, head.start),
    filters: rest.map((part) => parseFilter(part.text, part.start)),
    text: text.trim(),
  };
}

/** Parses a formula such as `办结 / 交办`. Throws `ExpressionError`. */
export function parseExpression(text: string): Expression {
  return parseExpressionAt(text, 0);
}

interface Part {
  readonly text: string;
  readonly start: number;
}

function splitAtBars(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let closing: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (closing !== undefined) {
      if (character === closing) closing = undefined;
    } else if (quotes.has(character) && text.indexOf(quotes.get(character) ?? "", at + 1) >= 0) {
      closing = quotes.get(character);
    } else if (character === "|" || character === "｜") {
      parts.push({ text: text.slice(start, at), start });
      start = at + 1;
    }
  }
  parts.push({ text: text.slice(start), start });
  return parts;
}

function parseFilter(text: string, offset: number): FilterCall {
  const match = /^\s*([\p{L}\p{N}_]+)\s*(?:[:：]([\s\S]*))?$/u.exec(text);
  const span = { start: offset + (text.length - text.trimStart().length), end: offset + text.trimEnd().length };
  if (match === null) {
    throw new ExpressionError(
      "filter-syntax",
      text.trim() === "" ? "竖线后面是空的" : `“${text.trim()}”不是格式的写法`,
      span,
      "竖线后写格式的名称，如 {{交办.单位 | 前: 3}}。",
    );
  }
  const args = match[2] === undefined ? [] : match[2].split(",").map(unquoted);
  return { name: match[1] ?? "", args, span };
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  const closing = quotes.get(trimmed[0] ?? "");
  return closing !== undefined && trimmed.length > 1 && trimmed.endsWith(closing) ? trimmed.slice(1, -1) : trimmed;
}

function tokenize(text: string, offset: number): Token[] {
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
    else if (word !== undefined) push("name", word, word.length);
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
        `双花括号里不能有“${character}”`,
        { start: offset + at, end: offset + at + 1 },
        "名称里有标点的，用引号括起来，如 {{交办.单位.“县区/市直”}}。",
      );
    }
  }
  return tokens;
}

const deepest = 50;

function parseExpressionAt(text: string, offset: number): Expression {
  const tokens = tokenize(text, offset);
  let at = 0;
  const end = { start: offset + text.trimEnd().length, end: offset + text.length };
  const fail = (token: Token | undefined): never => {
    throw new ExpressionError(
      "expression-syntax",
      token === undefined ? "算式没有写完" : `算式里“${token.text}”的位置不对`,
      token ?? end,
      "写法如 {{交办}}、{{交办.单位.冷水滩区}}、{{交办 - 办结}}。",
    );
  };

  const sum = (depth: number): Expression => chain(["+", "-"], () => chain(["×", "÷"], () => factor(depth)));

  function chain(accepted: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let token = tokens[at]; token?.kind === "operator" && accepted.includes(token.text); token = tokens[at]) {
      at++;
      const right = operand();
      left = {
        kind: "binary",
        operator: token.text as Operator,
        left,
        right,
        span: { start: left.span.start, end: right.span.end },
      };
    }
    return left;
  }

  function factor(depth: number): Expression {
    const token = tokens[at];
    if (token === undefined || depth > deepest) return fail(token);
    at++;
    if (token.kind === "number") return { kind: "number", text: token.text, span: token };
    if (token.kind === "open") {
      const inner = sum(depth + 1);
      if (tokens[at]?.kind !== "close") return fail(tokens[at]);
      at++;
      return inner;
    }
    if (token.kind !== "name") return fail(token);
    const segments: Segment[] = [{ name: token.text, start: token.start, end: token.end }];
    while (tokens[at]?.kind === "dot") {
      const next = tokens[at + 1];
      if (next === undefined || (next.kind !== "name" && next.kind !== "number")) return fail(next);
      segments.push({ name: next.text, start: next.start, end: next.end });
      at += 2;
    }
    return { kind: "path", segments, span: { start: token.start, end: segments.at(-1)?.end ?? token.end } };
  }

  const expression = sum(0);
  if (at < tokens.length) fail(tokens[at]);
  return expression;
}
