/** What must hold between the numbers and dates of a bulletin. */
export { RuleCoverage } from "./coverage.ts";
export { Subjects } from "./subjects.ts";
export { uncheckedLine, uncheckedOf } from "./unchecked.ts";
