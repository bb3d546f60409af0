/** The last pass over a site before it is swapped in. */

import type { Archive } from "../model/archive.ts";
import type { Bulletin } from "../model/bulletin.ts";
import { issuePath } from "../model/issue.ts";
import type { Issue } from "../model/issue.ts";
import { registeredNames } from "../model/naming.ts";
import type { Problem } from "../base/problem/problem.ts";
import type { Root } from "../read/load/root.ts";
import { leakProblems, lookThrough } from "../release/outgoing/index.ts";
import { keyOf } from "./memo.ts";

/** Personal items that the site in `folder` would publish. `isSame`: whether a file has been looked at before, as it is. */
export function leaksOf(folder: string, archive: Archive, root: Root, isSame: (file: string) => boolean): Problem[] {
  const { bulletin, vocabulary } = archive;
  const names = registeredNames(vocabulary);
  const allowed = (file: string): string[] => allowedIn(file, archive);
  return leakProblems(lookThrough(folder, { levels: bulletin.ruleLevels, allowed, names }, isSame), root);
}

/** Digest of what a file is looked through by. `common`: of what every issue rests on. */
export function passKey({ issues }: Archive, common: string): string {
  return keyOf({ common, allowed: issues.map(allowedBy) });
}

/** What an issue allows may stand on its own pages, and on those that tell of several issues. */
function allowedIn(file: string, { bulletin, issues }: Archive): string[] {
  const own = issues.find((issue) => file.startsWith(issuePath(issue)));
  const allowing = own === undefined ? issues.filter(({ internal }) => !internal) : [own];
  return [bulletin, ...allowing].flatMap(allowedBy);
}

function allowedBy({ privacyAllowed }: Bulletin | Issue): string[] {
  return privacyAllowed.map(({ content }) => content);
}
