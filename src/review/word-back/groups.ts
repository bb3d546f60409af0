/** The paragraphs of a marked-up file as they were sent out, each with what was done to it. */

import { readMark, withoutBreaks } from "../../base/text/word-marks.ts";
import type { Mark } from "../../base/text/word-marks.ts";
import { isRemoval } from "../../intake/word/read/change.ts";
import { paragraphsOf } from "../../intake/word/read/model.ts";
import type { Change, WordInline, WordParagraph } from "../../intake/word/read/model.ts";
import { stands } from "../../intake/word/read/settled.ts";
import { asidesOf } from "./asides.ts";
import type { Aside } from "./asides.ts";
import type { Stretch } from "./tables.ts";

/** One tracked change of one author: characters taken out at a place, or put in there. */
export interface Edit {
  readonly change: Change;
  /** All changes of the file that it is made of. */
  readonly changes: readonly Change[];
  /** Offset in the paragraph's text before all changes. */
  readonly at: number;
  readonly removed: string;
  /** A new paragraph is `\n\n`, a new line `\n`. */
  readonly inserted: string;
  /** What cannot be carried over as text: 图片, 公式, 上标 … */
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
  readonly paragraphs: readonly WordParagraph[];
  readonly before: string;
  readonly edits: readonly Edit[];
  /** Its end was deleted: it runs on into the next, or is gone. */
  readonly endDeleted: Change | undefined;
  /** The last of its cell, or before a table: what follows it cannot be joined to it. */
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

/** What an inline says, as texts are compared: hidden words are in the text still. */
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
  /** The last edit goes on: nothing that stayed as it was came after it. */
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
      // How a headline is laid out in lines is not the editor's, unless it stands in the article.
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

/** Why this change is not one of plain words. */
function obstacleOf(inline: WordInline): string | undefined {
  const removal = inline.change !== undefined && isRemoval(inline.change);
  if (inline.kind === "break") return removal ? "换行的删去" : undefined;
  if (inline.kind !== "text") return names[inline.kind];
  if (removal) return undefined;
  if (inline.hidden) return "隐藏文字";
  if (inline.struck) return "划了删除线的字";
  if (inline.raised !== undefined) return inline.raised === "superscript" ? "上标" : "下标";
  // Digits on both sides of a tab would run together.
  return /\S\t\S/.test(inline.text) || inline.text === "\t" ? "制表符" : undefined;
}

/** Comments that begin or reach here, those in a text box that hangs here among them. */
function commentsAt(inline: WordInline): string[] {
  const inside = inline.kind === "textbox" ? paragraphsOf(inline.blocks).flatMap((one) => one.inlines) : [];
  return [
    ...inline.comments,
    ...(inline.kind === "comment" ? [inline.id] : []),
    ...inside.flatMap((other) => commentsAt(other)),
  ];
}
