/**
 * Measures the text of an issue in the browser, laid out on one endless page. `measureFlow`, `measureMore` and the functions they call are
 * sent to the page as text, so that they may use nothing from outside this file. They store the measured elements for `applyPlan`.
 */

import type { Answer, Flow, FlowBox, Question } from "./flow.ts";

declare global {
  /** The element of each box, by its index. */
  var flowElements: HTMLElement[];
  /** The leaf of each box, for `measureMore`. */
  var flowLeaves: Leaf[];
}

/** A part of the document that becomes a box. */
interface Leaf {
  readonly element: HTMLElement;
  /** The first block inside it that is a box of its own. */
  readonly inner: Element | undefined;
}

function measureFlow(): Flow {
  const root = document.documentElement;
  const strip = found(document, ".pages");
  for (const figure of document.querySelectorAll("figure")) figure.setAttribute("role", "none");
  const tooWide = fitTables();
  const leaves = leavesOf(strip);
  globalThis.flowElements = leaves.map(({ element }) => element);
  globalThis.flowLeaves = leaves;
  const classes = [...root.classList];
  const measured = boxesOf(leaves);
  const runts = measured.flatMap((box) => (box.kind === "text" && box.runt ? [box.index] : []));
  const tight = new Map(tightLines(runts).map((lines, at) => [runts[at], lines]));
  const boxes = measured.map((box): FlowBox => {
    const lines = tight.get(box.index);
    return box.kind !== "text" || lines === undefined ? box : { ...box, tightLines: Math.min(box.lines, lines) };
  });
  const contents = { usual: contentsHeights(leaves) };
  const imprint = found(document, ".imprint");
  imprint.style.paddingTop = "0";
  return { boxes, contents, imprint: imprint.getBoundingClientRect().height, classes, tooWide };
}

/** Reduces the type of tables until their numbers, which are never broken, fit into the columns. Returns the text of the first table that is still too wide. */
function fitTables(): string | undefined {
  const figures = [...document.querySelectorAll<HTMLElement>("figure.table")];
  const isWide = (figure: HTMLElement): boolean => figure.scrollWidth > figure.clientWidth + 1;
  return figures.find((figure) => {
    for (const size of ["close-set", "narrow", "narrowest"]) if (isWide(figure)) figure.classList.add(size);
    return isWide(figure);
  })?.textContent;
}

function measureMore({ tight, contents }: Question): Answer {
  const answer = { tight: tightLines(tight), contents: [] as number[] };
  if (contents !== undefined) {
    const { classList } = document.documentElement;
    classList.add(`${contents}-contents`);
    answer.contents = contentsHeights(globalThis.flowLeaves);
    classList.remove(`${contents}-contents`);
  }
  return answer;
}

function found(within: ParentNode, selector: string): HTMLElement {
  const element = within.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
}

/** Whether an element is never divided into boxes. */
function isWhole(element: Element): boolean {
  return element.matches(
    "figure, h2, h3, h4, h5, h6, .masthead, .article-head, .signature, .contents li, .contents-title",
  );
}

function isBlock(element: Element): boolean {
  return !/^(inline|contents|none)/.test(getComputedStyle(element).display);
}

function leavesOf(parent: HTMLElement): Leaf[] {
  return [...parent.children].flatMap((child): Leaf[] => {
    if (!(child instanceof HTMLElement) || child.matches(".imprint") || !isBlock(child)) return [];
    const inner = isWhole(child) ? undefined : [...child.children].find(isBlock);
    if (inner === undefined) return [{ element: child, inner }];
    const own = textBefore(child, inner);
    return own === "" ? leavesOf(child) : [{ element: child, inner }, ...leavesOf(child)];
  });
}

/** The text of an item before its paragraphs or inner list. */
function textBefore(parent: Element, inner: Element): string {
  let text = "";
  for (const node of parent.childNodes) {
    if (node === inner) break;
    text += node.textContent ?? "";
  }
  return text.trim();
}

function edgesOf({ element, inner }: Leaf): { top: number; bottom: number } {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom: inner === undefined ? bottom : inner.getBoundingClientRect().top };
}

