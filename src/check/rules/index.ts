/** What must hold between the numbers and dates of a bulletin. */
export { reconciliationRules } from "./catalogue.ts";
export { RuleCoverage } from "./coverage.ts";
export {
  archiveFindings,
  reconcile,
  ruleFindings,
  withWaivers,
  type FurtherRules,
  type Reconciliation,
} from "./reconcile.ts";
export type { RuleInfo } from "./rule.ts";
export { uncheckedLine, uncheckedOf } from "./unchecked.ts";
export { waivedLine, type WaivedFinding } from "./waivers.ts";
export { Subjects } from "./subjects.ts";
