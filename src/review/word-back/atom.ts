/** The smallest change that a reviewer made, and where it belongs. */

import type { Change } from "../../intake/word/read/model.ts";
import type { Edit } from "./groups.ts";
import type { Match } from "./match.ts";
import type { Unit } from "./units.ts";

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export interface Atom {
  /** The paragraph; `undefined` for tables and for what hangs on a paragraph. */
  readonly match: Match | undefined;
  readonly article: number | undefined;
  readonly unit: Unit | undefined;
  readonly edits: readonly Edit[];
  /** Offsets in the text as it was sent out. */
  readonly from: number;
  readonly to: number;
  readonly removed: string;
  readonly inserted: string;
  /** All changes of the file that it is made of. */
  readonly changes: readonly Change[];
  /** The whole paragraph is taken out. */
  readonly isGone: boolean;
  /** The paragraph's end is taken out, so that the next runs on. */
  readonly joins: boolean;
  readonly splice: Splice | undefined;
  /** Why it cannot be written. */
  readonly refusal: string | undefined;
}
