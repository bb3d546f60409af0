/** Recognizes the top of an article: 栏目, title, subtitle, author, contributor. */

import { cells } from "../../../base/text/cells.ts";
import { levelOf } from "../../../document/markdown/level.ts";
import type { WordBlock, WordParagraph } from "../read/model.ts";
import { fontOf, linesOf, sizeOf, wordsOf } from "./words.ts";

interface ArticleHead {
  readonly column: string | undefined;
  readonly titleLines: readonly string[];
  readonly subtitle: string | undefined;
  readonly author: string | undefined;
  readonly credit: string | undefined;
  /** Paragraphs below that look like the title, so that the file seems to contain further articles. */
  readonly otherTitles: readonly WordParagraph[];
  /** All paragraphs of the head. */
  readonly used: ReadonlySet<WordBlock>;
}

/** A title is among so many paragraphs at the top. */
const furthest = 8;
/** Points; 小二 and larger is the size of a title. */
const displaySize = 18;
const longestTitle = 80;
const columnLine = /^【([^【】]{1,20})】$/;
const creditLine = /^[（(]\s*(.{2,30}?)\s*供稿\s*[）)]$/;

export function readHead(blocks: readonly WordBlock[]): ArticleHead {
  const used = new Set<WordBlock>();
  const filled = blocks.filter((block) => block.kind === "table" || wordsOf(block) !== "" || holdsPicture(block));
  const top = filled.slice(0, furthest);
  const at = titleAt(top);
  const title = at < 0 ? [] : titleParagraphs(filled, at);
  for (const paragraph of title) used.add(paragraph);
  let column: string | undefined;
  for (const block of top.slice(0, Math.max(at, 1))) {
    const name = block.kind === "paragraph" && !used.has(block) ? columnLine.exec(wordsOf(block))?.[1] : undefined;
    if (name === undefined) continue;
    column ??= name;
    used.add(block);
  }
  let subtitle: string | undefined;
  let author: string | undefined;
  let credit: string | undefined;
  for (const [index, block] of filled.entries()) {
    if (at < 0 || index < at + title.length || index >= at + title.length + 3) continue;
    if (block.kind === "table" || block.align !== "center") break;
    const words = wordsOf(block);
    if (words === "" || isCaption(words, filled[index + 1])) break;
    const credited = creditLine.exec(words)?.[1];
    if (credit === undefined && credited !== undefined) credit = credited;
    else if (subtitle === undefined && /^——/.test(words)) subtitle = words.replace(/^——\s*/, "");
    else if (author === undefined && isAuthor(words)) author = words.replace(beforeDate, "　");
    else break;
    used.add(block);
  }
  const last = filled.at(-1);
  if (credit === undefined && last?.kind === "paragraph" && !used.has(last)) {
    credit = creditLine.exec(wordsOf(last))?.[1];
    if (credit !== undefined) used.add(last);
  }
  const otherTitles = titlesBelow(filled, at + title.length, title[0]);
  return { column, titleLines: title.flatMap(linesOf), subtitle, author, credit, otherTitles, used };
}

/** The blanks between author and date: 市生态环境局办公室  2020年11月11日 */
const beforeDate = /(?<=\S)[\s\u3000]+(?=\d{4}年\d{1,2}月\d{1,2}日$)/u;

/** Whether a line is the caption of a table or picture, not the author of the article. */
function isCaption(words: string, next: WordBlock | undefined): boolean {
  return /^[图表]\s*[\d一二三四五六七八九十]/.test(words) || next?.kind === "table";
}

function holdsPicture({ inlines }: WordParagraph): boolean {
  return inlines.some(({ kind }) => kind === "picture");
}

function isAuthor(words: string): boolean {
  const dated = beforeDate.exec(words);
  const name = dated === null ? words : words.slice(0, dated.index);
  return cells(words) <= 26 && !/[。：:]$|\d年/.test(name) && levelOf(name) === undefined;
}

/** The first lines of further titles, searched only if the article's title is recognizable by its size or style. */
function titlesBelow(
  filled: readonly WordBlock[],
  from: number,
  title: WordParagraph | undefined,
): readonly WordParagraph[] {
  if (title === undefined || !(isTitleStyle(title) || sizeOf(title) >= displaySize || title.outline === 1)) return [];
  const isTitle = (block: WordBlock | undefined): block is WordParagraph =>
    block?.kind === "paragraph" && mayBeTitle(block) && look(block) === look(title);
  return filled.filter(
    (block, at): block is WordParagraph => at >= from && isTitle(block) && (at === from || !isTitle(filled[at - 1])),
  );
}

function isTitleStyle({ style }: WordParagraph): boolean {
  return /^(?:title|标题|文章标题|大标题)$/i.test(style);
}

/** The index of the title's first paragraph; -1 for a text without a title. */
function titleAt(top: readonly WordBlock[]): number {
  const find = (is: (paragraph: WordParagraph) => boolean): number =>
    top.findIndex((block) => block.kind === "paragraph" && mayBeTitle(block) && is(block));
  const tries = [
    find(isTitleStyle),
    find((paragraph) => fontOf(paragraph).includes("小标宋") || fontOf(paragraph).includes("XiaoBiaoSong")),
    find((paragraph) => paragraph.align === "center" && sizeOf(paragraph) >= displaySize),
    find(({ outline }) => outline === 1),
    find(({ align }) => align === "center"),
  ];
  return tries.find((at) => at >= 0) ?? -1;
}

function mayBeTitle(paragraph: WordParagraph): boolean {
  const words = wordsOf(paragraph);
  return (
    words !== "" &&
    paragraph.label === "" &&
    cells(words) <= longestTitle &&
    !columnLine.test(words) &&
    !/[。；，：]$/.test(words) &&
    (levelOf(words) ?? 0) === 0
  );
}

/** The paragraphs of a title: consecutive ones of the same look. */
function titleParagraphs(filled: readonly WordBlock[], at: number): WordParagraph[] {
  const paragraphs: WordParagraph[] = [];
  for (const block of filled.slice(at, at + 3)) {
    if (block.kind === "table" || !mayBeTitle(block)) break;
    const [first] = paragraphs;
    if (first !== undefined && (look(block) !== look(first) || /^(?:——|[（(])/.test(wordsOf(block)))) break;
    paragraphs.push(block);
  }
  return paragraphs;
}

function look(paragraph: WordParagraph): string {
  return [paragraph.style, paragraph.align, sizeOf(paragraph), fontOf(paragraph)].join("|");
}
