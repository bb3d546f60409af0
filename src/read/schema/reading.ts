import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, ParsedYaml } from "../source/yaml.ts";

/** The outcome of reading one file: the value when it has no errors, and all that there is to say. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

export const failed = (problems: readonly Problem[]): Reading<never> => ({ value: undefined, problems });

/**
 * What a parsed text says. Where its form is wrong, what else is wrong with it is told at once; slips that `check --fix` mends leave a
 * value behind, the one that the mended file has.
 */
export function readParsed<T>(parsed: ParsedYaml, read: (yaml: LocatedYaml) => Reading<T>): Reading<T> {
  if (parsed.yaml !== undefined) return read(parsed.yaml);
  const { problems, rest } = parsed;
  if (rest === undefined) return failed(problems);
  const reading = read(rest);
  const isMendable = rest.isWhole && problems.every(({ fix }) => fix !== undefined);
  return { value: isMendable ? reading.value : undefined, problems: [...problems, ...reading.problems] };
}
