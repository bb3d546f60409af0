/** 版记 at the foot of the last page: rules of 0.35 and 0.25 mm, 报 送 发, contacts and copies. */

import {
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from "docx";
import { cells } from "../../base/text/cells.ts";
import type { IssueView } from "../../document/issue-view.ts";
import { sizes } from "../../document/sheet.ts";
import { points, twips } from "./geometry.ts";
import type { Geometry } from "./geometry.ts";
import { plain } from "./paragraph.ts";
import type { ParagraphMaker } from "./paragraph.ts";

const character = points(sizes.foot);
const lineHeight = points(22);
/** The type area less one character at either side and two for the turned lines. */
const lineCells = 27;
const recipientParts = { 报: "report", 送: "send", 发: "issue" } as const;

/** Eighths of a point. */
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const outer = { style: BorderStyle.SINGLE, size: 8, color: "000000" } as const;
const inner = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;

/** A table that floats at the bottom of the margin, on the page of the empty paragraph behind it. */
export function imprint(
  { imprint: { recipients, contacts, copies } }: IssueView,
  geometry: Geometry,
  maker: ParagraphMaker,
): (Paragraph | Table)[] {
  const { width } = geometry;
  const to = recipients.map(({ kind, text }) =>
    maker.marked("imprint", 0, recipientParts[kind], plain(`${kind}：${text}`), {
      alignment: "both",
      indent: { left: 3 * character, hanging: 2 * character, right: character },
    }),
  );
  const line = contacts.map(({ label, value }) => `${label}：${value}`).join("　　");
  const from =
    line === "" && copies === undefined
      ? []
      : [
          maker.marked("imprint", 0, "contacts", plain(copies === undefined ? line : `${line}\t${copies}`), {
            indent: { left: character, right: character },
            tabStops: [{ type: TabStopType.RIGHT, position: width - character }],
          }),
        ];
  const rows = [to, from].filter((paragraphs) => paragraphs.length > 0);
  if (rows.length === 0) return [];
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [width],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    float: {
      // LibreOffice floats a table of the whole width only when it counts from the page's edge.
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twips(geometry.margins.left),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: rows.map(
      (children, at) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              borders: {
                top: at === 0 ? outer : inner,
                bottom: at === rows.length - 1 ? outer : inner,
                left: none,
                right: none,
              },
              children,
            }),
          ],
        }),
    ),
  });
  const anchor = new Paragraph({
    style: "rule",
    spacing: { line: room(recipients.map(({ text }) => text)), lineRule: "exact" },
    children: [],
  });
  return [table, anchor];
}

/** A page that has this much left below its text has room for the imprint. */
function room(recipients: readonly string[]): number {
  const lines = recipients.reduce((sum, text) => sum + Math.ceil(cells(text) / lineCells), 0);
  // One for the contacts, one for what squeezing and kinsoku may add, one that keeps the text at a distance.
  return (lines + 3) * lineHeight;
}
