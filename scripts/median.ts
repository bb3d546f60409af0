export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** `0.93 s (0.90–1.10)` of milliseconds. */
export function spread(values: readonly number[]): string {
  const seconds = (value: number): string => (value / 1000).toFixed(2);
  return `${seconds(median(values))} s (${seconds(Math.min(...values))}–${seconds(Math.max(...values))}, ${values.length} runs)`;
}
