import type { Fix, Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { Level, RuleInfo } from "./rule.ts";

/** Rule id → level. */
export type Levels = Readonly<Record<string, Level>>;

interface Report {
  readonly message: string;
  readonly hint?: string;
  readonly fix?: Fix | undefined;
}

/** A finding of a rule as a problem at the level the office set, or nothing where the rule is off. */
export function problemOf(
  rule: RuleInfo,
  levels: Levels,
  source: SourceText,
  offset: number,
  { message, hint, fix }: Report,
): Problem | undefined {
  const severity = levels[rule.id] ?? rule.level;
  if (severity === "off") return undefined;
  return {
    code: rule.id,
    severity,
    place: source.place(offset),
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix }),
  };
}
