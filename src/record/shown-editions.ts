import type { EditionHead } from "../model/issue-record.ts";

/** Newest first, down to the last correction that withholds the editions before it. */
export function shownEditions(editions: readonly EditionHead[]): readonly EditionHead[] {
  const last = editions.findIndex(({ corrections }) => corrections.some(({ withheld }) => withheld));
  return last < 0 ? editions : editions.slice(0, last + 1);
}