function isRunning(element: Element): boolean {
  return (
    element.matches("article p, article li") &&
    element.closest("figure, .article-head, .signature, .editors-note, .quotation, .credit, .centred") === null
  );
}

/** The numbers of lines of text boxes with the characters a tenth of a point closer. */
function tightLines(boxes: readonly number[]): number[] {
  const leaves = boxes.flatMap((index) => globalThis.flowLeaves[index] ?? []);
  const texts = leaves.map(({ element }) =>
    isWhole(element) || element.closest("article") === null ? undefined : element,
  );
  for (const element of texts) element?.classList.add("tight");
  const lines = leaves.map((leaf) => linesIn(heightOf(leaf), lineHeight(leaf.element)));
  for (const element of texts) element?.classList.remove("tight");
  return lines;
}

function heightOf(leaf: Leaf): number {
  const { top, bottom } = edgesOf(leaf);
  return bottom - top;
}

function lineHeight(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).lineHeight);
}

/** The browser rounds line heights to 64ths of a pixel, which adds up to many pixels in thousands of lines. */
function wholeUnits(pitch: number): number {
  return Math.floor(pitch * 64) / 64;
}

function linesIn(height: number, pitch: number): number {
  return Math.round(height / wholeUnits(pitch));
}

function contentsHeights(leaves: readonly Leaf[]): number[] {
  return leaves.filter(({ element }) => element.closest(".contents") !== null).map(heightOf);
}

function boxesOf(leaves: readonly Leaf[]): FlowBox[] {
  let bottom = 0;
  let article: Element | null = null;
  return leaves.map((leaf, index): FlowBox => {
    const { element } = leaf;
    const edges = edgesOf(leaf);
    const own = element.closest("article");
    const placed = {
      index,
      above: index === 0 ? 0 : edges.top - bottom,
      part: placeOf(element),
      belowHeadline: leaves[index - 1]?.element.matches(".article-head") === true,
      staysWithNext: staysWithNext(element),
      staysWithPrevious: element.matches(".signature, .credit"),
      leadsOn: element.matches(".centred p") || /[：:]$/.test(element.textContent.trim()),
      article: startsArticle(element, own, article) ? own?.id : undefined,
    };
    bottom = edges.bottom;
    article = own ?? article;
    const height = edges.bottom - edges.top;
    if (element.matches("figure.table") && (!element.matches(".short") || height > tallestUndivided()))
      return { ...placed, kind: "table", ...rowsOf(element) };
    const pitch = lineHeight(element);
    const lines = linesIn(height, pitch);
    const rounding = Math.min(1 + lines / 64, pitch / 3);
    if (isWhole(element) || Math.abs(lines * wholeUnits(pitch) - height) > rounding)
      return {
        ...placed,
        kind: "solid",
        height,
        ...drawingIn(element),
        offGrid: placed.part === "text" && isOff(element),
      };
    return {
      ...placed,
      kind: "text",
      lines,
      lineHeight: pitch,
      tightLines: undefined,
      runt: lines > 1 && placed.part === "text" && hasRunt(leaf),
      running: isRunning(element),
    };
  });
}

/** Whether an article starts here for the 目录, which gives the page of the headline, not of the editor's note above it. */
function startsArticle(element: Element, own: Element | null, before: Element | null): boolean {
  if (own === null) return false;
  return own.querySelector(".article-head") === null ? own !== before : element.matches(".article-head");
}

function placeOf(element: Element): FlowBox["part"] {
  return element.matches(".masthead") ? "masthead" : element.closest(".contents") === null ? "text" : "contents";
}

function staysWithNext(element: Element): boolean {
  return (
    element.matches("h2, h3, h4, h5, h6, .masthead, .article-head, .contents-title, .salutation, .stays-with-next") ||
    element.closest("article > .editors-note:first-child") !== null
  );
}

/** Whether a box is off the grid: everything except lines of text, and paragraphs that contain pictures. */
function isOff(element: Element): boolean {
  return !element.matches("h2, h3, h4, h5, h6, .article-head, .signature");
}

