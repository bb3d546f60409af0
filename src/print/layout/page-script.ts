/**
 * The layout that CSS alone cannot do. These functions run in the page, as text (`pageScript`): they use nothing from outside
 * this file. The page is then in the preview's form, columns of one page each, which the browser breaks exactly as it breaks pages.
 */

import type { LayoutSettings, PageLayout } from "./page-layout.ts";

/** A stretch of a box within one page; pages from 0, offsets in pixels from the top of the page's 22 lines. */
interface Fragment {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function layOut(settings: LayoutSettings): PageLayout {
  const root = document.documentElement;
  placePageNumbers(root);
  root.classList.add("paged");
  const imprint = required(".imprint");
  tagFigures();
  imprint.hidden = true;
  relayout();
  makeRoomForText(root);
  liftRunts();
  relayout();
  keepGrid(px(settings.pitch));
  imprint.hidden = false;
  const { pages, unnumbered } = pinImprint(imprint, settings);
  relayout();
  const articlePages = numberContents();
  return {
    pages,
    unnumbered,
    articlePages,
    firstPageLines: textLinesOnFirstPage(),
    classes: [...root.classList],
  };
}

function px(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}

function required(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

/**
 * Lays the columns out afresh. After a change the browser (Chromium 143) may keep old breaks in what it thinks untouched, while
 * printing always starts anew: pages would be counted that are not those printed.
 */
function relayout(): void {
  const flow = required(".flow");
  flow.style.display = "none";
  void flow.offsetHeight;
  flow.style.display = "";
}

/** The fragments of an element or range, in reading order. */
function fragments(of: Element | Range): Fragment[] {
  const flow = required(".flow");
  const box = flow.getBoundingClientRect();
  const style = getComputedStyle(flow);
  const left = box.left + Number.parseFloat(style.paddingLeft);
  const top = box.top + Number.parseFloat(style.paddingTop);
  const step = Number.parseFloat(style.columnWidth) + Number.parseFloat(style.columnGap);
  return [...of.getClientRects()]
    .filter((rect) => rect.height > 0)
    .map((rect) => {
      const page = Math.floor((rect.left - left + 1) / step);
      const start = left + page * step;
      return {
        page,
        top: rect.top - top,
        bottom: rect.bottom - top,
        left: rect.left - start,
        right: rect.right - start,
      };
    });
}

/** The stroke of the dash in the middle of its line, whatever the font: its distance from the type area is prescribed (7.5). */
function placePageNumbers(root: HTMLElement): void {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return;
  // At a size at which the metrics, which come in whole pixels, are exact enough.
  const size = 1000;
  context.font = `${size}px ${getComputedStyle(root).getPropertyValue("--font-songti")}`;
  const dash = context.measureText("—");
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = dash;
  const baseline = (size - ascent - descent) / 2 + ascent;
  const stroke = baseline - (dash.actualBoundingBoxAscent - dash.actualBoundingBoxDescent) / 2;
  root.style.setProperty("--folio-shift", `${(14 * (size / 2 - stroke)) / size}pt`);
}

/** Page 1 must show text (7.3.1), three lines of it where there are so many: the masthead gives way step by step. */
function makeRoomForText(root: HTMLElement): void {
  const wanted = Math.min(
    3,
    textParagraphs().reduce((sum, paragraph) => sum + linesOf(paragraph).length, 0),
  );
  const contents = ["compact", "drawn-in", "dense-contents"];
  for (const steps of [["drawn-in"], ["compact"], ["compact", "drawn-in"], contents, [...contents, "close-heads"]]) {
    if (textLinesOnFirstPage() >= wanted) return;
    root.classList.remove("drawn-in");
    root.classList.add(...steps);
    relayout();
  }
}

function textParagraphs(): Element[] {
  return [...document.querySelectorAll("article p, article li")].filter(
    (element) =>
      element.closest("figure, .article-head, .signature, .imprint") === null && element.querySelector("p") === null,
  );
}

function textLinesOnFirstPage(): number {
  return textParagraphs().reduce(
    (sum, paragraph) => sum + linesOf(paragraph).filter(({ page }) => page === 0).length,
    0,
  );
}

/** The lines of a paragraph, each as wide as its text. */
function linesOf(paragraph: Element): Fragment[] {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const lines: Fragment[] = [];
  for (const piece of fragments(range)) {
    const line = lines.at(-1);
    if (line === undefined || line.page !== piece.page || piece.top > line.bottom - 1) lines.push(piece);
    else {
      lines[lines.length - 1] = {
        ...line,
        bottom: Math.max(line.bottom, piece.bottom),
        left: Math.min(line.left, piece.left),
        right: Math.max(line.right, piece.right),
      };
    }
  }
  return lines;
}

/** A last line of one character, with its full stop or without: a tenth of a point less between characters may lift it. */
function liftRunts(): void {
  for (const paragraph of textParagraphs()) {
    const lines = linesOf(paragraph);
    const last = lines.at(-1);
    const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
    if (last !== undefined && lines.length > 1 && last.right - last.left < 2.1 * size) tighten(paragraph);
  }
}

/** Sets a paragraph a tenth of a point tighter (7.3.5.5) if that saves a line; tells whether it did. */
function tighten(paragraph: Element): boolean {
  const before = linesOf(paragraph).length;
  paragraph.classList.add("tight");
  if (linesOf(paragraph).length < before) return true;
  paragraph.classList.remove("tight");
  return false;
}

/** In the PDF's structure the picture itself is the figure, with its alternative text, and a table is a table: not what is around them. */
function tagFigures(): void {
  for (const figure of document.querySelectorAll("figure")) figure.setAttribute("role", "none");
}

/** Tables and pictures are of any height: each gets white below it, a millimetre at least, up to the grid (5.2.3). */
function keepGrid(pitch: number): void {
  for (const figure of document.querySelectorAll<HTMLElement>("article figure, .dense-contents .contents")) {
    const end = fragments(figure).at(-1);
    if (end === undefined) continue;
    const white = Math.ceil((end.bottom + px(1)) / pitch) * pitch - end.bottom;
    // At the end of an article this margin and the blank line that follows would become one.
    let last: Element = figure;
    while (last.nextElementSibling === null && last.localName !== "article") last = last.parentElement ?? last;
    figure.style.marginBottom = `${last.localName === "article" ? white + pitch : white}px`;
    relayout();
  }
}

/**
 * The imprint's last rule on the lower edge of the type area of the last page (7.4.1). Where it does not fit below the text:
 * less space between characters, then between lines (7.3.5.5), else two lines of text go over to its page, so that this page
 * is never without text. With `evenImprint` it moves to an even page instead, past a blank one if need be.
 */
function pinImprint(imprint: HTMLElement, settings: LayoutSettings): { pages: number; unnumbered: number[] } {
  const limit = px(settings.pageHeight - settings.leadBottom);
  imprint.style.paddingTop = "0";
  relayout();
  const height = imprint.getBoundingClientRect().height;
  const textEnd = (): Fragment => {
    const hidden = !imprint.classList.contains("with-text");
    imprint.hidden = hidden;
    relayout();
    const end = fragments(imprint.previousElementSibling ?? imprint).at(-1);
    imprint.hidden = false;
    return end ?? { page: 0, top: 0, bottom: 0, left: 0, right: 0 };
  };
  // What stands between text and imprint fills the page. A trifle less, so that no rounding pushes the imprint over.
  const fill = (from: number): void => {
    imprint.style.paddingTop = `${limit - from - height - 0.05}px`;
  };
  // A blank line above it, or half of one.
  const fits = (): boolean => limit - textEnd().bottom >= height + px(settings.pitch) / 2;
  const textPages = textEnd().page + 1;

  const mayStay = !settings.evenImprint || textPages % 2 === 0;
  if (mayStay && (fits() || tightenPage(textPages - 1, fits))) {
    fill(textEnd().bottom);
    return { pages: textPages, unnumbered: [] };
  }
  if (settings.evenImprint) {
    imprint.classList.add("on-next-page");
    fill(0);
    if (textPages % 2 === 1) return { pages: textPages + 1, unnumbered: [] };
    const blank = document.createElement("div");
    blank.className = "blank-page";
    imprint.before(blank);
    imprint.classList.add("unnumbered");
    return { pages: textPages + 2, unnumbered: [textPages + 1, textPages + 2] };
  }
  if (takeTextAlong(imprint, textPages, limit - height - 4 * px(settings.pitch))) fill(textEnd().bottom);
  else {
    imprint.classList.add("on-next-page");
    fill(0);
  }
  return { pages: textPages + 1, unnumbered: [] };
}

/**
 * Brings the last two lines of the text (or what must not be divided) over to the imprint's page; tells whether it could. The browser
 * keeps the imprint with text only inside the block whose text it is: it becomes the last of that article. `white` is so much that it
 * cannot stay where the text ends.
 */
function takeTextAlong(imprint: HTMLElement, page: number, white: number): boolean {
  const place = imprint.parentElement;
  imprint.classList.add("with-text");
  imprint.style.paddingTop = `${white}px`;
  let host = [...document.querySelectorAll("article")].at(-1) as Element | undefined;
  while (host !== undefined && /^(article|section|div|aside|blockquote)$/.test(host.localName)) {
    host.append(imprint);
    relayout();
    const before = imprint.previousElementSibling;
    if (before === null) break;
    if ((fragments(before).at(-1)?.page ?? 0) === page) return true;
    host = before;
  }
  place?.append(imprint);
  imprint.classList.remove("with-text");
  return false;
}

/** Tightens what ends on the page, from the last paragraph back, then the lines of what begins there, until the imprint fits. */
function tightenPage(page: number, fits: () => boolean): boolean {
  const onPage = textParagraphs().filter((paragraph) => linesOf(paragraph).at(-1)?.page === page);
  const tightened = onPage.reverse().filter((paragraph) => !paragraph.classList.contains("tight"));
  for (const paragraph of tightened) if (tighten(paragraph) && fits()) return true;
  const whole = onPage.filter((paragraph) => linesOf(paragraph)[0]?.page === page);
  for (const paragraph of whole) paragraph.classList.add("close");
  if (fits()) return true;
  for (const paragraph of whole) paragraph.classList.remove("close");
  for (const paragraph of tightened) paragraph.classList.remove("tight");
  return false;
}

/** The dots of an entry of several lines begin where its last line ends, not at the edge of all its lines. */
function leadDots(place: HTMLElement): void {
  const title = place.parentElement?.querySelector("a");
  const dots = place.parentElement?.querySelector<SVGElement>(".leader");
  if (!title || !dots) return;
  const [box, last] = [fragments(title).at(-1), linesOf(title).at(-1)];
  if (box === undefined || last === undefined || box.right - last.right < 1) return;
  title.style.flex = "none";
  title.style.width = `${box.right - box.left}px`;
  dots.style.marginLeft = `calc(0.25em - ${box.right - last.right}px)`;
}

/** Writes the page of each article into the contents. */
function numberContents(): Record<string, number> {
  const pages: Record<string, number> = {};
  for (const article of document.querySelectorAll("article"))
    pages[article.id] = (fragments(article)[0]?.page ?? 0) + 1;
  for (const place of document.querySelectorAll<HTMLElement>(".page-of")) {
    place.textContent = String(pages[place.dataset["article"] ?? ""] ?? "");
    leadDots(place);
  }
  return pages;
}

const functions = [
  ...[
    layOut,
    px,
    required,
    relayout,
    fragments,
    placePageNumbers,
    makeRoomForText,
    textParagraphs,
    textLinesOnFirstPage,
    linesOf,
  ],
  ...[liftRunts, tighten, tagFigures, keepGrid, pinImprint, takeTextAlong, tightenPage, leadDots, numberContents],
];

/** The source of a function without parameters that lays out the page and returns a `PageLayout`. */
export function pageScript(settings: LayoutSettings): string {
  // Compilers that keep the names of functions call a helper of this name.
  return `() => {
const __name = (named) => named;
${functions.map(String).join("\n")}
return layOut(${JSON.stringify(settings)});
}`;
}
