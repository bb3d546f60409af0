/** What is wrong with issues beyond their files' form: expressions, pictures, leftovers, columns. */

import { leftovers } from "../read/load/leftovers.ts";
import { checkPicture, whatPicturesCarry } from "../read/load/pictures.ts";
import type { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { warning } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { nearest } from "../base/text/nearest.ts";
import type { BuiltIssue } from "../document/issue-view.ts";

export function issueProblems(built: BuiltIssue, root: Root): Problem[] {
  const { issue, pictures } = built;
  const before = root.problems.length;
  for (const picture of pictures) checkPicture(root, issue, picture.source, picture.place);
  const ofPictures = [...root.problems.splice(before), ...whatPicturesCarry(issue, pictures)];
  const shown = new Set(pictures.map((picture) => picture.source.split("/")[0] ?? ""));
  return [...withoutEchoes(built), ...ofPictures, ...leftovers(root, issue, shown)];
}

/** An issue without counts cannot fill any expression; the first one says it for all. */
function withoutEchoes({ issue, problems }: BuiltIssue): readonly Problem[] {
  if (issue.counts !== undefined || issue.countsBroken) return problems;
  let told = false;
  return problems.filter((problem) => {
    const echo = problem.code === "unknown-tally" && told;
    told ||= problem.code === "unknown-tally";
    return !echo;
  });
}

/**
 * A column one or two characters away from one that is customary, or that other issues use, is more likely a slip than a new column; not
 * in an issue that has been published (`isPublished`), where the one that uses it too may have become unreadable since.
 */
export function strangeColumns({ issues, bulletin }: Archive, isPublished: (issue: Issue) => boolean): Problem[] {
  const users = new Map<string, Set<Issue>>();
  for (const issue of issues)
    for (const { column } of issue.articles)
      users.set(column.value, (users.get(column.value) ?? new Set<Issue>()).add(issue));
  const customary = new Set(bulletin.columns);
  return issues
    .filter((issue) => !isPublished(issue))
    .flatMap((issue) =>
      issue.articles.flatMap(({ column }) => {
        if (customary.has(column.value) || users.get(column.value)?.size !== 1) return [];
        const others = [...users].filter(([, by]) => by.size > 1 || !by.has(issue)).map(([name]) => name);
        const meant = nearest(column.value, new Set([...customary, ...others]));
        if (meant === undefined) return [];
        return [
          warning(
            "strange-column",
            column.place,
            `栏目“${column.value}”以前没有用过`,
            `是不是想写“${meant}”？确是新栏目的，可以不管，或写进 data/bulletin.yaml 的“栏目”。`,
          ),
        ];
      }),
    );
}
