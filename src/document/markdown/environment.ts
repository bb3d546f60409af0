import type { Piece } from "../../compute/phrase/piece.ts";
import type { BlockEnvironment } from "./block.ts";
import type { PlaceEnvironment } from "./inline-places.ts";

/** The markdown-it environment, with data that belongs to the tokens. */
export interface Environment extends BlockEnvironment, PlaceEnvironment {
  readonly pieces: readonly (readonly Piece[] | undefined)[];
  readonly sources: readonly string[];
}
