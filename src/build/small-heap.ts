import { setFlagsFromString } from "node:v8";

/**
 * Percent by which the heap may outgrow what is in use before garbage is collected. Left to itself V8 lets it become four times as
 * large where the machine has the memory; at this size an archive of 1,000 issues takes some 2 % more time of this process.
 */
const growth = 70;

/** Fewer fill no memory, and are done sooner without. */
const manyIssues = 100;

/** For the build of an archive: the heap stays near what is in use, from the next collection on. */
export function keepHeapSmall(issues: number): void {
  if (issues < manyIssues) return;
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  // What V8 compiled is kept at the exit (`scripts/run-on-node-20.mjs`), and the next start takes it only if the flags are as at its own.
  process.prependOnceListener("exit", () => setFlagsFromString("--heap-growing-percent=0"));
}
