import type { Element } from "./element.ts";
import type { FileFacts } from "./file-facts.ts";
import type { Page } from "./page.ts";

/** A PDF as measured, the only input of the checks. (实测) */
export interface Measured {
  readonly pages: readonly Page[];
  /** All elements of the structure tree in document order; empty when the file is not tagged. */
  readonly elements: readonly Element[];
  readonly facts: FileFacts;
}
