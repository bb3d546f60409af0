/** Levels of headings by the number at their start (GB/T 9704-2012 7.3.3): 一、 （一） 1. （1） */

const levels: readonly RegExp[] = [
  /^[一二三四五六七八九十百]+、/,
  /^（[一二三四五六七八九十百]+）/,
  /^\d{1,2}[.．](?!\d)/,
  /^（\d+）/,
];

/** The level from 1 to 4; `undefined` for a text without such a number. */
export function levelOf(text: string): number | undefined {
  const at = levels.findIndex((pattern) => pattern.test(text));
  return at < 0 ? undefined : at + 1;
}
