import { ExpressionError, unreadError } from "../../model/expression/expression.ts";
import type { Segment } from "../../model/expression/expression.ts";
import type { Scope } from "./scope.ts";

/** The error for a missing issue or figure. While an issue cannot be read it is unknown whether anything is missing. */
export function absence(scope: Scope, code: string, message: string, first: Segment, hint: string): ExpressionError {
  return scope.hasUnread ? unreadError(first) : new ExpressionError(code, message, first, hint);
}
