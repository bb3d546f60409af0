/** Matches the paragraphs of a marked-up file with the source texts. */

import type { Article, Issue } from "../../model/issue.ts";
import { hashOf, withoutBreaks } from "../../base/text/word-marks.ts";
import type { Mark } from "../../base/text/word-marks.ts";
import { untracked } from "./asides.ts";
import { withoutSpace } from "./fixed-texts.ts";
import type { Edit, Group } from "./groups.ts";
import { outOfOrder } from "./order.ts";
import { acceptedText, otherDifferences, withUntracked, writtenBefore } from "./rebase.ts";
import type { Unit } from "./units.ts";

/** A paragraph of the Word file with its source. */
export interface Match {
  readonly group: Group;
  /** Number of the article, 0 for masthead and imprint; `undefined` when nothing matches. */
  readonly article: number | undefined;
  readonly part: string;
  readonly unit: Unit | undefined;
  /** Tracked and untracked changes. */
  readonly edits: readonly Edit[];
  /** The text to which the edits' offsets refer: the paragraph before its tracked changes, or the article's text. */
  readonly base: string;
  /** Why no edit can be applied. */
  readonly obstacle: string | undefined;
  /** Why single edits cannot be applied. */
  readonly refusals: ReadonlyMap<Edit, string>;
}

/** The change is already in the article. */
export const writtenAlready = "已经写进稿件了";
const besideMoved = "新加的段挨着挪了地方的段，分不清该放在哪里，请在稿件里手工加";
const movedAway = "这一段挪了地方，又没有修订痕迹，请在稿件里手工移动";

export function articleOf({ article }: Pick<Match, "article">, { articles }: Issue): Article | undefined {
  return article === undefined ? undefined : articles[article - 1];
}

const mastheadHint = "报头、目录和版记不在稿件里，请改 data/bulletin.yaml 或这一期的 issue.yaml";

/** The articles' texts by article number. */
export type UnitsByArticle = ReadonlyMap<number, readonly Unit[]>;

/** `fixed`: the texts around the articles, without white space. */
export function matched(groups: readonly Group[], units: UnitsByArticle, fixed: ReadonlySet<string>): Match[] {
  const claimed = new Set(
    groups.flatMap((group) => {
      const unit = unitOf(markOf(group), units);
      return unit?.text === group.before ? [unit] : [];
    }),
  );
  return withMoves(
    groups.map((group) => match(group, units, fixed, claimed)),
    units,
  );
}

function unitOf(mark: Mark | undefined, units: UnitsByArticle): Unit | undefined {
  return mark === undefined ? undefined : units.get(mark.article)?.find(({ part }) => part === mark.part);
}

/** `claimed`: texts already matched with other paragraphs. */
function match(group: Group, units: UnitsByArticle, fixed: ReadonlySet<string>, claimed: ReadonlySet<Unit>): Match {
  const mark = markOf(group);
  const none = {
    ...{ group, article: mark?.article, part: mark?.part ?? "", edits: group.edits, base: group.before },
    ...{ unit: undefined, obstacle: undefined, refusals: new Map<Edit, string>() },
  };
  if (mark === undefined) {
    const found = anywhere(group.before, units, claimed);
    if (found !== undefined) return { ...none, ...found };
    if (fixed.has(withoutSpace(group.before))) return { ...none, obstacle: mastheadHint };
    const added = group.edits.length === 0 && group.before.trim() !== "";
    const obstacle = "这一段不是发出去的文件里的，找不到对应的稿件，请手工加";
    return { ...none, edits: added ? [whole(group)] : group.edits, obstacle };
  }
  if (mark.article === 0) {
    const changed = hashOf(group.before) !== mark.hash && !mark.part.startsWith("contents");
    return { ...none, edits: changed ? [...group.edits, whole(group)] : group.edits, obstacle: mastheadHint };
  }
  const unit = unitOf(mark, units);
  if (unit?.text === group.before) return { ...none, unit };
  const sentUnchanged = hashOf(group.before) === mark.hash;
  if (unit === undefined || hashOf(unit.text) !== mark.hash) {
    const elsewhere = shifted(none, units, claimed);
    if (elsewhere !== undefined) return elsewhere;
  }
  if (/^b\d+(?:r|x|t|u)/.test(mark.part) && unit === undefined) {
    return {
      ...none,
      edits: sentUnchanged ? group.edits : [...group.edits, whole(group)],
      obstacle: "这张表是由数据算出来的，请改数据（npm run explain 可以看到每个数的来处）",
    };
  }
  if (unit === undefined) return { ...none, obstacle: "稿件里已经没有这一段" };
  if (hashOf(unit.text) !== mark.hash) return changedSince(none, unit, sentUnchanged);
  const { edits, overlaps } = withUntracked(unit.text, group);
  const isRaised = group.paragraphs.some(({ inlines }) =>
    inlines.some((inline) => inline.kind === "text" && inline.raised !== undefined),
  );
  const obstacle = isRaised
    ? "上标、下标没有同样的字，请在稿件里手工改"
    : group.marks.length > 1
      ? "几段并成了一段，又没有修订痕迹，请手工改"
      : overlaps
        ? "留了痕迹的改动改在没留痕迹的字上，分不开，请手工改"
        : undefined;
  return { ...none, unit, edits, base: unit.text, obstacle };
}

