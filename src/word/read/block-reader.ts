/** Paragraphs and tables of a text. */

import { changeOf, InlineReader, isRemoval, signatureOf } from "./inline-reader.ts";
import type { InlineContext } from "./inline-reader.ts";
import { inlineText } from "./model.ts";
import type { Alignment, Change, WordBlock, WordCell, WordInline, WordParagraph, WordRow } from "./model.ts";
import type { Numbering } from "./numbering.ts";
import { child, elements, value } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const alignments: Readonly<Record<string, Alignment>> = {
  center: "center",
  right: "right",
  end: "right",
  both: "both",
  distribute: "both",
};
const holders = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo"]);

export class BlockReader {
  readonly #context: Omit<InlineContext, "blocks">;
  readonly #numbering: Numbering;
  readonly #inlines: InlineReader;
  #count = 0;
  /** Word documents put into this one, which only Word can show. */
  imported = 0;

  constructor(context: Omit<InlineContext, "blocks">, numbering: Numbering) {
    this.#context = context;
    this.#numbering = numbering;
    this.#inlines = new InlineReader({ ...context, blocks: (parent) => this.#textBox(parent) });
  }

  read(parent: XmlElement | undefined): WordBlock[] {
    return elements(parent).flatMap((element): WordBlock[] => {
      if (element.name === "w:p") return [this.#paragraph(element)];
      if (element.name === "w:tbl") return [this.#table(element)];
      if (holders.has(element.name)) return this.read(element);
      if (element.name === "mc:AlternateContent") return this.read(child(element, "mc:Choice"));
      if (element.name === "w:altChunk") this.imported++;
      else this.#inlines.anchor(element);
      return [];
    });
  }

  /** A text box's paragraphs are not counted among those of the text around it. */
  #textBox(parent: XmlElement): WordBlock[] {
    const before = this.#count;
    const blocks = this.read(parent);
    this.#count = before;
    return blocks;
  }

  #paragraph(element: XmlElement): WordParagraph {
    const { styles } = this.#context;
    const properties = child(element, "w:pPr");
    const markProperties = child(properties, "w:rPr");
    const markChange = elements(markProperties)
      .map(changeOf)
      .find((change) => change !== undefined);
    const inlines = this.#inlines.read(element, properties);
    const removed = (change: Change | undefined): boolean => change !== undefined && isRemoval(change);
    const gone = removed(markChange) && inlines.every((inline) => removed(inline.change));
    const label = gone ? undefined : this.#numbering.next(properties);
    const shows = label !== undefined || inlines.some((inline) => inline.kind !== "text" || inline.text.trim() !== "");
    if (shows) this.#count++;
    const outline = styles.paragraph(properties, (source) => value(source, "w:outlineLvl"));
    const align = styles.paragraph(properties, (source) => value(source, "w:jc")) ?? "";
    const indent = styles.paragraph(properties, (source) => indentOf(child(source, "w:ind")));
    const style = styles.name(value(properties, "w:pStyle"));
    const formatted = child(properties, "w:pPrChange") ?? child(markProperties, "w:rPrChange");
    return {
      kind: "paragraph",
      number: this.#count,
      style,
      outline: outlineOf(style, outline),
      label: label?.text ?? "",
      bullet: label?.bullet === true,
      align: alignments[align] ?? "left",
      indent: indent ?? 0,
      inlines,
      markChange,
      formatChange: formatted === undefined ? undefined : signatureOf(formatted),
      bookmarks: this.#inlines.takeBookmarks(),
    };
  }

  #table(element: XmlElement): WordBlock {
    this.#count++;
    const number = this.#count;
    const rows = rowsOf(element).map((row): WordRow => {
      const change = elements(child(row, "w:trPr"))
        .map(changeOf)
        .find((found) => found !== undefined);
      return { cells: cellsOf(row).map((cell) => this.#cell(cell)), change };
    });
    this.#count = number;
    return { kind: "table", number, rows };
  }

  #cell(cell: XmlElement): WordCell {
    const properties = child(cell, "w:tcPr");
    const merge = child(properties, "w:vMerge");
    const span = Number(value(properties, "w:gridSpan") ?? "1");
    return {
      blocks: this.read(cell),
      span: span >= 1 && span <= 64 ? span : 1,
      continues: merge !== undefined && (merge.attributes["w:val"] ?? "continue") === "continue",
      change: elements(properties)
        .map(changeOf)
        .find((found) => found !== undefined),
    };
  }
}

/** Heading styles of Word have levels by name, should the style not say. 9 means body text. */
function outlineOf(style: string, outline: string | undefined): number | undefined {
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(style)?.[1];
  const level = outline === undefined ? Number(named ?? 0) : Number(outline) + 1;
  return level >= 1 && level <= 9 ? level : undefined;
}

/** Points from the left edge to the first line. */
function indentOf(element: XmlElement | undefined): number | undefined {
  if (element === undefined) return undefined;
  const twips = (name: string): number => Number(element.attributes[name] ?? 0) || 0;
  return (twips("w:left") + twips("w:start") + twips("w:firstLine") - twips("w:hanging")) / 20;
}

/** Rows and cells may stand in content controls. */
function rowsOf(parent: XmlElement): XmlElement[] {
  return elements(parent).flatMap((element) =>
    element.name === "w:tr" ? [element] : holders.has(element.name) ? rowsOf(element) : [],
  );
}

function cellsOf(parent: XmlElement): XmlElement[] {
  return elements(parent).flatMap((element) =>
    element.name === "w:tc" ? [element] : holders.has(element.name) ? cellsOf(element) : [],
  );
}

/** The text of a header, a note or a comment: its paragraphs in one line, what text boxes and WordArt say among them. */
export function plainBlocks(blocks: readonly WordBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === "paragraph"
        ? [inlineText(block.inlines), ...block.inlines.map(drawnText)]
            .map((text) => text.trim())
            .filter(Boolean)
            .join(" ")
        : block.rows.map((row) => row.cells.map((cell) => plainBlocks(cell.blocks)).join(" ")).join(" "),
    )
    .filter((text) => text !== "")
    .join(" ");
}

function drawnText(inline: WordInline): string {
  return inline.kind === "textbox" ? plainBlocks(inline.blocks) : inline.kind === "object" ? inline.text : "";
}
