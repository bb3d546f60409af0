/** An issue's text as the browser set it in one endless strip, to be divided into pages. (排版) Lengths in CSS pixels. */

interface Placed {
  /** Number in the order of the document. */
  readonly index: number;
  /** Blank between it and what stands above it. */
  readonly above: number;
  /** Where it belongs: the head of the issue, its 目录, or the text. */
  readonly part: "masthead" | "contents" | "text";
  /** The blank above is that below a headline, which a very full page 1 does without. */
  readonly belowHeadline: boolean;
  /** Never the last on a page: 栏目, headings, 称呼. */
  readonly staysWithNext: boolean;
  /** Never the first on a page: 落款, 供稿. */
  readonly staysWithPrevious: boolean;
  /** Better not the last on a page: “如下：”. */
  readonly leadsOn: boolean;
  /** Where it is an article's headline, or its first box if it has none: the article's anchor. */
  readonly article: string | undefined;
}

/** Lines of equal height. */
export interface TextBox extends Placed {
  readonly kind: "text";
  readonly lines: number;
  readonly lineHeight: number;
  /** Lines when its characters stand a tenth of a point closer (7.3.5.5); `undefined` until it has been measured. */
  readonly tightLines: number | undefined;
  /** Its last line has one character. */
  readonly runt: boolean;
  /** Running text, of which page 1 must show some (7.3.3). */
  readonly running: boolean;
}

/** What is never divided. */
export interface SolidBox extends Placed {
  readonly kind: "solid";
  readonly height: number;
  /** Part of the height that may be drawn smaller, a picture or chart; 0 of anything else. */
  readonly drawn: number;
  /** How small it may be drawn, as a part of its size. */
  readonly least: number;
  /** Address of the picture. */
  readonly picture?: string;
  /** The lines below it go back to the grid. */
  readonly offGrid: boolean;
}

/** A row of a table, or a line of a row that is too high to be kept whole. */
export interface TableLine {
  readonly height: number;
  /** Number of its row. */
  readonly row: number;
  /** Number of the line in its row; 0 of a row that is not divided. */
  readonly line: number;
  /** Lines of its row that may be parted; 1 of a row that is not divided. */
  readonly of: number;
}

/** A table, divided between rows and inside high ones, its head repeated. */
export interface TableBox extends Placed {
  readonly kind: "table";
  /** Above the head: padding and caption. */
  readonly lead: number;
  readonly head: number;
  /** The first line of a divided row has the padding of its cells with it. */
  readonly rows: readonly TableLine[];
  /** Padding and border of cells, which the rest of a divided row has once more. */
  readonly edges: number;
  /** Below the last row: note and padding. */
  readonly foot: number;
  /** Above the repeated head of a later part, and below the rows of an earlier one. */
  readonly padding: { readonly above: number; readonly below: number };
}

export type FlowBox = TextBox | SolidBox | TableBox;

/** Heights of the 目录's boxes, one for each of its forms: as usual, and in the two smaller types. */
export type ContentsForm = "usual" | "dense" | "densest";

export interface Flow {
  /** In reading order, without the imprint. */
  readonly boxes: readonly FlowBox[];
  readonly contents: Readonly<Record<"usual", readonly number[]> & Partial<Record<ContentsForm, readonly number[]>>>;
  /** Height of the imprint. */
  readonly imprint: number;
  /** Classes that the document has from the office's settings. */
  readonly classes: readonly string[];
  /** What stands in a table that no type is small enough for. */
  readonly tooWide?: string | undefined;
}

/** What few issues need is measured when a plan asks for it: to set text anew takes the browser as long as all the rest. */
export interface Question {
  /** Numbers of text boxes whose `tightLines` are wanted. */
  readonly tight: readonly number[];
  readonly contents: ContentsForm | undefined;
}

export interface Answer {
  readonly tight: readonly number[];
  readonly contents: readonly number[];
}

/** A plan rests on what has not been measured. */
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
  /** What stands in it; empty until the browser was asked. */
  readonly words: string;

  constructor(box: number, words = "") {
    super(`box ${box} is higher than a page: ${words}`);
    this.box = box;
    this.words = words;
  }
}

/** A table has more columns, or longer numbers, than the type area has room for. */
export class TooWide extends Error {
  override readonly name = "TooWide";
  readonly words: string;

  constructor(words: string) {
    super(`table is wider than the page: ${words}`);
    this.words = words;
  }
}

/** How the page is made: what is done to the boxes, by their numbers. Page boundaries are all of them forced. */
export interface PagePlan {
  readonly pages: number;
  readonly classes: readonly string[];
  /** 目录 stands behind the text, as page 1 has no room for it. */
  readonly contentsLast: boolean;
  /** Boxes that begin a page. */
  readonly starts: readonly number[];
  /** Lines of paragraphs, and rows of tables or lines of a row, that begin a page, in their order. */
  readonly divided: readonly { readonly box: number; readonly row?: number; readonly line: number }[];
  readonly tight: readonly number[];
  readonly close: readonly number[];
  /** Paragraphs whose last two characters must stay together. */
  readonly bound: readonly number[];
  /** Blank below figures, back to the grid. */
  readonly white: readonly { readonly box: number; readonly height: number }[];
  /** New heights of pictures and charts; `share` of the usual ones. */
  readonly drawn: readonly {
    readonly box: number;
    readonly height: number;
    readonly share: number;
    readonly picture?: string;
  }[];
  readonly imprint: {
    /** On a page without text. */
    readonly alone: boolean;
    /** Behind a blank page, both without a page number (7.5). */
    readonly blankBefore: boolean;
    /** From the text's end, or the page's top, to its first rule. */
    readonly above: number;
  };
  readonly unnumbered: readonly number[];
  readonly articlePages: Readonly<Record<string, number>>;
  readonly firstPageLines: number;
}