/** Articles or paragraphs may have been added since the export, or the changes applied before. */
function shifted(none: Match, units: UnitsByArticle, claimed: ReadonlySet<Unit>): Match | undefined {
  const { group } = none;
  const asSent = anywhere(group.before, units, claimed);
  if (asSent !== undefined) return { ...none, ...asSent };
  if (group.edits.length === 0) return undefined;
  const accepted = acceptedText(group);
  const isThere = [...units.values()].some((list) => list.some(({ text }) => text === group.before));
  if (accepted === "" && !isThere)
    return { ...none, refusals: new Map(group.edits.map((edit) => [edit, writtenAlready])) };
  for (const paragraph of accepted.split("\n\n")) {
    const found = anywhere(paragraph, units, claimed);
    const known = found?.unit === undefined ? undefined : writtenBefore(found.unit.text, group);
    if (known !== undefined) return { ...none, ...found, ...asWritten(known), base: paragraph };
  }
  return undefined;
}

function asWritten({ written, open }: { readonly written: readonly Edit[]; readonly open: readonly Edit[] }) {
  return { edits: [...written, ...open], refusals: new Map(written.map((edit) => [edit, writtenAlready])) };
}

/** For a paragraph whose source has changed since the export. */
function changedSince(none: Match, unit: Unit, sentUnchanged: boolean): Match {
  const { group } = none;
  const known = writtenBefore(unit.text, group);
  if (known !== undefined) return { ...none, ...asWritten(known), unit, base: unit.text };
  if (sentUnchanged) return { ...none, unit, obstacle: "稿件里的这一段在发出去以后改过，对不上，请手工改" };
  return {
    ...{ ...none, unit, base: unit.text, edits: [...group.edits, ...otherDifferences(unit.text, group)] },
    obstacle: "稿件里的这一段在发出去以后改过，Word 里又有没留痕迹的改动，对不上，请手工改",
  };
}

/** A paragraph inserted before another may carry the other's bookmark too: the one with the same text is meant. */
function markOf({ marks, before }: Group): Mark | undefined {
  const hash = hashOf(before);
  return marks.find((mark) => mark.hash === hash) ?? marks[0];
}

function anywhere(
  text: string,
  units: UnitsByArticle,
  claimed: ReadonlySet<Unit>,
): Pick<Match, "article" | "part" | "unit"> | undefined {
  const all = [...units].flatMap(([article, list]) =>
    list
      .filter((unit) => unit.text === text && text !== "" && !claimed.has(unit))
      .map((unit) => ({ article, part: unit.part, unit })),
  );
  return all.length === 1 ? all[0] : undefined;
}

/** Finds paragraphs that were moved without tracking. */
function withMoves(matches: readonly Match[], units: UnitsByArticle): Match[] {
  const order = inOrderOfFile(matches, units);
  const places = matches.map(({ unit, obstacle }) =>
    unit === undefined || obstacle !== undefined ? -1 : order.indexOf(unit),
  );
  const moved = outOfOrder(places);
  return anchored(matches, moved).map((one, at): Match => {
    if (!moved.has(at)) return one;
    const move = { ...whole(one.group), change: { ...untracked, kind: "moveTo" as const } };
    return { ...one, edits: [...one.edits, move], refusals: new Map([...one.refusals, [move, movedAway]]) };
  });
}

/** Attaches new paragraphs before a moved one to the preceding paragraph that did not move. */
function anchored(matches: readonly Match[], moved: ReadonlySet<number>): Match[] {
  const all = [...matches];
  for (const at of moved) {
    const [before, one] = [all[at - 1], all[at]];
    const added = one?.edits.filter((edit) => edit.at === 0 && edit.inserted.endsWith("\n\n")) ?? [];
    if (before === undefined || one === undefined || added.length === 0) continue;
    const isThere = before.unit?.lines !== undefined && before.article === one.article && before.obstacle === undefined;
    const isOpen = before.group.endDeleted !== undefined || before.group.isLast || moved.has(at - 1);
    const behind = added.map((edit) => ({
      ...{ ...edit, at: before.base.length },
      inserted: `\n\n${edit.inserted.slice(0, -2)}`,
    }));
    const count = one.group.paragraphs.findIndex(({ markChange }) => markChange === undefined);
    const [fresh, own] = [one.group.paragraphs.slice(0, count), one.group.paragraphs.slice(count)];
    const edits = one.edits.filter((edit) => !added.includes(edit));
    if (!isThere || isOpen || edits.some((edit) => edit.at === 0 && edit.removed === "")) {
      all[at] = { ...one, refusals: new Map([...one.refusals, ...added.map((edit) => [edit, besideMoved] as const)]) };
      continue;
    }
    all[at - 1] = {
      ...{ ...before, edits: [...before.edits, ...behind] },
      group: { ...before.group, paragraphs: [...before.group.paragraphs, ...fresh] },
    };
    all[at] = { ...one, edits, group: { ...one.group, paragraphs: own } };
  }
  return all;
}

/** An article's position is that of its title: its column may have been changed since. */
function inOrderOfFile(matches: readonly Match[], units: UnitsByArticle): Unit[] {
  const at = (article: number): number => {
    const title = matches.findIndex((one) => one.article === article && one.part === "title");
    return title >= 0 ? title : matches.findIndex((one) => one.article === article);
  };
  return [...units].sort(([one], [other]) => at(one) - at(other)).flatMap(([, list]) => list);
}

/** Replaces the whole paragraph, where too much was changed to compare. */
function whole({ before }: Group): Edit {
  const inserted = withoutBreaks(before);
  return { change: untracked, changes: [], at: 0, removed: "", inserted, other: undefined };
}
