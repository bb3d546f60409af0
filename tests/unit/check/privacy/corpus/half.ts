/** What both halves of the corpus of personal items are made of. */

export const KINDS = [
  "mobile",
  "telephone",
  "identity",
  "document",
  "bankCard",
  "plate",
  "address",
  "name",
  "account",
  "mail",
] as const;
export type Kind = (typeof KINDS)[number];

export interface CorpusHalf {
  /** Sentences by kind, each item in ⟦⟧. */
  readonly personal: Readonly<Record<Kind, readonly string[]>>;
  /** What looks like an item and is none. */
  readonly innocent: readonly string[];
}
