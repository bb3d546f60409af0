/** Columns with their articles. */

import { Paragraph } from "docx";
import type { Table } from "docx";
import { contentText } from "../../document/tree/tree.ts";
import type { Block, TextBlock } from "../../document/tree/tree.ts";
import { cells } from "../../base/text/cells.ts";
import type { SectionView } from "../../document/issue-view.ts";
import { pictureMark } from "../../base/text/word-marks.ts";
import type { Geometry } from "./geometry.ts";
import { plain, runsOf } from "./paragraph.ts";
import type { ParagraphMaker } from "./paragraph.ts";
import type { PictureMaker } from "./pictures.ts";
import type { StyleId } from "./styles.ts";
import { computedParagraphs } from "./computed.ts";
import { articleAnchor } from "./contents.ts";
import { tableParagraphs, wordTable } from "./table.ts";
import type { ArticleContent } from "./article-content.ts";

export class ArticleWriter {
  readonly #geometry: Geometry;
  readonly #maker: ParagraphMaker;
  readonly #pictures: PictureMaker;

  constructor(geometry: Geometry, maker: ParagraphMaker, pictures: PictureMaker) {
    this.#geometry = geometry;
    this.#maker = maker;
    this.#pictures = pictures;
  }

  section({ heading }: SectionView, at: number, articles: readonly ArticleContent[]): (Paragraph | Table)[] {
    const before = at === 0 ? 0 : this.#geometry.pitch;
    return [
      this.#maker.marked("column", 0, `column${at + 1}`, plain(heading), { spacing: { before } }),
      ...articles.flatMap((article, index) => this.#article(article, index > 0)),
    ];
  }

  /** A blank line stands between articles. */
  #article({ view, number, blocks }: ArticleContent, apart: boolean): (Paragraph | Table)[] {
    const { pitch } = this.#geometry;
    this.#maker.anchor(articleAnchor(number));
    const head: Paragraph[] = [];
    const add = (style: StyleId, part: string, text: string, options = {}): void => {
      const before = head.length === 0 && apart ? pitch : 0;
      head.push(this.#maker.marked(style, number, part, plain(text), { spacing: { before }, ...options }));
    };
    const { editorsNote: note, subtitle, author } = view;
    if (note !== undefined) {
      const label = note.label === "" ? [] : [{ kind: "text", text: note.label, look: "note-label" } as const];
      const before = apart ? pitch : 0;
      head.push(
        this.#maker.marked("note", number, "note", [...label, ...plain(note.text)], {
          spacing: { before, after: pitch },
          // The page on which the note stands is the one that the contents name: the headline is on it too.
          keepNext: true,
          keepLines: true,
        }),
      );
    }
    const lines = view.print.titleLines;
    const more = subtitle !== undefined || author !== undefined;
    if (lines.length > 0)
      add("title", "title", lines.join("\n"), {
        spacing: { before: head.length === 0 && apart ? pitch : 0, ...(more ? { after: 0 } : {}) },
      });
    if (subtitle !== undefined)
      add("subtitle", "subtitle", `——${subtitle}`, author === undefined ? { spacing: { after: pitch } } : {});
    if (author !== undefined) add("subtitle", "author", author, { spacing: { after: pitch } });
    const body = blocks.flatMap((block, at) => this.#block(block, number, at, blocks));
    const credit =
      view.credit === undefined
        ? []
        : [this.#maker.marked("credit", number, "credit", plain(`（${view.credit}供稿）`))];
    const first = head.length === 0 && apart ? [new Paragraph({ style: "text", children: [] })] : [];
    return [...first, ...head, ...body, ...credit];
  }

  #block(block: Block, article: number, at: number, all: readonly Block[]): (Paragraph | Table)[] {
    const part = `b${at}`;
    switch (block.kind) {
      case "text":
        return [this.#text(block, article, part, all, at)];
      case "picture": {
        const pictures = this.#pictures.paragraph(
          block.pictures.map(({ source }) => source),
          (runs, shown) => this.#maker.bookmarked(pictureMark(article, part, shown), runs),
        );
        if (block.caption.length === 0) return [pictures];
        return [pictures, this.#maker.marked("caption", article, `${part}p`, runsOf(block.caption))];
      }
      case "table":
        return tableParagraphs(wordTable(block), article, part, this.#geometry, this.#maker);
      case "computed":
        return block.result === undefined
          ? []
          : computedParagraphs(block.result, article, part, this.#geometry, this.#maker);
    }
  }

  #text(block: TextBlock, article: number, part: string, all: readonly Block[], at: number): Paragraph {
    const { pitch, cell, width } = this.#geometry;
    const next = all[at + 1];
    const style = styleOf(block);
    if (block.role !== "signature") {
      // A letter that ends within the article keeps a blank line below it.
      const after =
        block.within.includes("信函") && next !== undefined && !next.within.includes("信函") ? pitch : undefined;
      return this.#maker.marked(
        style,
        article,
        part,
        runsOf(block.content),
        after === undefined ? {} : { spacing: { after } },
      );
    }
    // Without seal (7.3.5.2): a blank line above; the whole two characters from the right edge; what follows the first line two in.
    const lines = signatureAround(all, at);
    const first = lines[0] === block;
    const widest = Math.max(...lines.map((line, index) => cells(contentText(line.content)) + (index === 0 ? 0 : 2)));
    return this.#maker.marked(style, article, part, runsOf(block.content), {
      indent: { left: Math.max(0, Math.floor(width - (widest + 2) * cell)) + (first ? 0 : 2 * cell) },
      spacing: { before: first ? pitch : 0 },
      keepNext: block !== lines.at(-1),
    });
  }
}

/** The lines of the signature that the one at `at` belongs to. */
function signatureAround(blocks: readonly Block[], at: number): TextBlock[] {
  const isLine = (block: Block | undefined): block is TextBlock => block?.kind === "text" && block.role === "signature";
  let from = at;
  while (isLine(blocks[from - 1])) from--;
  const rest = blocks.slice(from);
  const end = rest.findIndex((block) => !isLine(block));
  return rest.slice(0, end < 0 ? undefined : end).filter(isLine);
}

function styleOf({ role, level, within }: TextBlock): StyleId {
  switch (role) {
    case "heading":
      return `heading${Math.min(4, level) as 0 | 1 | 2 | 3 | 4}`;
    case "letter-title":
      return "letterTitle";
    case "salutation":
      return "salutation";
    case "signature":
      return "signature";
    case "item":
      return "item";
    case "paragraph": {
      const block = within.at(-1);
      if (block === "按语") return "note";
      if (block === "引文") return "quotation";
      return block === "居中" ? "centred" : "text";
    }
  }
}
