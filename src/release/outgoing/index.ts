/** The final check of everything that is published, whatever its source. (出站检查) */
export type { Leak, LastPassOptions } from "./last-pass.ts";
export { lookThrough } from "./look-through.ts";
export { leakProblems } from "./way-in.ts";
