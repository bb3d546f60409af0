import type { Bulletin } from "./bulletin.ts";
import type { Issue } from "./issue.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** All issues below one root with the bulletin's own data. (全部各期) */
export interface Archive {
  readonly bulletin: Bulletin;
  readonly vocabulary: Vocabulary;
  /** In order of publication, oldest first. */
  readonly issues: readonly Issue[];
  /** Issues whose folders exist but cannot be read. */
  readonly unread: readonly UnreadIssue[];
}

/** 读不出来的期 */
export interface UnreadIssue {
  /** Name of its folder. */
  readonly id: string;
  /** From the folder's name; `undefined` when the name has another form, so that it may be any issue. */
  readonly number: { readonly year: number; readonly value: number } | undefined;
}
