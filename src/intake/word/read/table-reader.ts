/** Reads tables: rows, cells, and the columns of each cell. */

import { changeOf } from "./change.ts";
import { controlRemark } from "./control.ts";
import { shownText } from "./shown-text.ts";
import type { Change, Loss, WordBlock, WordCell, WordRow, WordTable } from "./model.ts";
import type { Styles } from "./styles.ts";
import { isShaded, unknownContent, unknownFormat } from "./vocabulary/fate.ts";
import type { Vocabulary } from "./vocabulary/fate.ts";
import { cellProperties, rowContents, rowProperties, tableContents, tableProperties } from "./vocabulary/table.ts";
import { child, elements, value, wordsBelow } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Elements of content controls and tracked changes that may contain rows and cells. */
const holders = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo"]);
/** A table in Word has at most 63 columns. */
const mostColumns = 64;

/** A row or cell with its tracked change. */
interface Found {
  readonly element: XmlElement;
  readonly change: Change | undefined;
  /** The remark on a control around it that was not filled in, so that its content is omitted. */
  readonly unfilled: string | undefined;
}

const outermost = { change: undefined, unfilled: undefined };

export class TableReader {
  readonly #styles: Styles;
  readonly #read: (cell: XmlElement, onGround: boolean) => WordBlock[];
  #losses: Loss[] = [];

  /** `read` reads the content of a cell; `onGround`: its background is not white. */
  constructor(styles: Styles, read: (cell: XmlElement, onGround: boolean) => WordBlock[]) {
    this.#styles = styles;
    this.#read = read;
  }

  read(element: XmlElement, number: number): WordTable {
    const outer = this.#losses;
    this.#losses = [];
    const properties = child(element, "w:tblPr");
    const shade = child(properties, "w:shd");
    const onGround = this.#styles.shades(value(properties, "w:tblStyle")) || (shade !== undefined && isShaded(shade));
    for (const message of looksOf(properties, tableProperties))
      this.#losses.push({
        message,
        words: value(properties, "w:tblCaption") ?? value(properties, "w:tblDescription") ?? "",
      });
    const rows = this.#parts(element, "w:tr", tableContents, outermost).map((row) => this.#row(row, onGround));
    if (this.#styles.hidesWords(value(properties, "w:tblStyle")))
      this.#losses.push({
        message: "表格的样式里设了删除线或隐藏，里面的字照样带入了，请核对",
        words: rows.map(({ cells }) => cells.map(({ blocks }) => shownText(blocks)).join("｜")).join("；"),
      });
    const losses = this.#losses;
    this.#losses = outer;
    return { kind: "table", number, rows, losses };
  }

  /** The rows of a table or the cells of a row; other content is reported. */
  #parts(parent: XmlElement, name: string, vocabulary: Vocabulary, around: Omit<Found, "element">): Found[] {
    return elements(parent).flatMap((element): Found[] => {
      if (element.name === name) return [{ element, ...around }];
      if (holders.has(element.name)) {
        const change = changeOf(element) ?? around.change;
        const unfilled = around.unfilled ?? (element.name === "w:sdt" ? controlRemark(element) : undefined);
        return this.#parts(element, name, vocabulary, { change, unfilled });
      }
      const words = wordsBelow(element);
      if (vocabulary[element.name] === undefined) this.#losses.push({ message: unknownContent(element.name), words });
      return [];
    });
  }

  #row({ element, change, unfilled }: Found, onGround: boolean): WordRow {
    const properties = child(element, "w:trPr");
    const own = elements(properties)
      .map(changeOf)
      .find((found) => found !== undefined);
    const cells = this.#parts(element, "w:tc", rowContents, { ...outermost, unfilled }).map((cell) =>
      this.#cell(cell, onGround),
    );
    const gap = (name: string): WordCell[] => absent(Number(value(properties, name) ?? "0"));
    return {
      cells: [...gap("w:gridBefore"), ...cells, ...gap("w:gridAfter")],
      change: own ?? change,
      looks: looksOf(properties, rowProperties),
    };
  }

  #cell({ element, change, unfilled }: Found, onGround: boolean): WordCell {
    const properties = child(element, "w:tcPr");
    const merges = ["w:vMerge", "w:hMerge"].map((name) => child(properties, name));
    const span = Number(value(properties, "w:gridSpan") ?? "1");
    const shade = child(properties, "w:shd");
    const blocks = this.#read(element, onGround || (shade !== undefined && isShaded(shade)));
    const own = elements(properties)
      .map(changeOf)
      .find((found) => found !== undefined);
    const continues = merges.some(
      (merge) => merge !== undefined && (merge.attributes["w:val"] ?? "continue") === "continue",
    );
    const words = continues ? shownText(blocks) : "";
    if (words !== "") this.#losses.push({ message: "合并的单元格里被盖住的字没有带入", words });
    if (unfilled !== undefined) this.#losses.push({ message: unfilled, words: shownText(blocks) });
    return {
      blocks: unfilled === undefined ? blocks : [],
      span: span >= 1 && span <= mostColumns ? span : 1,
      continues,
      absent: false,
      change: own ?? change,
      looks: looksOf(properties, cellProperties),
    };
  }
}

function absent(columns: number): WordCell[] {
  return columns >= 1 && columns <= mostColumns
    ? [{ blocks: [], span: columns, continues: false, absent: true, change: undefined, looks: [] }]
    : [];
}

function looksOf(properties: XmlElement | undefined, vocabulary: Vocabulary): string[] {
  return elements(properties).flatMap((property) => {
    const fate = vocabulary[property.name];
    if (fate === undefined) return [unknownFormat(property.name)];
    return fate.kind === "reported" && fate.applies(property) ? [fate.message] : [];
  });
}
