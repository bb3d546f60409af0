/** All changes and comments of an issue exported to Word, and the articles with the applicable ones applied. */

import type { Issue } from "../../model/issue.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import type { IssueView } from "../../document/issue-view.ts";
import { countOfMark, issueOfMark } from "../../base/text/word-marks.ts";
import { paragraphsOf } from "../../intake/word/read/model.ts";
import type { WordDocument } from "../../intake/word/read/model.ts";
import { atomsOf, placed } from "./atoms.ts";
import type { Atom } from "./atom.ts";
import { findingsOf } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { fixedTexts } from "./fixed-texts.ts";
import { groupsOf } from "./groups.ts";
import { matched } from "./match.ts";
import type { Match } from "./match.ts";
import { missingOf } from "./missing.ts";
import { parcelsOf } from "./parcels.ts";
import { laidOut } from "./tables.ts";
import { pictureChanges } from "./pictures.ts";
import { Trial } from "./trial.ts";
import { partsOf, unitsOf } from "./units.ts";
import { withWholeArticles } from "./whole-articles.ts";

export interface MarkedUp {
  readonly findings: readonly Finding[];
  /** New texts of articles by file. */
  readonly files: ReadonlyMap<string, string>;
}

/** The issue from which a Word file was exported; `undefined` for any other file. */
export function issueOf(document: WordDocument): string | undefined {
  for (const { bookmarks } of paragraphsOf(document.blocks)) {
    const found = bookmarks.map(issueOfMark).find((id) => id !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sentArticles({ blocks }: WordDocument): number | undefined {
  return paragraphsOf(blocks)
    .flatMap(({ bookmarks }) => bookmarks.map(countOfMark))
    .find((count) => count !== undefined);
}

/** `view`: the current state of the issue. */
export async function readMarkedUp(
  document: WordDocument,
  issue: Issue,
  view: IssueView,
  scope: Scope | undefined,
): Promise<MarkedUp> {
  const parts = new Map(issue.articles.map((article, at) => [at + 1, partsOf(article, scope)]));
  const units = new Map([...parts].map(([number, one]) => [number, unitsOf(one)]));
  const blocks = new Map([...parts].map(([number, one]) => [number, one.blocks]));
  const pictures = await pictureChanges(document, issue, blocks);
  const fixed = fixedTexts(view);
  const { stretches, tableChanges } = laidOut(document, fixed);
  const matches = matched(groupsOf(stretches), units, fixed);
  const losses = missingOf(issue, units, matches, tableChanges, sentArticles(document));
  const ofWords = matches.flatMap((match, at) => atomsOf(match, matches[at + 1], issue, units));
  const ofPlaces = ofWords.map((atom) => placed(atom, ofWords, issue, units));
  const atoms = [...withWholeArticles(ofPlaces, units, issue), ...otherAtoms(matches, losses)];
  const trial = new Trial(issue, scope, units, matches);
  const outcome = trial.best(parcelsOf(atoms, matches));
  return {
    findings: findingsOf({ document, issue, units, matches, losses, pictures, atoms, outcome }),
    files: outcome.files,
  };
}

/** Changes that can never be applied, but may be one end of a move. */
function otherAtoms(matches: readonly Match[], losses: ReturnType<typeof missingOf>): Atom[] {
  const none = {
    ...{ match: undefined, unit: undefined, edits: [], from: 0, to: 0, changes: [] },
    ...{ isGone: false, joins: false, splice: undefined },
  };
  return [
    ...losses.map(({ article, removed, inserted, refusal }) => ({ ...none, article, removed, inserted, refusal })),
    ...matches.flatMap(({ article, group }) =>
      group.asides.flatMap(({ words }) =>
        words === "" ? [] : [{ ...none, article, removed: "", inserted: words, refusal: "文本框、图形里的字不进稿件" }],
      ),
    ),
  ];
}
