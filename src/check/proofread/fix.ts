import type { Fix, Problem } from "../../base/problem/problem.ts";
import { SourceText } from "../../base/problem/source-text.ts";
import { splice } from "../../base/problem/splice.ts";

/** One line before and after, for the editor to see. */
export interface Change {
  /** From 1, in the text before. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The codes of the problems mended in the line, each once. */
  readonly codes: readonly string[];
}

export interface FixResult {
  readonly text: string;
  readonly changes: readonly Change[];
  /** Problems whose fix overlapped another's; run the check again to mend them. */
  readonly skipped: readonly Problem[];
}

/**
 * Makes the fixes of the problems of **one** file. Where two overlap the earlier wins. Nothing but the ranges of the
 * fixes changes, and a fix never changes the number of lines in what is shown: line ends inside one are refused.
 */
export function applyFixes(source: SourceText, problems: readonly Problem[]): FixResult {
  const accepted: { edit: Fix; code: string }[] = [];
  const skipped: Problem[] = [];
  const taken = new Set<number>();
  for (const problem of problems.filter(({ fix }) => fix !== undefined).sort(byStart)) {
    const edits = problem.fix ? smallest(source.text, problem.fix) : [];
    const breaks = edits.some((edit) => /[\r\n]/.test(source.text.slice(edit.start, edit.end) + edit.replacement));
    const offsets = edits.flatMap(covered);
    if (breaks || offsets.some((offset) => taken.has(offset))) skipped.push(problem);
    else {
      for (const offset of offsets) taken.add(offset);
      for (const edit of edits) accepted.push({ edit, code: problem.code });
    }
  }
  accepted.sort((a, b) => a.edit.start - b.edit.start);
  const text = splice(
    source.text,
    accepted.map(({ edit }) => edit),
  );
  return { text, changes: changesOf(source, text, accepted), skipped };
}

function byStart(a: Problem, b: Problem): number {
  return (a.fix?.start ?? 0) - (b.fix?.start ?? 0);
}

/** The offsets an edit claims: those it replaces, or the one it inserts before. */
function covered({ start, end }: Fix): number[] {
  return Array.from({ length: Math.max(1, end - start) }, (_, index) => start + index);
}

/** `accepted` is in order, so the lines are counted once through. */
function changesOf(source: SourceText, text: string, accepted: readonly { edit: Fix; code: string }[]): Change[] {
  const mended = new SourceText(source.file, text);
  const codes = new Map<number, Set<string>>();
  let line = 1;
  for (const { edit, code } of accepted) {
    while (line < source.lineCount && source.lineStart(line + 1) <= edit.start) line += 1;
    codes.set(line, (codes.get(line) ?? new Set()).add(code));
  }
  return [...codes].map(([number, names]) => ({
    line: number,
    before: source.line(number),
    after: mended.line(number),
    codes: [...names],
  }));
}

/**
 * A fix as the smallest edits with the same result, where that is plain: a fix that only deletes, or that replaces
 * character for character. So a paragraph-wide removal of spaces does not stand in the way of a comma in its midst.
 */
function smallest(text: string, fix: Fix): Fix[] {
  const old = text.slice(fix.start, fix.end);
  if (old.length === fix.replacement.length) return substitutions(old, fix);
  return deletions(old, fix) ?? [fix];
}

function substitutions(old: string, fix: Fix): Fix[] {
  const edits: Fix[] = [];
  for (let unit = 0; unit < old.length; unit += 1) {
    const replacement = fix.replacement.charAt(unit);
    if (replacement !== old.charAt(unit))
      edits.push({ start: fix.start + unit, end: fix.start + unit + 1, replacement });
  }
  return edits;
}

function deletions(old: string, fix: Fix): Fix[] | undefined {
  const edits: Fix[] = [];
  let kept = 0;
  for (let unit = 0; unit < old.length; unit += 1) {
    if (kept < fix.replacement.length && old.charAt(unit) === fix.replacement.charAt(kept)) kept += 1;
    else edits.push({ start: fix.start + unit, end: fix.start + unit + 1, replacement: "" });
  }
  return kept === fix.replacement.length ? edits : undefined;
}
