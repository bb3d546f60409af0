/** Everything that was found in a marked-up file, for people to read. */

import type { Article, Issue } from "../../model/issue.ts";
import type { Place } from "../../problem/problem.ts";
import { paragraphsOf } from "../read/model.ts";
import type { Signature, WordDocument } from "../read/model.ts";
import { actionOf, shortened } from "../revisions.ts";
import { marginAsides } from "./asides.ts";
import { articleOf } from "./atoms.ts";
import type { Atom } from "./atoms.ts";
import { sentText } from "./match.ts";
import type { Match, UnitsByArticle } from "./match.ts";
import type { Loss } from "./missing.ts";
import type { Outcome } from "./trial.ts";

export interface Finding {
  /** `note`: what is told and is neither a change of the text nor a comment. */
  readonly kind: "change" | "comment" | "note";
  readonly by: Signature;
  /** In Chinese: 删去“现场” */
  readonly action: string;
  /** In the article; `undefined` for masthead, imprint and what is found nowhere. */
  readonly place: Place | undefined;
  /** Words by which it can be found in the Word file; empty when there are none. */
  readonly near: string;
  /** The words before, those that it is about, and the words behind. */
  readonly around: readonly [before: string, words: string, after: string];
  /** Why it is not written; `undefined` for what can be, for comments and notes. */
  readonly refusal: string | undefined;
}

interface Found {
  readonly document: WordDocument;
  readonly issue: Issue;
  readonly units: UnitsByArticle;
  readonly matches: readonly Match[];
  readonly losses: readonly Loss[];
  readonly atoms: readonly Atom[];
  readonly outcome: Outcome;
}

export function findingsOf(found: Found): Finding[] {
  const { document, issue, matches, losses, atoms, outcome } = found;
  const ofMatch = new Map<Match, Atom[]>();
  for (const atom of atoms)
    if (atom.match !== undefined) ofMatch.set(atom.match, [...(ofMatch.get(atom.match) ?? []), atom]);
  const ofWords = matches.flatMap((match) => [
    ...(ofMatch.get(match) ?? []).flatMap((atom) => changeFindings(match, atom, issue, outcome)),
    ...asideFindings(match, issue),
    ...commentFindings(match, issue, document),
  ]);
  const ofLosses = losses.map(({ by, action, place, removed, inserted, refusal }): Finding => ({
    ...{ kind: "change", by, action, place, near: shortened(removed + inserted, 20), around: ["", "", ""], refusal },
  }));
  const ofMargins = marginAsides(document).map(({ by, action }): Finding => ({
    ...{ kind: "note", by, action, place: undefined, near: "", around: ["", "", ""], refusal: undefined },
  }));
  return [...ofWords, ...ofLosses, ...ofMargins, ...adrift(document, matches)];
}

function changeFindings(match: Match, atom: Atom, issue: Issue, { written, reasons }: Outcome): Finding[] {
  const refusal = written.has(atom) ? undefined : (atom.refusal ?? reasons.get(atom));
  if (atom.joins) {
    const [by] = atom.changes;
    if (by === undefined) return [];
    return [
      { kind: "change", by, action: actionOf({ change: by, text: "" }), ...where(match, atom.from, 0, issue), refusal },
    ];
  }
  return atom.edits.map(({ change, removed, inserted, other, at }): Finding => {
    const text = removed + inserted.replace(/\n+/g, "¶") + (other === undefined ? "" : `〔${other}〕`);
    return {
      ...{ kind: "change", by: change, action: actionOf({ change, text }), refusal },
      ...where(match, at, removed.length, issue),
    };
  });
}

function asideFindings(match: Match, issue: Issue): Finding[] {
  return match.group.asides.map(({ by, action, at, refusal }) => ({
    ...{ kind: refusal === undefined ? "note" : "change", by, action, refusal },
    ...where(match, at, 0, issue),
  }));
}

function commentFindings(match: Match, issue: Issue, document: WordDocument): Finding[] {
  return match.group.comments.flatMap(({ id, at, marked }): Finding[] => {
    const comment = document.comments.get(id);
    if (comment === undefined) return [];
    return [{ ...commented(comment), ...where(match, at, marked.length, issue) }];
  });
}

/** Comments that hang on no paragraph of the articles. */
function adrift(document: WordDocument, matches: readonly Match[]): Finding[] {
  const placed = new Set(matches.flatMap(({ group }) => group.comments.map(({ id }) => id)));
  const near = (id: string): string =>
    paragraphsOf(document.blocks)
      .flatMap(({ inlines }) => inlines)
      .map((inline) => (inline.kind === "text" && inline.comments.includes(id) ? inline.text : ""))
      .join("");
  return [...document.comments.values()]
    .filter(({ id }) => !placed.has(id))
    .map((comment) => ({
      ...commented(comment),
      ...{ place: undefined, near: shortened(near(comment.id), 20), around: ["", "", ""] as const },
    }));
}

function commented(
  comment: Signature & { readonly text: string },
): Pick<Finding, "kind" | "by" | "action" | "refusal"> {
  return { kind: "comment", by: comment, action: `批注“${shortened(comment.text, 200)}”`, refusal: undefined };
}

function where(match: Match, at: number, length: number, issue: Issue): Pick<Finding, "place" | "near" | "around"> {
  const { unit } = match;
  const text = sentText(match);
  return {
    place: placeOf(articleOf(match, issue), unit, at),
    near: shortened(text === "" ? match.edits.map(({ inserted }) => inserted).join("") : text, 20),
    around: [
      text.slice(Math.max(0, at - 8), at),
      text.slice(at, at + length),
      text.slice(at + length, at + length + 8),
    ],
  };
}

function placeOf(article: Article | undefined, unit: Match["unit"], at: number): Place | undefined {
  if (article === undefined) return undefined;
  if (unit === undefined) return { file: article.file, line: 1, column: 1 };
  return article.source.place(unit.typed[at]?.start ?? unit.typed[at - 1]?.end ?? unit.place);
}
