/** What the terminal says when something was saved. */

import { issuesFolder } from "../read/load/load-archive.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { LiveArchive } from "./live-archive.ts";

/** `live` has taken in the saved files; what is wrong with their issues, or with the shared data, stands on the pages. */
export function savedLine(live: LiveArchive, files: ReadonlySet<string>): string {
  const names = [...files].join("、");
  return [...issuesOf(live, files)].some((id) => hasErrors(live.problems(id)))
    ? `有错，见网页：${names}`
    : `已更新：${names}`;
}

/** Folder names of the issues that files belong to; the newest stands for all where the shared data was saved. */
function issuesOf(live: LiveArchive, files: ReadonlySet<string>): Set<string> {
  const folder = new RegExp(`^${issuesFolder}/([^/]+)/`);
  return new Set([...files].map((file) => folder.exec(file)?.[1] ?? live.ids().at(-1) ?? ""));
}
