/** 报头: two tiers of red, issue number, issuing body and date, red rule. */

import { BorderStyle, Paragraph, TabStopType, TextRun } from "docx";
import type { IssueView } from "../../document/issue-view.ts";
import { mastheadGaps } from "../../document/masthead-layout.ts";
import { sizes } from "../../document/sheet.ts";
import { countMark, issueMark } from "../../base/text/word-marks.ts";
import { points, twips } from "./geometry.ts";
import type { Geometry } from "./geometry.ts";
import { plain } from "./paragraph.ts";
import type { ParagraphMaker } from "./paragraph.ts";
import { red } from "./styles.ts";

export function masthead(
  { id, masthead: text, print, sections }: IssueView,
  geometry: Geometry,
  maker: ParagraphMaker,
): Paragraph[] {
  const { pitch, cell, width } = geometry;
  const layout = print.masthead;
  const count = sections.reduce((sum, { articles }) => sum + articles.length, 0);
  const paragraphs: Paragraph[] = [];
  let height = 0;
  const add = (paragraph: Paragraph, high: number): void => {
    paragraphs.push(paragraph);
    height += high;
  };
  if (text.marking !== undefined || text.copyNumber !== undefined) {
    const line = (text.marking ?? "") + (text.copyNumber === undefined ? "" : `\t${text.copyNumber}`);
    const tabStops = [{ type: TabStopType.RIGHT, position: width }];
    add(maker.marked("marking", 0, "marking", plain(line), { tabStops }), pitch);
  }
  // The name's place is told by an empty line of the right height: space before a page's first paragraph is not kept everywhere.
  const lead = geometry.leadTop + twips(mastheadGaps.above) - height;
  add(
    new Paragraph({
      style: "rule",
      spacing: { line: lead, lineRule: "exact" },
      children: maker.bookmarked(issueMark(id), maker.bookmarked(countMark(count), [new TextRun("")])),
    }),
    lead,
  );
  for (const [at, line] of layout.scopeLines.entries()) {
    const size = points(layout.scopeSize);
    const options = {
      spacing: { line: size, lineRule: "exact" as const },
      look: { size: layout.scopeSize * 2, characterSpacing: 0 },
    };
    add(maker.marked("scope", 0, `scope${at + 1}`, plain(line), options), size);
  }
  const nameSize = points(layout.nameSize);
  const above = layout.scopeLines.length > 0 ? twips(mastheadGaps.between) : 0;
  const spread = points(layout.nameSpacing);
  add(
    maker.marked("name", 0, "name", plain(text.name), {
      spacing: { before: above, line: nameSize, lineRule: "exact" },
      // Against the space after the last character, so that the name stands in the middle.
      indent: { left: spread },
      look: { size: layout.nameSize * 2, characterSpacing: spread },
    }),
    above + nameSize,
  );
  const blank = print.compact ? 0 : pitch;
  add(
    maker.marked("number", 0, "number", plain(text.number + (text.serial ?? "")), { spacing: { before: blank } }),
    blank + pitch,
  );
  const rows = [...layout.issuerRows];
  const last = layout.dateBelow ? "" : (rows.pop() ?? "");
  for (const [at, row] of rows.entries()) {
    const before = at === 0 ? blank : 0;
    add(
      maker.marked("issuer", 0, `issuer${at + 1}`, plain(row), { indent: { left: cell }, spacing: { before } }),
      before + pitch,
    );
  }
  const before = rows.length === 0 ? blank : 0;
  add(
    maker.marked("issuer", 0, "date", plain(`${last}\t${text.date}`), {
      indent: { left: cell },
      spacing: { before },
      tabStops: [{ type: TabStopType.RIGHT, position: width - cell }],
    }),
    before + pitch,
  );
  const underCharacters = Math.round((pitch - points(sizes.body)) / 2);
  const gap = Math.max(20, twips(mastheadGaps.aboveRule) - underCharacters);
  const rule = points(2.25);
  // The whole ends on a line of the grid, as in print.
  const lines = print.compact ? layout.lines - 2 : layout.lines;
  const after = Math.max(0, lines * pitch - height - gap - rule);
  add(
    new Paragraph({
      style: "rule",
      spacing: { line: gap, lineRule: "exact", after },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 0 } },
      children: [],
    }),
    gap + rule + after,
  );
  return paragraphs;
}
