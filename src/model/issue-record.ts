/** The record of what was published of an issue, stored in `data/published/2020-15.yaml`. (登记) */

import type { Contact, Recipients } from "./bulletin.ts";
import type { Edition } from "./edition.ts";

/** One part of an issue in print: 报头, an article, 版记. */
export interface TextPart {
  /** The headline, or the column's name where there is none. */
  readonly name: string;
  /** The article's anchor; empty for 报头 and 版记. */
  readonly slug: string;
  /** One entry for each paragraph, heading, list item and table row. */
  readonly blocks: readonly string[];
}

/** A figure as it was printed. */
export interface PrintedFigure {
  /** The part's anchor. */
  readonly slug: string;
  /** As printed: 56, 74.4%. */
  readonly text: string;
  /** 交办.单位.冷水滩区; empty when the figure comes from data that is not public. */
  readonly name: string;
  /** Exact, a decimal or a fraction `32/43`; empty if the name is. */
  readonly value: string;
}

/** A line of the issue's data files: 交办.单位.冷水滩区 56. */
export interface DataValue {
  readonly name: string;
  readonly value: string;
}

/** All published words and numbers of an issue. */
export interface PublishedText {
  readonly parts: readonly TextPart[];
  readonly figures: readonly PrintedFigure[];
  readonly data: readonly DataValue[];
}

export interface RecordedCorrection {
  /** 2020-11-10 */
  readonly date: string;
  readonly what: string;
  readonly why: string;
  /** The editions before this correction are not shown, and their text is not stored. */
  readonly withheld: boolean;
}

/** One PDF of an edition: the same text printed by another browser is another printing. (印次) */
export interface Printing extends Edition {
  /** Browser and version of this program that printed it. */
  readonly by: string;
}

export interface RecordedPrinting extends Printing {
  /** The day on which it was recorded: 2020-11-08. */
  readonly date: string;
}

export interface EditionHead {
  /** 版次, from 1. */
  readonly number: number;
  /** The day of publication. */
  readonly published: string;
  /** SHA-256 of the text. */
  readonly digest: string;
  /** The corrections that this edition makes; none in the first. */
  readonly corrections: readonly RecordedCorrection[];
  /** Oldest first; at least one. */
  readonly printings: readonly RecordedPrinting[];
}

/** The facts of the bulletin as printed; later changes of `data/bulletin.yaml` do not alter an issue that is published. */
export interface PrintedFacts {
  readonly scope: string | undefined;
  readonly name: string;
  readonly issuer: string;
  readonly recipients: Recipients;
  readonly contacts: readonly Contact[];
}

export interface IssueRecord {
  /** `2020-15` */
  readonly issue: string;
  readonly facts: PrintedFacts;
  /** Newest first; at least one. */
  readonly editions: readonly EditionHead[];
}

/** Folder of the records, below the root. */
export const recordFolder = "data/published";
