/** The exported paragraphs of a marked-up file, each with its edits. */

import { readMark, withoutBreaks } from "../../base/text/word-marks.ts";
import type { Mark } from "../../base/text/word-marks.ts";
import { isRemoval } from "../../intake/word/read/change.ts";
import { paragraphsOf } from "../../intake/word/read/model.ts";
import type { Change, WordInline, WordParagraph } from "../../intake/word/read/model.ts";
import { stands } from "../../intake/word/read/settled.ts";
import { asidesOf } from "./asides.ts";
import type { Aside } from "./asides.ts";
import type { Stretch } from "./tables.ts";

/** One author's tracked edit: characters deleted or inserted at one position. */
export interface Edit {
  readonly change: Change;
  /** The tracked changes that it consists of. */
  readonly changes: readonly Change[];
  /** Offset in the paragraph's text before all changes. */
  readonly at: number;
  readonly removed: string;
  /** A new paragraph is `\n\n`, a new line `\n`. */
  readonly inserted: string;
  /** Content that cannot become text: 图片, 公式, 上标 … */
  readonly other: string | undefined;
}

export interface CommentPoint {
  readonly id: string;
  readonly at: number;
  /** The words it marks. */
  readonly marked: string;
}

/** An exported paragraph, which reviewers may have split. */
export interface Group {
  readonly marks: readonly Mark[];
  /** Its number in the Word file. */
  readonly number: number;
  readonly paragraphs: readonly WordParagraph[];
  readonly before: string;
  readonly edits: readonly Edit[];
  /** The deletion of its paragraph mark: it is joined to the next paragraph or removed. */
  readonly endDeleted: Change | undefined;
  /** The last in its cell or before a table: the next paragraph cannot be joined to it. */
  readonly isLast: boolean;
  readonly isCell: boolean;
  readonly comments: readonly CommentPoint[];
  readonly asides: readonly Aside[];
}

const names: Readonly<Partial<Record<WordInline["kind"], string>>> = {
  picture: "图片",
  note: "脚注",
  object: "图形或公式",
  loss: "带不进来的内容",
};

export function groupsOf(stretches: readonly Stretch[]): Group[] {
  const commented = new Set<string>();
  return stretches.flatMap(({ paragraphs, isCell }) => {
    const groups: Group[] = [];
    let open = new GroupBuilder();
    for (const [at, paragraph] of paragraphs.entries()) {
      open.add(paragraph, commented);
      const { markChange } = paragraph;
      const isLast = at === paragraphs.length - 1;
      if (markChange !== undefined && !isLast && (markChange.cancelled === true || !isRemoval(markChange))) {
        if (markChange.cancelled !== true) open.edit(markChange, "\n\n", undefined);
        continue;
      }
      groups.push(open.finish(paragraph, isLast, isCell));
      open = new GroupBuilder();
    }
    return groups;
  });
}

/** The text of an inline for comparison, hidden words included. */
export function wordsOf(inline: WordInline): string {
  return inline.kind === "text" ? withoutBreaks(inline.text) : "";
}

class GroupBuilder {
  #before = "";
  readonly #paragraphs: WordParagraph[] = [];
  readonly #marks: Mark[] = [];
  readonly #edits: Edit[] = [];
  readonly #comments = new Map<string, CommentPoint>();
  readonly #asides: Aside[] = [];
  /** Whether the next edit extends the last one, with no unchanged text between. */
  #adjacent = false;

  add(paragraph: WordParagraph, commented: Set<string>): void {
    this.#paragraphs.push(paragraph);
    this.#marks.push(...paragraph.bookmarks.flatMap((name) => readMark(name) ?? []));
    this.#asides.push(...asidesOf(paragraph, this.#before.length));
    const beside = paragraph.framed && paragraph.bookmarks.length === 0;
    const isTitle = this.#marks.some(({ part }) => part === "title");
    for (const inline of paragraph.inlines) {
      const at = this.#before.length;
      const text = wordsOf(inline);
      // Line breaks of a headline are layout, unless the article has them.
      const isLayout =
        inline.kind === "break" && (inline.of === "page" || (isTitle && stands(inline.change, "before")));
      if (inline.change === undefined) {
        if (text !== "") this.#adjacent = false;
        this.#before += text;
      } else if (!isLayout) {
        const obstacle = obstacleOf(inline) ?? (beside && !isRemoval(inline.change) ? "图文框里的字" : undefined);
        this.edit(inline.change, inline.kind === "break" ? "\n" : text, obstacle);
      }
      for (const id of commentsAt(inline)) {
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
        changes: [...last.changes, change],
        removed: last.removed + removed,
        inserted: last.inserted + inserted,
      };
    else this.#edits.push({ change, changes: [change], at: this.#before.length, removed, inserted, other });
    this.#adjacent = true;
    this.#before += removed;
  }

  finish({ number, markChange }: WordParagraph, isLast: boolean, isCell: boolean): Group {
    const endDeleted = markChange !== undefined && isRemoval(markChange) ? markChange : undefined;
    return {
      marks: this.#marks,
      number,
      paragraphs: this.#paragraphs,
      before: this.#before,
      edits: this.#edits,
      endDeleted,
      isLast,
      isCell,
      comments: [...this.#comments.values()],
      asides: this.#asides,
    };
  }
}

/** Why this change is not plain text. */
function obstacleOf(inline: WordInline): string | undefined {
  const removal = inline.change !== undefined && isRemoval(inline.change);
  if (inline.kind === "break") return removal ? "换行的删去" : undefined;
  if (inline.kind !== "text") return names[inline.kind];
  if (removal) return undefined;
  if (inline.hidden) return "隐藏文字";
  if (inline.struck) return "划了删除线的字";
  if (inline.raised !== undefined) return inline.raised === "superscript" ? "上标" : "下标";
  // Without the tab, digits on both sides would become one number.
  return /\S\t\S/.test(inline.text) || inline.text === "\t" ? "制表符" : undefined;
}

/** Comments that begin or end here, including those in a text box anchored here. */
function commentsAt(inline: WordInline): string[] {
  const inside = inline.kind === "textbox" ? paragraphsOf(inline.blocks).flatMap((one) => one.inlines) : [];
  return [
    ...inline.comments,
    ...(inline.kind === "comment" ? [inline.id] : []),
    ...inside.flatMap((other) => commentsAt(other)),
  ];
}
