/** An issue's view → a .docx, the same bytes every time. */

import { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { Bulletin } from "../../model/bulletin.ts";
import { headlineType } from "../../document/print-view.ts";
import type { IssueView } from "../../document/issue-view.ts";
import { sizes, typeArea } from "../../document/sheet.ts";
import { ArticleWriter } from "./articles.ts";
import type { ArticleContent } from "./article-content.ts";
import { contents } from "./contents.ts";
import { finished } from "./finished.ts";
import { fontNames, fontTable } from "./fonts.ts";
import { geometryOf, points, twips } from "./geometry.ts";
import { imprint } from "./imprint.ts";
import { masthead } from "./masthead.ts";
import { ParagraphMaker } from "./paragraph.ts";
import { PictureMaker } from "./pictures.ts";
import type { WordPicture } from "./pictures.ts";
import { characterStyles, fontOf, offGrid, paragraphStyles } from "./styles.ts";

export interface WordRequest {
  readonly view: IssueView;
  readonly bulletin: Bulletin;
  /** In the issue's own order; the view groups them by column. */
  readonly articles: readonly ArticleContent[];
  /** A picture by its address from the issue's folder; `undefined` for one that Word cannot show. */
  readonly picture: (source: string) => WordPicture | undefined;
}

export interface WrittenWord {
  readonly bytes: Buffer;
  /** Pictures that Word cannot show. */
  readonly missingPictures: readonly string[];
}

/** Middle of the page number's line: 7 mm below the type area (7.5). */
const folioBelow = 7;

export async function writeWord({ view, bulletin, articles, picture }: WordRequest): Promise<WrittenWord> {
  const geometry = geometryOf(bulletin.print);
  const fonts = fontNames(bulletin);
  const maker = new ParagraphMaker();
  const pictures = new PictureMaker(picture, geometry);
  const titled = articles.filter((article) => article.view.titleLines.length > 0).length;
  const writer = new ArticleWriter(geometry, maker, pictures);
  const of = (sectionArticles: IssueView["sections"][number]["articles"]): ArticleContent[] =>
    sectionArticles.flatMap((wanted) => articles.find((article) => article.view === wanted) ?? []);
  const ordered = view.sections.flatMap((section) => of(section.articles));
  const { margins } = geometry;
  const footer = Math.round(twips(297 - typeArea.bottom - folioBelow) - points(sizes.foot) / 2);
  const document = new Document({
    title: view.title,
    subject: `${view.masthead.name}${view.masthead.number}`,
    creator: view.masthead.issuer,
    lastModifiedBy: view.masthead.issuer,
    keywords: bulletin.keywords.join("，"),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf(fonts.仿宋), size: sizes.body * 2, language: { value: "en-US", eastAsia: "zh-CN" } },
        },
      },
      paragraphStyles: paragraphStyles(fonts, geometry, headlineType(titled).size),
      characterStyles: characterStyles(fonts),
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: {
              top: twips(margins.top),
              right: twips(margins.right),
              bottom: twips(margins.bottom),
              left: twips(margins.left),
              header: twips(15),
              footer,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: geometry.pitch },
        },
        footers: { default: folio("right"), even: folio("left") },
        children: [
          ...masthead(view, geometry, maker),
          ...(view.hasContents ? contents(ordered, geometry, maker) : []),
          ...view.sections.flatMap((section, at) => writer.section(section, at, of(section.articles))),
          ...imprint(view, geometry, maker),
        ],
      },
    ],
  });
  const bytes = await finished(await Packer.toBuffer(document), view.isoDate, fontTable(fonts), offGrid);
  return { bytes, missingPictures: pictures.missing };
}

/** — 1 — at the outer side, one character in. */
function folio(side: "left" | "right"): Footer {
  const inset = points(sizes.foot);
  return new Footer({
    children: [
      new Paragraph({
        style: "folio",
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === "right" ? { right: inset } : { left: inset },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}
