/**
 * Puts a plan into effect. `applyPlan` and what it calls run in the page, as text, after `measureFlow`: they use nothing from outside
 * this file but the elements that it left.
 */

import type { PagePlan } from "./flow.ts";

function applyPlan(plan: PagePlan): void {
  const root = document.documentElement;
  placePageNumbers(root);
  root.classList.add("paged", ...plan.classes);
  for (const box of plan.tight) elementOf(box).classList.add("tight");
  for (const box of plan.close) elementOf(box).classList.add("close");
  for (const box of plan.bound) bindEnd(elementOf(box));
  for (const { box, height } of plan.white)
    (elementOf(box).closest<HTMLElement>(".contents") ?? elementOf(box)).style.marginBottom = `${height}px`;
  for (const { box, height } of plan.drawn) drawSmaller(elementOf(box), height);
  const imprint = required(".imprint");
  if (plan.contentsLast) {
    const contents = required(".contents");
    contents.classList.add("at-the-end");
    imprint.before(contents);
  }
  for (const box of plan.starts) startPage(elementOf(box));
  for (const { box, widows } of plan.over) Object.assign(elementOf(box).style, { orphans: "1", widows: String(widows) });
  for (const { box, row } of plan.rows)
    elementOf(box).querySelectorAll("tbody > tr, tfoot > tr").item(row).classList.add("starts-page");
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

/** The outermost element that begins with this one starts the page; nothing of their margins is left above it. */
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

/** Holds the last two characters together, with the marks behind them, so that the last line has more than one. */
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
  for (const place of document.querySelectorAll<HTMLElement>(".page-of")) {
    place.textContent = String(articlePages[place.dataset["article"] ?? ""] ?? "");
    leadDots(place);
  }
}

/** The dots of an entry of several lines begin where its last line ends, not at the edge of all its lines. */
function leadDots(place: HTMLElement): void {
  const title = place.parentElement?.querySelector("a");
  const dots = place.parentElement?.querySelector<SVGElement>(".leader");
  if (!title || !dots) return;
  const box = title.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(title);
  const rects = [...range.getClientRects()];
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const right = Math.max(...rects.filter((rect) => rect.bottom > bottom - 1).map((rect) => rect.right));
  if (box.right - right < 1) return;
  title.style.flex = "none";
  title.style.width = `${box.width}px`;
  dots.style.marginLeft = `calc(0.25em - ${box.right - right}px)`;
}

const functions = [
  ...[applyPlan, required, elementOf, placePageNumbers, startPage, bindEnd, drawSmaller],
  ...[placeImprint, numberContents, leadDots],
];

/** The source of a function that makes the pages as planned. */
export function applyScript(plan: PagePlan): string {
  return `() => {
const __name = (named) => named;
${functions.map(String).join("\n")}
applyPlan(${JSON.stringify(plan)});
}`;
}
