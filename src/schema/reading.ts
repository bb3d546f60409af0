import type { Problem } from "../problem/problem.ts";

/** The outcome of reading one file: the value when it has no errors, and all that there is to say. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

export const failed = (problems: readonly Problem[]): Reading<never> => ({ value: undefined, problems });
