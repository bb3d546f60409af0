/** Reads paragraphs and tables. */

import { changeOf, isRemoval, signatureOf } from "./change.ts";
import { controlRemark } from "./control.ts";
import { InlineReader } from "./inline-reader.ts";
import type { InlineContext } from "./inline-reader.ts";
import type { Alignment, Change, Loss, WordBlock, WordInline, WordParagraph } from "./model.ts";
import type { Numbering } from "./numbering.ts";
import { shownText } from "./shown-text.ts";
import type { Styles } from "./styles.ts";
import { TableReader } from "./table-reader.ts";
import { unknownContent, unknownFormat } from "./vocabulary/fate.ts";
import { bodyContents, paragraphProperties } from "./vocabulary/paragraph.ts";
import { child, elements, toggle, value, wordsBelow } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const alignments: Readonly<Record<string, Alignment>> = {
  center: "center",
  right: "right",
  end: "right",
  both: "both",
  distribute: "both",
};
const holders = new Set(["w:sdtContent", "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo"]);

export class BlockReader {
  readonly #context: Omit<InlineContext, "blocks">;
  readonly #numbering: Numbering;
  readonly #inlines: InlineReader;
  readonly #tables: TableReader;
  #count = 0;
  /** Whether the current cell or box has a background that is not white. */
  #onGround = false;

  constructor(context: Omit<InlineContext, "blocks">, numbering: Numbering) {
    this.#context = context;
    this.#numbering = numbering;
    this.#inlines = new InlineReader({ ...context, blocks: (parent) => this.#textBox(parent) });
    this.#tables = new TableReader(context.styles, (cell, onGround) =>
      this.#on(this.#onGround || onGround, () => this.read(cell)),
    );
  }

  read(parent: XmlElement | undefined): WordBlock[] {
    const blocks: WordBlock[] = [];
    let initial: WordParagraph | undefined;
    for (const element of elements(parent)) {
      const [first, ...rest] = this.#block(element);
      if (first === undefined) continue;
      const started: WordBlock =
        initial !== undefined && first.kind === "paragraph" ? startingWith(initial, first) : first;
      if (initial !== undefined && started === first) blocks.push(initial);
      initial = started.kind === "paragraph" && isInitial(element) ? started : undefined;
      if (initial === undefined) blocks.push(started, ...rest);
    }
    return initial === undefined ? blocks : [...blocks, initial];
  }

  #block(element: XmlElement): WordBlock[] {
    if (element.name === "w:p") return [this.#paragraph(element)];
    if (element.name === "w:tbl") return [this.#table(element)];
    if (holders.has(element.name)) return this.read(element);
    switch (element.name) {
      case "w:sdt": {
        const remark = controlRemark(element);
        const blocks = this.read(child(element, "w:sdtContent"));
        return remark === undefined ? blocks : [this.#remark({ message: remark, words: shownText(blocks) })];
      }
      case "w:altChunk":
        return [
          this.#remark({
            message: "插入的整个文件没有带进来，请在 Word 里打开另存一次",
            words: this.#context.words(element.attributes["r:id"] ?? ""),
          }),
        ];
      case "m:oMath":
      case "m:oMathPara":
        return [this.#loose(this.#inlines.equation(element, undefined))];
      default: {
        const fate = bodyContents[element.name];
        if (this.#inlines.anchor(element) || fate?.kind === "inert" || fate?.kind === "carried") return [];
        return [this.#remark({ message: unknownContent(element.name), words: wordsBelow(element) })];
      }
    }
  }

  /** Reads a text box. Its paragraphs are not counted in the surrounding text, and its background is unknown. */
  #textBox(parent: XmlElement): WordBlock[] {
    const before = this.#count;
    const blocks = this.#on(true, () => this.read(parent));
    this.#count = before;
    return blocks;
  }

  #on<T>(ground: boolean, read: () => T): T {
    const before = this.#onGround;
    this.#onGround = ground;
    const result = read();
    this.#onGround = before;
    return result;
  }

  #remark(loss: Loss): WordParagraph {
    return this.#loose([{ kind: "loss", ...loss, change: undefined, comments: [] }]);
  }

  /** Makes a paragraph of content between paragraphs. */
  #loose(inlines: readonly WordInline[]): WordParagraph {
    this.#count++;
    return {
      ...{
        kind: "paragraph",
        number: this.#count,
        style: "",
        outline: undefined,
        label: "",
        bullet: false,
        align: "left",
      },
      ...{ indent: 0, inlines, markChange: undefined, formatChange: undefined, bookmarks: [], looks: [] },
      framed: false,
    };
  }

  #paragraph(element: XmlElement): WordParagraph {
    const { styles } = this.#context;
    const properties = child(element, "w:pPr");
    const markProperties = child(properties, "w:rPr");
    const markChange = markChangeOf(markProperties);
    const inlines = this.#inlines.paragraph(element, properties, this.#onGround);
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
      framed: isFramed(styles, properties),
      looks: [...(label?.looks ?? []), ...this.#looks(properties)],
    };
  }

  /** Remarks on the look of a paragraph, as defined by its properties and its style. */
  #looks(properties: XmlElement | undefined): string[] {
    const { styles } = this.#context;
    const looks = Object.entries(paragraphProperties).flatMap(([name, fate]) => {
      if (fate.kind !== "reported") return [];
      const found = styles.paragraph(properties, (source) => child(source, name));
      return found !== undefined && fate.applies(found) ? [fate.message] : [];
    });
    const unknown = elements(properties).flatMap(({ name }) =>
      paragraphProperties[name] === undefined ? [unknownFormat(name)] : [],
    );
    return [
      ...looks,
      ...unknown,
      ...(isFramed(styles, properties) ? ["图文框里的文字在 Word 里另放一处，带入后接在正文里，请核对位置"] : []),
      ...(toggle(child(properties, "w:rPr"), "w:vanish") === true
        ? ["段落标记是隐藏的，Word 里与下一段连成一段，带入成两段，请核对"]
        : []),
    ];
  }

  #table(element: XmlElement): WordBlock {
    this.#count++;
    const number = this.#count;
    const table = this.#tables.read(element, number);
    this.#count = number;
    return table;
  }
}

