import { PersonalTexts } from "./personal.ts";
import type { Problem, Severity } from "./problem.ts";
import type { SourceText } from "./source-text.ts";

const severityName: Record<Severity, string> = { error: "错误", warning: "提醒" };

/**
 * Sorts by file and place, drops duplicates, and masks personal text. `all`: every problem of the run, so that personal
 * texts found by problems not shown are masked too.
 */
export function inReadingOrder(problems: readonly Problem[], all: readonly Problem[] = problems): Problem[] {
  const seen = new Set<string>();
  const personal = new PersonalTexts(all);
  return problems
    .map((problem) => personal.masked(problem))
    .sort(
      (a, b) =>
        (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column,
    )
    .filter((problem) => {
      const key = `${at(problem)} ${problem.code} ${problem.message}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function at({ place }: Problem): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** One line a problem: `path:line:column message`, the form that editors and build logs turn into links. */
export function oneLine(problem: Problem): string {
  return `${at(problem)} ${severityName[problem.severity]}：${problem.message} [${problem.code}]`;
}

/** The offending line with a caret below it, two columns for each wide character. */
export function excerpt(problem: Problem, source: SourceText): string {
  const { line, column } = problem.place;
  const shown = source.line(line);
  if (shown.trim() === "") return "";
  const characters = [...shown];
  const from = Math.max(0, column - 41);
  const window = characters.slice(from, from + 76);
  const before = characters.slice(from, column - 1);
  const pad = before.map((character) => (isWide(character) ? "　" : " ")).join("");
  const gutter = String(line);
  const lead = from > 0 ? "…" : "";
  return `    ${gutter} │ ${lead}${window.join("").replaceAll("\t", " ")}\n    ${" ".repeat(gutter.length)} │ ${lead ? " " : ""}${pad}^\n`;
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x1100;
}

/** A mistake is often repeated down a file: from so many identical messages on, only the first is shown in full. */
const many = 4;

/** `others` have the same message in the same file. */
function folded(problems: readonly Problem[]): { problem: Problem; others: Problem[] }[] {
  const groups = new Map<string, Problem[]>();
  const order = new Map<Problem, number>();
  for (const [at, problem] of problems.entries()) {
    const key = `${problem.place.file} ${problem.severity} ${problem.code} ${problem.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
    order.set(problem, at);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first, ...others] = group;
      if (first === undefined) return [];
      return group.length < many ? group.map((problem) => ({ problem, others: [] })) : [{ problem: first, others }];
    })
    .sort((a, b) => (order.get(a.problem) ?? 0) - (order.get(b.problem) ?? 0));
}

/** Lines with something personal, which must not be quoted, as `file:line`. */
export function unquotable(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(problems.filter(({ sensitive }) => sensitive !== undefined && sensitive !== false).map(lineOf));
}

export const lineOf = ({ place }: Problem): string => `${place.file}:${place.line}`;

/**
 * The report for people: every problem with its place, the source line and how to mend it. `sources`: the texts by
 * file; a problem of a missing file has no excerpt. `all`: as for `inReadingOrder`.
 */
export function report(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, SourceText>,
  all: readonly Problem[] = problems,
): string {
  const silent = unquotable(all);
  const blocks = folded(inReadingOrder(problems, all)).map(({ problem, others }) => {
    const source = silent.has(lineOf(problem)) ? undefined : sources.get(problem.place.file);
    return (
      `${oneLine(problem)}\n` +
      (source === undefined ? "" : excerpt(problem, source)) +
      (problem.hint === undefined ? "" : `    改法：${problem.hint}\n`) +
      (others.length === 0
        ? ""
        : `    同样的还有 ${others.length} 处：${others.map(({ place }) => `${place.line}:${place.column}`).join("、")}\n`)
    );
  });
  return blocks.join("");
}

/** “3 处错误，1 处提醒” */
export function summary(problems: readonly Problem[]): string {
  const unique = inReadingOrder(problems);
  const errors = unique.filter((problem) => problem.severity === "error").length;
  const warnings = unique.length - errors;
  return (
    [errors > 0 ? `${errors} 处错误` : "", warnings > 0 ? `${warnings} 处提醒` : ""].filter(Boolean).join("，") ||
    "没有问题"
  );
}
