/** Paragraphs with their hidden bookmarks. */

import { BookmarkEnd, BookmarkStart, Paragraph, Tab, TextRun } from "docx";
import type { IParagraphOptions, IRunOptions, ParagraphChild } from "docx";
import { inlineText } from "../../document/tree/tree.ts";
import type { Inline } from "../../document/tree/tree.ts";
import { markName } from "../../base/text/word-marks.ts";
import type { StyleId } from "./styles.ts";

/** What a stretch of text is set in, where it differs from its block: 一、 at a paragraph's beginning, 按： of a note. */
type RunLook = keyof typeof looks | undefined;

export type Run = { readonly kind: "text"; readonly text: string; readonly look: RunLook } | { readonly kind: "break" };

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

/** Neighbouring words of one type are one run. A picture within a line of text has no words of its own on the page. */
export function runsOf(content: readonly Inline[], look?: RunLook): Run[] {
  const runs: Run[] = [];
  let before: Inline["kind"] | undefined;
  for (const inline of content) {
    const text = inlineText(inline);
    const last = runs.at(-1);
    if (inline.kind === "break") runs.push({ kind: "break" });
    else if (inline.kind === "styled") {
      const own = /level-[12]|note-label/.exec(inline.className)?.[0] as RunLook;
      runs.push(...runsOf(inline.inside, own ?? look));
    } else if (inline.kind === "text" && before === "text" && last?.kind === "text")
      runs.splice(-1, 1, { ...last, text: last.text + text });
    else if (text !== "" || inline.kind === "phrase") runs.push({ kind: "text", text, look });
    before = inline.kind;
  }
  return runs;
}

export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === "break" ? "\n" : run.text)).join("");
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
    // A tab in a text is the layout's.
    const children = run.text.split("\t").flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
    return [new TextRun({ ...look, ...style, children })];
  });
}
