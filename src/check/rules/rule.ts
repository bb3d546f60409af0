/** A reconciliation rule (核对规则): what must hold between the numbers and dates of an issue and those before it. */

import type { Place, Severity } from "../../base/problem/problem.ts";
import type { Subject } from "./subject.ts";

/** What the handbook says of a rule; all texts in Chinese. */
export interface RuleInfo {
  /** Stable; an editor names it in 免检 to waive the rule for one issue. */
  readonly id: string;
  readonly name: string;
  /** A contradiction is an error, a suspicion a warning. */
  readonly severity: Severity;
  /** What it looks at, and why. */
  readonly explanation: string;
  /** Data that the rule reports. */
  readonly example: string;
}

export interface Finding {
  readonly place: Place;
  readonly message: string;
  readonly hint: string;
}

export interface Rule extends RuleInfo {
  /** It looks at the heads of all issues; every other rule sees none that came later. */
  readonly over?: "archive";
  /** The findings of one issue. Pure; never throws for bad data. */
  readonly check: (subject: Subject) => Finding[];
}
