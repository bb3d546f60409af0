/** One numbered issue (期) with its articles (稿件), as read from its folder, not yet computed. */

import type { PictureFile } from "../base/picture/picture-file.ts";
import type { Place } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import type { Moment } from "../base/text/moment.ts";
import type { Allowance } from "./allowance.ts";
import type { Contact, MastheadNames, Recipients } from "./bulletin.ts";
import type { Correction } from "./correction.ts";
import type { CountSheet } from "./count-sheet.ts";

/** A value with the place where it was typed. */
export interface Placed<T> {
  readonly value: T;
  readonly place: Place;
}

export interface Article {
  /** Path of the file below the root. */
  readonly file: string;
  /** File name without ending; the article's anchor. */
  readonly slug: string;
  readonly source: SourceText;
  readonly bodyStart: number;
  /** Offsets in the source of the front-matter values that are printed: headline, subtitle, note, credit. */
  readonly printedRanges: readonly (readonly [start: number, end: number])[];
  /** 标题; a manual line break is `\n`. A column with one untitled article needs none. */
  readonly title: Placed<string> | undefined;
  /** 副标题 */
  readonly subtitle: Placed<string> | undefined;
  /** 栏目, without the brackets 【】. */
  readonly column: Placed<string>;
  /** 供稿: the contributing unit, printed at the end in brackets. */
  readonly credit: Placed<string> | undefined;
  /** 作者 */
  readonly author: Placed<string> | undefined;
  /** 按语: an editor's note above the headline. */
  readonly editorsNote: Placed<string> | undefined;
}

export interface Issue {
  /** Name of the folder, e.g. `2020-15`. */
  readonly id: string;
  /** Path of the folder below the root. */
  readonly folder: string;
  readonly year: number;
  /** 期号 */
  readonly number: Placed<number>;
  /** 总期号 */
  readonly serial: number | undefined;
  /** 日期 of issue. */
  readonly date: Placed<Moment>;
  /** 密级 or 内部资料; printed at the top left. */
  readonly marking: string | undefined;
  /** 编号, the number of the copy: six digits (7.2.1), at the top right. */
  readonly copyNumber: string | undefined;
  /** 内部: printed, never published on the site. */
  readonly internal: boolean;
  /** 仅数据: neither printed nor published, without articles; later issues are compared with its figures. */
  readonly dataOnly: boolean;
  /** 报头, where it differs from the bulletin's; likewise the next two. */
  readonly masthead: MastheadNames | undefined;
  /** 编发单位 */
  readonly issuer: string | undefined;
  /** 联系 */
  readonly contacts: readonly Contact[] | undefined;
  readonly recipients: Recipients;
  /** 共印份数 */
  readonly copies: number | undefined;
  /** 更正, in the order of their dates. */
  readonly corrections: readonly Correction[];
  /** 隐私放行 of this issue alone. */
  readonly privacyAllowed: readonly Allowance[];
  /** 目录: `undefined` means by the number of articles. */
  readonly contents: boolean | undefined;
  readonly articles: readonly Article[];
  /** Pictures in the folder, by their paths relative to it; empty if no article shows a picture. */
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** `undefined` when there is no counts file or it has errors. */
  readonly counts: CountSheet | undefined;
  /** True when the counts could not be read, so that expressions over them cannot be judged. */
  readonly countsBroken: boolean;
  /** True when an article or the corrections could not be read, so that the issue cannot be compared with what was published. */
  readonly unreadParts: boolean;
}

/** What identifies an issue: its year and its number (期号). */
export interface IssueNumber {
  readonly year: number;
  readonly number: { readonly value: number };
}

/** `2020-15`: identifies an issue in records, data files and file names. */
export function issueKey({ year, number }: IssueNumber): string {
  return `${year}-${number.value}`;
}

/** The address of an issue on the site: `issues/2020/15/`. */
export function issuePath({ year, number }: IssueNumber): string {
  return `issues/${year}/${number.value}/`;
}
