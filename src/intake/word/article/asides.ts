/** Remarks on everything of a paragraph or table that does not become text of the article, with the words concerned. */

import { isSaid } from "../read/model.ts";
import type { WordInline, WordParagraph, WordTable, WordText } from "../read/model.ts";
import { missingCharacter } from "../read/symbols.ts";
import type { Places } from "./places.ts";
import { isHeading } from "./places.ts";
import type { RemarkPlace, Remarks } from "./remarks.ts";
import { linesOf, wordsOf } from "./words.ts";

/** The role of a paragraph. For a head or a cell the bulletin defines the look, so that losing its own needs no remark. */
export type Role = "text" | "head" | "cell";

export class Asides {
  readonly #places: Places;
  readonly #remarks: Remarks;

  constructor(places: Places, remarks: Remarks) {
    this.#places = places;
    this.#remarks = remarks;
  }

  place(block: WordParagraph | WordTable, words = ""): RemarkPlace {
    return { where: this.#places.of(block), words };
  }

  /** `asLine`: the lines of the paragraph are joined to one. */
  remark(paragraph: WordParagraph, role: Role, asLine: boolean): void {
    const add = (message: string, words = ""): void => {
      this.#remarks.add(message, this.place(paragraph, words));
    };
    const display = role === "head" || isHeading(paragraph, wordsOf(paragraph));
    if (paragraph.label !== "") add("自动编号写成了文字，请核对", linesOf(paragraph)[0] ?? paragraph.label);
    if (paragraph.bullet) add(role === "cell" ? "项目符号没有带入" : "项目符号不带入，成为列表的一项");
    for (const look of paragraph.looks) add(look);
    const lines = linesOf(paragraph);
    if (asLine && lines.length > 1) add("换行的文字合成了一行，请核对", lines.join("⏎"));
    if (lines.some((line) => line.includes(missingCharacter)))
      add(`有一个符号字体里的字认不出来，写成了“${missingCharacter}”，请改成正确的字`);
    for (const [sign, better] of [
      ["☑", "√"],
      ["☒", "×”或“√"],
      ["✓", "√"],
      ["✗", "×"],
    ] as const)
      if (lines.some((line) => line.includes(sign))) add(`“${sign}”多数公文字体里没有，印不出来，请改成“${better}”`);
    for (const [message, words] of lookedAt(paragraph.inlines, display)) add(message, words);
    for (const inline of paragraph.inlines) {
      if (inline.kind === "note") add(`${inline.name}没有带入`, inline.text);
      else if (inline.kind === "object") add(`${inline.name}没有带入`, inline.text);
      else if (inline.kind === "loss") add(inline.message, inline.words);
      else if (inline.kind === "picture") for (const { message, words } of inline.losses) add(message, words);
    }
  }

  table(table: WordTable): void {
    for (const { message, words } of table.losses) this.#remarks.add(message, this.place(table, words));
    for (const { looks, cells } of table.rows) {
      for (const inner of cells.flatMap(({ blocks }) => blocks)) if (inner.kind === "table") this.table(inner);
      const words = cells.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "paragraph" ? wordsOf(block) : [])),
      );
      for (const look of looks) this.#remarks.add(look, this.place(table, words.join(" ")));
      for (const cell of cells) {
        const own = cell.blocks.flatMap((block) => (block.kind === "paragraph" ? wordsOf(block) : [])).join("");
        for (const look of cell.looks) this.#remarks.add(look, this.place(table, own));
      }
    }
  }
}

/** The remarks on the look of texts with the words; adjacent runs with the same remark are combined. */
function lookedAt(inlines: readonly WordInline[], display: boolean): [message: string, words: string][] {
  const found: [message: string, words: string][] = [];
  let open = new Map<string, [string, string]>();
  for (const inline of inlines) {
    if (inline.kind === "comment") continue;
    if (inline.kind !== "text") {
      open = new Map();
      continue;
    }
    if (inline.text.trim() === "" && isSaid(inline) && !isBlankToFill(inline)) continue;
    const said = isSaid(inline);
    const messages = [
      ...inline.looks.filter((look) => !display || look !== "字的颜色没有带入"),
      ...(said && inline.bold && !display ? ["加粗没有带入（公文正文不加粗）"] : []),
      ...(isBlankToFill(inline)
        ? ["有下划线的空白（像是待填的）没有带入，请补上"]
        : said && inline.underlined
          ? ["下划线没有带入"]
          : []),
    ];
    const next = new Map<string, [string, string]>();
    for (const message of messages) {
      const entry = open.get(message) ?? [message, ""];
      if (!open.has(message)) found.push(entry);
      entry[1] += inline.text;
      next.set(message, entry);
    }
    open = next;
  }
  return found.filter(([message, words]) => words.trim() !== "" || message.includes("空白"));
}

function isBlankToFill(text: WordText): boolean {
  return text.underlined && isSaid(text) && /^[\s\u3000]{2,}$/u.test(text.text);
}
