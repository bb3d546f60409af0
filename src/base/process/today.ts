/** The day in the offices' own time, wherever the machine stands: 2020-11-08 */
export function today(now = new Date()): string {
  return new Date(now.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
