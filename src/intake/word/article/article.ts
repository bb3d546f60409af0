/** A Word file → an article. Tracked changes are applied as accepted; the caller decides whether that is allowed. */

import { didYouMean } from "../../../base/text/nearest.ts";
import { articleText, verbatimValue } from "../../scaffold/next-issue.ts";
import type { WordDocument } from "../read/model.ts";
import { settled } from "../read/settled.ts";
import { Asides } from "./asides.ts";
import { BodyWriter } from "./body.ts";
import { readHead } from "./head.ts";
import { Pictures } from "./pictures.ts";
import type { ImportedPicture } from "./pictures.ts";
import { Places } from "./places.ts";
import { Remarks } from "./remarks.ts";
import { wordsOf } from "./words.ts";

interface ArticleRequest {
  /** 栏目 requested by the editor. */
  readonly column: string | undefined;
  /** The bulletin's customary columns; the first is the default. */
  readonly columns: readonly string[];
  /** Title for a file in which none is found. */
  readonly fallbackTitle: string;
  /** Names that exist in the folder. */
  readonly taken: Iterable<string>;
}

export interface ImportedArticle {
  /** The Markdown file. */
  readonly text: string;
  readonly title: string;
  readonly column: string;
  readonly pictures: readonly ImportedPicture[];
  /** Remarks for the editor, sentences in Chinese. */
  readonly remarks: readonly string[];
}

export async function importArticle(document: WordDocument, request: ArticleRequest): Promise<ImportedArticle> {
  const remarks = new Remarks();
  for (const remark of document.remarks) remarks.add(remark);
  const blocks = settled(document.blocks, "after");
  const head = readHead(blocks);
  const title = head.titleLines.length > 0 ? head.titleLines.join("｜") : request.fallbackTitle;
  if (head.titleLines.length === 0) remarks.add(`没有认出标题，暂用文件名“${title}”，请改成正式的标题`);
  else if (head.titleLines.some((line) => /[|｜]/.test(line))) remarks.add("标题里有竖线，会在那里换行，请核对");
  if (head.author !== undefined) remarks.add("标题下面居中的一行写成了作者，请核对", { where: "", words: head.author });
  const column = columnOf(head.column, request, remarks);
  const pictures = new Pictures(document, request.taken, remarks);
  const rest = blocks.filter((block) => !head.used.has(block));
  const places = new Places(blocks);
  for (const paragraph of head.otherTitles)
    remarks.add(
      "像是另一篇的标题，现在是同一篇里的一行，请核对；一个文件里有几篇的，在 Word 里把每一篇另存为一个文件，再一篇一篇导入",
      { where: "", words: wordsOf(paragraph) },
    );
  const writer = new BodyWriter(pictures, new Asides(places, remarks), remarks);
  await writer.head(blocks.filter((block) => head.used.has(block)));
  const chunks = await writer.write(rest);
  if (chunks.length === 0) remarks.add("没有正文");
  for (const { name, text } of document.margins) remarks.add(`${name}没有带入`, { where: "", words: text });
  const body = chunks.join("\n\n");
  return {
    text: articleText(
      { title, column, subtitle: head.subtitle, author: head.author, credit: head.credit },
      body,
      verbatimValue,
    ),
    title: title.replaceAll("｜", ""),
    column,
    pictures: pictures.files,
    remarks: remarks.list(),
  };
}

function columnOf(found: string | undefined, { column, columns }: ArticleRequest, remarks: Remarks): string {
  const wanted = column?.replace(/^【(.+)】$/, "$1") ?? found;
  if (wanted === undefined) return columns[0] ?? "工作动态";
  if (columns.length > 0 && !columns.includes(wanted))
    remarks.add(`“${wanted}”不是常设栏目（${columns.join("、")}），请核对。${didYouMean(wanted, columns)}`);
  return wanted;
}
