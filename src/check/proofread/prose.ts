/** The prose of an article as a copy editor reads it, made of its tree. */

import type { SourceText } from "../../base/problem/source-text.ts";
import {
  leaves,
  type ComputedBlock,
  type Inline,
  type TextBlock,
  type Block as TreeBlock,
} from "../../document/tree/tree.ts";
import type { Block, BlockKind } from "./block.ts";
import { readInline, type TypedText } from "./inline.ts";

/** An article as the proofreader takes it. Offsets are UTF-16 units of `source.text`. */
export interface Article {
  readonly source: SourceText;
  /** Where the body starts, behind the front matter. */
  readonly bodyStart: number;
  /** Ranges of front-matter values that are printed, such as 标题, as `[start, end)`. */
  readonly printedRanges: readonly (readonly [number, number])[];
  readonly body: readonly TreeBlock[];
}

/** Titles first, then paragraphs, headings, list items and table cells in order. */
export function readProse({ source: { text }, printedRanges, body }: Article): Block[] {
  const titles = printedRanges.map(([start, end]) => blockOf("title", stretch(text, ...unquoted(text, start, end))));
  return [...titles, ...body.flatMap((block) => blocksOf(block, text)).filter((block) => block.text !== "")];
}

/** A quoted YAML scalar without its quotes. */
function unquoted(text: string, start: number, end: number): [number, number] {
  const quote = text.charAt(start);
  const quoted = end - start >= 2 && (quote === '"' || quote === "'") && text.charAt(end - 1) === quote;
  return quoted ? [start + 1, end - 1] : [start, end];
}

function blocksOf(block: TreeBlock, text: string): Block[] {
  const quoted = block.within.includes("引文");
  const of = (kind: BlockKind, content: readonly Inline[], picture = false): Block => ({
    ...blockOf(kind, typedText(content, text)),
    picture: picture || leaves(content).some((piece) => piece.kind === "picture"),
    quoted,
  });
  switch (block.kind) {
    case "text":
      return [of(kindOf(block), block.content)];
    case "picture":
      return [of("paragraph", block.caption, true)];
    case "table":
      return [
        of("heading", block.title),
        of("heading", block.unit),
        ...block.rows.flatMap(({ cells }) => cells.map(({ content }) => of("cell", content))),
      ];
    case "computed":
      return typedPassages(block).map(([kind, typed]) => ({ ...blockOf(kind, typed), quoted }));
  }
}

/** Blocks set line by line, whose lines are no sentences. */
const setApart = new Set(["落款", "居中"]);

function kindOf({ role, content, within }: TextBlock): BlockKind {
  if (role === "item") return "item";
  if (role === "heading" || role === "letter-title" || setApart.has(within.at(-1) ?? "")) return "heading";
  // A paragraph set wholly in bold is a heading made by hand.
  const [only, more] = content;
  return more === undefined && only?.kind === "styled" && only.tag === "strong" ? "heading" : "paragraph";
}

function blockOf(kind: BlockKind, typed: TypedText): Block {
  return { kind, picture: false, quoted: false, ...readInline(typed) };
}

function stretch(text: string, start: number, end: number): TypedText {
  return { text: text.slice(start, end), offsets: Array.from({ length: end - start }, (_, at) => start + at) };
}

/** What was typed for a content, without the signs of Markdown around it: backslashes, references and expressions as they stand. */
function typedText(content: readonly Inline[], source: string): TypedText {
  let text = "";
  const offsets: number[] = [];
  for (const { kind, span } of leaves(content)) {
    if (kind === "picture" || kind === "marker") continue;
    const isLineEnd = kind === "line-end" || kind === "break";
    text += isLineEnd ? "\n" : source.slice(span.start, span.end);
    for (let at = span.start; at < (isLineEnd ? span.start + 1 : span.end); at++) offsets.push(at);
  }
  return { text, offsets };
}

/** What an editor typed into the settings of a table or chart; what stands in it that was not typed is one `{{}}`. */
function typedPassages({ result }: ComputedBlock): [BlockKind, TypedText][] {
  const { passages = [], behind = [] } = result ?? {};
  const seen = new Set<number>();
  return [...passages, ...behind].flatMap(({ pieces, part }): [BlockKind, TypedText][] => {
    let text = "";
    const offsets: number[] = [];
    let first: number | undefined;
    for (const piece of pieces) {
      const typedAt = piece.kind === "text" ? piece.typedAt : undefined;
      first ??= typedAt;
      const words = typedAt === undefined ? (text.endsWith("{{}}") ? "" : "{{}}") : piece.text;
      for (let at = 0; at < words.length; at++)
        offsets.push(typedAt === undefined ? (offsets.at(-1) ?? first ?? 0) : typedAt + at);
      text += words;
    }
    // The table behind a drawing says again what the drawing says.
    if (first === undefined || seen.has(first)) return [];
    seen.add(first);
    return [[part === "caption" ? "heading" : part === "note" ? "paragraph" : "cell", { text, offsets }]];
  });
}
