/** Shares of cases → the block of one measure, as if it had been typed. */

import Fraction from "fraction.js";
import type { CountBlock, CountLine, CrossGroup, Group, JointCount } from "../../model/count-sheet.ts";
import type { CaseLedger } from "../../model/ledger.ts";
import type { LedgerRequest, PlacedName } from "../../model/ledger-request.ts";
import type { Member } from "../../model/registry.ts";
import type { Dimension, Vocabulary } from "../../model/vocabulary.ts";
import { axesOf, blockSums, membersOn } from "./block-sums.ts";
import type { Axis, CrossSums } from "./block-sums.ts";
import type { JointShares } from "./joint-shares.ts";
import type { IsMeant, Shares } from "./shares.ts";

export function countBlock(
  request: LedgerRequest,
  shares: Shares,
  ledger: CaseLedger,
  vocabulary: Vocabulary,
): CountBlock {
  return new BlockWriter(request, shares).block(axesOf(ledger, vocabulary));
}

class BlockWriter {
  readonly #request: LedgerRequest;
  readonly #shares: Shares;

  constructor(request: LedgerRequest, shares: Shares) {
    this.#request = request;
    this.#shares = shares;
  }

  block(axes: readonly Axis[]): CountBlock {
    const { measure, asOf, since, batches, restarts, jointCounting, place } = this.#request;
    const sums = blockSums(this.#shares, axes, jointCounting);
    return {
      measure: measure.name,
      asOf,
      since,
      batches,
      restarts,
      total: this.#line("合计", undefined, sums.total, place, (_record, _units, done) => done === undefined),
      groups: axes.flatMap((axis, at): Group[] => {
        const lines = this.#lines(axis, sums.parts[at] ?? new Float64Array());
        return lines.length === 0 ? [] : [{ dimension: axis.dimension.name, lines, place: lines[0]?.place ?? place }];
      }),
      crosses: sums.crosses.map((cross) => this.#cross(cross)),
      joint: this.#joint(sums.joint),
      jointCounting,
      place,
    };
  }

  #lines(axis: Axis, sums: Float64Array): CountLine[] {
    return this.#named(axis.dimension).flatMap(({ label, member, place }) => {
      const value = sums[member.order] ?? 0;
      return value === 0 && !this.#request.listsZeros
        ? []
        : [this.#line(label, member, value, place, this.#isOf([axis, member]))];
    });
  }

  #cross({ rows, columns, cells }: CrossSums): CrossGroup {
    const width = columns.dimension.registry.members.length;
    const across = this.#named(columns.dimension);
    return {
      dimensions: [rows.dimension.name, columns.dimension.name],
      rows: this.#named(rows.dimension).flatMap((row) => {
        const lines = across.flatMap(({ label, member, place }) => {
          const value = cells[row.member.order * width + member.order] ?? 0;
          const isMeant = this.#isOf([rows, row.member], [columns, member]);
          return value === 0 ? [] : [this.#line(label, member, value, place, isMeant)];
        });
        return lines.length === 0 ? [] : [{ label: row.label, member: row.member, lines, place: row.place }];
      }),
      place: this.#request.place,
    };
  }

  #isOf(...places: readonly (readonly [axis: Axis, member: Member])[]): IsMeant {
    const { jointCounting } = this.#request;
    return (record, units, done) =>
      done === undefined &&
      places.every(([axis, member]) => membersOn(axis, record, units, jointCounting).includes(member));
  }

  /** The names that the issue gives, then all others in the order of the registry. */
  #named(dimension: Dimension): readonly PlacedName[] {
    const given = this.#request.names.get(dimension.name) ?? [];
    const named = new Set(given.map((name) => name.member));
    const others = dimension.registry.members
      .filter((member) => !named.has(member))
      .map((member) => ({ label: member.shortName, member, place: this.#request.place }));
    return [...given, ...others];
  }

  #line(
    label: string,
    member: Member | undefined,
    value: number,
    place: CountLine["place"],
    isMeant: IsMeant,
  ): CountLine {
    const shares = this.#shares;
    return {
      label,
      member,
      value: new Fraction(value).div(shares.scale),
      ...(shares.decimals === undefined ? {} : { decimals: shares.decimals }),
      place,
      get cases() {
        return shares.cases(isMeant);
      },
    };
  }

  #joint(joint: JointShares): JointCount[] {
    const { place } = this.#request;
    return joint.groups(this.#request.jointNames).map(({ key, units, completed, value }) => {
      const label = units.map((unit) => unit.label).join("、");
      const isMeant: IsMeant = (_record, members, done) => members.length > 1 && joint.key(members, done) === key;
      const count = this.#line(label, undefined, value, place, isMeant);
      return { units, unitCount: units.length, count, completed, place };
    });
  }
}
