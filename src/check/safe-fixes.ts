/** Which mends of a file are safe beside the errors that only a person can mend. */

import type { Problem } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";

export interface SortedFixes {
  /** Problems of the file whose mends are safe to make. */
  readonly safe: readonly Problem[];
  /** Which mends are left for later and why, in Chinese. */
  readonly kept: readonly string[];
}

/** Errors that say nothing sure of what follows them: what is text there, and what is not. */
const spreading = /^(?:block|cut-by-comment|front-matter|yaml-.*|indentation|list-dash|missing-colon)$/;

/**
 * `problems` may be of any files. In prose a sign that is wrong as it stands (a brace, a picture) would be taken for text and made
 * worse: nothing is mended in a paragraph that has such an error, and nothing at all where an error may reach beyond its paragraph.
 */
export function sortedOut(source: SourceText, problems: readonly Problem[]): SortedFixes {
  const { file } = source;
  const own = problems.filter(({ place }) => place.file === file);
  const fixable = own.filter(({ fix }) => fix !== undefined);
  const errors = own.filter(({ severity, fix }) => severity === "error" && fix === undefined);
  if (!/\.(md|markdown)$/i.test(file)) return { safe: fixable, kept: [] };
  const widest = errors.find(({ code }) => spreading.test(code));
  if (widest !== undefined) {
    const line = `${file}：第 ${widest.place.line} 行有错误，改好以后再自动改这一篇的标点`;
    return { safe: [], kept: fixable.length === 0 ? [] : [line] };
  }
  const broken = errors.map(({ place: { line } }) => ({ line, ...paragraphAround(source, line) }));
  const beside = (problem: Problem): (typeof broken)[number] | undefined =>
    broken.find(({ start, end }) => problem.fix !== undefined && problem.fix.start < end && problem.fix.end >= start);
  const lines = new Set(fixable.flatMap((problem) => beside(problem)?.line ?? []));
  return {
    safe: fixable.filter((problem) => beside(problem) === undefined),
    kept: [...lines].map((line) => `${file}：第 ${line} 行有错误，改好以后再自动改这一段的标点`),
  };
}

/** Offsets of the lines around line `line` (from 1) up to the next blank ones. */
function paragraphAround(source: SourceText, line: number): { readonly start: number; readonly end: number } {
  const isBlank = (at: number): boolean => source.line(at).trim() === "";
  let first = line;
  let last = line;
  while (first > 1 && !isBlank(first - 1)) first--;
  while (last < source.lineCount && !isBlank(last + 1)) last++;
  return { start: source.lineStart(first), end: source.lineStart(last + 1) };
}
