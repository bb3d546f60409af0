/**
 * Applies a page plan. `applyPlan` and the functions it calls are sent to the page as text and run there after `measureFlow`, so that they
 * may use nothing from outside this file except the elements that `measureFlow` has stored.
 */

import type { PagePlan } from "./flow.ts";

function applyPlan(plan: PagePlan): void {
  const root = document.documentElement;
  placePageNumbers(root);
  root.classList.add("paged", ...plan.classes);
  for (const box of plan.tight) elementOf(box).classList.add("tight");
  for (const box of plan.close) elementOf(box).classList.add("close");
  for (const box of plan.bound) bindEnd(elementOf(box));
  for (const { box, height } of plan.white) leaveWhite(elementOf(box), height);
  for (const { box, height } of plan.drawn) drawSmaller(elementOf(box), height);
  const imprint = required(".imprint");
  if (plan.contentsLast) {
    const contents = required(".contents");
    contents.classList.add("at-the-end");
    imprint.before(contents);
  }
  // In reverse, because a paragraph over several pages is divided from its end.
  for (const { box, row, line } of plan.divided.toReversed()) {
    if (row === undefined) divideText(elementOf(box), line);
    else divideTable(elementOf(box), row, line);
  }
  for (const box of plan.starts) startPage(elementOf(box));
  placeImprint(imprint, plan.imprint);
  numberContents(plan);
}

function required(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

function elementOf(box: number): HTMLElement {
  const element = globalThis.flowElements[box];
  if (element === undefined) throw new Error(`no box ${box}`);
  return element;
}

/** Moves page numbers so that the stroke of the dash is at the prescribed distance from the type area (7.5), whatever the font. */
function placePageNumbers(root: HTMLElement): void {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return;
  // The metrics are whole pixels, so a large size makes them exact.
  const size = 1000;
  context.font = `${size}px ${getComputedStyle(root).getPropertyValue("--font-songti")}`;
  const dash = context.measureText("—");
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = dash;
  const baseline = (size - ascent - descent) / 2 + ascent;
  const stroke = baseline - (dash.actualBoundingBoxAscent - dash.actualBoundingBoxDescent) / 2;
  root.style.setProperty("--folio-shift", `${(14 * (size / 2 - stroke)) / size}pt`);
}

/** Starts a page with the outermost element that begins with this one, without the margins above. */
function startPage(element: HTMLElement): void {
  let outermost = element;
  outermost.classList.add("at-top");
  while (outermost.previousElementSibling === null && !outermost.parentElement?.matches("li, .pages")) {
    const parent = outermost.parentElement;
    if (parent === null) break;
    outermost = parent;
    outermost.classList.add("at-top");
  }
  outermost.classList.add("starts-page");
}

/** Inserts white space as a box, because Chromium 143 drops a margin at the end of an article that began on an earlier page. */
function leaveWhite(element: HTMLElement, height: number): void {
  const above = element.closest<HTMLElement>(".contents") ?? element;
  above.style.marginBottom = "0";
  if (height === 0) return;
  const white = document.createElement("div");
  white.style.height = `${height}px`;
  above.after(white);
}

/** Starts a page with a row of a table, or with the rest of a row from a line on, which becomes a separate row. */
function divideTable(table: HTMLElement, number: number, line: number): void {
  table.classList.remove("short");
  const row = table.querySelectorAll<HTMLElement>("tbody > tr, tfoot > tr").item(number);
  if (line === 0) {
    row.classList.add("starts-page");
    return;
  }
  // Aligns the cells at the top, so that a line has the same height in all of them.
  row.classList.add("divided");
  fixColumns(table);
  const rest = row.cloneNode(false) as HTMLElement;
  rest.removeAttribute("id");
  rest.classList.add("starts-page");
  for (const cell of row.children) {
    const empty = cell.cloneNode(false) as HTMLElement;
    empty.append(contentFrom(cell as HTMLElement, line));
    rest.append(empty);
  }
  row.after(rest);
}

/** Fixes the widths of a table's columns, which otherwise depend on the content left in each cell. */
function fixColumns(figure: HTMLElement): void {
  const [table, head] = [figure.querySelector("table"), figure.querySelector("thead")];
  if (table === null || head === null || table.style.tableLayout === "fixed") return;
  const rows = [...table.querySelectorAll("tr")].map(({ cells }) => [...cells]);
  const most = Math.max(...rows.map(({ length }) => length));
  const whole = rows.find(({ length }) => length === most) ?? [];
  const columns = document.createElement("colgroup");
  for (const cell of whole) {
    const column = document.createElement("col");
    column.style.width = `${cell.getBoundingClientRect().width}px`;
    columns.append(column);
  }
  table.style.tableLayout = "fixed";
  head.before(columns);
}

/** Extracts the content of a cell from a line on. */
function contentFrom(cell: HTMLElement, line: number): DocumentFragment {
  const style = getComputedStyle(cell);
  const [padding, border] = [style.paddingTop, style.borderTopWidth].map((length) => Number.parseFloat(length));
  const top = cell.getBoundingClientRect().top + (padding ?? 0) + (border ?? 0) / 2;
  // The browser sets lines in whole 64ths of a pixel.
  const pitch = Math.floor(Number.parseFloat(style.lineHeight) * 64) / 64;
  const start = startBelow(cell, top + line * pitch);
  if (start === undefined) return document.createDocumentFragment();
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(cell, cell.childNodes.length);
  return range.extractContents();
}

/**
 * Divides a paragraph into blocks, of which the later ones start pages. With an explicit role it remains one paragraph in the structure of
 * the PDF.
 */
function divideText(element: HTMLElement, line: number): void {
  const first = element.querySelector<HTMLElement>(":scope > .part") ?? onlyPart(element);
  const { node, offset } = startOfLine(first, line);
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(first, first.childNodes.length);
  const second = document.createElement("span");
  second.className = first.className;
  second.classList.add("starts-page");
  second.append(range.extractContents());
  first.after(second);
  if (getComputedStyle(element).textAlign === "justify") first.classList.add("goes-on");
}

/** Makes the text of an element, which in a list item may be followed by another list, its only part. */
function onlyPart(element: HTMLElement): HTMLElement {
  const inner = [...element.children].find((child) => !/^(inline|contents)/.test(getComputedStyle(child).display));
  const range = document.createRange();
  range.selectNodeContents(element);
  if (inner !== undefined) range.setEndBefore(inner);
  const part = document.createElement("span");
  part.className = "part";
  part.append(range.extractContents());
  element.prepend(part);
  if (element.localName === "p") element.setAttribute("role", "paragraph");
  return part;
}

/** The start of a line in a block of text. */
function startOfLine(block: HTMLElement, line: number): { node: Text; offset: number } {
  const { top, height } = block.getBoundingClientRect();
  // The real height of lines differs a little from the specified one.
  const pitch =
    height / Math.round((height * 64) / Math.floor(Number.parseFloat(getComputedStyle(block).lineHeight) * 64));
  const start = startBelow(block, top + line * pitch);
  if (start === undefined) throw new Error(`no line ${line}`);
  return start;
}

/** The first character below a height. */
function startBelow(block: HTMLElement, height: number): { node: Text; offset: number } | undefined {
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    range.selectNodeContents(node);
    if (!isBelow(range, height)) continue;
    let [low, high] = [0, node.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      range.setStart(node, low);
      range.setEnd(node, middle + 1);
      if (isBelow(range, height)) high = middle;
      else low = middle + 1;
    }
    return { node, offset: low };
  }
  return undefined;
}

