/**
 * How `npm run new` treats the value of a key (沿用). `retained` is copied, because it stays true; `advanced` is moved on by one issue;
 * `cleared` has to be entered anew, with the old value and 请核对 beside it; `left` is omitted, because it belongs to one issue.
 */
export type Carry = "retained" | "advanced" | "cleared" | "left";
