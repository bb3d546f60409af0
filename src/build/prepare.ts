/** From a root folder to issues that have been worked out and checked: what `build` and `check` share. */

import { issuesFolder, loadArchive } from "../read/load/load-archive.ts";
import type { LoadIssue } from "../read/load/load-archive.ts";
import { loadData } from "../read/load/load-data.ts";
import { loadIssue } from "../read/load/load-issue.ts";
import { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import type { PublishedText } from "../model/issue-record.ts";
import { issueKey } from "../model/issue.ts";
import type { Issue } from "../model/issue.ts";
import { isIncomplete, restsOnUnread } from "../model/unread.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { editionName } from "../record/history.ts";
import type { EditionHistory } from "../record/history.ts";
import { settlePublication } from "../release/publish/journal.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import { asPrinted } from "../check/published/printed-facts.ts";
import { Scopes } from "../document/scope.ts";
import { publishedAddresses, unknownAddresses, vanishedAddresses } from "../output/published-addresses.ts";
import { addressRecord } from "../record/address-record.ts";
import { Subjects } from "../check/rules/index.ts";
import { checkArchive } from "../check/check-archive.ts";
import type { IssueFindings } from "../check/check-issue.ts";
import type { WaivedFinding } from "../check/set-aside.ts";
import {
  checkKeys,
  judgeIssue,
  loadRecords,
  lostRecords,
  recordOf,
  withLosses,
} from "../check/published/published-records.ts";
import type { Records } from "../check/published/published-records.ts";
import type { Watch } from "../base/process/progress.ts";
import { workIssue } from "./work.ts";
import type { PrintableIssue } from "./print-issue.ts";
import type { WorkBasis, WorkedIssue } from "./work.ts";

export interface Prepared<Built extends PrintableIssue = BuiltIssue> {
  readonly root: Root;
  /** `undefined` when the bulletin's own data is unusable. */
  readonly archive: Archive | undefined;
  /** Oldest first, without those that are only data. */
  readonly issues: readonly Built[];
  /** What each issue's expressions see; its tallies among them. */
  readonly scopes: Scopes | undefined;
  /** The editions of each issue that is not internal. */
  readonly histories: ReadonlyMap<Issue, EditionHistory>;
  /** What goes on record of each issue. */
  readonly texts: ReadonlyMap<Issue, () => PublishedText>;
  readonly problems: readonly Problem[];
  /** 免检: what was set aside, and why. */
  readonly waived: readonly WaivedFinding[];
  readonly ok: boolean;
}

/** How issues are loaded and worked out: afresh, or as an earlier run did. */
interface Steps<Built extends PrintableIssue> {
  readonly load: LoadIssue;
  /** Asked of all issues in their order. */
  readonly work: (issue: Issue, basis: WorkBasis) => WorkedIssue<Built>;
}

export function prepare(folder: string, watch?: Watch): Prepared {
  settlePublication(folder);
  const root = new Root(folder);
  return prepareAll(root, loadData(root), { load: loadIssue, work: workIssue }, watch);
}

/** `data`: as loaded from the root. */
export function prepareAll<Built extends PrintableIssue>(
  root: Root,
  data: ReturnType<typeof loadData>,
  { load, work }: Steps<Built>,
  watch?: Watch,
): Prepared<Built> {
  const loaded = loadArchive(root, data, watched(root, load, watch));
  const before = root.problems.length;
  const records: Records = loaded === undefined ? new Map() : loadRecords(root);
  const recordsAreSound = root.problems.length === before;
  checkKeys(root);
  const archive = loaded === undefined ? undefined : withLosses(root, loaded, records);
  const issues: Built[] = [];
  const waived: WaivedFinding[] = [];
  const texts = new Map<Issue, () => PublishedText>();
  const histories = new Map<Issue, EditionHistory>();
  const scopes = archive === undefined ? undefined : new Scopes(archive);
  if (archive !== undefined && scopes !== undefined) {
    const subjects = new Subjects(archive, (issue) => scopes.of(issue)?.tallies);
    const findings = new Map<Issue, IssueFindings>();
    const hidden: string[] = [];
    const judged: Problem[] = [];
    const unsettled: Issue[] = [];
    for (const [at, issue] of archive.issues.entries()) {
      watch?.("核对各期", at, archive.issues.length);
      const onRecord = recordOf(root, records, issue);
      const record = onRecord === "unread" ? undefined : onRecord;
      const facts = asPrinted(archive, record?.facts);
      // Nothing of later issues is used, so that none of their names needs hiding.
      if (issue.internal || issue.dataOnly) hidden.push(issue.folder);
      const basis = { facts, scopes, subjects, root, record, hidden: [...hidden] };
      const { built, findings: found, isOnRecord, text, whole } = work(issue, basis);
      findings.set(issue, found);
      root.problems.push(...found.own);
      // What an error or an unread issue leaves blank is not a change of what was published.
      const isUnsettled = hasErrors(found.own) || isIncomplete(issue) || restsOnUnread(archive, issue);
      const now = { isOnRecord: isOnRecord || (isUnsettled ? undefined : false), text };
      const { history, problems } = judgeIssue(issue, onRecord, now, scopes, whole);
      if (isUnsettled || problems.some(({ severity }) => severity === "error")) unsettled.push(issue);
      judged.push(...problems);
      // The next issue may look at the figures of this one, hardly at those of the one before: all of them would fill the memory.
      const previous = archive.issues[at - 1];
      if (previous !== undefined) scopes.forget(previous);
      if (issue.dataOnly) continue;
      texts.set(issue, text);
      if (history !== undefined) histories.set(issue, history);
      issues.push(withEdition(built, history));
    }
    watch?.("核对各期", archive.issues.length, archive.issues.length);
    const around = checkArchive(archive, findings, subjects, root, (issue) => records.has(issueKey(issue)));
    root.problems.push(...around.issues, ...around.data, ...[...findings.values()].flatMap(({ proof }) => proof));
    waived.push(...around.waived);
    root.problems.push(...judged);
    root.problems.push(...lostRecords(root, archive, records));
    // A record that cannot be read hides the addresses of earlier editions.
    if (recordsAreSound && root.exists(addressRecord)) {
      const record = root.read(addressRecord);
      const addresses = publishedAddresses(issues, archive.vocabulary, histories);
      if (record !== undefined)
        root.problems.push(...vanishedAddresses(record, addresses, unknownAddresses(archive, unsettled)));
    }
  }
  const ok = archive !== undefined && !hasErrors(root.problems);
  return { root, archive, issues, scopes, histories, texts, problems: root.problems, waived, ok };
}

function watched(root: Root, load: LoadIssue, watch: Watch | undefined): LoadIssue {
  if (watch === undefined) return load;
  const total = root.list(issuesFolder).length;
  let read = 0;
  return (...issue) => {
    watch("读各期的稿件", ++read, total);
    return load(...issue);
  };
}

/** A corrected edition says so in its PDF's properties. */
function withEdition<Built extends PrintableIssue>(built: Built, history: EditionHistory | undefined): Built {
  const edition = history === undefined ? undefined : editionName(history);
  return edition === undefined ? built : { ...built, view: { ...built.view, edition } };
}
