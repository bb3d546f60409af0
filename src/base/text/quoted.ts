/** Straight quotation marks around a whole text: YAML needs them, and editors type them elsewhere out of habit. */

const whole = /^(?<blank>\s*)(?<mark>["'])(?<inner>(?:(?!\k<mark>).)+)\k<mark>\s*$/su;

/** The range inside quotation marks that enclose the whole text; `undefined` where none do. */
export function insideQuotes(text: string): { readonly start: number; readonly end: number } | undefined {
  const { blank, inner } = whole.exec(text)?.groups ?? {};
  if (blank === undefined || inner === undefined) return undefined;
  return { start: blank.length + 1, end: blank.length + 1 + inner.length };
}
