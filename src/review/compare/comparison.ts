/** One issue in an old and in its current version. (对照) */

import type { TracedNumber } from "../../check/trace/index.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import { isFrame, issueText } from "./issue-text.ts";
import type { ComparedText } from "./issue-text.ts";
import { movedFigures } from "./moved-figures.ts";
import type { MovedFigure } from "./moved-figures.ts";
import { pairParts } from "./parts.ts";
import { redline } from "./redline.ts";
import type { RedParagraph } from "./redline.ts";

export interface Version {
  readonly built: BuiltIssue;
  readonly numbers: readonly TracedNumber[];
}

export interface ComparedPart {
  readonly title: string;
  /** Its previous headline, if that was different. */
  readonly oldTitle: string | undefined;
  readonly status: "same" | "changed" | "added" | "removed";
  readonly moved: boolean;
  readonly paragraphs: readonly RedParagraph[];
  readonly figures: readonly MovedFigure[];
}

export function compareIssues(old: Version, current: Version): ComparedPart[] {
  return pairParts(issueText(old.built), issueText(current.built)).map((pair) => {
    const { old: before, new: after } = pair;
    const paragraphs = redline(before?.blocks ?? [], after?.blocks ?? []);
    const title = (after ?? before)?.name ?? "";
    return {
      title,
      oldTitle: before === undefined || before.name === title ? undefined : before.name,
      status: statusOf(before, after, paragraphs),
      moved: pair.moved,
      paragraphs,
      figures: movedFigures(numbersOf(old, before), numbersOf(current, after)),
    };
  });
}

function statusOf(
  before: ComparedText | undefined,
  after: ComparedText | undefined,
  paragraphs: readonly RedParagraph[],
): ComparedPart["status"] {
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  return paragraphs.every(({ kind }) => kind === "same") ? "same" : "changed";
}

function numbersOf({ numbers }: Version, part: ComparedText | undefined): TracedNumber[] {
  if (part === undefined) return [];
  return numbers.filter((number) => (isFrame(part) ? number.part.title === part.name : number.part.slug === part.slug));
}
