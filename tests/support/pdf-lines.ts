/** Lines and drawn rectangles of a PDF, in millimetres from the top left corner of the sheet. */

import { readFileSync } from "node:fs";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface TextLine {
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  /** Points. */
  readonly size: number;
  readonly text: string;
}

export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly lines: readonly TextLine[];
  /** Filled paths by their bounds. */
  readonly rectangles: readonly Rectangle[];
}

type Matrix = readonly [number, number, number, number, number, number];

const mm = (points: number): number => (points * 25.4) / 72;

export async function readPdf(file: string): Promise<PdfPage[]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const height = page.view[3] ?? 0;
    const { items } = await page.getTextContent();
    const lines = new Map<string, TextLine>();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
      const baseline = mm(height - y);
      const key = baseline.toFixed(1);
      const line = lines.get(key);
      lines.set(key, {
        baseline,
        size,
        left: Math.min(line?.left ?? Infinity, mm(x)),
        right: Math.max(line?.right ?? 0, mm(x + item.width)),
        text: (line?.text ?? "") + item.str,
      });
    }
    const operators = await page.getOperatorList();
    pages.push({
      lines: [...lines.values()].sort((a, b) => a.baseline - b.baseline),
      rectangles: rectangles(operators.fnArray, operators.argsArray as unknown[][], height),
    });
  }
  await document.destroy();
  return pages;
}

function rectangles(operators: readonly number[], operands: readonly unknown[][], height: number): Rectangle[] {
  const found: Rectangle[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  operators.forEach((operator, at) => {
    const values = operands[at] ?? [];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = product(matrix, values as unknown as Matrix);
    else if (operator === OPS.constructPath && values[0] === OPS.fill) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = values[2] as number[];
      const [a, b] = [place(matrix, x1, y1, height), place(matrix, x2, y2, height)];
      found.push({
        left: Math.min(a.x, b.x),
        right: Math.max(a.x, b.x),
        top: Math.min(a.y, b.y),
        bottom: Math.max(a.y, b.y),
      });
    }
  });
  return found;
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number, height: number): { x: number; y: number } {
  return { x: mm(a * x + c * y + e), y: mm(height - (b * x + d * y + f)) };
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
