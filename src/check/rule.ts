/**
 * A rule (规则) and what it finds. Rules over data (`rules`), printed numbers (`numbers`), prose and characters (`proofread`) and personal
 * items (`privacy`) differ only in what they are given and in how they name a place in it.
 */

import type { Fix, Place, Problem, Severity } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";

/** What an editor reads of a rule: in docs/rules.md, in the settings, in a report. All texts in Chinese. */
export interface RuleInfo {
  /** Stable: the code of its problems. An editor names it to waive a finding or to set the level of the rule. */
  readonly id: string;
  readonly name: string;
  /** A contradiction is an error, a suspicion a warning. */
  readonly level: Severity;
  /** What it looks at, and why. */
  readonly explanation: string;
  /** What the rule reports; of copy-editing also what that becomes. */
  readonly example: string | { readonly wrong: string; readonly right: string };
}

/** `Given`: what the rule looks at. `Found`: what it says of a place in that. */
export type Rule<Given extends readonly unknown[], Found, Info extends RuleInfo = RuleInfo> = Info & {
  /** Pure; never throws for what an editor may have typed. */
  find(...given: Given): Found[];
};

/** What a rule says, in Chinese, of a place in what it was given. */
export type Finding<At> = At & {
  readonly message: string;
  readonly hint?: string;
};

/** `off` silences a rule. */
export type Level = Severity | "off";

/** The levels that an office has set, by the rule's id. */
export type Levels = Readonly<Record<string, Level>>;

/** A finding as it is reported. */
export function problemAt({ id, level }: RuleInfo, finding: Omit<Problem, "code" | "severity">): Problem {
  return { code: id, severity: level, ...finding };
}

/** What rules find in what they are all given. */
export function problemsOf<Given extends readonly unknown[]>(
  rules: readonly Rule<Given, Finding<{ readonly place: Place }>>[],
  ...given: Given
): Problem[] {
  return rules.flatMap((rule) => rule.find(...given).map((finding) => problemAt(rule, finding)));
}

/** A finding at an offset of a file, at the level the office set; nothing where the rule is off. */
export function problemOf(
  rule: RuleInfo,
  levels: Levels,
  source: SourceText,
  offset: number,
  { message, hint, fix }: Finding<{ readonly fix?: Fix | undefined }>,
): Problem | undefined {
  const level = levels[rule.id] ?? rule.level;
  if (level === "off") return undefined;
  const place: Place = source.place(offset);
  return problemAt(
    { ...rule, level },
    { place, message, ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }) },
  );
}
