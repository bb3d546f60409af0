import { issuePage } from "../model/addresses.ts";
import type { PublishedIssue } from "./published-issue.ts";
import type { SitePart } from "./web/site-part.ts";

/** `part`: what the site tells of the issue; `around`: the issues beside it. */
export interface PagedIssue {
  readonly published: PublishedIssue;
  readonly part: SitePart;
  readonly around: Neighbours;
}

export interface Neighbour {
  readonly path: string;
  readonly number: string;
  readonly date: string;
}

/** The issues before and after one. */
export interface Neighbours {
  readonly older: Neighbour | undefined;
  readonly newer: Neighbour | undefined;
}

type ShownIssue = Pick<PublishedIssue, "issue" | "view">;

/** `issues` newest first; those beside the one at `at`. */
export function neighboursOf(issues: readonly ShownIssue[], at: number): Neighbours {
  return { older: neighbour(issues[at + 1]), newer: neighbour(issues[at - 1]) };
}

function neighbour(published: ShownIssue | undefined): Neighbour | undefined {
  if (published === undefined) return undefined;
  const { masthead, year } = published.view;
  return { path: issuePage(published.issue), number: `${year}年${masthead.number}`, date: masthead.date };
}
