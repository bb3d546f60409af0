/** A reconciliation rule (核对规则): what must hold between the numbers and dates of an issue and those before it. */

import type { Place } from "../../base/problem/problem.ts";
import type { Finding as FindingAt, Rule as RuleOver } from "../rule.ts";
import type { Subject } from "./subject.ts";

export type Finding = FindingAt<{ readonly place: Place }>;

export type Rule = RuleOver<[Subject], Finding> & {
  /** It looks at the heads of all issues; every other rule sees none that came later. */
  readonly over?: "archive";
};
