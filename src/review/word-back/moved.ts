/** Moved words take their source along: expressions, emphasis, heading prefixes. */

import type { Article, Issue } from "../../model/issue.ts";
import type { Atom } from "./atom.ts";
import { decide } from "./decide.ts";
import type { MovedText } from "./decide.ts";
import { difference, shares } from "./difference.ts";
import { articleOf } from "./match.ts";
import type { Unit } from "./units.ts";

interface GoneParagraph {
  readonly unit: Unit;
  readonly article: Article;
  readonly source: string;
}

/** The source of each inserted paragraph. `all`: the changes of the whole file. */
export function movedTexts(all: readonly Atom[], issue: Issue): (paragraph: string) => MovedText {
  const gone = all.flatMap((atom): GoneParagraph[] => {
    const { isGone, unit } = atom;
    const article = articleOf(atom, issue);
    if (!isGone || unit?.lines === undefined || article === undefined) return [];
    return [{ unit, article, source: article.source.text.slice(...unit.lines) }];
  });
  return (paragraph) => {
    const exact = gone.find(({ unit }) => unit.text === paragraph);
    if (exact !== undefined) return { ok: true, source: exact.source.trim() };
    const near = gone
      .map((one) => ({ one, ...difference(one.unit.text, paragraph) }))
      .filter(({ one, from, to }) => one.unit.text.length - (to - from) >= one.unit.text.length / 2)
      .sort((a, b) => a.to - a.from - (b.to - b.from))[0];
    return near === undefined ? { ok: true, source: undefined } : edited(near.one, near);
  };
}

/** A paragraph that was edited while it was moved: applies the edits to its source. */
function edited(
  { unit, article, source }: GoneParagraph,
  { from, to, inserted }: { readonly from: number; readonly to: number; readonly inserted: string },
): MovedText {
  const plain = (): MovedText => ({ ok: true, source: undefined });
  const decision = decide({ edits: [], from, to, inserted }, unit, article, plain);
  if (!decision.ok) return decision;
  const start = unit.lines?.[0] ?? 0;
  const typed = source.slice(0, decision.start - start) + decision.replacement + source.slice(decision.end - start);
  return { ok: true, source: typed.trim() };
}

/** Refuses to move part of a paragraph with a computed number, which would become plain text and never change again. */
export function frozenFigure({ inserted }: Atom, all: readonly Atom[]): string | undefined {
  for (const { unit, removed, from, to, isGone } of all) {
    if (unit === undefined || isGone || removed === "" || !shares(removed, inserted.replaceAll("\n", ""))) continue;
    const figure = unit.expressions.find(
      (one) => one.from >= from && one.to <= to && inserted.includes(unit.text.slice(one.from, one.to)),
    );
    if (figure === undefined) continue;
    const words = unit.text.slice(figure.from, figure.to);
    return `“${words}”是由数据算出的，移到别处会变成写死的字，请在稿件里连同 {{${figure.placeholder.text.trim()}}} 手工移动`;
  }
  return undefined;
}
