/** What an editor writes between `{{` and `}}`, parsed: an expression and the filters behind it. */

/** Offsets within the parsed text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Segment extends Span {
  readonly name: string;
}

export type Operator = "+" | "-" | "×" | "÷";

export type Expression =
  | { readonly kind: "number"; readonly text: string; readonly span: Span }
  | { readonly kind: "path"; readonly segments: readonly Segment[]; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  /** A part of something computed: `(交办.单位 - 上期.交办.单位).零陵区`. */
  | { readonly kind: "part"; readonly of: Expression; readonly segments: readonly Segment[]; readonly span: Span }
  /** Several figures or breakdowns side by side: `责令整改、立案处罚、罚款`. Never part of another expression. */
  | { readonly kind: "series"; readonly items: readonly SeriesItem[]; readonly span: Span };

/**
 * One of several side by side; `label` when it was given a name of its own: `新增=交办 - 上期.交办`. Formats of its own stand in
 * brackets with it, `(办结率.单位 | 百分比: 2)`; a table's column needs no brackets.
 */
export interface SeriesItem {
  readonly label: string | undefined;
  /** Place of the label, without its quotes. */
  readonly labelSpan?: Span;
  readonly expression: Expression;
  readonly filters: readonly FilterCall[];
}

/** One `| name: a, b` behind an expression. Arguments are texts, trimmed, quotes taken off. */
export interface FilterCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly span: Span;
}

export interface Pipeline {
  readonly expression: Expression;
  readonly filters: readonly FilterCall[];
  /** The text between the braces, trimmed, as typed. */
  readonly text: string;
}

/** A mistake in an expression, with its place in the expression's text. */
export class ExpressionError extends Error {
  readonly span: Span;
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, span: Span, hint?: string) {
    super(message);
    this.code = code;
    this.span = span;
    this.hint = hint;
  }
}

const unreadCode = "unread";

/** For an expression that needs an issue which cannot be read: the expression itself is right, but has no value. */
export function unreadError(span: Span): ExpressionError {
  return new ExpressionError(unreadCode, "这里要用的一期读不出来", span, "请先改好那一期。");
}

/** Whether the cause of the error is the unreadable issue, which is reported by itself. */
export function isUnread({ code }: ExpressionError): boolean {
  return code === unreadCode;
}
