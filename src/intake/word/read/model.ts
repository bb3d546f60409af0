/** What a Word file holds, as far as a bulletin cares. */

/** A tracked change. (修订) */
export interface Change {
  readonly kind: "insert" | "delete" | "moveFrom" | "moveTo";
  readonly author: string;
  /** ISO, as the file says; empty when it does not. */
  readonly date: string;
  /** Inserted by one and deleted by another: there neither before nor after. */
  readonly cancelled?: true;
}

/** Who changed something, and when. */
export type Signature = Pick<Change, "author" | "date">;

export interface Marked {
  readonly change: Change | undefined;
  /** Ids of the comments that this stands under. */
  readonly comments: readonly string[];
}

export interface WordText extends Marked {
  readonly kind: "text";
  readonly text: string;
  readonly bold: boolean;
  readonly underlined: boolean;
  /** 隐藏文字: in the file, not on the page; white on white and too small to see as well. */
  readonly hidden: boolean;
  /** 删除线: on the page, and crossed out. */
  readonly struck: boolean;
  /** 上标, 下标, so far as the text is not in characters of that kind (⁴, ₂) already. */
  readonly raised: "superscript" | "subscript" | undefined;
  /** Its formatting alone was changed under tracking. */
  readonly formatChange: Signature | undefined;
  /** What its look says and plain text does not: remarks in Chinese, clauses. */
  readonly looks: readonly string[];
  /** Points. */
  readonly size: number | undefined;
  readonly font: string | undefined;
  /** What was set for these words alone, against their style: 字号, 字体. */
  readonly direct: readonly string[];
}

/** A manual break. */
export interface WordBreak extends Marked {
  readonly kind: "break";
  readonly of: "line" | "page";
}

export interface WordPicture extends Marked {
  readonly kind: "picture";
  /** The part that holds it; `undefined` for one that lies elsewhere. */
  readonly part: string | undefined;
  readonly alternative: string;
  /** How the page shows it otherwise than its file: cropped, turned. */
  readonly losses: readonly Loss[];
}

export interface WordNote extends Marked {
  readonly kind: "note";
  readonly name: "脚注" | "尾注";
  readonly text: string;
}

export interface WordTextBox extends Marked {
  readonly kind: "textbox";
  readonly blocks: readonly WordBlock[];
}

/** What has no place in an article: equations, charts, embedded files, drawings. */
export interface WordObject extends Marked {
  readonly kind: "object";
  /** 公式, 图表 … */
  readonly name: string;
  readonly text: string;
}

/** What a reader of the page is told that has no place in an article. */
export interface Loss {
  /** A clause in Chinese, the same for all of a kind. */
  readonly message: string;
  /** The words that it is about; may be empty. */
  readonly words: string;
}

/** Something that stood here: content that is not known, a link's address, a field without a result. */
export interface WordLoss extends Marked, Loss {
  readonly kind: "loss";
}

/** Where a comment hangs that marks no text. */
export interface WordCommentPoint extends Marked {
  readonly kind: "comment";
  readonly id: string;
}

export type WordInline =
  WordText | WordBreak | WordPicture | WordNote | WordTextBox | WordObject | WordLoss | WordCommentPoint;

export type Alignment = "left" | "center" | "right" | "both";

export interface WordParagraph {
  readonly kind: "paragraph";
  /** Count of the paragraphs that show something, from 1; an empty one has the number of the one before. */
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
  /** The paragraph's end was inserted or deleted. */
  readonly markChange: Change | undefined;
  /** Formatting was changed under tracking. */
  readonly formatChange: Signature | undefined;
  readonly bookmarks: readonly string[];
  /** It stands in a frame of its own beside the text (图文框). */
  readonly framed: boolean;
  /** Remarks on the paragraph as a whole, clauses in Chinese. */
  readonly looks: readonly string[];
}

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  /** Columns that it covers. */
  readonly span: number;
  /** It goes on with the cell above, or beside it. */
  readonly continues: boolean;
  /** No cell at all: columns that the row leaves out at its edge. */
  readonly absent: boolean;
  /** The cell alone was inserted or deleted. */
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
  /** Texts of headers and footers that say more than a page number, text boxes and WordArt in them included. */
  readonly margins: readonly { readonly name: "页眉" | "页脚"; readonly text: string }[];
  /** Number formats that were not known and are written as plain digits, imported parts … : sentences in Chinese. */
  readonly remarks: readonly string[];
  /** The bytes of a picture; `undefined` when it is missing from the file. */
  readonly picture: (part: string) => Promise<Uint8Array | undefined>;
}

/** Does a reader of the page take it as said? What is crossed out is there to be seen, and said no more. */
export function isSaid({ hidden, struck }: WordText): boolean {
  return !hidden && !struck;
}

/** The text of what is said; breaks are `\n`. */
export function inlineText(inlines: readonly WordInline[]): string {
  return inlines
    .map((inline) => (inline.kind === "text" && isSaid(inline) ? inline.text : inline.kind === "break" ? "\n" : ""))
    .join("");
}

/** All paragraphs in reading order, those of cells and text boxes among them. */
export function paragraphsOf(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block, ...block.inlines.flatMap((inline) => (inline.kind === "textbox" ? paragraphsOf(inline.blocks) : []))]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}
