/** All findings in a marked-up file, for people to read. */

import type { Article, Issue } from "../../model/issue.ts";
import type { Place } from "../../base/problem/problem.ts";
import { paragraphsOf } from "../../intake/word/read/model.ts";
import type { Signature, WordDocument } from "../../intake/word/read/model.ts";
import { Places } from "../../intake/word/article/places.ts";
import { actionOf, shortened } from "../../intake/word/revisions.ts";
import { marginAsides, unknownAuthor } from "./asides.ts";
import type { Atom } from "./atom.ts";
import { lineBreakAsides } from "./line-breaks.ts";
import { articleOf } from "./match.ts";
import type { Match, UnitsByArticle } from "./match.ts";
import type { Loss } from "./missing.ts";
import type { PictureChange } from "./pictures.ts";
import type { Outcome } from "./trial.ts";

export interface Finding {
  /** `note`: neither a change of the text nor a comment. */
  readonly kind: "change" | "comment" | "note";
  readonly by: Signature;
  /** In Chinese: 删去“现场” */
  readonly action: string;
  /** In the article; `undefined` for masthead, imprint and unknown places. */
  readonly place: Place | undefined;
  /** Words that help to find it in the Word file: “二、…”下面“…”一段; empty when there are none. */
  readonly near: string;
  /** The words before it, the words themselves, and the words after it. */
  readonly around: readonly [before: string, words: string, after: string];
  /** Why it is not applied; `undefined` for applicable changes, comments and notes. */
  readonly refusal: string | undefined;
}

interface Found {
  readonly document: WordDocument;
  readonly issue: Issue;
  readonly units: UnitsByArticle;
  readonly matches: readonly Match[];
  readonly losses: readonly Loss[];
  readonly pictures: readonly PictureChange[];
  readonly atoms: readonly Atom[];
  readonly outcome: Outcome;
}

export function findingsOf(found: Found): Finding[] {
  const { document, issue, matches, losses, pictures, atoms, outcome } = found;
  const ofMatch = new Map<Match, Atom[]>();
  for (const atom of atoms)
    if (atom.match !== undefined) ofMatch.set(atom.match, [...(ofMatch.get(atom.match) ?? []), atom]);
  const places = new Places(document.blocks);
  const where = (match: Match, at: number, length: number): Where => whereIn(match, at, length, issue, places);
  const ofWords = matches.flatMap((match) => [
    ...(ofMatch.get(match) ?? []).flatMap((atom) => changeFindings(match, atom, outcome, where)),
    ...asideFindings(match, where),
    ...commentFindings(match, document, where),
  ]);
  const ofLosses = losses.map(({ by, action, place, removed, inserted, refusal }): Finding => ({
    ...{ kind: "change", by, action, place, near: quoted(removed + inserted), around: ["", "", ""], refusal },
  }));
  const ofMargins = marginAsides(document).map(({ by, action }): Finding => ({
    ...{ kind: "note", by, action, place: undefined, near: "", around: ["", "", ""], refusal: undefined },
  }));
  const ofPictures = pictures.map(({ action, place, refusal }): Finding => ({
    ...{ kind: refusal === undefined ? "note" : "change", by: unknownAuthor, action, place },
    ...{ near: "", around: ["", "", ""], refusal },
  }));
  return [...ofWords, ...ofLosses, ...ofPictures, ...ofMargins, ...adrift(document, matches, places)];
}

function changeFindings(match: Match, atom: Atom, { written, reasons }: Outcome, where: Placer): Finding[] {
  const refusal = written.has(atom) ? undefined : (atom.refusal ?? reasons.get(atom));
  if (atom.joins) {
    const [by] = atom.changes;
    if (by === undefined) return [];
    return [{ kind: "change", by, action: actionOf({ change: by, text: "" }), ...where(match, atom.from, 0), refusal }];
  }
  return atom.edits.map(({ change, removed, inserted, other, at }): Finding => {
    const text = removed + inserted.replace(/\n+/g, "¶") + (other === undefined ? "" : `〔${other}〕`);
    return {
      ...{ kind: "change", by: change, action: actionOf({ change, text }), refusal },
      ...where(match, at, removed.length),
    };
  });
}

function asideFindings(match: Match, where: Placer): Finding[] {
  return [...match.group.asides, ...lineBreakAsides(match)].map(({ by, action, at, refusal }) => ({
    ...{ kind: refusal === undefined ? "note" : "change", by, action, refusal },
    ...where(match, at, 0),
  }));
}

function commentFindings(match: Match, document: WordDocument, where: Placer): Finding[] {
  return match.group.comments.flatMap(({ id, at, marked }): Finding[] => {
    const comment = document.comments.get(id);
    if (comment === undefined) return [];
    return [{ ...commented(comment), ...where(match, at, marked.length) }];
  });
}

/** Comments outside the paragraphs of the articles. */
function adrift(document: WordDocument, matches: readonly Match[], places: Places): Finding[] {
  const placed = new Set(matches.flatMap(({ group }) => group.comments.map(({ id }) => id)));
  const paragraphs = paragraphsOf(document.blocks);
  const near = (id: string): string =>
    places.of(paragraphs.find(({ inlines }) => inlines.some(({ comments }) => comments.includes(id))));
  return [...document.comments.values()]
    .filter(({ id }) => !placed.has(id))
    .map((comment) => ({
      ...commented(comment),
      ...{ place: undefined, near: near(comment.id), around: ["", "", ""] as const },
    }));
}

function commented(
  comment: Signature & { readonly text: string },
): Pick<Finding, "kind" | "by" | "action" | "refusal"> {
  return { kind: "comment", by: comment, action: `批注“${shortened(comment.text, 200)}”`, refusal: undefined };
}

type Where = Pick<Finding, "place" | "near" | "around">;
/** Offsets in the exported text of the paragraph. */
type Placer = (match: Match, at: number, length: number) => Where;

function whereIn(match: Match, at: number, length: number, issue: Issue, places: Places): Where {
  const { unit, base: text } = match;
  return {
    place: placeOf(articleOf(match, issue), unit, at),
    near: places.of(match.group.paragraphs[0]),
    around: [
      text.slice(Math.max(0, at - 8), at),
      text.slice(at, at + length),
      text.slice(at + length, at + length + 8),
    ],
  };
}

function quoted(words: string): string {
  return words === "" ? "" : `“${shortened(words, 20)}”一段`;
}

function placeOf(article: Article | undefined, unit: Match["unit"], at: number): Place | undefined {
  if (article === undefined) return undefined;
  if (unit === undefined) return { file: article.file, line: 1, column: 1 };
  return article.source.place(unit.typed[at]?.start ?? unit.typed[at - 1]?.end ?? unit.place);
}