/** The picture or chart in a figure. A chart is reduced less, because its labels must remain legible. */
function drawingIn(element: Element): { drawn: number; least: number; picture?: string } {
  const drawing = element.matches("figure") ? element.querySelector("img, svg") : null;
  if (drawing === null || element.querySelectorAll("img, svg").length > 1) return { drawn: 0, least: 1 };
  const drawn = drawing.getBoundingClientRect().height;
  if (drawing.localName !== "img") return { drawn, least: 0.85 };
  return { drawn, least: 0.6, picture: drawing.getAttribute("src") ?? "" };
}

/** The height above which a short table or a row may be divided: half of the page. */
function tallestUndivided(): number {
  return 11 * lineHeight(document.body);
}

function rowsOf(
  figure: HTMLElement,
): Pick<FlowBox & { kind: "table" }, "lead" | "head" | "rows" | "edges" | "foot" | "padding"> {
  const box = figure.getBoundingClientRect();
  const head = found(figure, "thead").getBoundingClientRect();
  const rows = [...figure.querySelectorAll<HTMLElement>("tbody > tr, tfoot > tr")];
  const pitch = wholeUnits(lineHeight(found(figure, "table")));
  const padding = cellPadding(rows);
  const lines = rows.map((row) => dividedLines(row, padding, pitch));
  const style = getComputedStyle(figure);
  // Half of the thickness of the outer lines is outside the rows, in each part of the table.
  const caption = figure.querySelector("caption")?.getBoundingClientRect().bottom;
  const line = head.top - (caption ?? found(figure, "table").getBoundingClientRect().top);
  return {
    lead: head.top - box.top,
    head: head.height,
    rows: rows.flatMap((row, at) => {
      const { height } = row.getBoundingClientRect();
      const of = lines[at] ?? 1;
      const first = { height: height - (of - 1) * pitch, row: at, line: 0, of };
      return [first, ...Array.from({ length: of - 1 }, (_, line) => ({ ...first, height: pitch, line: line + 1 }))];
    }),
    edges: padding + line,
    foot: box.bottom - (rows.at(-1)?.getBoundingClientRect().bottom ?? head.bottom),
    padding: {
      above: Number.parseFloat(style.paddingTop) + line,
      below: Number.parseFloat(style.paddingBottom) + line,
    },
  };
}

/** Padding above and below the text of a cell. */
function cellPadding(rows: readonly HTMLElement[]): number {
  const cell = rows[0]?.firstElementChild;
  if (!cell) return 0;
  const { paddingTop, paddingBottom } = getComputedStyle(cell);
  return Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
}

/** The number of lines of a row of text that may be divided because of its height; 1 for other rows. */
function dividedLines(row: HTMLElement, padding: number, pitch: number): number {
  const { height } = row.getBoundingClientRect();
  if (height <= tallestUndivided() || row.querySelector("img, svg") !== null) return 1;
  return Math.max(1, linesIn(height - padding, pitch));
}

/** Whether the last line has only one character, with or without a full stop. */
function hasRunt({ element, inner }: Leaf): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  if (inner !== undefined) range.setEndBefore(inner);
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const last = rects.filter((rect) => rect.bottom > bottom - lineHeight(element) / 2);
  const width = Math.max(...last.map(({ right }) => right)) - Math.min(...last.map(({ left }) => left));
  return width < 2.1 * Number.parseFloat(getComputedStyle(element).fontSize);
}

const functions = [
  ...[
    measureFlow,
    measureMore,
    fitTables,
    found,
    isWhole,
    isBlock,
    leavesOf,
    textBefore,
    edgesOf,
    isRunning,
    tightLines,
    heightOf,
  ],
  ...[
    lineHeight,
    wholeUnits,
    linesIn,
    contentsHeights,
    boxesOf,
    startsArticle,
    placeOf,
    staysWithNext,
    isOff,
    drawingIn,
    hasRunt,
  ],
  ...[tallestUndivided, rowsOf, cellPadding, dividedLines],
];

/** The source of a function that measures the page and returns its `Flow`. */
export const measureScript = `() => {
const __name = (named) => named;
${functions.map(String).join("\n")}
globalThis.measureMore = measureMore;
return measureFlow();
}`;

/** The source of a function that measures more of a page that `measureScript` has measured, and returns the `Answer`. */
export function measureMoreScript(question: Question): string {
  return `() => globalThis.measureMore(${JSON.stringify(question)})`;
}
