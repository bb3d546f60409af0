/** Tokens → blocks of runs. */

import type { SourceText } from "../../base/problem/source-text.ts";
import type { Scope } from "../../compute/tally/evaluate.ts";
import type { BlockKind } from "./block.ts";
import type { ContentBlock, Run, RunLook, TableBlock, TableCell, TextRole } from "./content.ts";
import type { Environment } from "./html-rules.ts";
import { parseBody } from "./parse-body.ts";
import type { ComputedBlocks } from "./parse-body.ts";
import { pictureSource } from "./picture-element.ts";
import type { Token } from "./tokens.ts";

/** The blocks of a body. Its problems are those that `renderBody` tells of. */
export function readContent(
  source: SourceText,
  bodyStart: number,
  scope: Scope | undefined,
  computed: ComputedBlocks = new Map(),
): ContentBlock[] {
  const { tokens, environment, firstLine } = parseBody(source, bodyStart, scope, computed);
  return new ContentReader(tokens, environment, firstLine).read();
}

const roles: Readonly<Record<string, TextRole>> = {
  salutation: "salutation",
  "signature-line": "signature",
  "letter-title": "letter-title",
};

class ContentReader {
  readonly #tokens: readonly Token[];
  readonly #environment: Environment;
  readonly #firstLine: number;
  readonly #blocks: ContentBlock[] = [];
  readonly #within: string[] = [];
  #lines: readonly [number, number] = [0, 0];
  #items = 0;

  constructor(tokens: readonly Token[], environment: Environment, firstLine: number) {
    this.#tokens = tokens;
    this.#environment = environment;
    this.#firstLine = firstLine;
  }

  read(): ContentBlock[] {
    for (let at = 0; at < this.#tokens.length; at++) {
      const token = this.#tokens[at];
      if (token === undefined) continue;
      if (token.map !== null) this.#lines = [this.#firstLine + token.map[0], this.#firstLine + token.map[1]];
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
          this.#blocks.push({ kind: "computed", html: this.#environment.compute(token), ...this.#place() });
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

  #place(): Pick<ContentBlock, "lines" | "within"> {
    return { lines: this.#lines, within: [...this.#within] };
  }

  #text(open: Token | undefined, inline: Token): void {
    const className = open?.attrGet("class") ?? "";
    const level = /^level-(\d)$/.exec(className)?.[1];
    const role = level !== undefined ? "heading" : (roles[className] ?? (this.#items > 0 ? "item" : "paragraph"));
    const runs = this.#runs(inline.children ?? []);
    this.#blocks.push({ kind: "text", role, level: Number(level ?? 0), runs, ...this.#place() });
  }

  /** Returns the place of the figure's end. */
  #figure(at: number): number {
    const end = this.#tokens.findIndex((token, later) => later > at && token.type === "figure_close");
    const inside = this.#tokens.slice(at + 1, end);
    if (inside[0]?.type === "table_open") this.#blocks.push(this.#table(inside));
    else {
      const [pictures, , caption] = inside;
      const sources = (pictures?.children ?? []).map((image) => pictureSource(image.attrGet("src") ?? ""));
      this.#blocks.push({ kind: "picture", sources, caption: this.#runs(caption?.children ?? []), ...this.#place() });
    }
    return end;
  }

  #table(inside: readonly Token[]): TableBlock {
    const captions = { title: [] as Run[], unit: [] as Run[] };
    const rows: { head: boolean; cells: TableCell[] }[] = [];
    for (const [at, token] of inside.entries()) {
      const inline = inside[at + 1];
      if (token.type === "caption_open") {
        for (const [className, children] of spans(inline?.children ?? []))
          captions[className === "table-unit" ? "unit" : "title"].push(...this.#runs(children));
      } else if (token.type === "tr_open") rows.push({ head: false, cells: [] });
      else if (token.type === "th_open" || token.type === "td_open") {
        const row = rows.at(-1);
        if (row === undefined) continue;
        row.head = token.type === "th_open";
        const align = /align-(left|right|center)/.exec(token.attrGet("class") ?? "")?.[1] ?? "center";
        row.cells.push({ align: align as TableCell["align"], runs: this.#runs(inline?.children ?? []) });
      }
    }
    return { kind: "table", ...captions, rows, ...this.#place() };
  }

  #runs(children: readonly Token[]): Run[] {
    const runs: Run[] = [];
    let look: RunLook;
    for (const child of children) {
      const text = (content: string): void => {
        if (content !== "") runs.push({ kind: "text", text: content, look });
      };
      switch (child.type) {
        case "run_in_open":
          look = (/level-[12]|note-label/.exec(child.attrGet("class") ?? "")?.[0] ?? undefined) as RunLook;
          break;
        case "run_in_close":
          look = undefined;
          break;
        case "expression": {
          const { index } = child.meta as { index: number };
          runs.push({ kind: "phrase", pieces: this.#environment.pieces[index] ?? [], index, look });
          break;
        }
        case "hardbreak":
          runs.push({ kind: "break" });
          break;
        case "softbreak":
          text(child.content);
          break;
        case "image":
          // A picture within a line of text has no words of its own on the page.
          break;
        case "list_marker":
          text(`${child.content} `);
          break;
        default:
          text(child.content);
      }
    }
    return runs;
  }
}

/** The spans of a caption, by class. */
function spans(children: readonly Token[]): (readonly [className: string, children: Token[]])[] {
  const found: (readonly [string, Token[]])[] = [];
  for (const child of children) {
    if (child.type === "span_open") found.push([child.attrGet("class") ?? "", []]);
    else if (child.type !== "span_close") found.at(-1)?.[1].push(child);
  }
  return found;
}
