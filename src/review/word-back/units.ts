/** The texts of an issue as exported paragraphs, each with its source positions. */

import type { Article } from "../../model/issue.ts";
import { placeholders } from "../../compute/phrase/phrase.ts";
import type { Placeholder } from "../../compute/phrase/phrase.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import { computedBlocks } from "../../document/computed-blocks.ts";
import { fillFront } from "../../document/front-text.ts";
import { readTree } from "../../document/tree/read-tree.ts";
import { contentText, inlineText, leaves } from "../../document/tree/tree.ts";
import type { Block, Inline } from "../../document/tree/tree.ts";
import { withoutBreaks } from "../../base/text/word-marks.ts";
import { align } from "./align.ts";
import type { Typed } from "./align.ts";

/** The output of an expression, within a unit's text. */
export interface PrintedExpression {
  readonly from: number;
  readonly to: number;
  readonly placeholder: Placeholder;
  readonly pieces: readonly Piece[];
}

type Lines = readonly [start: number, end: number];

export interface Unit {
  /** `title`, `b12`, `b12r1c2`, as in the bookmarks. */
  readonly part: string;
  /** Its role on the page: a heading, a line of a signature, a cell. */
  readonly role: string;
  readonly text: string;
  /** Offsets at which a line break was typed. */
  readonly breaks: readonly number[];
  readonly typed: readonly (Typed | undefined)[];
  readonly expressions: readonly PrintedExpression[];
  /** Its offset in the file. */
  readonly place: number;
  /** Offsets of the whole lines that contain it; `undefined` where no further paragraph can be inserted. */
  readonly lines: Lines | undefined;
  /** The lines to delete with all of its words; `undefined` where it cannot be deleted. */
  readonly removal: Lines | undefined;
}

export interface ArticleParts {
  readonly article: Article;
  /** With the expressions of its head filled in. */
  readonly filled: Article;
  readonly blocks: readonly Block[];
}

export function partsOf(article: Article, scope: Scope | undefined): ArticleParts {
  return {
    article,
    filled: fillFront(article, scope).article,
    blocks: readTree(article.source, article.bodyStart, scope, computedBlocks),
  };
}

/** In page order. */
export function unitsOf(parts: ArticleParts): Unit[] {
  const front = new Map(frontUnits(parts).map((unit) => [unit.part, unit]));
  const of = (...names: readonly string[]): Unit[] => names.flatMap((name) => front.get(name) ?? []);
  return [...of("note", "title", "subtitle", "author"), ...bodyUnits(parts), ...of("credit")];
}

/** In the order of `printedRanges`. */
const fields = [
  ["title", "title"],
  ["subtitle", "subtitle"],
  ["editorsNote", "note"],
  ["credit", "credit"],
  ["author", "author"],
] as const;

/** Printed around a value without having been typed. */
const around: Readonly<Record<string, readonly [before: string, after: string]>> = {
  subtitle: ["——", ""],
  credit: ["（", "供稿）"],
};

function frontUnits({ article, filled }: ArticleParts): Unit[] {
  const present = fields.filter(([field]) => article[field] !== undefined);
  return present.map(([field, part], at): Unit => {
    const [start, end] = article.printedRanges[at] ?? [0, 0];
    const value = withoutBreaks(filled[field]?.value ?? "");
    const [before, after] = around[part] ?? ["", ""];
    const nothing = (text: string): undefined[] => Array.from(text.split(""), () => undefined);
    const typed = align(value, article.source.text, start, end);
    return {
      part,
      role: part,
      text: before + value + after,
      breaks: [],
      typed: [...nothing(before), ...typed, ...nothing(after)],
      expressions: [],
      place: start,
      lines: undefined,
      removal: part === "title" ? undefined : lineOf(article.source, start, end),
    };
  });
}

