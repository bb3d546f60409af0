/** Straight quotation marks around a whole text, as YAML needs them: out of habit they are typed where it is not YAML. */

const whole = /^(?<blank>\s*)(?<mark>["'])(?<inner>(?:(?!\k<mark>).)+)\k<mark>\s*$/su;

/** Where the text begins and ends that such marks stand around; `undefined` where they do not stand around all of it. */
export function insideQuotes(text: string): { readonly start: number; readonly end: number } | undefined {
  const { blank, inner } = whole.exec(text)?.groups ?? {};
  if (blank === undefined || inner === undefined) return undefined;
  return { start: blank.length + 1, end: blank.length + 1 + inner.length };
}
