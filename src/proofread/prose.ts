import type { SourceText } from "../problem/source-text.ts";
import type { Block, BlockKind } from "./block.ts";
import { readInline } from "./inline.ts";

/** A Markdown article as the proofreader takes it. Offsets are UTF-16 units of `source.text`. */
export interface Article {
  readonly source: SourceText;
  /** Where the body starts, behind the front matter. */
  readonly bodyStart: number;
  /** Ranges of front-matter values that are printed, such as 标题, as `[start, end)`. */
  readonly titleRanges?: readonly (readonly [number, number])[];
}

interface Open {
  kind: BlockKind;
  start: number;
  end: number;
}

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const QUOTE = /^(?:[ \t]*>[ \t]?)+/;
const HEADING = /^[ \t]*#{1,6}[ \t]+/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const RULE = /^[ \t]*(?:-[- \t]*|\*[* \t]*|_[_ \t]*|=+[ \t]*)$/;
const CONTAINER = /^[ \t]*:{3,}/;
const REFERENCE = /^[ \t]*\[[^\]^][^\]]{0,200}\]:[ \t]/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-[-:| \t]*$/;
const INDENT = /^[ \t\u3000]*/;

/** The prose of an article: titles first, then its paragraphs, headings, list items and table cells in order. */
export function readProse(article: Article): Block[] {
  const { text } = article.source;
  const titles = (article.titleRanges ?? []).map(([start, end]) => blockOf(text, unquoted(text, start, end)));
  return [...titles, ...new BodyReader(text, article.bodyStart).read()];
}

/** A quoted YAML scalar without its quotes. */
function unquoted(text: string, start: number, end: number): Open {
  const quote = text.charAt(start);
  const quoted = end - start >= 2 && (quote === '"' || quote === "'") && text.charAt(end - 1) === quote;
  return { kind: "title", start: quoted ? start + 1 : start, end: quoted ? end - 1 : end };
}

function blockOf(text: string, open: Open): Block {
  const raw = text.slice(open.start, open.end);
  const lead = INDENT.exec(raw)?.[0].length ?? 0;
  const tail = raw.length - raw.trimEnd().length;
  const start = Math.min(open.start + lead, open.end);
  const end = Math.max(start, open.end - tail);
  // A paragraph set wholly in bold is a heading made by hand.
  const bold = open.kind === "paragraph" && /^\*\*[^*]+\*\*$/.test(text.slice(start, end));
  return { kind: bold ? "heading" : open.kind, ...readInline(text, start, end) };
}

/** Cuts a body into blocks, line by line. Code, `:::` markers, rules and link definitions belong to no block. */
class BodyReader {
  readonly #text: string;
  readonly #blocks: Block[] = [];
  #at: number;
  #open: Open | undefined;
  #fence: string | undefined;
  #comment = false;
  #table = false;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  read(): Block[] {
    while (this.#at < this.#text.length) {
      const newline = this.#text.indexOf("\n", this.#at);
      const end = newline < 0 ? this.#text.length : newline;
      this.#line(this.#at, end);
      this.#at = end + 1;
    }
    this.#close();
    return this.#blocks;
  }

  #line(lineStart: number, end: number): void {
    const start = lineStart + (QUOTE.exec(this.#text.slice(lineStart, end))?.[0].length ?? 0);
    const line = this.#text.slice(start, end).trimEnd();
    if (this.#skipped(line)) return;
    const marker = (HEADING.exec(line) ?? ITEM.exec(line))?.[0].length;
    if (line === "") this.#close();
    else if (this.#open && TABLE_RULE.test(line) && line.includes("|")) this.#head();
    else if (RULE.test(line)) this.#rule(line);
    else if (CONTAINER.test(line) || REFERENCE.test(line)) this.#close();
    else if (this.#table || line.trimStart().startsWith("|")) this.#row(start, start + line.length);
    else if (HEADING.test(line)) {
      this.#close();
      this.#push({ kind: "heading", start: start + (marker ?? 0), end: start + line.replace(/[ \t]#+$/, "").length });
    } else if (marker !== undefined) {
      this.#close();
      this.#open = { kind: "item", start: start + marker, end: start + line.length };
    } else if (this.#open) this.#open.end = start + line.length;
    else this.#open = { kind: "paragraph", start, end: start + line.length };
  }

  /** Whether the line is fenced code or inside a comment of several lines. */
  #skipped(line: string): boolean {
    if (this.#comment) {
      this.#comment = !line.includes("-->");
      return true;
    }
    const fence = FENCE.exec(line)?.[1];
    if (this.#fence !== undefined) {
      if (fence?.startsWith(this.#fence)) this.#fence = undefined;
      return true;
    }
    if (fence !== undefined) {
      this.#close();
      this.#fence = fence;
      return true;
    }
    if (line.trimStart().startsWith("<!--") && !line.includes("-->")) {
      this.#close();
      this.#comment = true;
      return true;
    }
    return false;
  }

  /** A line of `---` or `===` under a paragraph makes it a heading; alone it divides. */
  #rule(line: string): void {
    if (this.#open?.kind === "paragraph" && /^[ \t]*(?:-+|=+)$/.test(line)) this.#open.kind = "heading";
    this.#close();
  }

  /** The line above turns out to be the head of a table. */
  #head(): void {
    const head = this.#open;
    this.#open = undefined;
    if (head) this.#row(head.start, head.end);
    this.#table = true;
  }

  #row(start: number, end: number): void {
    this.#close();
    this.#table = true;
    const row = this.#text.slice(start, end);
    if (TABLE_RULE.test(row)) return;
    for (const cell of row.matchAll(/(?:[^|\\]|\\.)+/g)) {
      if (cell[0].trim() !== "")
        this.#push({ kind: "cell", start: start + cell.index, end: start + cell.index + cell[0].length });
    }
  }

  #close(): void {
    if (this.#open) this.#push(this.#open);
    this.#open = undefined;
    this.#table = false;
  }

  #push(open: Open): void {
    const block = blockOf(this.#text, open);
    if (block.text !== "") this.#blocks.push(block);
  }
}
