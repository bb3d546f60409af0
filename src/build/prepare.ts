/** From a root folder to views: the part that `build`, `check` and `dev` share. */

import { issuesFolder, loadArchive } from "../read/load/load-archive.ts";
import type { LoadIssue } from "../read/load/load-archive.ts";
import { bulletinFile } from "../read/load/load-data.ts";
import { loadIssue } from "../read/load/load-issue.ts";
import { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import type { PublishedText } from "../model/issue-record.ts";
import type { Issue } from "../model/issue.ts";
import { isIncomplete, restsOnUnread } from "../model/unread.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { editionName } from "../record/history.ts";
import type { EditionHistory } from "../record/history.ts";
import { settlePublication } from "../release/publish/journal.ts";
import type { TracedNumber } from "../check/trace/index.ts";
import { readNumbers, traceIssue } from "../check/issue-numbers.ts";
import { buildIssue } from "../document/issue-view.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import { asPrinted } from "../check/published/printed-facts.ts";
import { publishedText } from "../check/published/published-text.ts";
import { Scopes } from "../document/scope.ts";
import { unitDimension } from "../model/naming.ts";
import { siteSource } from "../output/web/site-source.ts";
import type { SiteSource } from "../output/web/site-source.ts";
import { publishedAddresses, unknownAddresses, vanishedAddresses } from "../output/web/published-addresses.ts";
import { addressRecord } from "../record/address-record.ts";
import { archiveFindings, Subjects, withWaivers } from "../check/rules/index.ts";
import type { WaivedFinding } from "../check/rules/index.ts";
import { furtherRules, issueFindings } from "../check/issue-findings.ts";
import type { IssueFindings } from "../check/issue-findings.ts";
import { inFull } from "./issue-memory.ts";
import type { IssueMemory, WorkSteps } from "./issue-memory.ts";
import { strangeColumns } from "../check/issue-problems.ts";
import {
  checkKeys,
  issueKey,
  judgeIssue,
  loadRecords,
  lostRecords,
  recordOf,
  withLosses,
} from "../check/published/published-records.ts";
import type { Records } from "../check/published/published-records.ts";
import { hiddenFolders } from "../output/web/site-view.ts";
import type { Watch } from "../base/process/progress.ts";
import { proofOfData } from "../check/read-proof.ts";

export interface Prepared {
  readonly root: Root;
  /** `undefined` when the bulletin's own data is unusable. */
  readonly archive: Archive | undefined;
  /** Oldest first, without those that are only data. */
  readonly issues: readonly BuiltIssue[];
  /** What each issue's expressions see; its tallies among them. */
  readonly scopes: Scopes | undefined;
  /** The editions of each issue that is not internal. */
  readonly histories: ReadonlyMap<Issue, EditionHistory>;
  /** What goes on record of each issue. */
  readonly texts: ReadonlyMap<Issue, () => PublishedText>;
  /** What the site tells of each issue beside its view. */
  readonly sites: ReadonlyMap<Issue, SiteSource>;
  readonly problems: readonly Problem[];
  /** 免检: what was set aside, and why. */
  readonly waived: readonly WaivedFinding[];
  readonly ok: boolean;
}

/** With a `memory`, what is as it was in an earlier build is not worked out again. */
export function prepare(folder: string, memory?: IssueMemory, watch?: Watch): Prepared {
  settlePublication(folder);
  const root = new Root(folder);
  const loaded = loadArchive(root, watched(root, memory?.load ?? loadIssue, watch));
  const before = root.problems.length;
  const records: Records = loaded === undefined ? new Map() : loadRecords(root);
  const recordsAreSound = root.problems.length === before;
  checkKeys(root);
  const archive = loaded === undefined ? undefined : withLosses(root, loaded, records);
  const issues: BuiltIssue[] = [];
  const waived: WaivedFinding[] = [];
  const texts = new Map<Issue, () => PublishedText>();
  const sites = new Map<Issue, SiteSource>();
  const histories = new Map<Issue, EditionHistory>();
  const scopes = archive === undefined ? undefined : new Scopes(archive);
  if (archive !== undefined && scopes !== undefined) {
    const hidden = hiddenFolders(archive);
    const subjects = new Subjects(archive, (issue) => scopes.of(issue)?.tallies);
    const findings = new Map<Issue, IssueFindings>();
    const hiddenBefore: string[] = [];
    const judged: Problem[] = [];
    const unsettled: Issue[] = [];
    for (const [at, issue] of archive.issues.entries()) {
      watch?.("核对各期", at, archive.issues.length);
      const onRecord = recordOf(root, records, issue);
      const record = onRecord === "unread" ? undefined : onRecord;
      const facts = asPrinted(archive, record?.facts);
      const steps: WorkSteps = {
        build: () => buildIssue(issue, facts, scopes),
        judge: (built) => {
          const numbers = readNumbers(built, facts, scopes);
          const tallies = scopes.of(issue)?.tallies;
          // Whoever wants the site's part at once has the numbers still; all of them would not fit into memory.
          const held = new WeakRef(numbers);
          const trace = (): TracedNumber[] => {
            for (const file of [issue.number.place.file, bulletinFile]) root.read(file);
            return traceIssue(built, facts, scopes, root.sources, held.deref());
          };
          const text = publishedText(built, tallies, hidden);
          return {
            findings: issueFindings(built, { facts, numbers, subjects, root }),
            isOnRecord: record?.says(text) === true,
            text: () => text,
            site: siteSource(built, tallies, unitDimension(archive.vocabulary), hidden, trace),
          };
        },
      };
      // Nothing of later issues is used, so that none of their names needs hiding.
      if (issue.internal || issue.dataOnly) hiddenBefore.push(issue.folder);
      const further = [record?.seal, hiddenBefore, archive.unread];
      const basis = { root, scopes, vocabulary: archive.vocabulary, further };
      const worked = memory === undefined ? inFull(steps) : memory.work(issue, basis, steps);
      const { built, findings: found, isOnRecord, text, site } = worked;
      findings.set(issue, found);
      root.problems.push(...found.own);
      // What an error or an unread issue leaves blank is not a change of what was published.
      const isUnsettled = hasErrors(found.own) || isIncomplete(issue) || restsOnUnread(archive, issue);
      const now = { isOnRecord: isOnRecord || (isUnsettled ? undefined : false), text };
      const { history, problems } = judgeIssue(built, onRecord, now, scopes);
      if (isUnsettled || problems.some(({ severity }) => severity === "error")) unsettled.push(issue);
      judged.push(...problems);
      // The next issue may look at the figures of this one, hardly at those of the one before.
      const before = archive.issues[at - 1];
      if (before !== undefined) scopes.forget(before);
      if (issue.dataOnly) continue;
      texts.set(issue, text);
      sites.set(issue, site);
      if (history !== undefined) histories.set(issue, history);
      issues.push(withEdition(built, history));
    }
    watch?.("核对各期", archive.issues.length, archive.issues.length);
    root.problems.push(...strangeColumns(archive, (issue) => records.has(issueKey(issue))));
    const reconciliation = withWaivers(
      archive,
      (issue) => [...(findings.get(issue)?.rules ?? []), ...archiveFindings(subjects.inArchive(issue))],
      furtherRules(findings),
    );
    root.problems.push(...reconciliation.problems, ...proofOfData(archive, root));
    root.problems.push(...[...findings.values()].flatMap(({ proof }) => proof));
    waived.push(...reconciliation.waived);
    for (const [issue, { waivedPersonal }] of findings)
      waived.push(...waivedPersonal.map((waiver) => ({ ...waiver, issue })));
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
  return { root, archive, issues, scopes, histories, texts, sites, problems: root.problems, waived, ok };
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
function withEdition(built: BuiltIssue, history: EditionHistory | undefined): BuiltIssue {
  const edition = history === undefined ? undefined : editionName(history);
  if (edition === undefined) return built;
  // Not spread: what is only worked out when asked for is not asked for.
  const copy = Object.defineProperties({} as BuiltIssue, Object.getOwnPropertyDescriptors(built));
  return Object.defineProperty(copy, "view", { value: { ...built.view, edition } });
}
