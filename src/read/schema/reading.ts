import type { Problem } from "../../base/problem/problem.ts";
import type { ParsedYaml } from "../source/yaml.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";

/** The result of reading: the value, unless there are errors, and all problems. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

export const failed = (problems: readonly Problem[]): Reading<never> => ({ value: undefined, problems });

/**
 * Reads a parsed text, reporting problems of the syntax and of the content together. If `check --fix` can correct all syntax problems,
 * the value is that of the corrected file.
 */
export function readParsed<T>(parsed: ParsedYaml, read: (yaml: LocatedYaml) => Reading<T>): Reading<T> {
  if (parsed.yaml !== undefined) return read(parsed.yaml);
  const { problems, rest } = parsed;
  if (rest === undefined) return failed(problems);
  const reading = read(rest);
  const isFixable = rest.isWhole && problems.every(({ fix }) => fix !== undefined);
  return { value: isFixable ? reading.value : undefined, problems: [...problems, ...reading.problems] };
}
