/** Assigns the lines and marks of a PDF to the parts of a bulletin: 报头, 主体, 版记, 页码. */

import { height, width } from "../model/box.ts";
import { isWithin, nearest } from "../model/element.ts";
import { linesOf } from "../model/line.ts";
import type { Line } from "../model/line.ts";
import type { Measured } from "../model/measured.ts";
import type { Mark, Page } from "../model/page.ts";
import { typeArea } from "../standard.ts";
import { figureBands, isInBand } from "./figure-bands.ts";
import { isApart, isHeading, isTableNote, paragraphsOf } from "./paragraph.ts";
import type { Paragraph } from "./paragraph.ts";
import { isMirrored, unmirrored } from "./mirror.ts";
import { measureProfile } from "./profile.ts";
import type { Profile } from "./profile.ts";

export interface Masthead {
  readonly lines: readonly Line[];
  /** Lines of 刊名. */
  readonly names: readonly Line[];
  readonly number: Line | undefined;
  /** Lines of issuing body and date, between number and rule. */
  readonly rows: readonly Line[];
  readonly rule: Mark | undefined;
}

export interface Imprint {
  readonly page: number;
  readonly lines: readonly Line[];
  /** From the top. */
  readonly rules: readonly Mark[];
}

export interface Bulletin {
  readonly measured: Measured;
  /** If margins are mirrored, even pages are shifted to the margins of odd ones. */
  readonly pages: readonly Page[];
  readonly mirrored: boolean;
  readonly masthead: Masthead;
  /** All lines except page numbers, in page order. */
  readonly text: readonly Line[];
  /** 目录 with its heading. */
  readonly contents: readonly Line[];
  /** The lines of the body, including tables. */
  readonly core: readonly Line[];
  /** The paragraphs, headings and list items of the body, without tables with their notes, figures and captions. */
  readonly paragraphs: readonly Paragraph[];
  readonly imprint: Imprint | undefined;
  /** The page-number line of each page, in page order. */
  readonly pageNumbers: readonly (Line | undefined)[];
  readonly profile: Profile | undefined;
  readonly tagged: boolean;
}

/** The rules across the type area, which are wide and thin, without the lines of tables and charts. */
function rulesOf(page: Page | undefined): Mark[] {
  if (page === undefined) return [];
  const bands = figureBands(page);
  return page.marks.filter((mark) => isRule(mark) && !isInBand(mark.box, bands));
}

function isRule({ box, element }: Mark): boolean {
  const figure = nearest(element, ({ role }) => role === "Figure");
  return width(box) > 100 && height(box) < 3 && !isWithin(element, "Table") && figure?.alt === undefined;
}

export function understand(measured: Measured): Bulletin {
  const mirrored = isMirrored(measured.pages);
  const pages = mirrored ? unmirrored(measured.pages) : measured.pages;
  const all = pages.map(linesOf);
  const pageNumbers = all.map((lines) => lines.find(isPageNumber));
  const text = all.flatMap((lines) => lines.filter((line) => !isPageNumber(line)));
  const imprint = findImprint(text, pages);
  const own = new Set<Line>(imprint?.lines);
  const masthead = findMasthead(
    text.filter((line) => !own.has(line)),
    pages,
  );
  for (const line of masthead.lines) own.add(line);
  const contents = findContents(text.filter((line) => !own.has(line)));
  for (const line of contents) own.add(line);
  const core = text.filter((line) => !own.has(line));
  const paragraphs = paragraphsOf(core).filter((each) => !isApart(each.block) && !isTableNote(each));
  return {
    measured,
    pages,
    mirrored,
    masthead,
    text,
    contents,
    core,
    paragraphs,
    imprint,
    pageNumbers,
    profile: measureProfile(paragraphs),
    tagged: measured.elements.length > 0,
  };
}

/** A number between dashes at any place, or any line more than 2 mm below the type area. */
function isPageNumber(line: Line): boolean {
  return (
    /^[—–-]?\s*\d+\s*[—–-]?$/.test(line.text) &&
    (line.baseline > typeArea.bottom + 2 || /^[—–-].*[—–-]$/.test(line.text))
  );
}

function findMasthead(text: readonly Line[], pages: readonly Page[]): Masthead {
  const first = text.filter((line) => line.page === 1);
  const rules = rulesOf(pages[0]).filter((mark) => isReddish(mark.colour));
  const rule = rules.toSorted((a, b) => a.box.top - b.box.top).at(0);
  const core = first.find(({ block, text: own }) => /^H[23]$/.test(block?.role ?? "") || contentsHeading.test(own));
  const end = rule?.box.top ?? (core === undefined ? 0 : core.baseline - 1);
  const lines = first.filter((line) => line.baseline < end);
  const names = lines.filter((line) => line.block?.role === "H1" || line.size > 19);
  const number = lines.find((line) => /^[（(]?第\s*\d+\s*期/.test(line.text));
  const rows = number === undefined ? [] : lines.filter((line) => line.baseline > number.baseline + 1);
  return { lines, names, number, rows, rule };
}

/** Whether a colour is meant as red; another check judges whether it is the right red. */
function isReddish(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red > 120 && green < 90 && blue < 90;
}

/** The lines from the word 目录, on page 1 or after the text, to the next heading or the end. */
function findContents(text: readonly Line[]): Line[] {
  const start = text.findIndex((line) => contentsHeading.test(line.text));
  if (start < 0) return [];
  const length = text
    .slice(start + 1)
    .findIndex(({ block, size }) => size > 19 || (block !== undefined && isHeading(block.role)));
  return text.slice(start, length < 0 ? undefined : start + 1 + length);
}

export const contentsHeading = /^(目\s*录|本期要目|要\s*目)$/;

const recipients = /^(主送|抄送|抄报|报|送|发)\s*[：:]/;

/** The imprint extends from the rule above the first recipient, or from the recipient, to the end of the page. */
function findImprint(text: readonly Line[], pages: readonly Page[]): Imprint | undefined {
  const page = text.findLast((line) => recipients.test(line.text))?.page;
  if (page === undefined) return undefined;
  const here = text.filter((line) => line.page === page);
  const start = here.find((line) => recipients.test(line.text))?.baseline ?? 0;
  const rules = rulesOf(pages[page - 1])
    .filter((mark) => !isReddish(mark.colour) && mark.box.top > start - 15)
    .toSorted((a, b) => a.box.top - b.box.top);
  return { page, lines: here.filter((line) => line.baseline >= start), rules };
}
