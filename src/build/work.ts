/** Works out one issue: what it prints, what is wrong with it, what would go on record, what the site tells of it. */

import { bulletinFile } from "../read/load/load-data.ts";
import type { Archive } from "../model/archive.ts";
import type { PublishedText } from "../model/issue-record.ts";
import type { Article, Issue } from "../model/issue.ts";
import { unitDimension } from "../model/naming.ts";
import { hasErrors } from "../base/problem/problem.ts";
import { countBody } from "../compute/rows/count-row.ts";
import type { PictureReference } from "../document/markdown/render.ts";
import { buildIssue } from "../document/issue-view.ts";
import type { BuiltIssue, IssueView } from "../document/issue-view.ts";
import type { ReadRecord } from "../record/read-record.ts";
import { checkIssue } from "../check/check-issue.ts";
import type { CheckBasis, IssueFindings } from "../check/check-issue.ts";
import { traceIssue } from "../check/issue-numbers.ts";
import type { NumberCheck } from "../check/numbers/index.ts";
import { publishedText } from "../check/published/published-text.ts";
import { measuresIn, sitePart } from "../output/web/site-part.ts";
import type { MeasureFigures, SitePart } from "../output/web/site-part.ts";
import { pageDigest } from "./print-issue.ts";
import type { PrintableIssue } from "./print-issue.ts";

/** What an issue is worked out from beside itself. */
export interface WorkBasis extends CheckBasis {
  /** As the issue sees it: masthead and imprint as they were printed. */
  readonly facts: Archive;
  readonly record: ReadRecord | undefined;
  /** Folders of internal issues so far: what rests on their data has no derivation for readers. */
  readonly hidden: readonly string[];
}

export interface WorkedIssue<Built extends PrintableIssue = PrintableIssue> {
  readonly built: Built;
  readonly findings: IssueFindings;
  /** Whether its record says just what it would put there now. */
  readonly isOnRecord: boolean;
  readonly text: () => PublishedText;
  /** With everything that its making brought to light. */
  readonly whole: () => BuiltIssue;
}

interface FreshIssue extends WorkedIssue<BuiltIssue> {
  readonly numbers: ReadonlyMap<Article, NumberCheck>;
}

export function workIssue(issue: Issue, basis: WorkBasis): FreshIssue {
  const { facts, scopes, record, hidden } = basis;
  const built = buildIssue(issue, facts, scopes);
  const text = publishedText(built, scopes.of(issue)?.tallies, hidden);
  return {
    built,
    ...checkIssue(built, basis),
    isOnRecord: record?.says(text) === true,
    text: () => text,
    whole: () => built,
  };
}

/** All that a build needs of an issue: plain data, from which everything else is made. */
export interface IssueResult {
  readonly view: IssueView;
  readonly pictures: readonly PictureReference[];
  readonly findings: IssueFindings;
  readonly isOnRecord: boolean;
  /** `pageDigest`; empty where the issue has errors that nobody can waive. */
  readonly page: string;
  readonly measures: readonly MeasureFigures[];
  /** Its lines of the data files, as CSV. */
  readonly rows: string;
  /** As bytes (`readDetails`), since few of them are looked at: those of a thousand issues would fill the memory. */
  readonly details: Uint8Array;
}

export interface IssueDetails {
  readonly text: PublishedText;
  /** `undefined` where the issue has such errors. */
  readonly part?: SitePart;
}

export function readDetails({ details }: Pick<IssueResult, "details">): IssueDetails {
  return JSON.parse(Buffer.from(details).toString()) as IssueDetails;
}

export function issueResult(issue: Issue, basis: WorkBasis): IssueResult {
  const { facts, scopes, root, hidden } = basis;
  const { built, numbers, findings, isOnRecord, text } = workIssue(issue, basis);
  const tallies = scopes.of(issue)?.tallies;
  // What is wrong with numbers and data may be waived, this never: it is neither printed nor published.
  const isPublishable = ![findings.own, findings.proof].some(hasErrors);
  const part = (): SitePart => {
    for (const file of [issue.number.place.file, bulletinFile]) root.read(file);
    return sitePart(built, tallies, hidden, traceIssue(built, facts, scopes, root.sources, numbers));
  };
  const details: IssueDetails = { text: text(), ...(isPublishable ? { part: part() } : {}) };
  return {
    view: built.view,
    pictures: built.pictures,
    findings,
    isOnRecord,
    page: isPublishable ? pageDigest(built.view) : "",
    measures: measuresIn(tallies, unitDimension(facts.vocabulary)),
    rows: countBody({ issue, tallies }),
    details: Buffer.from(JSON.stringify(details)),
  };
}
