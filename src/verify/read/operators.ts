/** Drawing operators of a page, as listed by pdf.js. */

import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export { OPS };

export interface ShownGlyph {
  readonly unicode: string;
  readonly originalCharCode: number;
  /** Thousandths of the type size. */
  readonly width: number;
  readonly isSpace: boolean;
}

/** The arguments of an operator, with types. The values have been checked by pdf.js. */
export class Operands {
  readonly #values: readonly unknown[];

  constructor(values: unknown) {
    this.#values = Array.isArray(values) ? values : [];
  }

  number(at: number): number {
    const value = this.#values[at];
    return typeof value === "number" ? value : 0;
  }

  isNumber(at: number): boolean {
    return typeof this.#values[at] === "number";
  }

  text(at: number): string | undefined {
    const value = this.#values[at];
    return typeof value === "string" ? value : undefined;
  }

  /** A list of `length` numbers, in any form used by pdf.js; `undefined` when there is none. */
  numbers(at: number, length: number): number[] | undefined {
    const value = this.#values[at];
    const list = value instanceof Float32Array || Array.isArray(value) ? Array.from(value as ArrayLike<number>) : [];
    return list.length >= length && list.every(Number.isFinite) ? list : undefined;
  }

  /** Six numbers, as one list or as six arguments. */
  six(): [number, number, number, number, number, number] | undefined {
    const [a, b, c, d, e, f] = this.numbers(0, 6) ?? this.#values;
    const list = [a, b, c, d, e, f].filter((value) => typeof value === "number");
    return list.length === 6 ? (list as [number, number, number, number, number, number]) : undefined;
  }

  /** The arguments of a text operator: glyphs, and numbers that move the pen. */
  shown(): readonly (ShownGlyph | number)[] {
    const value = this.#values[0];
    return Array.isArray(value) ? (value as (ShownGlyph | number)[]) : [];
  }
}

export async function* operators(page: PDFPageProxy): AsyncGenerator<readonly [operator: number, operands: Operands]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  for (const [at, operator] of fnArray.entries()) yield [operator, new Operands(argsArray[at])];
}
