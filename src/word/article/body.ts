/** The text of an article below its head → Markdown. */

import { cells } from "../../text/cells.ts";
import { levelOf } from "../../markdown/level.ts";
import { missingCharacter } from "../read/symbols.ts";
import { inlineText } from "../read/model.ts";
import type { WordBlock, WordParagraph, WordTable } from "../read/model.ts";
import type { Pictures } from "./pictures.ts";
import { placeOf } from "./remarks.ts";
import type { Remarks } from "./remarks.ts";
import { signatureAt } from "./signature.ts";
import { isCaption, isUnitLine, markdownTable } from "./table.ts";
import { verbatim, verbatimInline, verbatimPicture } from "./verbatim.ts";
import { isBold, isUnderlined, linesOf, wordsOf } from "./words.ts";

/** A heading is a line of its own without a full stop. */
const longestHeading = 28;
const longestCaption = 40;

export class BodyWriter {
  readonly #pictures: Pictures;
  readonly #remarks: Remarks;
  readonly #chunks: string[] = [];
  /** The last chunk is a list that a further item joins. */
  #inList = false;

  constructor(pictures: Pictures, remarks: Remarks) {
    this.#pictures = pictures;
    this.#remarks = remarks;
  }

  /** Paragraphs of Markdown, to be joined by blank lines. */
  async write(blocks: readonly WordBlock[]): Promise<string[]> {
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at];
      if (block === undefined) continue;
      if (block.kind === "table") {
        await this.#table(block);
        continue;
      }
      const above = tableHead(blocks, at);
      if (above !== undefined) {
        await this.#table(above.table, above.lines);
        at = above.end;
        continue;
      }
      const signature = signatureAt(blocks, at);
      if (signature.length > 0) {
        for (const paragraph of signature) await this.#remark(paragraph);
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

  /** Returns how many blocks after it were used up. */
  async #paragraph(paragraph: WordParagraph, next: WordBlock | undefined): Promise<number> {
    const lines = linesOf(paragraph);
    const words = lines.join("");
    if (words !== "") {
      if (paragraph.bullet) this.#item(lines);
      else if (isHeading(paragraph, words)) this.#push(verbatim(words, "heading"));
      else {
        const text = lines.map((line) => verbatim(line)).join("\\\n");
        const block = /^(?:编者)?按[：:]/.test(words) ? "按语" : paragraph.align === "center" ? "居中" : undefined;
        this.#push(block === undefined ? text : `::: ${block}\n${text}\n:::`);
      }
    }
    return this.#remark(paragraph, next);
  }

  #item(lines: readonly string[]): void {
    const item = verbatim(lines.join(""), "item");
    if (this.#inList) this.#chunks[this.#chunks.length - 1] += `\n${item}`;
    else this.#push(item);
    this.#inList = true;
  }

  /** Whatever of a paragraph is no text: carried over after it, or remarked on. Returns how many blocks after it were used up. */
  async #remark(paragraph: WordParagraph, next?: WordBlock): Promise<number> {
    const place = placeOf(paragraph);
    const remark = (message: string): void => {
      this.#remarks.add(message, place);
    };
    if (paragraph.label !== "") remark("自动编号写成了文字，请核对");
    if (paragraph.bullet) remark("项目符号不带入，成为列表的一项");
    if (isBold(paragraph) && paragraph.outline === undefined && !isHeading(paragraph, wordsOf(paragraph)))
      remark("加粗没有带入（公文正文不加粗）");
    if (isUnderlined(paragraph)) remark("下划线没有带入");
    if (inlineText(paragraph.inlines).includes(missingCharacter))
      remark(`有一个符号字体里的字认不出来，写成了“${missingCharacter}”，请改成正确的字`);
    let used = 0;
    for (const inline of paragraph.inlines) {
      switch (inline.kind) {
        case "picture": {
          const name = await this.#pictures.add(inline, place);
          if (name === undefined) break;
          const caption = used === 0 ? captionOf(next) : undefined;
          if (caption !== undefined) used = 1;
          this.#push(verbatimPicture(caption ?? "", name));
          if (caption === undefined) remark("图片没有图题，请补上");
          break;
        }
        case "note":
          remark(`${inline.name}没有带入：“${inline.text}”`);
          break;
        case "object":
          remark(`${inline.name}没有带入${inline.text === "" ? "" : `：“${inline.text}”`}`);
          break;
        case "textbox":
          remark("文本框里的文字移到了这一段后面，请核对位置");
          await this.write(inline.blocks);
          break;
        case "text":
          if (inline.hidden && inline.text.trim() !== "") remark(`隐藏的文字没有带入：“${inline.text.trim()}”`);
          break;
        case "break":
        case "comment":
          break;
      }
    }
    return used;
  }

  async #table(table: WordTable, above: readonly string[] = []): Promise<void> {
    const built = markdownTable(table, this.#remarks);
    if (built === undefined) {
      for (const row of table.rows) for (const cell of row.cells) await this.write(cell.blocks);
      return;
    }
    const head = [...(built.title === undefined ? [] : [captionLine(built.title)]), ...above];
    if (head.length > 0) this.#push(head.join("\n"));
    this.#push(built.markdown);
    for (const row of table.rows) {
      for (const block of row.cells.flatMap((cell) => cell.blocks))
        if (block.kind === "paragraph" && block.inlines.some(({ kind }) => kind !== "text" && kind !== "break"))
          await this.#remark(block);
    }
  }
}

function isHeading(paragraph: WordParagraph, words: string): boolean {
  const short = cells(words) <= longestHeading && !/[。；，：:！？]$/.test(words);
  if (paragraph.outline !== undefined) return short || cells(words) <= 2 * longestHeading;
  return short && paragraph.align !== "center" && levelOf(words) !== undefined;
}

/** The line below a picture: 图1 现场, or a short centred one. */
function captionOf(block: WordBlock | undefined): string | undefined {
  if (block?.kind !== "paragraph") return undefined;
  const words = wordsOf(block);
  const fits = words !== "" && cells(words) <= longestCaption && !/[。：]$/.test(words);
  return fits && (block.align === "center" || /^图\s*[\d一二三四五六七八九十]/.test(words)) ? words : undefined;
}

function captionLine(words: string): string {
  return /^表\s*[\d一二三四五六七八九十]+/.test(words) ? verbatim(words) : `表：${verbatimInline(words)}`;
}

/** Caption and unit right above a table. */
function tableHead(
  blocks: readonly WordBlock[],
  at: number,
): { readonly table: WordTable; readonly lines: string[]; readonly end: number } | undefined {
  const lines: string[] = [];
  for (let end = at; end < blocks.length && lines.length < 3; end++) {
    const block = blocks[end];
    if (block === undefined) return undefined;
    if (block.kind === "table") return lines.length === 0 ? undefined : { table: block, lines, end };
    const words = wordsOf(block);
    if (words === "") continue;
    if (isUnitLine(words)) lines.push(verbatim(words));
    else if (lines.length === 0 && isCaption(words, block.align === "center")) lines.push(captionLine(words));
    else return undefined;
  }
  return undefined;
}
