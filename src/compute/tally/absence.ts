import { ExpressionError, unreadError } from "../../model/expression/expression.ts";
import type { Segment } from "../../model/expression/expression.ts";
import type { Scope } from "./scope.ts";

/** That an issue, or its figure, is not there; which nobody can say while some issue cannot be read. */
export function absence(scope: Scope, code: string, message: string, first: Segment, hint: string): ExpressionError {
  return scope.hasUnread ? unreadError(first) : new ExpressionError(code, message, first, hint);
}
