/**
 * What becomes of a key's value in the next issue (沿用). `retained` is what the office has settled and stays true; `advanced` follows by the
 * distance of the issues; `cleared` must be given anew, last issue's value beside it and 请核对, and no issue is built before; `left` belongs to
 * one issue alone.
 */
export type Carry = "retained" | "advanced" | "cleared" | "left";