/** Whether any text of the range is below a height. */
function isBelow(range: Range, height: number): boolean {
  return [...range.getClientRects()].some((rect) => rect.width > 0 && (rect.top + rect.bottom) / 2 > height);
}

/** Keeps the last two characters and the following punctuation on one line, so that the last line has more than one character. */
function bindEnd(element: HTMLElement): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  const last = texts.findLast((text) => text.data.trim() !== "");
  if (last === undefined || last.parentElement?.closest(".whole") !== null) return;
  const end = /(?:\p{L}|\p{N})[^\p{L}\p{N}]*(?:\p{L}|\p{N})[^\p{L}\p{N}]*$/u.exec(last.data);
  if (end === null) return;
  const span = document.createElement("span");
  span.className = "whole";
  const range = document.createRange();
  range.setStart(last, end.index);
  range.setEnd(last, last.data.length);
  range.surroundContents(span);
}

function drawSmaller(figure: HTMLElement, height: number): void {
  const drawing = figure.querySelector<HTMLElement | SVGElement>("img, svg");
  if (drawing === null) return;
  drawing.style.height = `${height}px`;
  drawing.style.width = drawing.localName === "img" ? "auto" : "100%";
}

function placeImprint(imprint: HTMLElement, { alone, blankBefore, above }: PagePlan["imprint"]): void {
  imprint.style.paddingTop = `${above}px`;
  if (blankBefore) {
    const blank = document.createElement("div");
    blank.className = "blank-page";
    imprint.before(blank);
    imprint.classList.add("unnumbered");
  }
  if (alone) imprint.classList.add("on-next-page");
}

/** Writes the page of each article into the contents. */
function numberContents({ articlePages }: PagePlan): void {
  const places = [...document.querySelectorAll<HTMLElement>(".page-of")];
  for (const place of places) place.textContent = String(articlePages[place.dataset["article"] ?? ""] ?? "");
  // All are measured before any is changed, because each change causes a new layout.
  const changes = places.map(leadDots);
  for (const change of changes) change?.();
}

/** Returns a function that starts the dots of an entry at the end of its last line instead of the edge of its longest one. */
function leadDots(place: HTMLElement): (() => void) | undefined {
  const title = place.parentElement?.querySelector("a");
  const dots = place.parentElement?.querySelector<SVGElement>(".leader");
  if (!title || !dots) return undefined;
  const box = title.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(title);
  const rects = [...range.getClientRects()];
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const right = Math.max(...rects.filter((rect) => rect.bottom > bottom - 1).map((rect) => rect.right));
  if (box.right - right < 1) return undefined;
  return () => {
    title.style.flex = "none";
    title.style.width = `${box.width}px`;
    dots.style.marginLeft = `calc(0.25em - ${box.right - right}px)`;
  };
}

const functions = [
  ...[applyPlan, required, elementOf, placePageNumbers, startPage, bindEnd, drawSmaller],
  ...[leaveWhite, divideTable, fixColumns, contentFrom, divideText, onlyPart, startOfLine, startBelow, isBelow],
  ...[placeImprint, numberContents, leadDots],
];

/** The source of a function that applies the plan. */
export function applyScript(plan: PagePlan): string {
  return `() => {
const __name = (named) => named;
${functions.map(String).join("\n")}
applyPlan(${JSON.stringify(plan)});
}`;
}
