/** The line in the terminal after a save. */

import { issuesFolder } from "../read/load/load-archive.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { LiveArchive } from "./live-archive.ts";

/** `live` is already updated; problems of the issues or of shared data are shown on the pages. */
export function savedLine(live: LiveArchive, files: ReadonlySet<string>): string {
  const names = [...files].join("、");
  return [...issuesOf(live, files)].some((id) => hasErrors(live.problems(id)))
    ? `有错，见网页：${names}`
    : `已更新：${names}`;
}

/** Ids of the issues to which files belong; shared data counts as the newest issue. */
function issuesOf(live: LiveArchive, files: ReadonlySet<string>): Set<string> {
  const folder = new RegExp(`^${issuesFolder}/([^/]+)/`);
  return new Set([...files].map((file) => folder.exec(file)?.[1] ?? live.ids().at(-1) ?? ""));
}
