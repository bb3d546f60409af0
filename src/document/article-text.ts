/** The printed words of an article. */

import { plainText } from "../compute/phrase/piece.ts";
import type { ArticleView } from "./article-view.ts";
import { cellText, rowsInOrder } from "./table/model.ts";
import type { TableModel } from "./table/model.ts";
import { contentText } from "./tree/tree.ts";
import type { Block, ComputedBlock } from "./tree/tree.ts";

/** A screen also offers the table and the description of each chart; paper shows only the caption. */
type Medium = "screen" | "paper";

/** One text for each paragraph, heading, list item and caption, each cell of a typed table, and each row of a computed one. */
export function bodyText(blocks: readonly Block[], medium: Medium): string[] {
  return blocks
    .flatMap((block) => blockText(block, medium))
    .flatMap((text) => text.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The words of the whole article, including headline, note and credit. */
export function articleText(
  { editorsNote, titleLines, title, subtitle, author, credit }: ArticleView,
  body: readonly string[],
): string[] {
  return [
    ...(editorsNote === undefined ? [] : [editorsNote.label + editorsNote.text]),
    ...(titleLines.length === 0 ? [] : [title]),
    ...(subtitle === undefined ? [] : [`——${subtitle}`]),
    ...(author === undefined ? [] : [author]),
    ...body,
    ...(credit === undefined ? [] : [`（${credit}供稿）`]),
  ];
}

function blockText(block: Block, medium: Medium): string[] {
  switch (block.kind) {
    case "text":
      return [contentText(block.content)];
    case "picture":
      return [contentText(block.caption)];
    case "table": {
      const cells = block.rows.flatMap((row) => row.cells.map(({ content }) => contentText(content)));
      return [contentText(block.title) + contentText(block.unit), ...cells];
    }
    case "computed":
      return computedText(block, medium);
  }
}

function computedText({ result }: ComputedBlock, medium: Medium): string[] {
  if (result === undefined) return [];
  const { table, drawing } = result;
  if (drawing === undefined) return tableText(table);
  const { caption, description, isTablePrinted } = drawing;
  return [
    ...(medium === "screen" ? [description] : []),
    plainText(caption),
    ...(medium === "screen" || isTablePrinted ? tableText(table) : []),
  ];
}

function tableText(table: TableModel): string[] {
  const { caption, unit, corner, columns, note } = table;
  return [
    plainText(caption) + (unit === undefined ? "" : `单位：${plainText(unit)}`),
    [corner, ...columns.map(plainText)].join(" "),
    ...rowsInOrder(table).map(({ head, cells }) => [plainText(head), ...cells.map(cellText)].join(" ")),
    ...(note.length === 0 ? [] : [`注：${plainText(note)}`]),
  ];
}
