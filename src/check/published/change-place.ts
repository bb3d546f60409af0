/** Where an editor mends what would differ from what was published. */

import { decimal } from "../../compute/rows/count-row.ts";
import type { Issue } from "../../model/issue.ts";
import type { PublishedText } from "../../model/issue-record.ts";
import { numberedArticle, printedBlocks } from "../numbers/index.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { Change } from "../../record/compare.ts";
import type { ChangePlace } from "../../record/judge.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import { formulaOf } from "../trace/index.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import { figuresOf } from "./published-text.ts";

/** Places listed beside the first. */
const most = 4;

export function changePlace(
  built: BuiltIssue,
  tallies: IssueTallies | undefined,
  change: Change,
  before: PublishedText,
): ChangePlace {
  const names = change.kind === "sentence" ? change.figures.map(({ name }) => name) : [];
  const figures = change.kind === "data" ? dataFigures(change.name, tallies) : printedFigures(built, names);
  const [first, ...others] = distinct(figures.flatMap((figure) => changedLines(figure, built.issue, before)));
  if (first !== undefined) return { place: first, others: others.slice(0, most) };
  return { place: textPlace(built, change), others: [] };
}

function printedFigures(built: BuiltIssue, names: readonly string[]): Figure[] {
  if (names.length === 0) return [];
  const printed = built.issue.articles.flatMap((article) => figuresOf(built, article));
  return names.flatMap((name) => printed.find(({ figure }) => figure.name === name)?.figure ?? []);
}

/** 交办.单位.冷水滩区 */
function dataFigures(name: string, tallies: IssueTallies | undefined): Figure[] {
  const [measure = "", dimension = "", ...label] = name.split(".");
  const tally = tallies?.available().includes(measure) === true ? tallies.get(measure) : undefined;
  if (tally === undefined) return [];
  if (dimension === "") return tally.total === undefined ? [] : [tally.total];
  const part = tally.breakdowns.get(dimension)?.parts.find((each) => each.label === label.join("."));
  return part === undefined ? [] : [part.figure];
}

/** The lines below a figure that say something else than they did; a line of each other issue where none of its own does. */
function changedLines(figure: Figure, issue: Issue, before: PublishedText): Place[] {
  const known = new Map(before.data.map(({ name, value }) => [name, value]));
  const { inputs } = formulaOf(figure);
  const isOwn = (place: Place): boolean =>
    place.file.startsWith(`${issue.folder}/`) || !place.file.startsWith("content/issues/");
  const own = inputs.filter(({ line }) => isOwn(line.place));
  const changed = own.filter(({ name, line }) => known.has(name) && known.get(name) !== String(decimal(line.value)));
  if (changed.length > 0) return changed.map(({ line }) => line.place);
  const others = inputs.filter(({ line }) => !isOwn(line.place)).map(({ line }) => line.place);
  const files = new Map(others.toReversed().map((place) => [place.file, place]));
  return files.size > 0 ? [...files.values()].reverse() : own.slice(0, 1).map(({ line }) => line.place);
}

function textPlace(built: BuiltIssue, change: Change): Place {
  const { issue } = built;
  const head = { file: `${issue.folder}/issue.yaml`, line: 1, column: 1 };
  if (change.kind === "data") return head;
  const article = issue.articles.find(({ slug }) => slug === change.part.slug);
  if (article === undefined) return head;
  const top = { file: article.file, line: 1, column: 1 };
  const sentence = change.kind === "sentence" ? change.after?.trim() : undefined;
  if (sentence === undefined) return top;
  for (const block of printedBlocks(numberedArticle(built, article))) {
    const at = block.text.indexOf(sentence);
    if (at >= 0) return block.place(at);
  }
  return top;
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.file}:${place.line}:${place.column}`, place])).values()];
}
