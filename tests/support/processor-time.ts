/** How the work of something grows, whatever else the machine is doing. */

/** Milliseconds of the processor that this process spends on `work`. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A ratio that work which grows as its input does never reaches; other programs on the same core slow both measurements, but not alike. */
const suspicious = 6;

/**
 * How many times more four times as much takes: 4 where work is linear, 16 where it is quadratic. What takes no time at all is not
 * compared; what looks like more than linear is measured twice again, and the least counts.
 */
export function growth(work: (size: number) => void, size: number, leastMilliseconds = 10): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least > suspicious; attempt++) {
    const small = processorTime(() => work(size));
    const large = processorTime(() => work(4 * size));
    least = Math.min(least, large / Math.max(small, leastMilliseconds));
  }
  return least;
}
