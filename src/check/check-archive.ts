/** What is wrong between issues and with the office's own data, and what is set aside of all. (各期之间、刊物资料的检查) */

import { bulletinFile, readYaml } from "../read/load/load-data.ts";
import type { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { isIncomplete, restsOnUnread } from "../model/unread.ts";
import { error, warning, type Place, type Problem } from "../base/problem/problem.ts";
import { didYouMean, nearest } from "../base/text/nearest.ts";
import { personalItemsOfData, registersOf } from "./allowances.ts";
import { archiveRules, copyRules } from "./catalogue.ts";
import type { IssueFindings } from "./check-issue.ts";
import { proofreadCharacters } from "./proofread/index.ts";
import { problemsOf } from "./rule.ts";
import type { Subjects } from "./rules/index.ts";
import { setAside, type WaivedFinding } from "./set-aside.ts";

export interface ArchiveFindings {
  /** Of the issues: what nobody waived, and what seems strange beside other issues. */
  readonly issues: readonly Problem[];
  /** Of the office's data. */
  readonly data: readonly Problem[];
  readonly waived: readonly WaivedFinding[];
}

/** `found`: the issues to be told of, as `checkIssue` found them. `root` has read the data. */
export function checkArchive(
  archive: Archive,
  found: ReadonlyMap<Issue, IssueFindings>,
  subjects: Subjects,
  root: Root,
  isPublished: (issue: Issue) => boolean,
): ArchiveFindings {
  const { ruleLevels } = archive.bulletin;
  const sifted = [...found].map(([issue, { waivable }]) => {
    const isWhole = !isIncomplete(issue) && !restsOnUnread(archive, issue);
    return setAside(issue, [...waivable, ...problemsOf(archiveRules, subjects.inArchive(issue))], isWhole);
  });
  return {
    issues: [...strangeColumns(archive, isPublished), ...sifted.flatMap(({ problems }) => problems)],
    data: [
      ...unsettableLevels(archive, root),
      ...personalItemsOfData(archive, root),
      ...registersOf(root).flatMap((register) => proofreadCharacters(register, ruleLevels)),
    ],
    waived: [
      ...sifted.flatMap(({ waived }) => waived),
      ...[...found].flatMap(([issue, { allowed }]) => allowed.map((items) => ({ ...items, issue }))),
    ],
  };
}

/**
 * A column one or two characters away from one that is customary, or that other issues use, is more likely a slip than a new column; not
 * in an issue that has been published (`isPublished`), where the one that uses it too may have become unreadable since.
 */
function strangeColumns({ issues, bulletin }: Archive, isPublished: (issue: Issue) => boolean): Problem[] {
  const users = new Map<string, Set<Issue>>();
  for (const issue of issues)
    for (const { column } of issue.articles)
      users.set(column.value, (users.get(column.value) ?? new Set<Issue>()).add(issue));
  const customary = new Set(bulletin.columns);
  const isNew = (name: string): boolean => !customary.has(name) && users.get(name)?.size === 1;
  return issues
    .filter((issue) => !isPublished(issue))
    .flatMap((issue) =>
      issue.articles.flatMap(({ column: { value, place } }) => {
        if (!isNew(value)) return [];
        const others = [...users].filter(([, by]) => by.size > 1 || !by.has(issue)).map(([name]) => name);
        const meant = nearest(value, new Set([...customary, ...others]));
        if (meant === undefined) return [];
        const hint = `是不是想写“${meant}”？确是新栏目的，可以不管，或写进 data/bulletin.yaml 的“栏目”。`;
        return warning("strange-column", place, `栏目“${value}”以前没有用过`, hint);
      }),
    );
}

const weight = { off: 0, warning: 1, error: 2 } as const;

/** A level set for a rule that does not exist does nothing, which the office ought to know; those of privacy may not be lowered. */
function unsettableLevels({ bulletin: { ruleLevels } }: Archive, root: Root): Problem[] {
  const ids = copyRules.map(({ id }) => id);
  const unknown = Object.keys(ruleLevels).filter((id) => !ids.includes(id));
  const lowered = copyRules.filter(
    ({ id, level }) => id.startsWith("private-") && weight[ruleLevels[id] ?? level] < weight[level],
  );
  if (unknown.length + lowered.length === 0) return [];
  const yaml = readYaml(root, bulletinFile);
  const at = (id: string): Place => yaml?.keyPlace(["校对", id]) ?? { file: bulletinFile, line: 1, column: 1 };
  const all = `规则有：${copyRules.map(({ id, name }) => `${id}（${name}）`).join("、")}。`;
  return [
    ...unknown.map((id) => error("unknown-rule", at(id), `没有“${id}”这条校对规则`, didYouMean(id, ids) || all)),
    ...lowered.map(({ id, name }) =>
      error(
        "privacy-level",
        at(id),
        `“${id}”（${name}）是隐私规则，不能关闭，也不能降低`,
        "请删去这一行；确实可以公开的，写进“隐私放行”，并写明原因。",
      ),
    ),
  ];
}
