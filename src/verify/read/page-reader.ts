/** Interprets the operators of a page and records each glyph, path and picture with its position, size and colour. */

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { common, millimetres } from "../model/box.ts";
import type { Box } from "../model/box.ts";
import type { Element } from "../model/element.ts";
import type { Glyph, Mark, Page } from "../model/page.ts";
import { Canvas } from "./canvas.ts";
import { identity } from "./matrix.ts";
import type { GlyphProgram } from "./glyph-program.ts";
import { operators, OPS } from "./operators.ts";
import type { ShownGlyph, Operands } from "./operators.ts";

interface PageContext {
  readonly mediaBox: Page["mediaBox"];
  /** The outlines of the font with this name, including the subset prefix. */
  readonly program: (font: string) => GlyphProgram | undefined;
  /** The element of a marked-content sequence of this page. */
  readonly element: (markedContent: number) => Element | undefined;
}

const fills = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const strokes = new Set([OPS.stroke, OPS.closeStroke]);
const pictures = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
]);

export async function readPage(page: PDFPageProxy, context: PageContext): Promise<Page> {
  const reader = new PageReader(page, context);
  for await (const [operator, operands] of operators(page)) reader.follow(operator, operands);
  const { mediaBox } = context;
  const { glyphs, marks, pictures } = reader;
  return { number: page.pageNumber, mediaBox, rotate: page.rotate, glyphs, marks, pictures };
}

class PageReader {
  readonly glyphs: Glyph[] = [];
  readonly marks: Mark[] = [];
  readonly pictures: Mark[] = [];
  readonly #page: PDFPageProxy;
  readonly #context: PageContext;
  readonly #canvas: Canvas;
  readonly #sheet: Box;
  /** One entry for each open marked-content sequence. */
  readonly #marked: (Element | undefined)[] = [];
  #clipNext = false;

  constructor(page: PDFPageProxy, context: PageContext) {
    this.#page = page;
    this.#context = context;
    const [left, bottom, right, top] = context.mediaBox;
    this.#sheet = { left: 0, top: 0, right: millimetres(right - left), bottom: millimetres(top - bottom) };
    this.#canvas = new Canvas((x, y) => [millimetres(x - left), millimetres(top - y)]);
  }

  follow(operator: number, operands: Operands): void {
    const canvas = this.#canvas;
    switch (operator) {
      case OPS.save:
        return canvas.save();
      case OPS.restore:
        return canvas.restore();
      case OPS.transform:
        return canvas.transform(operands.six() ?? identity);
      case OPS.paintFormXObjectBegin:
        canvas.save();
        return canvas.transform(operands.six() ?? identity);
      case OPS.paintFormXObjectEnd:
        return canvas.restore();
      case OPS.clip:
      case OPS.eoClip:
        this.#clipNext = true;
        return;
      case OPS.constructPath:
        return this.#path(operands);
      case OPS.setLineWidth:
        return canvas.set({ lineWidth: operands.number(0) });
      case OPS.setFillRGBColor:
        return canvas.set({ fill: operands.text(0) ?? "" });
      case OPS.setStrokeRGBColor:
        return canvas.set({ stroke: operands.text(0) ?? "" });
      case OPS.setFillColorN:
      case OPS.shadingFill:
        return canvas.set({ fill: "pattern" });
      case OPS.setStrokeColorN:
        return canvas.set({ stroke: "pattern" });
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        return this.#beginMarked(operands);
      case OPS.endMarkedContent:
        this.#marked.pop();
        return;
      default:
        if (pictures.has(operator)) this.#note(this.pictures, canvas.box(0, 0, 1, 1), "");
        else this.#text(operator, operands);
    }
  }

