import type { Edition } from "../../model/edition.ts";
import type { RecordedCorrection } from "../../model/issue-record.ts";
import type { Issue } from "../../model/issue.ts";

/** An issue as described in the data files. */
export interface DatasetIssue {
  readonly issue: Issue;
  readonly title: string;
  readonly issuer: string;
  /** Address of its page and of its PDF from the site's root. */
  readonly page: string;
  readonly pdf: string;
  readonly edition: Edition;
  /** 版次: 1 unless it was corrected. */
  readonly number: number;
  readonly corrections: readonly RecordedCorrection[];
  /** `countBody` of its tallies. */
  readonly rows: string;
}
