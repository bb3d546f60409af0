/** The text of an issue as laid out by the browser on one endless page, to be divided into pages. (排版) Lengths in CSS pixels. */

interface Placed {
  /** Number in the order of the document. */
  readonly index: number;
  /** White space between the box and the one above. */
  readonly above: number;
  /** The part of the issue: masthead, 目录, or text. */
  readonly part: "masthead" | "contents" | "text";
  /** Whether the space above is that below a headline, which is omitted on a very full page 1. */
  readonly belowHeadline: boolean;
  /** Never the last box of a page: 栏目, headings, 称呼. */
  readonly staysWithNext: boolean;
  /** Never the first box of a page: 落款, 供稿. */
  readonly staysWithPrevious: boolean;
  /** Preferably not the last box of a page: “如下：”. */
  readonly leadsOn: boolean;
  /** The anchor of the article whose headline, or first box if it has none, this is. */
  readonly article: string | undefined;
}

/** Lines of equal height. */
export interface TextBox extends Placed {
  readonly kind: "text";
  readonly lines: number;
  readonly lineHeight: number;
  /** Number of lines with the characters a tenth of a point closer (7.3.5.5); `undefined` until measured. */
  readonly tightLines: number | undefined;
  /** Whether the last line has only one character. */
  readonly runt: boolean;
  /** Whether it is running text, of which page 1 must show some (7.3.3). */
  readonly running: boolean;
}

/** A box that is never divided. */
export interface SolidBox extends Placed {
  readonly kind: "solid";
  readonly height: number;
  /** The height of a picture or chart in the box, which may be reduced; 0 for other boxes. */
  readonly drawn: number;
  /** The smallest size of the drawing, as a fraction of its usual size. */
  readonly least: number;
  /** Address of the picture. */
  readonly picture?: string;
  /** Whether white space below moves the next lines back to the grid. */
  readonly offGrid: boolean;
}

/** A row of a table, or a line of a row that may be divided because of its height. */
export interface TableLine {
  readonly height: number;
  /** Index of the row. */
  readonly row: number;
  /** Index of the line in its row; 0 for an undivided row. */
  readonly line: number;
  /** Number of lines of the row; 1 for an undivided row. */
  readonly of: number;
}

/** A table, which may be divided between rows and inside high rows; its header is repeated. */
export interface TableBox extends Placed {
  readonly kind: "table";
  /** Height above the header: padding and caption. */
  readonly lead: number;
  readonly head: number;
  /** The first line of a divided row includes the padding of its cells. */
  readonly rows: readonly TableLine[];
  /** Padding and border of cells, which are repeated in the rest of a divided row. */
  readonly edges: number;
  /** Height below the last row: note and padding. */
  readonly foot: number;
  /** Padding above the repeated header of a later part, and below the rows of an earlier part. */
  readonly padding: { readonly above: number; readonly below: number };
}

export type FlowBox = TextBox | SolidBox | TableBox;

/** Forms of the 目录: as usual, and in two smaller types. */
export type ContentsForm = "usual" | "dense" | "densest";

export interface Flow {
  /** In reading order, without the imprint. */
  readonly boxes: readonly FlowBox[];
  readonly contents: Readonly<Record<"usual", readonly number[]> & Partial<Record<ContentsForm, readonly number[]>>>;
  /** Height of the imprint. */
  readonly imprint: number;
  /** Classes of the document, from the settings of the office. */
  readonly classes: readonly string[];
  /** The text of a table that is too wide even in the smallest type. */
  readonly tooWide?: string | undefined;
}

/** Measurements that only few issues need. They are made on request, because a new layout takes the browser as long as everything else. */
export interface Question {
  /** Indices of text boxes whose `tightLines` are needed. */
  readonly tight: readonly number[];
  readonly contents: ContentsForm | undefined;
}

export interface Answer {
  readonly tight: readonly number[];
  readonly contents: readonly number[];
}

/** A plan needs something that has not been measured. */
export class Unmeasured extends Error {
  override readonly name = "Unmeasured";
  readonly question: Question;

  constructor(question: Partial<Question>) {
    super("not measured yet");
    this.question = { tight: [], contents: undefined, ...question };
  }
}

/** A box is higher than a page and cannot be divided. */
export class TooHigh extends Error {
  override readonly name = "TooHigh";
  /** Number of the box. */
  readonly box: number;
  /** The text of the box; empty until requested from the browser. */
  readonly words: string;

  constructor(box: number, words = "") {
    super(`box ${box} is higher than a page: ${words}`);
    this.box = box;
    this.words = words;
  }
}

/** The columns or numbers of a table do not fit into the type area. */
export class TooWide extends Error {
  override readonly name = "TooWide";
  readonly words: string;

  constructor(words: string) {
    super(`table is wider than the page: ${words}`);
    this.words = words;
  }
}

/** The instructions for making the pages, with boxes given by their indices. All page breaks are forced. */
export interface PagePlan {
  readonly pages: number;
  readonly classes: readonly string[];
  /** Whether the 目录 is after the text, because page 1 has no room for it. */
  readonly contentsLast: boolean;
  /** Boxes that start a page. */
  readonly starts: readonly number[];
  /** Lines of paragraphs, and rows of tables or lines of rows, that start a page, in order. */
  readonly divided: readonly { readonly box: number; readonly row?: number; readonly line: number }[];
  readonly tight: readonly number[];
  readonly close: readonly number[];
  /** Paragraphs whose last two characters must be on one line. */
  readonly bound: readonly number[];
  /** White space below boxes, which moves the next lines back to the grid. */
  readonly white: readonly { readonly box: number; readonly height: number }[];
  /** New heights of pictures and charts; `share` is the fraction of the usual height. */
  readonly drawn: readonly {
    readonly box: number;
    readonly height: number;
    readonly share: number;
    readonly picture?: string;
  }[];
  readonly imprint: {
    /** Whether its page has no text. */
    readonly alone: boolean;
    /** Whether a blank page precedes it; both have no page number (7.5). */
    readonly blankBefore: boolean;
    /** Distance from the end of the text, or the top of the page, to its first rule. */
    readonly above: number;
  };
  readonly unnumbered: readonly number[];
  readonly articlePages: Readonly<Record<string, number>>;
  readonly firstPageLines: number;
}
