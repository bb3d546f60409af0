/** Finds the separator of a file: a comma in proper CSV, while Excel and other systems also write tabs, semicolons and bars. */

import { plainHeading } from "./headings.ts";

export interface Separation {
  /** One character. */
  readonly separator: string;
  /** Offset of the first record: behind the line `sep=;` that Excel writes and reads. */
  readonly start: number;
}

export const commas: Separation = { separator: ",", start: 0 };

const candidates = [",", "\t", ";", "|"] as const;

/** Number of lines that are searched for the headings. */
const headLines = 40;

/** The separator that the file declares, else the one that yields the most known headings, else a comma. */
export function separationOf(text: string, known: ReadonlyMap<string, unknown>): Separation {
  const said = /^sep=([^\r\n"])\r?\n/i.exec(text);
  if (said?.[1] !== undefined) return { separator: said[1], start: said[0].length };
  const lines = text.split("\n", headLines);
  let best: { readonly separator: string; readonly score: number } = { separator: ",", score: 1 };
  for (const separator of candidates) {
    const score = Math.max(
      ...lines.map((line) => line.split(separator).filter((cell) => known.has(plainHeading(unquoted(cell)))).length),
    );
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, start: 0 };
}

const unquoted = (cell: string): string => cell.replace(/^\s*"|"\s*$/g, "");
