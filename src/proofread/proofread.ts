import type { Fix, Problem } from "../problem/problem.ts";
import type { SourceText } from "../problem/source-text.ts";
import { sourceRange, type Block } from "./block.ts";
import { PROSE_RULES } from "./catalogue.ts";
import { problemOf, type Levels } from "./levels.ts";
import { readProse, type Article } from "./prose.ts";
import { splice } from "./splice.ts";
import type { Context, Edit, Finding, TermRule } from "./rule.ts";
import { characterRules } from "./rules/characters.ts";

export interface ProofreadOptions {
  /** The level of a rule where it differs from the rule's own. */
  readonly levels?: Levels;
  /** The office's term list. */
  readonly terms?: readonly TermRule[];
}

/** Reads an article as a copy editor does; the problems come in the order of the text. */
export function proofread(article: Article, options: ProofreadOptions = {}): Problem[] {
  const { source } = article;
  const blocks = readProse(article);
  const found: { offset: number; problem: Problem }[] = [];
  const levels = options.levels ?? {};
  for (const rule of characterRules) {
    for (const finding of rule.scan(source)) {
      const problem = problemOf(rule, levels, source, finding.start, {
        ...finding,
        fix: fixOf(source, finding.edits ?? []),
      });
      if (problem) found.push({ offset: finding.start, problem });
    }
  }
  blocks.forEach((block, index) => {
    const context: Context = { blocks, index, terms: options.terms ?? [] };
    for (const rule of PROSE_RULES) {
      if (levels[rule.id] === "off") continue;
      for (const finding of rule.find(block, context)) {
        const [offset] = sourceRange(block, finding.start, finding.start);
        const problem = problemOf(rule, levels, source, offset, { ...finding, fix: blockFix(source, block, finding) });
        if (problem) found.push({ offset, problem });
      }
    }
  });
  return found.sort((a, b) => a.offset - b.offset).map(({ problem }) => problem);
}

/** The finding's mend in terms of the source; none where Markdown's own signs lie inside an edit. */
function blockFix(source: SourceText, block: Block, { edits }: Finding): Fix | undefined {
  const moved = (edits ?? []).map((edit): Edit | undefined => {
    const [start, end] = sourceRange(block, edit.start, edit.end);
    return end - start === edit.end - edit.start ? { start, end, replacement: edit.replacement } : undefined;
  });
  const whole = moved.filter((edit) => edit !== undefined);
  return whole.length === moved.length ? fixOf(source, whole) : undefined;
}

/** Several edits as one replacement of the stretch they span. */
function fixOf({ text }: SourceText, edits: readonly Edit[]): Fix | undefined {
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - first.start, end: edit.end - first.start }));
  return { start: first.start, end: last.end, replacement: splice(text.slice(first.start, last.end), moved) };
}
