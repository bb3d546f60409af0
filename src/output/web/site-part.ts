/** What the site tells of an issue beside its view, worked out while its figures are at hand. Plain JSON. */

import { measuresJson } from "../data/issue-json.ts";
import { issuePath } from "../../model/issue.ts";
import type { Dimension } from "../../model/vocabulary.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { TracedNumber } from "../../check/trace/index.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import { figuresPage } from "../../model/addresses.ts";
import { written } from "../../base/text/markup.ts";
import type { MarkupPart } from "../../base/text/markup.ts";
import { figureLinks } from "./figure-links.ts";
import { onScreen } from "./on-screen.ts";
import { figureEntries } from "./figure-entries.ts";
import type { TracedArticle } from "./figure-entries.ts";

/** Which figures of a measure an issue has, so that not every issue of an archive need be counted to know where to look. */
export interface MeasureFigures {
  readonly measure: string;
  readonly total: boolean;
  /** Units with a figure of their own, by their places in the registry. */
  readonly units: readonly number[];
}

/** What only the issue's own files need. */
export interface SitePart {
  /** `linkedBodies` as HTML. */
  readonly linked: readonly string[];
  readonly figures: readonly TracedArticle[];
  /** The measures of its JSON file. */
  readonly measures: readonly unknown[];
}

type ShownIssue = Pick<BuiltIssue, "issue" | "view" | "markups">;

/** The bodies of the articles on the issue's page, each figure a link to where it comes from; section by section. */
export function linkedBodies({ issue, view, markups }: ShownIssue, numbers: readonly TracedNumber[]): MarkupPart[][] {
  const page = figuresPage(issue).slice(issuePath(issue).length);
  const link = figureLinks(numbers, page);
  return view.sections.flatMap(({ articles }) =>
    articles.map((article) => {
      const own = issue.articles.find(({ slug }) => slug === article.slug);
      return onScreen((own && markups.get(own)?.(link)) ?? [], article);
    }),
  );
}

/** `hidden` are the folders of internal issues: a figure that rests on their data has no derivation on the site. */
export function sitePart(
  built: ShownIssue,
  tallies: IssueTallies | undefined,
  hidden: readonly string[],
  numbers: readonly TracedNumber[],
): SitePart {
  return {
    linked: linkedBodies(built, numbers).map(written),
    figures: figureEntries(built.issue, numbers, hidden),
    measures: measuresJson(tallies),
  };
}

/** Of the measures that it has figures for, in the order of the vocabulary. */
export function measuresIn(tallies: IssueTallies | undefined, units: Dimension | undefined): MeasureFigures[] {
  if (tallies === undefined) return [];
  const places = new Map((units?.registry.members ?? []).map((member, at) => [member, at]));
  return tallies.available().map((measure) => {
    const tally = tallies.get(measure);
    const parts = units === undefined ? undefined : tally?.breakdowns.get(units.name)?.parts;
    const own = (parts ?? []).flatMap(({ member }) => (member === undefined ? [] : (places.get(member) ?? [])));
    return { measure, total: tally?.total !== undefined, units: [...new Set(own)] };
  });
}