function bodyUnits({ article: { source, bodyStart }, blocks }: ArticleParts): Unit[] {
  const { found } = placeholders(source.text, bodyStart);
  const units: Unit[] = [];
  const add = (
    part: string,
    role: string,
    content: readonly Inline[],
    from: number,
    lines: Lines | undefined,
  ): void => {
    const pieces = leaves(content);
    const typed = pieces.flatMap((piece) => typedOf(piece, source.text));
    const expressions: PrintedExpression[] = [];
    let at = 0;
    for (const piece of pieces) {
      const { length } = withoutBreaks(inlineText(piece));
      const placeholder = piece.kind === "phrase" ? found[piece.index] : undefined;
      if (piece.kind === "phrase" && placeholder !== undefined)
        expressions.push({ from: at, to: at + length, placeholder, pieces: piece.pieces });
      at += length;
    }
    units.push({
      part,
      role,
      text: withoutBreaks(contentText(content)),
      breaks: breaksIn(contentText(content)),
      typed,
      expressions,
      place: typed[0]?.start ?? from,
      lines,
      removal: lines ?? (role.startsWith("signature") ? ownLine(source, typed) : undefined),
    });
  };
  for (const [index, block] of blocks.entries()) {
    const part = `b${index}`;
    const from = source.lineStart(block.lines[0]);
    const to = source.lineStart(block.lines[1]);
    switch (block.kind) {
      case "text": {
        // All lines of a signature are one paragraph of the source.
        const lines: Lines | undefined =
          block.role === "signature" || block.role === "letter-title" ? undefined : [from, to];
        add(part, [block.role, ...block.within].join(" "), block.content, from, lines);
        break;
      }
      case "picture":
        add(`${part}p`, "caption", block.caption, from, undefined);
        break;
      case "table":
        if (block.title.length > 0) add(`${part}t`, "caption", block.title, from, undefined);
        if (block.unit.length > 0) add(`${part}u`, "caption", block.unit, from, undefined);
        for (const [row, { cells }] of block.rows.entries()) {
          const start = source.lineStart(block.lines[0] + (row === 0 ? 0 : row + 1));
          for (const [column, { content }] of cells.entries())
            add(`${part}r${row}c${column}`, "cell", content, start, undefined);
        }
        break;
      case "computed":
        break;
    }
  }
  return units;
}

/** Source positions of the characters of a piece. */
function typedOf(piece: ReturnType<typeof leaves>[number], source: string): Typed[] {
  const text = withoutBreaks(inlineText(piece));
  const { start, end } = piece.span;
  if (piece.kind === "phrase") return Array.from(text.split(""), () => ({ start, end, expression: piece.index }));
  // Escapes, entities and line ends differ from their output; after an item's number a blank is printed.
  const isTyped = source.startsWith(text, start);
  return Array.from(text.split(""), (_, at) => ({
    start: isTyped ? start + at : start,
    end: isTyped ? start + at + 1 : end,
    expression: undefined,
  }));
}

/** The line of a value alone on its line: 作者: 张三 */
function lineOf(source: SourceText, start: number, end: number): Lines | undefined {
  const { line } = source.place(start);
  const lines: Lines = [source.lineStart(line), source.lineStart(line + 1)];
  const [before, after] = [source.text.slice(lines[0], start), source.text.slice(end, lines[1])];
  return end <= lines[1] && /^[^\s:]+:\s*["']?$/.test(before) && /^["']?\s*$/.test(after) ? lines : undefined;
}

/** The line of these words, if it contains nothing else. */
function ownLine(source: SourceText, typed: readonly (Typed | undefined)[]): Lines | undefined {
  const [start, end] = [typed[0]?.start, typed.at(-1)?.end];
  if (start === undefined || end === undefined) return undefined;
  const { line } = source.place(start);
  const lines: Lines = [source.lineStart(line), source.lineStart(line + 1)];
  return source.text.slice(...lines).trim() === source.text.slice(start, end) ? lines : undefined;
}

function breaksIn(text: string): number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => withoutBreaks(text.slice(0, index)).length);
}
