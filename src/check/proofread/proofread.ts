import type { Fix, Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { sourceRange, type Block } from "./block.ts";
import type { Term } from "../../model/bulletin.ts";
import { proseRules } from "../catalogue.ts";
import { problemOf, type Levels, type RuleInfo } from "../rule.ts";
import { readProse, type Article } from "./prose.ts";
import { Protection, protectedSpans } from "./protected.ts";
import { splice } from "../../base/problem/splice.ts";
import type { Context, Edit, Finding } from "./rule.ts";
import { characterRules } from "./rules/characters.ts";

export interface ProofreadOptions {
  /** The level of a rule where it differs from the rule's own. */
  readonly levels?: Levels;
  /** The office's term list. */
  readonly terms?: readonly Term[];
}

/** More findings than an editor can read; the bound keeps a hostile file cheap. */
const MOST = 2000;

/** A finding with its place in the source. */
interface Located {
  readonly rule: RuleInfo;
  readonly finding: Finding;
  readonly offset: number;
  /** Where the finding was made in prose. */
  readonly block?: Block;
}

/** Reads an article as a copy editor does; the problems come in the order of the text, at most the first 2000. */
export function proofread(article: Article, options: ProofreadOptions = {}): Problem[] {
  const { source } = article;
  const levels = options.levels ?? {};
  const guard = new Protection(protectedSpans(source.text, article.bodyStart));
  return [...inCharacters(source), ...inProse(article, options)]
    .filter(({ rule }) => levels[rule.id] !== "off")
    .sort((a, b) => a.offset - b.offset)
    .slice(0, MOST)
    .flatMap(({ rule, finding, offset, block }) => {
      const edits = (block ? sourceEdits(block, finding) : finding.edits) ?? [];
      const isSafe = block?.quoted !== true && !edits.some((edit) => guard.isTouchedBy(edit));
      const fix = isSafe ? fixOf(source, edits) : undefined;
      return problemOf(rule, levels, source, offset, { ...finding, fix }) ?? [];
    });
}

/** A data file: nothing in it is prose, yet its names are printed too. */
export function proofreadCharacters(source: SourceText, levels: Levels = {}): Problem[] {
  return inCharacters(source).flatMap(
    ({ rule, finding, offset }) =>
      problemOf(rule, levels, source, offset, { ...finding, fix: fixOf(source, finding.edits ?? []) }) ?? [],
  );
}

function inCharacters(source: SourceText): Located[] {
  return characterRules.flatMap((rule) =>
    rule.find(source).map((finding) => ({ rule, finding, offset: finding.start })),
  );
}

function inProse(article: Article, options: ProofreadOptions): Located[] {
  const blocks = readProse(article);
  const terms = options.terms ?? [];
  return blocks.flatMap((block, index) => {
    const context: Context = { blocks, index, terms };
    return proseRules.flatMap((rule) =>
      rule.find(block, context).map((finding) => {
        const [offset] = sourceRange(block, finding.start, finding.start);
        return { rule, finding, offset, block };
      }),
    );
  });
}

/** The finding's edits in terms of the source; none where Markdown's own signs lie inside one. */
function sourceEdits(block: Block, { edits }: Finding): Edit[] | undefined {
  const moved = (edits ?? []).map((edit): Edit | undefined => {
    const [start, end] = sourceRange(block, edit.start, edit.end);
    return end - start === edit.end - edit.start ? { start, end, replacement: edit.replacement } : undefined;
  });
  const whole = moved.filter((edit) => edit !== undefined);
  return whole.length === moved.length ? whole : undefined;
}

/** Several edits as one replacement of the stretch they span. */
function fixOf({ text }: SourceText, edits: readonly Edit[]): Fix | undefined {
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - first.start, end: edit.end - first.start }));
  return { start: first.start, end: last.end, replacement: splice(text.slice(first.start, last.end), moved) };
}
