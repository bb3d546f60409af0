/** Paths of the data files, from the site's root. */

import type { Issue } from "../../model/issue.ts";
import { issueKey, issuePath } from "../../model/issue.ts";

export const packageFile = "datapackage.json";
export const issuesFile = "data/issues.csv";
export const countsFile = "data/counts.csv";
export const membersFile = "data/members.csv";
export const countsSchemaFile = "data/counts.schema.json";

type Numbered = Pick<Issue, "year" | "number">;

/** `issues/2020/15/2020-15.csv` */
export function dataFile(issue: Numbered): string {
  return `${issuePath(issue)}${issueKey(issue)}.csv`;
}

/** `issues/2020/15/2020-15.json` */
export function jsonFile(issue: Numbered): string {
  return `${issuePath(issue)}${issueKey(issue)}.json`;
}
