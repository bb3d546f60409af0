/** The paragraphs of a marked-up file as they were sent out, each with what was done to it. */

import { readMark } from "../marks.ts";
import type { Mark } from "../marks.ts";
import { isRemoval } from "../read/inline-reader.ts";
import { paragraphsOf } from "../read/model.ts";
import type { Change, WordBlock, WordDocument, WordInline, WordParagraph } from "../read/model.ts";

/** One tracked change of one author: characters taken out at a place, or put in there. */
export interface Edit {
  readonly change: Change;
  /** Offset in the paragraph's text before all changes. */
  readonly at: number;
  readonly removed: string;
  /** A new paragraph is `\n\n`, a new line `\n`. */
  readonly inserted: string;
  /** What is no text and cannot be carried over: 图片, 公式 … */
  readonly other: string | undefined;
}

export interface CommentPoint {
  readonly id: string;
  readonly at: number;
  /** The words it marks. */
  readonly marked: string;
}

/** What was one paragraph. */
export interface Group {
  readonly marks: readonly Mark[];
  /** Its number in the Word file. */
  readonly number: number;
  readonly before: string;
  readonly edits: readonly Edit[];
  /** Its end was deleted: it runs on into the next, or is gone. */
  readonly endDeleted: Change | undefined;
  readonly comments: readonly CommentPoint[];
}

const names: Readonly<Partial<Record<WordInline["kind"], string>>> = {
  picture: "图片",
  note: "脚注",
  object: "图形或公式",
  textbox: "文本框",
};

export function groupsOf(document: WordDocument): Group[] {
  const groups: Group[] = [];
  let open = new GroupBuilder();
  const commented = new Set<string>();
  for (const paragraph of paragraphsOf(document.blocks)) {
    open.add(paragraph, commented);
    if (paragraph.markChange !== undefined && !isRemoval(paragraph.markChange)) {
      open.edit(paragraph.markChange, "\n\n", undefined);
      continue;
    }
    groups.push(open.finish(paragraph));
    open = new GroupBuilder();
  }
  return groups;
}

/** Rows of tables that were inserted or deleted as a whole. */
export function rowChanges(blocks: readonly WordBlock[]): { readonly change: Change; readonly number: number }[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? []
      : block.rows.flatMap((row) => (row.change === undefined ? [] : [{ change: row.change, number: block.number }])),
  );
}

class GroupBuilder {
  #before = "";
  readonly #marks: Mark[] = [];
  readonly #edits: Edit[] = [];
  readonly #comments = new Map<string, CommentPoint>();
  /** The last edit goes on: nothing that stayed as it was came after it. */
  #adjacent = false;

  add(paragraph: WordParagraph, commented: Set<string>): void {
    this.#marks.push(...paragraph.bookmarks.flatMap((name) => readMark(name) ?? []));
    for (const inline of paragraph.inlines) {
      const at = this.#before.length;
      const text = inline.kind === "text" && !inline.hidden ? inline.text.replace(/[\t\n]/g, "") : "";
      if (inline.change === undefined) {
        if (text !== "") this.#adjacent = false;
        this.#before += text;
      } else this.edit(inline.change, inline.kind === "break" ? "\n" : text, names[inline.kind]);
      for (const id of [...inline.comments, ...(inline.kind === "comment" ? [inline.id] : [])]) {
        if (commented.has(id) && !this.#comments.has(id)) continue;
        commented.add(id);
        const known = this.#comments.get(id) ?? { id, at, marked: "" };
        this.#comments.set(id, { ...known, marked: known.marked + this.#before.slice(at) });
      }
    }
  }

  edit(change: Change, text: string, other: string | undefined): void {
    if (text === "" && other === undefined) return;
    const removal = isRemoval(change);
    // A line's break within a headline is the layout's, and so is its loss.
    const removed = removal ? text.replaceAll("\n", "") : "";
    const inserted = removal ? "" : text;
    const last = this.#edits.at(-1);
    const joins =
      this.#adjacent &&
      last?.other === other &&
      last?.change.kind === change.kind &&
      last.change.author === change.author;
    if (joins)
      this.#edits[this.#edits.length - 1] = {
        ...last,
        removed: last.removed + removed,
        inserted: last.inserted + inserted,
      };
    else this.#edits.push({ change, at: this.#before.length, removed, inserted, other });
    this.#adjacent = true;
    this.#before += removed;
  }

  finish({ number, markChange }: WordParagraph): Group {
    return {
      marks: this.#marks,
      number,
      before: this.#before,
      edits: this.#edits,
      endDeleted: markChange,
      comments: [...this.#comments.values()],
    };
  }
}
