/** One pass over the cases of a measure: the total, every breakdown and every cross of two. */

import type { JointCounting } from "../../model/count-sheet.ts";
import type { CaseLedger, CaseRecord, MemberColumn } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import type { Dimension, Vocabulary } from "../../model/vocabulary.ts";
import { JointShares } from "./joint-shares.ts";
import type { Shares } from "./shares.ts";

/** A dimension with the column that fills it. */
export interface Axis {
  readonly dimension: Dimension;
  readonly column: MemberColumn;
}

/** The dimensions for which the ledger has a column. That of joint cases comes first, so that it forms the rows of a cross breakdown. */
export function axesOf(ledger: CaseLedger, vocabulary: Vocabulary): Axis[] {
  return [...vocabulary.dimensions.values()]
    .flatMap((dimension) => {
      const column = [...ledger.columns].find(
        (other): other is MemberColumn => other.kind === "members" && other.dimension === dimension.name,
      );
      return column === undefined ? [] : [{ dimension, column }];
    })
    .sort((a, b) => Number(b.column.joint) - Number(a.column.joint));
}

/** The members of a dimension under which a case is counted. A joint case is counted under its units only if each of them counts it (各计). */
export function membersOn(
  { column }: Axis,
  record: CaseRecord,
  units: readonly Member[],
  counting: JointCounting,
): readonly Member[] {
  if (column.joint) return units.length > 1 && counting === "apart" ? [] : units;
  const cell = record.members[column.slot];
  if (!(cell instanceof Map)) return (cell as readonly Member[] | undefined) ?? [];
  return [...new Set([...(cell as ReadonlyMap<Member, readonly Member[]>).values()].flat())];
}

export interface CrossSums {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Row by row, in the orders of the two registries. */
  readonly cells: Float64Array;
}

interface BlockSums {
  readonly total: number;
  /** By axis, in the order of its registry. */
  readonly parts: readonly Float64Array[];
  readonly crosses: readonly CrossSums[];
  readonly joint: JointShares;
}

export function blockSums(shares: Shares, axes: readonly Axis[], counting: JointCounting): BlockSums {
  const size = ({ dimension }: Axis): number => dimension.registry.members.length;
  const parts = axes.map((axis) => new Float64Array(size(axis)));
  const crosses = axes.flatMap((rows, at) =>
    axes.slice(at + 1).map((columns, behind) => ({
      rows,
      columns,
      pair: [at, at + 1 + behind] as const,
      cells: new Float64Array(size(rows) * size(columns)),
    })),
  );
  const joint = new JointShares();
  let total = 0;
  shares.forEach((record, value, units, done) => {
    if (units.length > 1) joint.add(value, units, done);
    if (done !== undefined) return;
    total += value;
    const found = axes.map((axis) => membersOn(axis, record, units, counting));
    found.forEach((members, at) => {
      for (const { order } of members) add(parts[at], order, value);
    });
    for (const { pair, columns, cells } of crosses) {
      const width = size(columns);
      for (const row of found[pair[0]] ?? [])
        for (const column of found[pair[1]] ?? []) add(cells, row.order * width + column.order, value);
    }
  });
  return { total, parts, crosses, joint };
}

function add(sums: Float64Array | undefined, at: number, value: number): void {
  if (sums !== undefined) sums[at] = (sums[at] ?? 0) + value;
}
