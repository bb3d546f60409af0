/** The content of a Word file, as far as a bulletin needs it. */

/** A tracked change. (修订) */
export interface Change {
  readonly kind: "insert" | "delete" | "moveFrom" | "moveTo";
  readonly author: string;
  /** ISO date from the file; may be empty. */
  readonly date: string;
  /** Inserted by one author and deleted by another, so that it exists neither before nor after the changes. */
  readonly cancelled?: true;
}

/** Author and date of a change. */
export type Signature = Pick<Change, "author" | "date">;

export interface Marked {
  readonly change: Change | undefined;
  /** Ids of the comments on this. */
  readonly comments: readonly string[];
}

export interface WordText extends Marked {
  readonly kind: "text";
  readonly text: string;
  readonly bold: boolean;
  readonly underlined: boolean;
  /** 隐藏文字: not visible on the page, also because it is white on white or too small. */
  readonly hidden: boolean;
  /** 删除线 */
  readonly struck: boolean;
  /** 上标, 下标, unless the text consists of such characters (⁴, ₂). */
  readonly raised: "superscript" | "subscript" | undefined;
  /** A tracked change of the formatting only. */
  readonly formatChange: Signature | undefined;
  /** Remarks on meaningful formatting that plain text loses, clauses in Chinese. */
  readonly looks: readonly string[];
  /** Points. */
  readonly size: number | undefined;
  readonly font: string | undefined;
  /** Formatting of these words that differs from their style: 字号, 字体. */
  readonly direct: readonly string[];
}

/** A manual break. */
interface WordBreak extends Marked {
  readonly kind: "break";
  readonly of: "line" | "page";
}

export interface WordPicture extends Marked {
  readonly kind: "picture";
  /** The part with the picture; `undefined` for one outside the file. */
  readonly part: string | undefined;
  readonly alternative: string;
  /** Differences between the page and the picture's file: cropped, rotated. */
  readonly losses: readonly Loss[];
}

export interface WordNote extends Marked {
  readonly kind: "note";
  readonly name: "脚注" | "尾注";
  readonly text: string;
}

interface WordTextBox extends Marked {
  readonly kind: "textbox";
  readonly blocks: readonly WordBlock[];
}

/** Content that cannot become part of an article: equations, charts, embedded files, drawings. */
interface WordObject extends Marked {
  readonly kind: "object";
  /** 公式, 图表 … */
  readonly name: string;
  readonly text: string;
}

/** Content of the page that is lost in the article. */
export interface Loss {
  /** The remark, a clause in Chinese, the same for all losses of a kind. */
  readonly message: string;
  /** The words concerned; may be empty. */
  readonly words: string;
}

/** Lost content at this place: an unknown element, the address of a link, a field without a result. */
interface WordLoss extends Marked, Loss {
  readonly kind: "loss";
}

/** The place of a comment that marks no text. */
interface WordCommentPoint extends Marked {
  readonly kind: "comment";
  readonly id: string;
}

export type WordInline =
  WordText | WordBreak | WordPicture | WordNote | WordTextBox | WordObject | WordLoss | WordCommentPoint;

export type Alignment = "left" | "center" | "right" | "both";

export interface WordParagraph {
  readonly kind: "paragraph";
  /** Number among the paragraphs with content, from 1; an empty one has the number of the one before. */
  readonly number: number;
  /** Name of the style: `Title`, `heading 1`, `Normal` … */
  readonly style: string;
  /** 大纲级别, from 1. */
  readonly outline: number | undefined;
  /** The computed number of a list, as printed: 一、 （一） 1. */
  readonly label: string;
  readonly bullet: boolean;
  readonly align: Alignment;
  /** Left indent in points. */
  readonly indent: number;
  readonly inlines: readonly WordInline[];
  /** The tracked insertion or deletion of the paragraph's end. */
  readonly markChange: Change | undefined;
  /** A tracked change of the formatting. */
  readonly formatChange: Signature | undefined;
  readonly bookmarks: readonly string[];
  /** Whether it is in a frame beside the text (图文框). */
  readonly framed: boolean;
  /** Remarks on the paragraph as a whole, clauses in Chinese. */
  readonly looks: readonly string[];
}

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  /** Number of columns. */
  readonly span: number;
  /** Whether it is merged with the cell above or beside it. */
  readonly continues: boolean;
  /** Not a cell, but columns that the row omits at its edges. */
  readonly absent: boolean;
  /** The tracked insertion or deletion of this cell. */
  readonly change: Change | undefined;
  readonly looks: readonly string[];
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  readonly change: Change | undefined;
  readonly looks: readonly string[];
}

export interface WordTable {
  readonly kind: "table";
  readonly number: number;
  readonly rows: readonly WordRow[];
  readonly losses: readonly Loss[];
}

export type WordBlock = WordParagraph | WordTable;

/** 批注 */
export interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

export interface WordDocument {
  readonly blocks: readonly WordBlock[];
  readonly comments: ReadonlyMap<string, WordComment>;
  /** Texts of headers and footers other than page numbers, including text boxes and WordArt. */
  readonly margins: readonly { readonly name: "页眉" | "页脚"; readonly text: string }[];
  /** Remarks on the whole file, sentences in Chinese: unknown number formats, imported parts … */
  readonly remarks: readonly string[];
  /** The bytes of a picture; `undefined` when it is missing in the file. */
  readonly picture: (part: string) => Promise<Uint8Array | undefined>;
}

/** Whether a text is part of the content, neither hidden nor struck through. */
export function isSaid({ hidden, struck }: WordText): boolean {
  return !hidden && !struck;
}

/** The text without hidden and struck parts; breaks are `\n`. */
export function inlineText(inlines: readonly WordInline[]): string {
  return inlines
    .map((inline) => (inline.kind === "text" && isSaid(inline) ? inline.text : inline.kind === "break" ? "\n" : ""))
    .join("");
}

/** All paragraphs in reading order, including those of cells and text boxes. */
export function paragraphsOf(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block, ...block.inlines.flatMap((inline) => (inline.kind === "textbox" ? paragraphsOf(inline.blocks) : []))]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}
