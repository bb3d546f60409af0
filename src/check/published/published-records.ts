/** All records of published issues, and the issues held against them. */

import type { Root } from "../../read/load/root.ts";
import { take } from "../../read/load/load-data.ts";
import { countsFile } from "../../read/load/load-issue.ts";
import type { Archive } from "../../model/archive.ts";
import { issueKey, type Issue } from "../../model/issue.ts";
import { recordFolder } from "../../model/issue-record.ts";
import { unreadIssue } from "../../model/unread.ts";
import { error, type Problem } from "../../base/problem/problem.ts";
import type { EditionHistory } from "../../record/history.ts";
import { judge, type TextNow } from "../../record/judge.ts";
import { readRecord, type ReadRecord } from "../../record/read-record.ts";
import { addressRecord, listedIssues, listsIssue } from "../../record/address-record.ts";
import { keyListFile, readKeyList } from "../../record/signature/key-list.ts";
import { changePlace } from "./change-place.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import type { Scopes } from "../../document/scope.ts";

/** By issue, `2020-15`. */
export type Records = ReadonlyMap<string, ReadRecord>;

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

/** What is wrong with the office's list of keys is put to the root's problems: without it nobody can sign or verify. */
export function checkKeys(root: Root): void {
  const source = root.exists(keyListFile) ? root.read(keyListFile) : undefined;
  if (source !== undefined) take(root, readKeyList(source));
}

/** The editions of an issue, unless it is not for the site, and what differs from what was published. `built` is asked where something does. */
export function judgeIssue(
  issue: Issue,
  record: ReadRecord | "unread" | undefined,
  now: TextNow,
  scopes: Scopes,
  built: () => BuiltIssue,
): { readonly history: EditionHistory | undefined; readonly problems: readonly Problem[] } {
  if (record === "unread") return { history: undefined, problems: [] };
  if (issue.internal || issue.dataOnly)
    return { history: undefined, problems: record === undefined ? [] : [withheld(issue, record)] };
  let whole: BuiltIssue | undefined;
  return judge(issue, record, now, (change, before) =>
    changePlace((whole ??= built()), scopes.of(issue)?.tallies, change, before),
  );
}

/** Published issues whose folders are not there any more, each with the file that tells so. */
function lostIssues(root: Root, { issues, unread }: Archive, records: Records): Map<string, string> {
  const present = new Set([...issues.map(issueKey), ...unread.map(({ id }) => id)]);
  // A folder with another name may be the one that seems to be gone.
  if (unread.some(({ number }) => number === undefined)) return new Map();
  const addresses = root.exists(addressRecord) ? root.read(addressRecord) : undefined;
  const told = [
    ...(addresses === undefined ? [] : listedIssues(addresses).map((issue) => [issue, addressRecord] as const)),
    ...[...records.values()].map(({ issue, file }) => [issue, file] as const),
  ];
  return new Map(told.filter(([issue]) => !present.has(issue)));
}

/** The archive, in which issues that were published and are gone, and counts that were, are named as what cannot be read. */
export function withLosses(root: Root, archive: Archive, records: Records): Archive {
  const lost = lostIssues(root, archive, records);
  root.problems.push(...[...lost].map(([issue, file]) => lostIssue(issue, file)));
  const issues = archive.issues.map((issue) => {
    const record = records.get(issueKey(issue));
    if (record === undefined || root.exists(`${issue.folder}/${countsFile}`)) return issue;
    const [latest] = record.editions;
    if (latest === undefined || (record.texts().get(latest.number)?.data.length ?? 0) === 0) return issue;
    root.problems.push(lostCounts(issue));
    return { ...issue, countsBroken: true };
  });
  return { ...archive, issues, unread: [...archive.unread, ...[...lost.keys()].map(unreadIssue)] };
}

/**
 * A publication puts an issue on record in two files, of which each tells when the other is gone: its own, and the list of addresses.
 * Only of issues that are there: those that are not miss their addresses.
 */
export function lostRecords(root: Root, { issues }: Archive, records: Records): Problem[] {
  const addresses = root.exists(addressRecord) ? root.read(addressRecord) : undefined;
  if (addresses === undefined && root.exists(addressRecord)) return [];
  const open = issues.filter(({ internal, dataOnly }) => !internal && !dataOnly);
  const unlisted = open.filter((issue) => records.has(issueKey(issue)) && !listsIssue(addresses, issue)).map(issueKey);
  const places =
    unlisted.length > 5 ? `${unlisted.slice(0, 5).join("、")} 等 ${unlisted.length} 期` : `${unlisted.join("、")} 期`;
  return [
    ...open
      .filter((issue) => listsIssue(addresses, issue) && !root.exists(recordFile(issueKey(issue))))
      .map(({ year, number }) => {
        const key = issueKey({ year, number });
        return lost(recordFile(key), `${year} 年第 ${number.value} 期已经发布，它的登记不见了`, "也可以从备份里取回");
      }),
    ...(unlisted.length === 0
      ? []
      : [
          lost(
            addressRecord,
            addresses === undefined ? "已发布地址的登记不见了" : `已发布地址的登记里少了 ${places}的网页`,
            "网站根目录的 addresses.txt 里也有一份",
          ),
        ]),
  ];
}

function lost(file: string, message: string, otherwise: string): Problem {
  return error(
    "published-record-lost",
    { file, line: 1, column: 1 },
    message,
    `登记由 npm run publish 写，请从版本库里恢复这个文件：git restore ${file}（删除已经提交了的，git log -- ${file} 找到删它的那次提交，git restore --source=那次提交~1 ${file}）；${otherwise}。`,
  );
}

function lostCounts({ folder, number, year }: Issue): Problem {
  return error(
    "missing-file",
    { file: `${folder}/${countsFile}`, line: 1, column: 1 },
    `${year} 年第 ${number.value} 期已经发布，它的数据文件不见了`,
    "请恢复这个文件。",
  );
}

/** `own`: what is on record of it. */
const withdrawn = (own: string): string => `确定要撤下的，删去${own}，发布时再加 --withdraw。`;

function lostIssue(issue: string, file: string): Problem {
  const own = file === addressRecord ? `${file} 里 issues/${issue.replace("-", "/")}/ 开头的各行` : `登记文件 ${file}`;
  return error(
    "published-lost",
    { file, line: 1, column: 1 },
    `已经发布的 ${issue} 期不见了`,
    `请恢复 content/issues/${issue}；${withdrawn(own)}`,
  );
}

function withheld(issue: Issue, { file }: ReadRecord): Problem {
  const key = issue.internal ? "内部" : "仅数据";
  return error(
    "published-internal",
    issue.number.place,
    `这一期已经发布，不能改成${key}`,
    `请删去“${key}”一行；${withdrawn(`登记文件 ${file}`)}`,
  );
}
