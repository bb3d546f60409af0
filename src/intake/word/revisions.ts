/** Lists tracked changes and comments with author, words and place. */

import type { Change, WordBlock, WordComment, WordDocument, WordParagraph, WordTable } from "./read/model.ts";
import { inlineText, paragraphsOf } from "./read/model.ts";
import { stands } from "./read/settled.ts";
import { shownText } from "./read/shown-text.ts";

export interface Revision {
  readonly change: Change;
  /** The inserted or deleted text; empty for the end of a paragraph. */
  readonly text: string;
  readonly paragraph: WordParagraph;
  /** Position of its first character in the paragraph's text before all changes. */
  readonly at: number;
}

/** All revisions in reading order; adjacent ones of the same kind and author are combined. */
export function revisionsOf(document: WordDocument): Revision[] {
  return paragraphsOf(document.blocks).flatMap(revisionsIn);
}

function revisionsIn(paragraph: WordParagraph): Revision[] {
  const found: Revision[] = [];
  let at = 0;
  let open = false;
  for (const inline of paragraph.inlines) {
    const { change } = inline;
    const text = inlineText([inline]);
    const last = found.at(-1);
    if (change === undefined) open = false;
    else if (open && last !== undefined && last.change.kind === change.kind && last.change.author === change.author)
      found[found.length - 1] = { ...last, text: last.text + text };
    else {
      found.push({ change, text, paragraph, at });
      open = true;
    }
    if (stands(change, "before")) at += text.length;
  }
  if (paragraph.markChange !== undefined) found.push({ change: paragraph.markChange, text: "", paragraph, at });
  return found;
}

/** The insertion or deletion of a whole row or cell. */
interface TableRevision {
  readonly change: Change;
  readonly table: WordTable;
  readonly part: "行" | "格";
  /** The text in it. */
  readonly words: string;
}

export function tableRevisionsOf(blocks: readonly WordBlock[]): TableRevision[] {
  return blocks.flatMap((block): TableRevision[] => {
    if (block.kind === "paragraph")
      return block.inlines.flatMap((inline) => (inline.kind === "textbox" ? tableRevisionsOf(inline.blocks) : []));
    return block.rows.flatMap(({ change, cells }) => {
      const parts = cells.map((cell) => ({ ...cell, words: shownText(cell.blocks) }));
      const found = (one: Change | undefined, part: "行" | "格", words: string): TableRevision[] =>
        one === undefined ? [] : [{ change: one, table: block, part, words }];
      return [
        ...found(change, "行", parts.map(({ words }) => words).join(" ")),
        ...parts.flatMap((cell) => [...found(cell.change, "格", cell.words), ...tableRevisionsOf(cell.blocks)]),
      ];
    });
  });
}

interface PlacedComment {
  readonly comment: WordComment;
  readonly paragraph: WordParagraph | undefined;
  /** The marked words, as before all changes. */
  readonly marked: string;
  /** Their offset in the paragraph's text before all changes. */
  readonly at: number;
}

/** Every comment with the paragraph in which it begins. */
export function commentsOf(document: WordDocument): PlacedComment[] {
  const places = new Map<string, Omit<PlacedComment, "comment">>();
  for (const paragraph of paragraphsOf(document.blocks)) {
    let at = 0;
    for (const inline of paragraph.inlines) {
      const text = stands(inline.change, "before") ? inlineText([inline]) : "";
      for (const id of inline.comments) {
        const known = places.get(id);
        places.set(
          id,
          known === undefined ? { paragraph, marked: text, at } : { ...known, marked: known.marked + text },
        );
      }
      if (inline.kind === "comment" && !places.has(inline.id)) places.set(inline.id, { paragraph, marked: "", at });
      at += text.length;
    }
  }
  return [...document.comments.values()].map((comment) => ({
    comment,
    ...(places.get(comment.id) ?? { paragraph: undefined, marked: "", at: 0 }),
  }));
}

const verbs: Readonly<Record<Change["kind"], string>> = {
  insert: "插入",
  delete: "删去",
  moveFrom: "移走",
  moveTo: "移来",
};

/** 删去“…” ; 插入换段 */
export function actionOf({ change, text }: Pick<Revision, "change" | "text">): string {
  return `${verbs[change.kind]}${text === "" ? "段落标记" : `“${shortened(text)}”`}`;
}

/** 李某（2020-11-09） */
export function signed({ author, date }: { readonly author: string; readonly date: string }): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0];
  return `${author === "" ? "没有署名" : author}${day === undefined ? "" : `（${day}）`}`;
}

export function shortened(text: string, most = 40): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most).join("")}…`;
}
