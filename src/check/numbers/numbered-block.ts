import type { Vocabulary } from "../../model/vocabulary.ts";
import type { ItemRun } from "./items.ts";
import type { NumberToken } from "./number-token.ts";
import type { RespectiveRow } from "./respective.ts";
import type { StatusWords } from "./status-words.ts";

/** A block that has numbers. */
export interface NumberedBlock {
  /** In order; at least one. */
  readonly tokens: readonly NumberToken[];
  /** Lists of counts among them. */
  readonly runs: readonly ItemRun[];
  /** Rows behind 分别. */
  readonly rows: readonly RespectiveRow[];
  readonly vocabulary: Vocabulary;
  readonly states: StatusWords;
}
