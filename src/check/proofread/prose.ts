import type { SourceText } from "../../base/problem/source-text.ts";
import type { Block } from "./block.ts";
import { cutBody, type Stretch } from "./body.ts";
import { readInline } from "./inline.ts";

/** A Markdown article as the proofreader takes it. Offsets are UTF-16 units of `source.text`. */
export interface Article {
  readonly source: SourceText;
  /** Where the body starts, behind the front matter. */
  readonly bodyStart: number;
  /** Ranges of front-matter values that are printed, such as 标题, as `[start, end)`. */
  readonly titleRanges?: readonly (readonly [number, number])[];
  /** Names of the `:::` blocks that are computed: their lines are settings, not prose. */
  readonly computedBlocks?: ReadonlySet<string>;
}

const INDENT = /^[ \t\u3000]*/;

/** The prose of an article: titles first, then its paragraphs, headings, list items and table cells in order. */
export function readProse(article: Article): Block[] {
  const { text } = article.source;
  const titles = (article.titleRanges ?? []).map(([start, end]) => blockOf(text, unquoted(text, start, end)));
  const body = cutBody(text, article.bodyStart, article.computedBlocks ?? new Set());
  return [...titles, ...body.map((stretch) => blockOf(text, stretch)).filter((block) => block.text !== "")];
}

/** A quoted YAML scalar without its quotes. */
function unquoted(text: string, start: number, end: number): Stretch {
  const quote = text.charAt(start);
  const quoted = end - start >= 2 && (quote === '"' || quote === "'") && text.charAt(end - 1) === quote;
  return { kind: "title", start: quoted ? start + 1 : start, end: quoted ? end - 1 : end };
}

function blockOf(text: string, stretch: Stretch): Block {
  const raw = text.slice(stretch.start, stretch.end);
  const lead = INDENT.exec(raw)?.[0].length ?? 0;
  const tail = raw.length - raw.trimEnd().length;
  const start = Math.min(stretch.start + lead, stretch.end);
  const end = Math.max(start, stretch.end - tail);
  // A paragraph set wholly in bold is a heading made by hand.
  const bold = stretch.kind === "paragraph" && /^\*\*[^*]+\*\*$/.test(text.slice(start, end));
  return { kind: bold ? "heading" : stretch.kind, ...readInline(text, start, end) };
}
