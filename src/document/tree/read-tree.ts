/** Converts the Markdown of an article to its tree. */

import type { SourceText } from "../../base/problem/source-text.ts";
import type { Scope } from "../../compute/tally/evaluate.ts";
import type { BlockKind } from "../markdown/block.ts";
import { inlineMeta } from "../markdown/inline-places.ts";
import { parseBody } from "../markdown/parse-body.ts";
import type { ComputedBlocks, ParsedBody } from "../markdown/parse-body.ts";
import { pictureSource } from "../markdown/picture-element.ts";
import type { Token } from "../markdown/tokens.ts";
import type { Block, ComputedBlock, Inline, Picture, Span, Styled, TableBlock, TableCell, TextRole } from "./tree.ts";

/** The blocks of a body only; `renderBody` also gives the problems. */
export function readTree(
  source: SourceText,
  bodyStart: number,
  scope: Scope | undefined,
  computed: ComputedBlocks = new Map(),
): Block[] {
  return treeOf(parseBody(source, bodyStart, scope, computed));
}

export function treeOf(parsed: ParsedBody): Block[] {
  return new TreeReader(parsed).read();
}

const roles: Readonly<Record<string, TextRole>> = {
  salutation: "salutation",
  "signature-line": "signature",
  "letter-title": "letter-title",
};

class TreeReader {
  readonly #parsed: ParsedBody;
  readonly #tokens: readonly Token[];
  readonly #blocks: Block[] = [];
  readonly #within: string[] = [];
  #lines: readonly [number, number] = [0, 0];
  #items = 0;

  constructor(parsed: ParsedBody) {
    this.#parsed = parsed;
    this.#tokens = parsed.tokens;
  }

  read(): Block[] {
    const { firstLine } = this.#parsed;
    for (let at = 0; at < this.#tokens.length; at++) {
      const token = this.#tokens[at];
      if (token === undefined) continue;
      if (token.map !== null) this.#lines = [firstLine + token.map[0], firstLine + token.map[1]];
      switch (token.type) {
        case "bulletin_block_open":
          this.#within.push((token.meta as { kind: BlockKind }).kind.name);
          break;
        case "blockquote_open":
          this.#within.push("引文");
          break;
        case "bulletin_block_close":
        case "blockquote_close":
          this.#within.pop();
          break;
        case "list_item_open":
          this.#items++;
          break;
        case "list_item_close":
          this.#items--;
          break;
        case "figure_open":
          at = this.#figure(at);
          break;
        case "computed_block":
          this.#blocks.push({ ...computedOf(token), ...this.#place() });
          break;
        case "inline":
          this.#text(this.#tokens[at - 1], token);
          break;
        default:
          break;
      }
    }
    return this.#blocks;
  }

  #place(): Pick<Block, "lines" | "within"> {
    return { lines: this.#lines, within: [...this.#within] };
  }

  #text(open: Token | undefined, inline: Token): void {
    const className = open?.attrGet("class") ?? "";
    const level = /^level-(\d)$/.exec(className)?.[1];
    const role = level !== undefined ? "heading" : (roles[className] ?? (this.#items > 0 ? "item" : "paragraph"));
    const content = this.#content(inline.children ?? []);
    this.#blocks.push({ kind: "text", role, level: Number(level ?? 0), content, ...this.#place() });
  }

  /** Reads a figure. Returns the index of its end. */
  #figure(at: number): number {
    const end = this.#tokens.findIndex((token, later) => later > at && token.type === "figure_close");
    const inside = this.#tokens.slice(at + 1, end);
    if (inside[0]?.type === "table_open") this.#blocks.push(this.#table(inside));
    else {
      const [pictures, , caption] = inside;
      this.#blocks.push({
        kind: "picture",
        pictures: this.#content(pictures?.children ?? []).filter(
          (inline): inline is Picture => inline.kind === "picture",
        ),
        caption: this.#content(caption?.children ?? []),
        ...this.#place(),
      });
    }
    return end;
  }

  #table(inside: readonly Token[]): TableBlock {
    const captions = { title: [] as Inline[], unit: [] as Inline[] };
    const rows: { head: boolean; cells: TableCell[] }[] = [];
    for (const [at, token] of inside.entries()) {
      const inline = inside[at + 1];
      if (token.type === "caption_open") {
        for (const part of this.#content(inline?.children ?? []))
          if (part.kind === "styled") captions[part.className === "table-unit" ? "unit" : "title"].push(...part.inside);
      } else if (token.type === "tr_open") rows.push({ head: false, cells: [] });
      else if (token.type === "th_open" || token.type === "td_open") {
        const row = rows.at(-1);
        if (row === undefined) continue;
        row.head = token.type === "th_open";
        const align = /align-(left|right|center)/.exec(token.attrGet("class") ?? "")?.[1] ?? "center";
        row.cells.push({ align: align as TableCell["align"], content: this.#content(inline?.children ?? []) });
      }
    }
    return { kind: "table", ...captions, rows, ...this.#place() };
  }

  #content(children: readonly Token[]): Inline[] {
    const content: Inline[] = [];
    const open: (Styled & { inside: Inline[] })[] = [];
    for (const child of children) {
      if (child.nesting < 0) open.pop();
      else {
        const inside = open.at(-1)?.inside ?? content;
        if (child.nesting === 0) inside.push(...this.#inline(child));
        else {
          const className = child.attrGet("class") ?? "";
          const styled = { kind: "styled" as const, tag: child.tag, className, inside: [] };
          inside.push(styled);
          open.push(styled);
        }
      }
    }
    return content;
  }

  /** The span of a list number, at the beginning of the item's first line. */
  #markerSpan(marker: string): Span {
    const { source } = this.#parsed;
    const line = source.lineStart(this.#lines[0]);
    const start = line + Math.max(0, source.line(this.#lines[0]).indexOf(marker));
    return { start, end: start + marker.length };
  }

  #inline(token: Token): readonly Inline[] {
    const { found, environment } = this.#parsed;
    const { texts, span = { start: 0, end: 0 } } = inlineMeta(token);
    switch (token.type) {
      case "text":
        return texts ?? [];
      case "expression": {
        const { index } = token.meta as { index: number };
        const { start, end } = found[index] ?? span;
        return [{ kind: "phrase", pieces: environment.pieces[index] ?? [], index, span: { start, end } }];
      }
      case "hardbreak":
        return [{ kind: "break", span }];
      case "softbreak":
        return [{ kind: "line-end", text: token.content, span }];
      case "image": {
        const source = pictureSource(token.attrGet("src") ?? "");
        return [{ kind: "picture", source, alternative: this.#content(token.children ?? []), span }];
      }
      case "list_marker":
        return [{ kind: "marker", text: token.content, span: this.#markerSpan(token.content) }];
      default:
        return [];
    }
  }
}

/** The computed block that `parseBody` has stored in the token. */
function computedOf(token: Token): Omit<ComputedBlock, "lines" | "within"> {
  return { kind: "computed", ...(token.meta as Pick<ComputedBlock, "start" | "name" | "result">) };
}
