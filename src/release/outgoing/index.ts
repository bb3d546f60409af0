/** What goes out is looked through once more, whatever way it came in. (出站检查) */
export type { Leak, LastPassOptions } from "./last-pass.ts";
export { lookThrough } from "./look-through.ts";
export { leakProblems } from "./way-in.ts";
