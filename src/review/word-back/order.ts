/** Positions that break the rising order, found by the longest rising subsequence; values below 0 are ignored. */
export function outOfOrder(values: readonly number[]): ReadonlySet<number> {
  /** For each length, the index where the run of that length with the smallest last value ends. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [at, value] of values.entries()) {
    if (value < 0) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(at, ends[low - 1]);
    ends[low] = at;
  }
  const rising = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rising.add(at);
  return new Set([...before.keys()].filter((at) => !rising.has(at)));
}
