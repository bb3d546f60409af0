/** A CSV file that an office's system wrote, as if it were a sheet. */

import type { Problem } from "../../problem/problem.ts";
import type { SourceText } from "../../problem/source-text.ts";
import { readCsv } from "../csv.ts";
import type { Sheet, SheetCell } from "./sheet.ts";

/** Places are lines and columns of the text, which need no other name. */
export function csvSheet(source: SourceText): { readonly sheet: Sheet; readonly problems: readonly Problem[] } {
  const rows = new Map<number, Map<number, SheetCell>>();
  const offsetsOf = new Map<number, readonly number[]>();
  const problems = readCsv(source, ({ cells, offsets }) => {
    const row = source.place(offsets[0] ?? 0).line;
    offsetsOf.set(row, [...offsets]);
    rows.set(
      row,
      new Map(
        cells.flatMap((text, at) =>
          text.trim() === "" ? [] : [[at + 1, { kind: "text", text }] as [number, SheetCell]],
        ),
      ),
    );
  });
  return {
    sheet: {
      name: source.file,
      rows,
      merges: [],
      from1904: false,
      place: (row, column) => source.place(offsetsOf.get(row)?.[column - 1] ?? source.lineStart(row)),
      label: () => "",
    },
    problems,
  };
}
