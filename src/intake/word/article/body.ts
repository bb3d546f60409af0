/** The text of an article below its head → Markdown. */

import { cells } from "../../../base/text/cells.ts";
import type { WordBlock, WordParagraph, WordTable } from "../read/model.ts";
import { shownText } from "../read/shown-text.ts";
import type { Asides, Role } from "./asides.ts";
import type { Pictures } from "./pictures.ts";
import { isHeading } from "./places.ts";
import type { Remarks } from "./remarks.ts";
import { signatureAt } from "./signature.ts";
import { cellParagraphs, isCaption, isTable, isUnitLine, markdownTable } from "./table.ts";
import { verbatim, verbatimInline, verbatimPicture } from "./verbatim.ts";
import { inOneLine, linesOf, wordsOf } from "./words.ts";

const longestCaption = 40;

export class BodyWriter {
  readonly #pictures: Pictures;
  readonly #asides: Asides;
  readonly #remarks: Remarks;
  readonly #chunks: string[] = [];
  /** Whether the last chunk is a list to which a further item is added. */
  #inList = false;

  constructor(pictures: Pictures, asides: Asides, remarks: Remarks) {
    this.#pictures = pictures;
    this.#asides = asides;
    this.#remarks = remarks;
  }

  /** Pictures and text boxes anchored in the head, which come before the text. */
  async head(blocks: readonly WordBlock[]): Promise<void> {
    for (const block of blocks) if (block.kind === "paragraph") await this.#hanging(block, "head", false);
  }

  /** The paragraphs in Markdown, to be joined by blank lines. */
  async write(blocks: readonly WordBlock[]): Promise<string[]> {
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at];
      if (block === undefined) continue;
      if (block.kind === "table") {
        await this.#table(block, []);
        continue;
      }
      const above = tableHead(blocks, at);
      if (above !== undefined) {
        await this.#table(above.table, above.lines);
        for (const line of above.paragraphs) await this.#hanging(line, "text", true);
        at = above.end;
        continue;
      }
      const signature = signatureAt(blocks, at);
      if (signature.length > 0) {
        for (const paragraph of signature) await this.#hanging(paragraph, "text", false);
        this.#push(
          `::: 落款\n${signature
            .flatMap(linesOf)
            .map((line) => verbatim(line))
            .join("\n")}\n:::`,
        );
        at = blocks.indexOf(signature.at(-1) ?? block, at);
        continue;
      }
      at += await this.#paragraph(block, blocks[at + 1]);
    }
    return this.#chunks;
  }

  #push(chunk: string): void {
    this.#chunks.push(chunk);
    this.#inList = false;
  }

  /** Returns the number of following blocks that were consumed. */
  async #paragraph(paragraph: WordParagraph, next: WordBlock | undefined): Promise<number> {
    const lines = linesOf(paragraph);
    const words = inOneLine(lines);
    const heading = isHeading(paragraph, words);
    if (words !== "") {
      if (paragraph.bullet) this.#item(words);
      else if (heading) {
        this.#push(verbatim(words, "heading"));
        if (paragraph.outline === undefined && /^[\d（]\d*[.．）]/u.test(words))
          this.#remarks.add("前面有序号的短行写成了小标题，请核对；是正文的，去掉行首的 ###", { where: "", words });
      } else {
        const text = lines.map((line) => verbatim(line)).join("\\\n");
        const block = /^(?:编者)?按[：:]/.test(words) ? "按语" : paragraph.align === "center" ? "居中" : undefined;
        this.#push(block === undefined ? text : `::: ${block}\n${text}\n:::`);
      }
    }
    return this.#hanging(paragraph, "text", heading || paragraph.bullet, next);
  }

  #item(words: string): void {
    const item = verbatim(words, "item");
    if (this.#inList) this.#chunks[this.#chunks.length - 1] += `\n${item}`;
    else this.#push(item);
    this.#inList = true;
  }

  /** Writes pictures and text boxes after their paragraph, and remarks on the rest. Returns the number of following blocks consumed. */
  async #hanging(paragraph: WordParagraph, role: Role, asLine: boolean, next?: WordBlock): Promise<number> {
    this.#asides.remark(paragraph, role, asLine);
    const place = this.#asides.place(paragraph);
    let used = 0;
    for (const inline of paragraph.inlines) {
      if (inline.kind === "textbox") {
        const words = shownText(inline.blocks);
        this.#remarks.add("文本框里的文字移到了这一段后面，请核对位置", { ...place, words });
        await this.write(inline.blocks);
      }
      if (inline.kind !== "picture") continue;
      const name = await this.#pictures.add(inline, place);
      if (name === undefined) continue;
      const below = used === 0 ? captionOf(next) : undefined;
      this.#push(verbatimPicture(below === undefined ? "" : wordsOf(below), name));
      if (below === undefined) this.#remarks.add("图片没有图题，请补上", place);
      else {
        used = 1;
        await this.#hanging(below, "text", true);
      }
    }
    return used;
  }

  async #table(table: WordTable, above: readonly string[]): Promise<void> {
    this.#asides.table(table);
    if (!isTable(table)) {
      this.#remarks.add("只有一列的表格（框）改成了段落", this.#asides.place(table));
      for (const row of table.rows) for (const cell of row.cells) await this.write(cell.blocks);
      return;
    }
    const { title, markdown } = markdownTable(table, this.#asides.place(table), this.#remarks);
    const head = [...(title === undefined ? [] : [captionLine(title)]), ...above];
    if (head.length > 0) this.#push(head.join("\n"));
    this.#push(markdown);
    for (const cell of table.rows.flatMap(({ cells }) => cells))
      for (const paragraph of cell.continues ? [] : cellParagraphs(cell)) await this.#hanging(paragraph, "cell", true);
  }
}

/** The caption below a picture: 图1 现场, or a short centred line. */
function captionOf(block: WordBlock | undefined): WordParagraph | undefined {
  if (block?.kind !== "paragraph") return undefined;
  const words = wordsOf(block);
  const fits = words !== "" && cells(words) <= longestCaption && !/[。：]$/.test(words);
  return fits && (block.align === "center" || /^图\s*[\d一二三四五六七八九十]/.test(words)) ? block : undefined;
}

function captionLine(words: string): string {
  return /^表\s*[\d一二三四五六七八九十]+/.test(words) ? verbatim(words) : `表：${verbatimInline(words)}`;
}

interface TableHead {
  readonly table: WordTable;
  readonly lines: readonly string[];
  readonly paragraphs: readonly WordParagraph[];
  readonly end: number;
}

/** Caption and unit (单位：件) directly above a table. */
function tableHead(blocks: readonly WordBlock[], at: number): TableHead | undefined {
  const lines: string[] = [];
  const paragraphs: WordParagraph[] = [];
  for (let end = at; end < blocks.length && lines.length < 3; end++) {
    const block = blocks[end];
    if (block === undefined) return undefined;
    if (block.kind === "table")
      return lines.length === 0 || !isTable(block) ? undefined : { table: block, lines, paragraphs, end };
    const words = wordsOf(block);
    if (words === "" && block.inlines.some(({ kind }) => kind === "picture")) return undefined;
    paragraphs.push(block);
    if (words === "") continue;
    if (isUnitLine(words)) lines.push(verbatim(words));
    else if (lines.length === 0 && isCaption(words, block.align === "center")) lines.push(captionLine(words));
    else return undefined;
  }
  return undefined;
}
