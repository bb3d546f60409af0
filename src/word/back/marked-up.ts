/** What was done to an issue that went out as Word file: every change and comment, with what can be written of it. */

import type { Article, Issue } from "../../model/issue.ts";
import type { Place } from "../../problem/problem.ts";
import type { Scope } from "../../tally/scope.ts";
import type { IssueView } from "../../view/issue-view.ts";
import { issueOfMark } from "../marks.ts";
import { paragraphsOf } from "../read/model.ts";
import type { Change, WordComment, WordDocument } from "../read/model.ts";
import { clustersOf, decide } from "./decide.ts";
import type { Cluster, Decision } from "./decide.ts";
import { fixedTexts } from "./fixed-texts.ts";
import { groupsOf, rowChanges } from "./groups.ts";
import { matched, untracked } from "./match.ts";
import type { Match } from "./match.ts";
import { rewrite } from "./rewrite.ts";
import type { UnitChange } from "./rewrite.ts";
import { partsOf, unitsOf } from "./units.ts";
import type { Unit } from "./units.ts";

export interface Finding {
  /** The tracked change, or the comment. */
  readonly by: Change | WordComment;
  readonly removed: string;
  readonly inserted: string;
  /** The comment's words. */
  readonly comment: string | undefined;
  /** In the article; `undefined` for masthead, imprint and what is found nowhere. */
  readonly place: Place | undefined;
  /** Number of the paragraph in the Word file. */
  readonly paragraph: number;
  /** The words before and after. */
  readonly around: readonly [before: string, after: string];
  /** Why it is not written; `undefined` for what can be, and for comments. */
  readonly refusal: string | undefined;
}

export interface MarkedUp {
  readonly findings: readonly Finding[];
  /** New texts of articles by file. */
  readonly files: ReadonlyMap<string, string>;
}

