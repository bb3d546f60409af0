/**
 * Computed blocks come as HTML of our own making: their tables and lines of text, for Word. A chart is given by its caption and
 * the table behind it, which Word can edit and a drawing not.
 */

import type { Paragraph, Table } from "docx";
import { textBlocks } from "../../document/article-text.ts";
import type { Geometry } from "./geometry.ts";
import { plain } from "./paragraph.ts";
import type { ParagraphMaker } from "./paragraph.ts";
import { tableParagraphs } from "./table.ts";
import type { WordTable } from "./table.ts";

export function computedParagraphs(
  html: string,
  article: number,
  part: string,
  geometry: Geometry,
  maker: ParagraphMaker,
): (Paragraph | Table)[] {
  const written = html.replaceAll(/<svg[\s\S]*?<\/svg>|<summary>[\s\S]*?<\/summary>/g, "");
  const [before = "", after = ""] = written.split(/<table[\s\S]*<\/table>/);
  const table = /<table[\s\S]*<\/table>/.exec(written)?.[0];
  const lines = (text: string, style: "caption" | "tableNote", from: number): Paragraph[] =>
    textBlocks(text).map((line, at) => maker.marked(style, article, `${part}x${from + at}`, plain(line)));
  return [
    ...lines(before, "caption", 0),
    ...(table === undefined ? [] : tableParagraphs(read(table), article, part, geometry, maker)),
    ...lines(after, "tableNote", 100),
  ];
}

function read(table: string): WordTable {
  const caption = /<caption[^>]*>([\s\S]*?)<\/caption>/.exec(table)?.[1] ?? "";
  const spanned = (name: string): string =>
    new RegExp(`<span class="${name}">([\\s\\S]*?)</span>(?=<span|$)`).exec(caption)?.[1] ?? "";
  const unit = spanned("table-unit");
  const title = spanned("table-title");
  const rows = [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = ""], at) => ({
    head: at === 0,
    cells: [...row.matchAll(/<t[hd]([^>]*)>([\s\S]*?)<\/t[hd]>/g)].map(
      ([, attributes = "", content = ""]): WordTable["rows"][number]["cells"][number] => {
        const align = /align-(left|right)/.exec(attributes)?.[1];
        return { align: align === "left" || align === "right" ? align : "center", runs: plain(textOf(content)) };
      },
    ),
  }));
  return { title: plain(textOf(title === "" && unit === "" ? caption : title)), unit: plain(textOf(unit)), rows };
}

function textOf(html: string): string {
  return textBlocks(html).join("");
}
