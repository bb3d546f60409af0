/** Case numbers (受理编号) in running text. */

export interface CaseNumber {
  readonly number: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
  /** The year in the number, if it looks like one. */
  readonly year: number | undefined;
}

/**
 * Letters for source (D a call, X a letter) and place around the number of the team, then year or date and a running
 * number: `D1YZ202000131`, `X3HB202406020025`. A `*` that marks key cases is not part of it.
 */
const pattern = /(?<![A-Za-z0-9])[A-Z]{1,3}\d{0,2}[A-Z]{0,4}(\d{8,16})(?![A-Za-z0-9])/g;

export function caseNumbers(text: string): CaseNumber[] {
  return [...text.matchAll(pattern)].map((match) => {
    const year = Number(match[1]?.slice(0, 4));
    return { number: match[0], start: match.index, year: year >= 1990 && year < 2100 ? year : undefined };
  });
}
