/** Describes places in a Word file by words that an editor can search for, because Word shows no numbers of paragraphs or tables. */

import { cells } from "../../../base/text/cells.ts";
import { levelOf } from "../../../document/markdown/level.ts";
import type { WordBlock, WordParagraph, WordTable } from "../read/model.ts";
import { shortened } from "../revisions.ts";
import { linesOf, wordsOf } from "./words.ts";

/** Longest heading in characters. */
const longestHeading = 28;
const shownWords = 16;

export class Places {
  readonly #places = new Map<WordBlock, string>();
  #heading = "";
  #last = "";

  constructor(blocks: readonly WordBlock[]) {
    this.#visit(blocks, "");
  }

  /** “二、工作成效”下面“石期河沿线共排查排污口…”一段 */
  of(block: WordBlock | undefined): string {
    return block === undefined ? "" : (this.#places.get(block) ?? "");
  }

  /** `within`: the table or box that contains the blocks. */
  #visit(blocks: readonly WordBlock[], within: string): void {
    for (const block of blocks) {
      if (block.kind === "table") this.#table(block);
      else this.#paragraph(block, within);
    }
  }

  #paragraph(block: WordParagraph, within: string): void {
    const words = seenWords(block);
    const heading = within === "" && isHeading(block, wordsOf(block));
    const under = heading || this.#heading === "" ? "" : `“${this.#heading}”下面`;
    const behind = this.#last === "" ? "开头" : `“${this.#last}”后面`;
    this.#places.set(
      block,
      words === "" ? behind : `${under}${within}“${words}”${within.endsWith("表格里") ? "一格" : "一段"}`,
    );
    if (heading) this.#heading = words;
    if (words !== "") this.#last = words;
    for (const inline of block.inlines) if (inline.kind === "textbox") this.#visit(inline.blocks, "文本框里");
  }

  #table(table: WordTable): void {
    const first = table.rows[0]?.cells.flatMap((cell) => cell.blocks) ?? [];
    const head = first
      .flatMap((block) => (block.kind === "paragraph" ? wordsOf(block) : []))
      .filter((words) => words !== "");
    const named = `“${shortened(head.slice(0, 3).join(" "), shownWords)}”开头的表格`;
    this.#places.set(table, `${this.#heading === "" ? "" : `“${this.#heading}”下面`}${named}`);
    for (const row of table.rows) for (const cell of row.cells) this.#visit(cell.blocks, `${named}里`);
  }
}

/** The visible words, including those that are struck through. */
function seenWords(block: WordParagraph): string {
  const inlines = block.inlines.map((inline) => (inline.kind === "text" ? { ...inline, struck: false } : inline));
  return shortened(linesOf({ label: block.label, inlines }).join(" "), shownWords);
}

export function isHeading(paragraph: WordParagraph, words: string): boolean {
  const short = cells(words) <= longestHeading && !/[。；，：:！？]$/.test(words);
  if (words === "") return false;
  if (paragraph.outline !== undefined) return short || cells(words) <= 2 * longestHeading;
  return short && paragraph.align !== "center" && levelOf(words) !== undefined;
}
