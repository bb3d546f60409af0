import type { Breakdown } from "../tally/tally.ts";

/**
 * The remark that print owes the reader where parts add up to more than the total; `undefined` where they do not.
 * Offices that leave it out get asked why their columns do not add up.
 */
export function remarkFor(breakdown: Breakdown): string | undefined {
  const { total, sum, dimension, measureWord } = breakdown;
  if (total === undefined || sum.value.compare(total.value) <= 0) return undefined;
  const cause = breakdown.overlapping
    ? `同一${total.measureWord || measureWord}可能涉及多个${dimension.name}`
    : measureWord === total.measureWord
      ? `几个${dimension.name}共有的，每个${dimension.name}都计一次`
      : `同一${total.measureWord}可能含有几${measureWord}`;
  return `${cause}，各${dimension.name}之和大于总数`;
}
