import type { Piece } from "../../compute/phrase/piece.ts";
import type { BlockEnvironment } from "./block.ts";
import type { PlaceEnvironment } from "./inline-places.ts";

/** What a parse leaves for whatever is made of its tokens. */
export interface Environment extends BlockEnvironment, PlaceEnvironment {
  readonly pieces: readonly (readonly Piece[] | undefined)[];
  readonly sources: readonly string[];
}