  #text(operator: number, operands: Operands): void {
    const canvas = this.#canvas;
    switch (operator) {
      case OPS.beginText:
        return canvas.beginText();
      case OPS.setTextMatrix:
        return canvas.setTextMatrix(operands.six() ?? identity);
      case OPS.moveText:
        return canvas.moveText(operands.number(0), operands.number(1));
      case OPS.setLeadingMoveText:
        canvas.set({ leading: -operands.number(1) });
        return canvas.moveText(operands.number(0), operands.number(1));
      case OPS.setLeading:
        return canvas.set({ leading: operands.number(0) });
      case OPS.nextLine:
        return canvas.moveText(0, -canvas.state.leading);
      case OPS.setFont:
        return canvas.set({ font: this.#fontName(operands.text(0) ?? ""), size: operands.number(1) });
      case OPS.setCharSpacing:
        return canvas.set({ characterSpacing: operands.number(0) });
      case OPS.setWordSpacing:
        return canvas.set({ wordSpacing: operands.number(0) });
      case OPS.setHScale:
        return canvas.set({ horizontal: operands.number(0) / 100 });
      case OPS.setTextRise:
        return canvas.set({ rise: operands.number(0) });
      case OPS.setTextRenderingMode:
        return canvas.set({ mode: operands.number(0) });
      case OPS.showText:
        for (const item of operands.shown()) {
          if (typeof item === "number") canvas.kern(item);
          else this.#glyph(item);
        }
    }
  }

  /** The PostScript name of a font, for which pdf.js has its own id. */
  #fontName(id: string): string {
    const font = this.#page.commonObjs.get(id) as { readonly name?: string } | null;
    return font?.name ?? "";
  }

  #glyph(shown: ShownGlyph): void {
    const { state } = this.#canvas;
    const { at, size } = this.#canvas.show(shown.width / 1000, shown.isSpace);
    const [left, baseline] = at(0, 0);
    const [right] = at(shown.width / 1000, 0);
    const extent = this.#context.program(state.font)?.extent(shown.originalCharCode);
    let ink: Box | undefined;
    if (extent !== undefined) {
      const [x1, y1] = at(extent.left, extent.top);
      const [x2, y2] = at(extent.right, extent.bottom);
      ink = { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
    }
    this.glyphs.push({
      text: shown.unicode,
      left,
      right,
      baseline,
      ink,
      size,
      face: state.font.replace(/^[A-Z]{6}\+/, ""),
      code: shown.originalCharCode,
      colour: state.fill,
      stroked: state.mode === 1 || state.mode === 2,
      element: this.#marked.at(-1),
    });
  }

  #path(operands: Operands): void {
    const canvas = this.#canvas;
    const [left, bottom, right, top] = operands.numbers(2, 4) ?? [];
    const clip = this.#clipNext;
    this.#clipNext = false;
    if (left === undefined || bottom === undefined || right === undefined || top === undefined) return;
    const drawing = operands.number(0);
    if (fills.has(drawing)) this.#note(this.marks, canvas.box(left, bottom, right, top), canvas.state.fill);
    if (strokes.has(drawing)) {
      const half = canvas.state.lineWidth / 2;
      const { stroke } = canvas.state;
      // Stroking extends a line across its direction only, because its ends are cut.
      const across = right - left < top - bottom ? { x: half, y: 0 } : { x: 0, y: half };
      this.#note(this.marks, canvas.box(left - across.x, bottom - across.y, right + across.x, top + across.y), stroke);
    }
    if (clip) canvas.clipTo(canvas.box(left, bottom, right, top));
  }

  #note(list: Mark[], drawn: Box, colour: string): void {
    const seen = this.#canvas.visible(drawn);
    const box = seen && common(seen, this.#sheet);
    if (box !== undefined) list.push({ box, colour, element: this.#marked.at(-1) });
  }

  #beginMarked(operands: Operands): void {
    const outer = this.#marked.at(-1);
    const tag = operands.text(0);
    const own = operands.isNumber(1) ? this.#context.element(operands.number(1)) : undefined;
    this.#marked.push(tag === "Artifact" ? undefined : (own ?? outer));
  }
}
