/** Comparisons with a limit: 至少, 不足, 超过 … (以上、以下 include the limit itself: 民法典第一千二百五十九条) */

/** Takes the sign of value − limit. */
export type Comparison = (sign: number) => boolean;

export const atLeast: Comparison = (sign) => sign >= 0;
export const above: Comparison = (sign) => sign > 0;
export const below: Comparison = (sign) => sign < 0;
export const atMost: Comparison = (sign) => sign <= 0;
export const equal: Comparison = (sign) => sign === 0;

/** By the word that editors write. */
export const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ["至少", atLeast],
  ["不足", below],
  ["超过", above],
  ["不超过", atMost],
  ["以上", atLeast],
  ["以下", atMost],
  ["高于", above],
  ["低于", below],
  ["多于", above],
  ["少于", below],
]);
