/** Today in the office's time zone, whatever the machine's: 2020-11-08 */
export function today(now = new Date()): string {
  return new Date(now.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
