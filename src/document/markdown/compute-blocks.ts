/** Computes tables and charts, and stores the result of each block in its token. */

import { ComputedBlockError } from "../computed-block.ts";
import type { ComputedBlock, ComputedResult } from "../computed-block.ts";
import type { Placeholder } from "../../compute/phrase/phrase.ts";
import { piecesBetween, textPiece } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Scope } from "../../compute/tally/evaluate.ts";
import { ExpressionError, isUnread } from "../../model/expression/expression.ts";
import { error } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { close, open } from "./parsed-text.ts";
import type { Token } from "./tokens.ts";

/** Blocks computed from data (tables, charts), by name. */
export type ComputedBlocks = ReadonlyMap<string, ComputedBlock>;

interface Basis {
  readonly source: SourceText;
  /** Number of the first line of the body in the source, from 1. */
  readonly firstLine: number;
  readonly found: readonly Placeholder[];
  readonly pieces: readonly (readonly Piece[] | undefined)[];
  readonly scope: Scope | undefined;
  readonly computed: ComputedBlocks;
  /** Receives the errors of blocks. */
  readonly problems: Problem[];
}

export function computeBlocks(tokens: readonly Token[], basis: Basis): void {
  for (const token of tokens) {
    if (token.type !== "computed_block") continue;
    const start = basis.source.lineStart(basis.firstLine + (token.map?.[0] ?? 0));
    token.meta = { start, name: token.info, result: resultOf(token, start, basis) };
  }
}

function resultOf(token: Token, start: number, basis: Basis): ComputedResult | undefined {
  const { source, firstLine, pieces, scope, computed, problems } = basis;
  const run = computed.get(token.info);
  if (run === undefined || scope === undefined) return undefined;
  const line = firstLine + (token.map?.[0] ?? 0);
  // Expressions may occur in the names of columns: 截至{{交办.截至 | 月日}}=交办.
  const marks = [...token.content.matchAll(new RegExp(`${open}(\\d+)${close}`, "g"))];
  if (marks.some(([, index]) => pieces[Number(index)] === undefined)) return undefined;
  const argument = typedPieces(token.content, start + markerLength(source.text.slice(start), token.info), basis);
  try {
    const lines = (token.meta as { lines: string[] }).lines.map((text, at) =>
      typedPieces(text, source.lineStart(line + 1 + at), basis),
    );
    return run(argument, lines, scope);
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    if (!isUnread(fault))
      problems.push(error(fault.code, placeInBlock(fault, argument, source, line), fault.message, fault.hint));
    return undefined;
  }
}

/** The pieces of a line of settings, with their offsets in the source. */
function typedPieces(line: string, lineStart: number, { found, pieces }: Basis): Piece[] {
  // If an expression extends over several lines, the last of them starts after its end.
  let at = found.find(({ start, end }) => start < lineStart && end > lineStart)?.end ?? lineStart;
  return line.split(close).flatMap((part) => {
    const [text = "", index] = part.split(open);
    const words = text === "" ? [] : [textPiece(text, at)];
    at = index === undefined ? at : (found[Number(index)]?.end ?? at);
    return index === undefined ? words : [...words, ...(pieces[Number(index)] ?? [])];
  });
}

/** The length of `::: 表格 `, up to the argument. */
function markerLength(line: string, name: string): number {
  const behind = line.indexOf(name) + name.length;
  return behind + (/^[ \t]*/.exec(line.slice(behind))?.[0].length ?? 0);
}

/** The place of an error. `line`: the line of the marker; `argument`: the text after the marker. */
function placeInBlock(fault: ExpressionError, argument: readonly Piece[], source: SourceText, line: number): Place {
  const within = fault instanceof ComputedBlockError ? fault.line : 0;
  if (within > 0) return source.place(source.lineStart(line + within) + fault.span.start);
  const [piece] = piecesBetween(argument, fault.span.start, fault.span.start + 1);
  const first = piece?.kind === "text" ? piece.typedAt : undefined;
  return source.place(first ?? source.lineStart(line) + fault.span.start);
}
