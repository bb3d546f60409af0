/** The printed text of an issue by part, each part identified by its source file. */

import type { TextPart } from "../../model/issue-record.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import { partsOf } from "../../check/published/published-text.ts";

export interface ComparedText extends TextPart {
  /** 报头, 版记, or the name of the article's file. */
  readonly key: string;
}

export function issueText(built: BuiltIssue): ComparedText[] {
  const files = new Map(built.issue.articles.map(({ slug, file }) => [slug, file.split("/").at(-1) ?? file]));
  return partsOf(built).map((part) => ({ ...part, key: files.get(part.slug) ?? part.name }));
}

/** 报头 or 版记, which have no file of their own. */
export function isFrame({ slug }: TextPart): boolean {
  return slug === "";
}
