/** The smallest changes that can be applied on their own: replaced words, a deleted paragraph mark, a table row. */

import type { Issue } from "../../model/issue.ts";
import { isRemoval } from "../../intake/word/read/change.ts";
import { clustersOf, decide } from "./decide.ts";
import type { Cluster } from "./decide.ts";
import type { Edit } from "./groups.ts";
import { articleOf, writtenAlready } from "./match.ts";
import type { Match, UnitsByArticle } from "./match.ts";
import { frozenFigure, movedTexts } from "./moved.ts";
import type { Unit } from "./units.ts";
import type { Atom } from "./atom.ts";

/** The changes of one paragraph; `next` follows it in the file. */
export function atomsOf(match: Match, next: Match | undefined, issue: Issue, units: UnitsByArticle): Atom[] {
  const { group, unit, base, edits, obstacle, refusals } = match;
  const atomsIn = (some: readonly Edit[]): Atom[] => clustersOf(some).map((cluster) => wordAtom(match, cluster));
  // A refused change does not prevent the others beside it.
  const atoms = [
    ...atomsIn(edits.filter((edit) => refusals.has(edit))),
    ...atomsIn(edits.filter((edit) => !refusals.has(edit))),
  ];
  const { endDeleted } = group;
  const last = atoms.at(-1);
  if (endDeleted === undefined) return atoms;
  const reaches = last?.to === base.length && last.from < last.to;
  const consumed =
    reaches && (last.isGone || last.inserted.endsWith("\n\n") || (last.refusal !== undefined && last.from === 0));
  // Deleting all words deletes the mark too; inserted paragraphs that replace the last words bring their own mark.
  if (consumed) return [...atoms.slice(0, -1), { ...last, changes: [...last.changes, endDeleted] }];
  if (group.before === "" && unit === undefined) return atoms;
  const end: Atom = {
    ...{ match, article: match.article, unit, edits: [], from: base.length, to: base.length },
    ...{ removed: "", inserted: "", changes: [endDeleted], isGone: false, joins: true, splice: undefined },
    refusal: obstacle ?? endRefusal(match, next, issue, units),
  };
  return [...atoms, end];
}

function wordAtom(match: Match, { edits, from, to, inserted }: Cluster): Atom {
  const { unit, article, base, refusals } = match;
  const removed = base.slice(from, to);
  const isWhole = unit !== undefined && removed !== "" && removed === unit.text && inserted === "";
  const isGone = isWhole && unit.removal !== undefined;
  const [own] = edits.flatMap((edit) => refusals.get(edit) ?? []);
  const refusal = match.obstacle ?? own ?? (isWhole && !isGone ? wholeRefusal(unit) : undefined);
  return {
    ...{ match, article, unit, edits, from, to, removed, inserted, isGone, joins: false },
    ...{ changes: edits.flatMap(({ changes }) => changes), splice: undefined, refusal },
  };
}

/** Why the whole text of this unit cannot be deleted. */
function wholeRefusal({ part }: Unit): string | undefined {
  if (part === "title") return "稿件不能没有标题：要换的，请在稿件里写上新的标题；整篇不登的，把稿件移出这一期的文件夹";
  return part.startsWith("b") ? undefined : "这一项不止一行，要整个删去的，请在稿件里手工删";
}

/** Finds the source of an atom's words. `all`: the atoms of the whole file. */
export function placed(atom: Atom, all: readonly Atom[], issue: Issue, units: UnitsByArticle): Atom {
  const { unit, refusal, joins, edits, from, to, inserted } = atom;
  const article = articleOf(atom, issue);
  if (refusal !== undefined || joins || edits.length === 0) return atom;
  if (unit === undefined || article === undefined) return { ...atom, refusal: "找不到对应的稿件" };
  if (atom.isGone) return atom;
  if (isThere(atom, all, units)) return { ...atom, refusal: writtenAlready };
  const endGoes = atom.match?.group.endDeleted !== undefined && atom.changes.includes(atom.match.group.endDeleted);
  const own = endGoes ? inserted.replace(/\n\n$/, "") : inserted;
  const frozen = inserted === "" ? undefined : frozenFigure(atom, all);
  if (frozen !== undefined) return { ...atom, refusal: frozen };
  const decision = decide({ edits, from, to, inserted: own }, unit, article, movedTexts(all, issue));
  return decision.ok ? { ...atom, splice: decision } : { ...atom, refusal: decision.reason };
}

/** Whether the new paragraphs were applied before, and are not paragraphs that this file deletes elsewhere. */
function isThere({ inserted, article }: Atom, all: readonly Atom[], units: UnitsByArticle): boolean {
  if (!inserted.includes("\n\n")) return false;
  const goes = new Set(all.flatMap(({ isGone, unit }) => (isGone && unit !== undefined ? [unit] : [])));
  const there = (units.get(article ?? 0) ?? []).filter((unit) => !goes.has(unit));
  const paragraphs = inserted.split("\n\n").filter((text) => text !== "");
  return paragraphs.length > 0 && paragraphs.every((text) => there.some((unit) => unit.text === text));
}

/** Only adjacent paragraphs of one article can be joined. */
function endRefusal(match: Match, next: Match | undefined, issue: Issue, units: UnitsByArticle): string | undefined {
  const { unit, group, article } = match;
  if (unit === undefined || article === undefined) return "找不到对应的稿件";
  if (group.isCell) return "表格里一格的末尾删不掉，请手工改";
  if (group.isLast) return "后面是表格或者文件的末尾，没有可以并上来的一段，请手工改";
  if (next?.article !== undefined && next.article !== article)
    return `这是一篇的最后一段，下一段是别的稿件（${issue.articles[next.article - 1]?.file ?? "报头、栏目或版记"}），不能并到一起，请手工改`;
  const list = units.get(article) ?? [];
  const following = list[list.indexOf(unit) + 1];
  if (unit.lines === undefined || following?.lines === undefined) return "这一段和下一段不能并成一段，请手工改";
  if (next?.unit !== following || next.obstacle !== undefined) return "下一段在稿件里对不上，不能并到一起，请手工改";
  return undefined;
}

export function isRemovalAtom({ edits, joins }: Atom): boolean {
  return joins || edits.some(({ change }) => isRemoval(change));
}
