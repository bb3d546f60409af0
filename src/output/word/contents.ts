/** 目录: each article with its page, which Word counts. */

import { LeaderType, PageReference, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { markName } from "../../base/text/word-marks.ts";
import { plain } from "./paragraph.ts";
import type { ParagraphMaker } from "./paragraph.ts";
import type { ArticleContent } from "./article-content.ts";
import type { Geometry } from "./geometry.ts";

/** The bookmark that names an article's page. */
export function articleAnchor(number: number): string {
  return `_jb_article_${number}`;
}

export function contents(
  articles: readonly ArticleContent[],
  { cell, width, pitch }: Geometry,
  maker: ParagraphMaker,
): Paragraph[] {
  return [
    maker.marked("contentsTitle", 0, "contents", plain("目录"), { look: { characterSpacing: 320 } }),
    ...articles.map(
      ({ view, number }, at) =>
        new Paragraph({
          style: "contentsItem",
          indent: { left: 2 * cell, right: 2 * cell },
          tabStops: [{ type: TabStopType.RIGHT, position: width - 2 * cell, leader: LeaderType.DOT }],
          ...(at === articles.length - 1 ? { spacing: { after: pitch } } : {}),
          children: maker.bookmarked(markName(0, `contents${number}`, view.title), [
            new TextRun({ children: [view.title, new Tab()] }),
            new PageReference(articleAnchor(number)),
          ]),
        }),
    ),
  ];
}
