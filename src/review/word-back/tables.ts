/** Divides a marked-up file into stretches whose paragraphs can be joined, and finds changes of whole tables. */

import { readMark } from "../../base/text/word-marks.ts";
import type { Mark } from "../../base/text/word-marks.ts";
import { shownText } from "../../intake/word/read/shown-text.ts";
import { isRemoval } from "../../intake/word/read/change.ts";
import { inlineText, paragraphsOf } from "../../intake/word/read/model.ts";
import type {
  Change,
  WordBlock,
  WordCell,
  WordDocument,
  WordParagraph,
  WordRow,
  WordTable,
} from "../../intake/word/read/model.ts";
import { stands } from "../../intake/word/read/settled.ts";
import { untracked } from "./asides.ts";
import { withoutSpace } from "./fixed-texts.ts";

/** Paragraphs without a table between them, or those of one cell. */
export interface Stretch {
  readonly paragraphs: readonly WordParagraph[];
  readonly isCell: boolean;
}

/** A table, row or column that was inserted or deleted. */
export interface TableChange {
  readonly change: Change;
  /** 一张表, 表格的一行, 表格的一列 */
  readonly what: string;
  readonly words: string;
  /** Bookmarks inside it. */
  readonly marks: readonly Mark[];
  /** The last bookmark before it. */
  readonly after: Mark | undefined;
  readonly number: number;
}

export interface Laid {
  readonly stretches: readonly Stretch[];
  readonly tableChanges: readonly TableChange[];
}

/** `fixed`: the texts around the articles; some programs drop the bookmarks of the imprint, which is a table too. */
export function laidOut({ blocks }: WordDocument, fixed: ReadonlySet<string>): Laid {
  const walk = new Walk(fixed);
  walk.blocks(blocks, false);
  return walk;
}

class Walk implements Laid {
  readonly stretches: Stretch[] = [];
  readonly tableChanges: TableChange[] = [];
  readonly #fixed: ReadonlySet<string>;
  #last: Mark | undefined;

  constructor(fixed: ReadonlySet<string>) {
    this.#fixed = fixed;
  }

  blocks(blocks: readonly WordBlock[], isCell: boolean): void {
    let open: WordParagraph[] = [];
    const close = (): void => {
      if (open.length > 0) this.stretches.push({ paragraphs: open, isCell });
      open = [];
    };
    for (const block of blocks) {
      if (block.kind === "paragraph") {
        // LibreOffice converts the imprint to a text box when a file goes through ODF.
        const boxes = block.inlines.flatMap((inline) =>
          inline.kind === "textbox" && this.#isFixed(inline.blocks) ? [inline] : [],
        );
        open.push(
          boxes.length === 0
            ? block
            : { ...block, inlines: block.inlines.filter((one) => !boxes.some((box) => box === one)) },
        );
        this.#last = marksOf([block]).at(-1) ?? this.#last;
        for (const box of boxes) this.blocks(box.blocks, true);
      } else {
        close();
        this.#table(block);
      }
    }
    close();
  }

  #table(table: WordTable): void {
    const { rows, number } = table;
    const add = (what: string, change: Change, cells: readonly WordCell[]): void => {
      const words = cells.map(({ blocks }) => shownText(blocks)).join("｜");
      this.tableChanges.push({ change, what, words, marks: cellMarks(cells), after: this.#last, number });
    };
    const all = rows.flatMap(({ cells }) => cells);
    const [first] = rows;
    if (cellMarks(all).length === 0 && all.some(({ blocks }) => this.#isFixed(blocks))) {
      for (const { blocks } of all) this.blocks(blocks, true);
      return;
    }
    if (cellMarks(all).length === 0) {
      add("一张表", insertionIn(all, first?.change), all);
      return;
    }
    if (first?.change !== undefined && rows.every(({ change }) => change?.kind === first.change?.kind)) {
      add("一张表", first.change, all);
      return;
    }
    const columns = new Map<string, { readonly change: Change; readonly cells: WordCell[] }>();
    for (const row of rows) {
      if (row.change !== undefined || cellMarks(row.cells).length === 0)
        add("表格的一行", row.change ?? insertionIn(row.cells, undefined), row.cells);
      else this.#cells(row, columns);
    }
    for (const { change, cells } of columns.values())
      add(cells.length === 1 ? "表格的一格" : "表格的一列", change, cells);
  }

  /** Whether it contains a text from around the articles. */
  #isFixed(blocks: readonly WordBlock[]): boolean {
    return paragraphsOf(blocks).some((one) => {
      const text = withoutSpace(sentText(one));
      return text !== "" && this.#fixed.has(text);
    });
  }

  #cells({ cells }: WordRow, columns: Map<string, { readonly change: Change; readonly cells: WordCell[] }>): void {
    for (const [at, cell] of cells.entries()) {
      if (cell.change === undefined && cellMarks([cell]).length > 0) {
        this.blocks(cell.blocks, true);
        continue;
      }
      const change = cell.change ?? insertionIn([cell], undefined);
      const key = `${at} ${change.kind} ${change.author}`;
      const known = columns.get(key) ?? { change, cells: [] };
      known.cells.push(cell);
      columns.set(key, known);
    }
  }
}

function sentText({ inlines }: WordParagraph): string {
  return inlineText(inlines.filter(({ change }) => stands(change, "before")));
}

function marksOf(paragraphs: readonly WordParagraph[]): Mark[] {
  return paragraphs.flatMap(({ bookmarks }) => bookmarks.flatMap((name) => readMark(name) ?? []));
}

function cellMarks(cells: readonly WordCell[]): Mark[] {
  return marksOf(cells.flatMap(({ blocks }) => paragraphsOf(blocks)));
}

/** Who inserted these cells: some programs track only their words. */
function insertionIn(cells: readonly WordCell[], change: Change | undefined): Change {
  const paragraphs = cells.flatMap(({ blocks }) => paragraphsOf(blocks));
  const tracked = paragraphs
    .flatMap(({ inlines, markChange }) => [...inlines.map((inline) => inline.change), markChange])
    .find((found) => found !== undefined && !isRemoval(found));
  return change ?? tracked ?? untracked;
}
