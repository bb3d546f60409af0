/** All records of published issues, and the issues held against them. */

import type { Root } from "../load/root.ts";
import { take } from "../load/load-data.ts";
import { countsFile } from "../load/load-issue.ts";
import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { recordFolder } from "../model/issue-record.ts";
import { unreadIssue } from "../model/unread.ts";
import { error } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { EditionHistory } from "../record/history.ts";
import { judge } from "../record/judge.ts";
import type { TextNow } from "../record/judge.ts";
import { readRecord } from "../record/read-record.ts";
import type { ReadRecord } from "../record/read-record.ts";
import { changePlace } from "../view/change-place.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import type { Scopes } from "../view/scope.ts";

/** By issue, `2020-15`. */
export type Records = ReadonlyMap<string, ReadRecord>;

export function issueKey({ year, number }: Pick<Issue, "year" | "number">): string {
  return `${year}-${number.value}`;
}

/** Below the root. */
export function recordFile(key: string): string {
  return `${recordFolder}/${key}.yaml`;
}

/** `undefined` where there is none, or none that is sound. */
export function loadRecord(root: Root, key: string): ReadRecord | undefined {
  const file = recordFile(key);
  const source = root.exists(file) ? root.read(file) : undefined;
  return source === undefined ? undefined : take(root, readRecord(source));
}

/** The record of an issue; `unread` where there is one, but it is not sound. */
export function recordOf(root: Root, records: Records, issue: Issue): ReadRecord | "unread" | undefined {
  const key = issueKey(issue);
  return records.get(key) ?? (root.exists(recordFile(key)) ? "unread" : undefined);
}

/** What is wrong with a record is put to the root's problems. */
export function loadRecords(root: Root): Records {
  const files = root.list(recordFolder).filter(({ name, isFolder }) => !isFolder && name.endsWith(".yaml"));
  const records = new Map<string, ReadRecord>();
  for (const { name } of files) {
    const record = loadRecord(root, name.slice(0, -".yaml".length));
    if (record === undefined) continue;
    if (`${record.issue}.yaml` === name) records.set(record.issue, record);
    else
      root.problems.push(
        error(
          "record-name",
          { file: record.file, line: 1, column: 1 },
          `文件名与登记的期（${record.issue}）不符`,
          `请把文件名改回 ${record.issue}.yaml。`,
        ),
      );
  }
  return records;
}

/** The editions of an issue, unless it is not for the site, and what differs from what was published. */
export function judgeIssue(
  built: BuiltIssue,
  record: ReadRecord | "unread" | undefined,
  now: TextNow,
  scopes: Scopes,
): { readonly history: EditionHistory | undefined; readonly problems: readonly Problem[] } {
  const { issue } = built;
  if (record === "unread") return { history: undefined, problems: [] };
  if (issue.internal || issue.dataOnly)
    return { history: undefined, problems: record === undefined ? [] : [withheld(issue, record)] };
  return judge(issue, record, now, (change, before) => changePlace(built, scopes.of(issue)?.tallies, change, before));
}

/** Records of published issues whose folders are not there any more. */
function lostIssues({ issues, unread }: Archive, records: Records): ReadRecord[] {
  const present = new Set([...issues.map(issueKey), ...unread.map(({ id }) => id)]);
  // A folder with another name may be the one that seems to be gone.
  if (unread.some(({ number }) => number === undefined)) return [];
  return [...records.values()].filter(({ issue }) => !present.has(issue));
}

/** The archive, in which issues that were published and are gone, and counts that were, are named as what cannot be read. */
export function withLosses(root: Root, archive: Archive, records: Records): Archive {
  const lost = lostIssues(archive, records);
  root.problems.push(...lost.map(lostIssue));
  const issues = archive.issues.map((issue) => {
    const record = records.get(issueKey(issue));
    if (record === undefined || root.exists(`${issue.folder}/${countsFile}`)) return issue;
    const [latest] = record.editions;
    if (latest === undefined || (record.texts().get(latest.number)?.data.length ?? 0) === 0) return issue;
    root.problems.push(lostCounts(issue));
    return { ...issue, countsBroken: true };
  });
  return { ...archive, issues, unread: [...archive.unread, ...lost.map(({ issue }) => unreadIssue(issue))] };
}

function lostCounts({ folder, number, year }: Issue): Problem {
  return error(
    "missing-file",
    { file: `${folder}/${countsFile}`, line: 1, column: 1 },
    `${year} 年第 ${number.value} 期已经发布，它的数据文件不见了`,
    "请恢复这个文件。",
  );
}

const withdrawn = (file: string): string => `确定要撤下的，删去登记文件 ${file}，发布时再加 --withdraw。`;

function lostIssue({ file, issue }: ReadRecord): Problem {
  return error(
    "published-lost",
    { file, line: 1, column: 1 },
    `已经发布的 ${issue} 期不见了`,
    `请恢复 content/issues/${issue}；${withdrawn(file)}`,
  );
}

function withheld(issue: Issue, { file }: ReadRecord): Problem {
  const key = issue.internal ? "内部" : "仅数据";
  return error(
    "published-internal",
    issue.number.place,
    `这一期已经发布，不能改成${key}`,
    `请删去“${key}”一行；${withdrawn(file)}`,
  );
}
