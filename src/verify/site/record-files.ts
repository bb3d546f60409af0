import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { recordFolder } from "../../model/issue-record.ts";

/** The absolute paths of the records below a root, by issue. */
export function recordFiles(root: string): Map<string, string> {
  const folder = path.join(root, recordFolder);
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder)
      .sort()
      .flatMap((name) => {
        const issue = /^(\d{4}-\d+)\.yaml$/.exec(name)?.[1];
        return issue === undefined ? [] : [[issue, path.join(folder, name)] as const];
      }),
  );
}
