import { issuesFolder } from "../read/load/load-archive.ts";
import type { Root } from "../read/load/root.ts";
import type { Problem } from "../base/problem/problem.ts";
import { report } from "../base/problem/report.ts";

/** `report` of problems whose issues may be remembered: their texts, of which none has been read then, are read for the excerpts. */
export function fullReport(problems: readonly Problem[], root: Root, all: readonly Problem[] = problems): string {
  for (const { place } of problems)
    if (place.file.startsWith(`${issuesFolder}/`) && root.exists(place.file)) root.read(place.file);
  return report(problems, root.sources, all);
}