/** The issue that a Word file was made of; `undefined` for any other. */
export function issueOf(document: WordDocument): string | undefined {
  for (const { bookmarks } of paragraphsOf(document.blocks)) {
    const found = bookmarks.map(issueOfMark).find((id) => id !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `view` is the issue's own, as it would be written now. */
export function readMarkedUp(
  document: WordDocument,
  issue: Issue,
  view: IssueView,
  scope: Scope | undefined,
): MarkedUp {
  const units = new Map(issue.articles.map((article, at) => [at + 1, unitsOf(partsOf(article, scope))]));
  const matches = matched(groupsOf(document), units, fixedTexts(view));
  const first = settle(document, issue, units, scope, matches, true);
  const brokenMove = first.findings.some(({ by, refusal }) => "kind" in by && isMove(by) && refusal !== undefined);
  // Of a move, either both ends are written or none.
  return brokenMove ? settle(document, issue, units, scope, matches, false) : first;
}

function isMove({ kind }: Change): boolean {
  return kind === "moveFrom" || kind === "moveTo";
}

interface Judged {
  readonly match: Match;
  readonly article: Article | undefined;
  readonly decided: readonly { readonly cluster: Cluster; readonly decision: Decision }[];
  readonly change: UnitChange | undefined;
}

function settle(
  document: WordDocument,
  issue: Issue,
  units: ReadonlyMap<number, readonly Unit[]>,
  scope: Scope | undefined,
  matches: readonly Match[],
  movesToo: boolean,
): MarkedUp {
  const judged = matches.map((match) => judge(match, issue, units, movesToo));
  const files = new Map<string, string>();
  const made = new Set<UnitChange>();
  for (const [at, article] of issue.articles.entries()) {
    const changes = judged.flatMap((one) => (one.article === article && one.change !== undefined ? [one.change] : []));
    if (changes.length === 0) continue;
    const result = rewrite(article, units.get(at + 1) ?? [], scope, changes);
    for (const change of result.made) made.add(change);
    if (result.text !== article.source.text) files.set(article.file, result.text);
  }
  const findings = judged.flatMap((one) => [...changesOf(one, made), ...commentsOf(one, document)]);
  const rows = rowChanges(document.blocks).map(({ change, number }): Finding => ({
    ...{ by: change, removed: "", inserted: "", comment: undefined, place: undefined, paragraph: number },
    ...{ around: ["表格里的一行", ""], refusal: "表格整行的增删请在稿件里手工改" },
  }));
  return { findings: [...findings, ...rows, ...missing(issue, units, matches), ...adrift(document, findings)], files };
}

/** Paragraphs that are in the file no more, though nobody tracked that they were deleted. */
function missing(issue: Issue, units: ReadonlyMap<number, readonly Unit[]>, matches: readonly Match[]): Finding[] {
  return issue.articles.flatMap((article, at) => {
    const marks = matches.flatMap(({ group }) => group.marks.filter((mark) => mark.article === at + 1));
    const known = new Set([
      ...marks.map(({ part }) => part),
      ...matches.flatMap((match) => (match.article === at + 1 ? [match.part] : [])),
    ]);
    // An issue that went out without this article says nothing about it.
    if (marks.length === 0) return [];
    return (units.get(at + 1) ?? [])
      .filter(({ part, text }) => text !== "" && !known.has(part))
      .map((unit): Finding => ({
        ...{ by: { ...untracked, kind: "delete" }, removed: unit.text, inserted: "", comment: undefined, paragraph: 0 },
        ...{ place: article.source.place(unit.place), around: ["", ""] },
        refusal: "这一段在文件里不见了，又没有修订痕迹；确实要删的，请在稿件里手工删",
      }));
  });
}

/** Comments that hang on no paragraph. */
function adrift(document: WordDocument, findings: readonly Finding[]): Finding[] {
  const placed = new Set(findings.map(({ by }) => by));
  return [...document.comments.values()]
    .filter((comment) => !placed.has(comment))
    .map((comment) => ({
      ...{ by: comment, removed: "", inserted: "", comment: comment.text, place: undefined, paragraph: 0 },
      ...{ around: ["", ""], refusal: undefined },
    }));
}

/** New paragraphs that were written before: the text they stand behind still is as it was sent out. */
function isThere({ inserted }: Cluster, units: readonly Unit[]): boolean {
  if (!inserted.includes("\n\n")) return false;
  const paragraphs = inserted.split("\n\n").filter((text) => text !== "");
  return paragraphs.length > 0 && paragraphs.every((text) => units.some((unit) => unit.text === text));
}

function judge(match: Match, issue: Issue, units: ReadonlyMap<number, readonly Unit[]>, movesToo: boolean): Judged {
  const article = match.article === undefined ? undefined : issue.articles[match.article - 1];
  const { unit, group } = match;
  const decided = clustersOf(match.edits).map((cluster) => {
    const refused = (reason: string): Decision => ({ ok: false, reason });
    if (match.obstacle !== undefined || unit === undefined || article === undefined)
      return { cluster, decision: refused(match.obstacle ?? "找不到对应的稿件") };
    if (!movesToo && cluster.edits.some(({ change }) => isMove(change)))
      return { cluster, decision: refused("移动的文字有一头写不进去，请在稿件里手工移动") };
    if (isThere(cluster, units.get(match.article ?? 0) ?? []))
      return { cluster, decision: refused("这几段已经在稿件里了") };
    return { cluster, decision: decide(cluster, unit, article) };
  });
  if (unit === undefined || match.obstacle !== undefined) return { match, article, decided, change: undefined };
  const [whole] = match.edits;
  const gone =
    group.endDeleted !== undefined &&
    match.edits.length === 1 &&
    whole?.removed === unit.text &&
    unit.lines !== undefined;
  const end = gone ? "gone" : group.endDeleted === undefined ? "kept" : "joined";
  const clusters = decided.flatMap(({ cluster, decision }) => (decision.ok ? [{ cluster, decision }] : []));
  const nothing = clusters.length === 0 && end === "kept";
  return { match, article, decided, change: nothing ? undefined : { unit, clusters, end } };
}

const unlike = "写进去以后印出来的与改后的文字不一致（可能碰到了特殊符号），请手工改";

function changesOf({ match, article, decided, change }: Judged, made: ReadonlySet<UnitChange>): Finding[] {
  const { group, unit } = match;
  const written = change !== undefined && made.has(change);
  const finding = (
    by: Change,
    at: number,
    removed: string,
    inserted: string,
    refusal: string | undefined,
  ): Finding => ({
    ...{ by, removed, inserted, comment: undefined, paragraph: group.number, refusal },
    place: placeOf(article, unit, at),
    around: aroundOf(group.before, at, removed.length),
  });
  const findings = decided.flatMap(({ cluster, decision }) =>
    cluster.edits.map((edit) => {
      const inserted = edit.other === undefined ? edit.inserted : `${edit.inserted}〔${edit.other}〕`;
      const gone = change?.end === "gone";
      const refusal = decision.ok || gone ? (written ? undefined : unlike) : decision.reason;
      return finding(edit.change, edit.at, edit.removed, inserted, refusal);
    }),
  );
  if (group.endDeleted === undefined || change?.end === "gone" || (group.before === "" && unit === undefined))
    return findings;
  const refusal = match.obstacle ?? (written ? undefined : "与下一段合并写不进去，请手工改");
  return [...findings, finding(group.endDeleted, group.before.length, "", "", refusal)];
}

function commentsOf({ match: { group, unit }, article }: Judged, document: WordDocument): Finding[] {
  return group.comments.flatMap(({ id, at, marked }) => {
    const comment = document.comments.get(id);
    if (comment === undefined) return [];
    return [
      {
        ...{
          by: comment,
          removed: marked,
          inserted: "",
          comment: comment.text,
          paragraph: group.number,
          refusal: undefined,
        },
        place: placeOf(article, unit, at),
        around: aroundOf(group.before, at, marked.length),
      },
    ];
  });
}

function placeOf(article: Article | undefined, unit: Match["unit"], at: number): Place | undefined {
  if (article === undefined) return undefined;
  if (unit === undefined) return { file: article.file, line: 1, column: 1 };
  return article.source.place(unit.typed[at]?.start ?? unit.typed[at - 1]?.end ?? unit.place);
}

function aroundOf(text: string, at: number, length: number): [string, string] {
  return [text.slice(Math.max(0, at - 8), at), text.slice(at + length, at + length + 8)];
}
