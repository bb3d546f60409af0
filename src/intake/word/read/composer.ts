/** Makes inlines, each with its tracked change and comments, and omits what the open fields do not show. */

import type { Drawn } from "./drawing.ts";
import { Fields } from "./fields.ts";
import type { Change, Marked, WordBlock, WordInline, WordNote, WordText } from "./model.ts";
import type { RunLook } from "./run-look.ts";
import { child } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

type Under = Change | undefined;

/** Comments and fields extend over paragraphs, so that one composer makes the inlines of a whole text. */
export class InlineComposer {
  readonly #withoutResult: ReadonlySet<string>;
  /** The comments open at the current position. */
  readonly #comments = new Set<string>();
  #fields: Fields;
  #bookmarks: string[] = [];

  /** `withoutResult`: kinds of fields whose result is omitted. */
  constructor(withoutResult: ReadonlySet<string>) {
    this.#withoutResult = withoutResult;
    this.#fields = new Fields(withoutResult);
  }

  /** Bookmarks that began since the last call. */
  takeBookmarks(): string[] {
    const bookmarks = this.#bookmarks;
    this.#bookmarks = [];
    return bookmarks;
  }

  /** Processes a bookmark or the start or end of a comment, also between paragraphs; false for another element. */
  anchor(element: XmlElement): boolean {
    const id = element.attributes["w:id"] ?? "";
    if (element.name === "w:bookmarkStart") this.#bookmarks.push(element.attributes["w:name"] ?? "");
    else if (element.name === "w:commentRangeStart") this.#comments.add(id);
    else if (element.name === "w:commentRangeEnd") this.#comments.delete(id);
    else return element.name === "w:bookmarkEnd";
    return true;
  }

  /** Reads a text box as a separate text, with its own fields and bookmarks. */
  #inside(read: () => WordBlock[]): WordBlock[] {
    const fields = this.#fields;
    const bookmarks = this.takeBookmarks();
    this.#fields = new Fields(this.#withoutResult);
    const blocks = read();
    this.#fields = fields;
    this.#bookmarks = bookmarks;
    return blocks;
  }

  /** Omits a text that the open fields do not show. */
  text(inline: WordText): WordInline[] {
    return this.#fields.pass([inline]);
  }

  marked(text: string, look: RunLook, change: Under): WordText {
    const { bold, underlined, hidden, struck, looks, formatChange, size, font, direct } = look;
    const shown = { bold, underlined, hidden, struck, looks, formatChange, size, font, direct, raised: undefined };
    return { kind: "text", text, ...shown, ...this.#mark(change) };
  }

  /** Plain words with a remark. */
  unadorned(text: string, remark: string, change: Under): WordInline[] {
    const plain = { bold: false, underlined: false, hidden: false, struck: false, raised: undefined };
    const look = { ...plain, looks: [remark], formatChange: undefined, size: undefined, font: undefined, direct: [] };
    return this.#fields.pass([{ kind: "text", text, ...look, ...this.#mark(change) }]);
  }

  break(of: "line" | "page", change: Under): WordInline[] {
    return this.#fields.pass([{ kind: "break", of, ...this.#mark(change) }]);
  }

  lost(message: string, words: string, change: Under): WordInline[] {
    return this.#fields.pass([{ kind: "loss", message, words, ...this.#mark(change) }]);
  }

  note(name: WordNote["name"], text: string, change: Under): WordInline[] {
    return this.#fields.pass([{ kind: "note", name, text, ...this.#mark(change) }]);
  }

  comment(id: string, change: Under): WordInline[] {
    return [{ kind: "comment", id, ...this.#mark(change) }];
  }

  /** `part` gives the part of a relationship, `blocks` reads a text box. */
  drawn(
    found: readonly Drawn[],
    change: Under,
    part: (relationship: string) => string | undefined,
    blocks: (content: XmlElement) => WordBlock[],
  ): WordInline[] {
    const inlines = found.map((item): WordInline => {
      const mark = this.#mark(change);
      switch (item.kind) {
        case "picture": {
          const { kind, alternative, losses } = item;
          return { kind, part: part(item.relationship), alternative, losses, ...mark };
        }
        case "textbox":
          return { kind: "textbox", blocks: this.#inside(() => blocks(item.content)), ...mark };
        case "object":
          return { ...item, ...mark };
      }
    });
    return this.#fields.pass(inlines);
  }

  /** `element` starts a field, simple or complex. */
  beginField(element: XmlElement): void {
    this.#fields.begin(child(element, "w:ffData"));
  }

  fieldCode(text: string): void {
    this.#fields.code(text);
  }

  separateField(): void {
    this.#fields.separate();
  }

  endField(look: RunLook, change: Under): WordInline[] {
    const { text, losses } = this.#fields.end();
    return this.#fields.pass([
      ...(text === "" ? [] : [this.marked(text, look, change)]),
      ...losses.map((loss) => ({ kind: "loss" as const, ...loss, ...this.#mark(change) })),
    ]);
  }

  #mark(change: Under): Marked {
    return { change, comments: [...this.#comments] };
  }
}