/** Whether a paragraph is in a frame beside the text; a drop cap (首字下沉) is not. */
function isFramed(styles: Styles, properties: XmlElement | undefined): boolean {
  const frame = styles.paragraph(properties, (source) => child(source, "w:framePr"));
  return frame !== undefined && !hasInitial(frame);
}

/** 首字下沉: the first letter is a paragraph of its own in a frame. */
function isInitial(element: XmlElement): boolean {
  const frame = child(element, "w:pPr", "w:framePr");
  return frame !== undefined && hasInitial(frame);
}

function hasInitial({ attributes }: XmlElement): boolean {
  return ["drop", "margin"].includes(attributes["w:dropCap"] ?? "none");
}

function startingWith(initial: WordParagraph, paragraph: WordParagraph): WordParagraph {
  return {
    ...paragraph,
    inlines: [...initial.inlines, ...paragraph.inlines],
    bookmarks: [...initial.bookmarks, ...paragraph.bookmarks],
  };
}

/** The change of the end of a paragraph, which may be inserted by one author and deleted by another. */
function markChangeOf(properties: XmlElement | undefined): Change | undefined {
  const [change, ...others] = elements(properties).flatMap((element) => changeOf(element) ?? []);
  const cancelled = change !== undefined && others.some((other) => isRemoval(other) !== isRemoval(change));
  return cancelled ? { ...change, cancelled } : change;
}

/** The outline level, from the property or the name of a heading style. The value 9 means body text. */
function outlineOf(style: string, outline: string | undefined): number | undefined {
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(style)?.[1];
  const level = outline === undefined ? Number(named ?? 0) : Number(outline) + 1;
  return level >= 1 && level <= 9 ? level : undefined;
}

/** The indent of the first line in points. */
function indentOf(element: XmlElement | undefined): number | undefined {
  if (element === undefined) return undefined;
  const twips = (name: string): number => Number(element.attributes[name] ?? 0) || 0;
  return (twips("w:left") + twips("w:start") + twips("w:firstLine") - twips("w:hanging")) / 20;
}
