import type { Bulletin } from "./bulletin.ts";
import type { Issue } from "./issue.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** All there is below one root. (全部各期) */
export interface Archive {
  readonly bulletin: Bulletin;
  readonly vocabulary: Vocabulary;
  /** In order of publication, oldest first. */
  readonly issues: readonly Issue[];
  /** Those that are there too, but cannot be read. */
  readonly unread: readonly UnreadIssue[];
}

/** 读不出来的期 */
export interface UnreadIssue {
  /** Name of its folder. */
  readonly id: string;
  /** As the folder's name says; `undefined` where it says nothing, so that it may be any issue. */
  readonly number: { readonly year: number; readonly value: number } | undefined;
}
