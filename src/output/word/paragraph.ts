/** Paragraphs with their hidden bookmarks. */

import { BookmarkEnd, BookmarkStart, Paragraph, Tab, TextRun } from "docx";
import type { IParagraphOptions, IRunOptions, ParagraphChild } from "docx";
import type { Run } from "../../document/markdown/content.ts";
import { runsText } from "../../document/markdown/content.ts";
import { markName } from "../../base/text/word-marks.ts";
import type { StyleId } from "./styles.ts";

const looks = { "level-1": "blackWords", "level-2": "scriptWords", "note-label": "blackWords" } as const;

/** Makes the paragraphs of one file: bookmark ids count on through it. */
export class ParagraphMaker {
  #ids = 0;
  #anchor: string | undefined;
  #gap = 0;

  /** The next paragraph carries this bookmark too. */
  anchor(name: string): void {
    this.#anchor = name;
  }

  /** Above the next paragraph there is at least so much room, in twips: a table has none of its own below it. */
  below(gap: number): void {
    this.#gap = gap;
  }

  /** `part` names the paragraph for Word-back, within `article`. */
  marked(
    style: StyleId,
    article: number,
    part: string,
    runs: readonly Run[],
    options: Omit<IParagraphOptions, "style" | "children"> & { readonly look?: IRunOptions } = {},
  ): Paragraph {
    const { look = {}, ...rest } = options;
    const name = markName(article, part, runsText(runs));
    const children = this.bookmarked(name, textRuns(runs, look));
    const anchor = this.#anchor;
    this.#anchor = undefined;
    const gap = this.#gap;
    this.#gap = 0;
    const { spacing = {} } = options;
    const apart = gap === 0 ? {} : { spacing: { ...spacing, before: Math.max(gap, Number(spacing.before ?? 0)) } };
    return new Paragraph({
      style,
      ...rest,
      ...apart,
      children: anchor === undefined ? children : this.bookmarked(anchor, children),
    });
  }

  bookmarked(name: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    const id = ++this.#ids;
    // The declaration of the class forgets that it is a paragraph's child.
    return [new BookmarkStart(name, id), ...children, new BookmarkEnd(id)];
  }
}

export function plain(text: string): Run[] {
  return text
    .split("\n")
    .flatMap((line, at): Run[] => [
      ...(at === 0 ? [] : [{ kind: "break" } as const]),
      ...(line === "" ? [] : [{ kind: "text", text: line, look: undefined } as const]),
    ]);
}

function textRuns(runs: readonly Run[], look: IRunOptions): TextRun[] {
  return runs.flatMap((run): TextRun[] => {
    if (run.kind === "break") return [new TextRun({ ...look, break: 1 })];
    const style = run.look === undefined ? {} : { style: looks[run.look] };
    const text = run.kind === "text" ? run.text : run.pieces.map((piece) => piece.text).join("");
    // A tab in a text is the layout's.
    const children = text.split("\t").flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
    return [new TextRun({ ...look, ...style, children })];
  });
}
