/** What the gate finds. (个人信息) */

/** `sure`: nobody writes it by chance. `possible`: an editor has to look, and confirms it by name where it may be printed. */
export type Certainty = "sure" | "possible";

/** A personal item found in a text; positions are indices of that text. */
export interface PersonalItem {
  readonly start: number;
  readonly end: number;
  /** The item as the message may show it, most of it masked. */
  readonly shown: string;
  /** Default `sure`. */
  readonly certainty?: Certainty;
}
