/** What an issue gives its readers in words and numbers, as it goes on record. */

import { countRows, decimal } from "../../compute/rows/count-row.ts";
import type { DataValue, PrintedFigure, PublishedText, TextPart } from "../../model/issue-record.ts";
import type { Article } from "../../model/issue.ts";
import type { FigurePiece } from "../../compute/phrase/piece.ts";
import { inputsOf, type Figure } from "../../compute/tally/figure.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import { isoMoment } from "../../base/text/moment.ts";
import { valueJson } from "../trace/index.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import { articleText, bodyText } from "../../document/article-text.ts";
import { imprintText } from "../../document/frame-text.ts";

/** `hidden`: folders of internal issues. What rests on their data is recorded as printed, without name or value. */
export function publishedText(
  built: BuiltIssue,
  tallies: IssueTallies | undefined,
  hidden: readonly string[],
): PublishedText {
  return {
    parts: partsOf(built),
    figures: built.issue.articles.flatMap((article) =>
      figuresOf(built, article).map(({ text, figure }): PrintedFigure => {
        const isPublic = !restsOn(figure, hidden);
        return {
          slug: article.slug,
          text,
          name: isPublic ? figure.name : "",
          value: isPublic ? String(valueJson(figure.value)) : "",
        };
      }),
    ),
    data: dataOf(built, tallies),
  };
}

/** Everything computed that an article prints, in reading order. */
export function figuresOf({ phrases, bodies }: BuiltIssue, article: Article): FigurePiece[] {
  const all = [
    ...(phrases.get(article) ?? []).map(({ placeholder, pieces }) => ({ start: placeholder.start, pieces })),
    ...(bodies.get(article) ?? []).flatMap((block) =>
      block.kind === "computed"
        ? [{ start: block.start, pieces: (block.result?.passages ?? []).flatMap((passage) => passage.pieces) }]
        : [],
    ),
  ].sort((a, b) => a.start - b.start);
  return all.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === "figure"));
}

function restsOn(figure: Figure, folders: readonly string[]): boolean {
  if (folders.length === 0) return false;
  return inputsOf(figure).some(({ place }) => folders.some((folder) => place.file.startsWith(`${folder}/`)));
}

/** Part by part as paragraphs of plain text, in the order of print; of a chart its caption. */
export function partsOf({ issue, view, bodies }: Pick<BuiltIssue, "issue" | "view" | "bodies">): TextPart[] {
  const bodyOf = new Map(issue.articles.map((article) => [article.slug, bodies.get(article) ?? []]));
  const { masthead, imprint, sections } = view;
  const { marking, copyNumber, scope, name, number, serial, issuer, date } = masthead;
  return [
    part("报头", [marking, copyNumber, scope, name, `${number}${serial ?? ""}`, issuer, date]),
    ...sections.flatMap(({ heading, articles }) =>
      articles.map((article, at): TextPart => {
        const blocks = articleText(article, bodyText(bodyOf.get(article.slug) ?? [], "paper"));
        return { name: article.title, slug: article.slug, blocks: at === 0 ? [heading, ...blocks] : blocks };
      }),
    ),
    part("版记", imprintText(imprint)),
  ];
}

function part(name: string, blocks: readonly (string | undefined)[]): TextPart {
  return { name, slug: "", blocks: blocks.filter((block) => block !== undefined) };
}

/** The rows of the issue's data file. */
function dataOf({ issue }: BuiltIssue, tallies: IssueTallies | undefined): DataValue[] {
  if (tallies === undefined) return [];
  const rows = countRows({ issue, tallies }).map(({ tally, kind, dimension, label, figure }): DataValue => {
    const path = kind === "合计" ? [] : [dimension ?? kind, label ?? ""];
    return { name: [tally.definition.name, ...path].join("."), value: String(decimal(figure.value)) };
  });
  const dates = tallies.available().flatMap((name): DataValue[] => {
    const asOf = tallies.get(name)?.asOf;
    return asOf === undefined ? [] : [{ name: `${name}.截至`, value: isoMoment(asOf) }];
  });
  return [...rows, ...dates];
}
