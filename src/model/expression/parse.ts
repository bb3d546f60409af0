import { ExpressionError } from "./expression.ts";
import type { Expression, FilterCall, Operator, Pipeline, Segment, SeriesItem } from "./expression.ts";
import { splitOutside, unquoted } from "./split.ts";
import type { Part } from "./split.ts";
import { tokenize } from "./token.ts";
import type { Token } from "./token.ts";

/** Parses `交办.单位 | 降序 | 前: 3`. Throws `ExpressionError`. */
export function parsePipeline(text: string): Pipeline {
  const [head, filters] = splitPipeline({ text, start: 0 });
  if (head.text.trim() === "") {
    throw new ExpressionError(
      "expression-empty",
      "双花括号里是空的",
      { start: 0, end: text.length },
      "请写上统计项的名称，如 {{交办}}。",
    );
  }
  return { expression: parseSeriesAt(head), filters: filters.map(parseFilter), text: text.trim() };
}

/** The expression and, behind bars outside its brackets, the texts of the filters. */
function splitPipeline(part: Part): readonly [head: Part, filters: readonly Part[]] {
  // Brackets that do not close are a slip of the expression, not a reason to take the bars for part of it.
  const [outside, ...more] = splitOutside(part.text, "|｜", part.start, true);
  const isOpen = splitOutside(`${part.text}|`, "|｜", 0, true).length === more.length + 1;
  const head = (isOpen ? splitOutside(part.text, "|｜", part.start)[0] : outside) ?? part;
  const length = head.text.length;
  if (length === part.text.length) return [head, []];
  return [head, splitOutside(part.text.slice(length + 1), "|｜", part.start + length + 1)];
}

/** Parses a formula such as `办结 / 交办`. Throws `ExpressionError`. */
export function parseExpression(text: string): Expression {
  return parseExpressionAt(text, 0);
}

/** Parses the columns of a table, `交办、办结、新增=交办 - 上期.交办`, as a series even when there is but one. Throws `ExpressionError`. */
export function parseColumns(text: string): readonly SeriesItem[] {
  return splitOutside(text, "、", 0, true).flatMap((part) => {
    // After a bar, commas separate the arguments of a filter.
    const [head, filters] = splitPipeline(part);
    const items = splitOutside(head.text, "，,", head.start, true);
    return items.map((item, at) => parseItem(item, at === items.length - 1 ? filters : []));
  });
}

function parseSeriesAt(head: Part): Expression {
  const parts = splitOutside(head.text, "、", head.start, true);
  const items = parts.map((part) => parseItem(part, []));
  const [only] = items;
  if (items.length === 1 && only?.label === undefined && only?.filters.length === 0) return only.expression;
  return { kind: "series", items, span: { start: head.start, end: head.start + head.text.trimEnd().length } };
}

function parseItem(part: Part, filters: readonly Part[]): SeriesItem {
  const [first, second, ...more] = splitOutside(part.text, "=＝", part.start, true);
  if (first === undefined || second === undefined || more.length > 0)
    return { label: undefined, ...parseFormatted(part, filters) };
  const label = unquoted(first.text);
  const start = first.start + first.text.indexOf(label);
  return { label, labelSpan: { start, end: start + label.length }, ...parseFormatted(second, filters) };
}

/** `办结率`, or `(办结率 | 百分比: 2)` with its formats. */
function parseFormatted(part: Part, behind: readonly Part[]): Omit<SeriesItem, "label"> {
  const enclosed = /^(\s*[(（])([\s\S]*[|｜][\s\S]*)[)）]\s*$/.exec(part.text);
  const [, bracket = "", text = ""] = enclosed ?? [];
  const [head, inside] = enclosed === null ? [part, []] : splitPipeline({ text, start: part.start + bracket.length });
  return { expression: parseExpressionAt(head.text, head.start), filters: [...inside, ...behind].map(parseFilter) };
}

function parseFilter({ text, start: offset }: Part): FilterCall {
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
  const args = match[2] === undefined ? [] : splitOutside(match[2], ",").map((arg) => unquoted(arg.text));
  return { name: match[1] ?? "", args, span };
}

/** Deepest nesting of brackets; a longer chain would exhaust the stack. */
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
      const parts = segmentsBehind();
      const last = parts.at(-1);
      if (last === undefined) return inner;
      return { kind: "part", of: inner, segments: parts, span: { start: token.start, end: last.end } };
    }
    if (token.kind !== "name") return fail(token);
    const segments = [{ name: token.text, start: token.start, end: token.end }, ...segmentsBehind()];
    return { kind: "path", segments, span: { start: token.start, end: segments.at(-1)?.end ?? token.end } };
  }

  /** `.单位.零陵区` */
  function segmentsBehind(): Segment[] {
    const segments: Segment[] = [];
    while (tokens[at]?.kind === "dot") {
      const next = tokens[at + 1];
      if (next === undefined || (next.kind !== "name" && next.kind !== "number")) return fail(next);
      segments.push({ name: next.text, start: next.start, end: next.end });
      at += 2;
    }
    return segments;
  }

  const expression = sum(0);
  if (at < tokens.length) fail(tokens[at]);
  return expression;
}
