import type { Bulletin } from "./bulletin.ts";
import type { Issue } from "./issue.ts";
import type { UnreadIssue } from "./unread.ts";
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
