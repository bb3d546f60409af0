/** The smallest change that a reviewer made, and where it applies. */

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
  /** The paragraph; `undefined` for tables and for objects anchored to a paragraph. */
  readonly match: Match | undefined;
  readonly article: number | undefined;
  readonly unit: Unit | undefined;
  readonly edits: readonly Edit[];
  /** Offsets in the exported text. */
  readonly from: number;
  readonly to: number;
  readonly removed: string;
  readonly inserted: string;
  /** The tracked changes that it consists of. */
  readonly changes: readonly Change[];
  /** The whole paragraph was deleted. */
  readonly isGone: boolean;
  /** The paragraph mark was deleted, so that the next paragraph is appended. */
  readonly joins: boolean;
  readonly splice: Splice | undefined;
  /** Why it cannot be applied. */
  readonly refusal: string | undefined;
}
