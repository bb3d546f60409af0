/** How the work of something grows, whatever else the machine is doing. */

/** Milliseconds of the processor that this process spends on `work`. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times more four times as much takes: 4 where work is linear, 16 where it is quadratic. What takes no time at all is not compared. */
export function growth(work: (size: number) => void, size: number, leastMilliseconds = 10): number {
  const small = processorTime(() => work(size));
  const large = processorTime(() => work(4 * size));
  return large / Math.max(small, leastMilliseconds);
}
