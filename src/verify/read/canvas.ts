/** The graphics state at an operator of a page (ISO 32000-1 8.4 and 9.3). */

import { common } from "../model/box.ts";
import type { Box } from "../model/box.ts";
import { apply, identity, times, upright } from "./matrix.ts";
import type { Matrix } from "./matrix.ts";

interface State {
  readonly matrix: Matrix;
  readonly clip: Box | undefined;
  readonly fill: string;
  readonly stroke: string;
  readonly lineWidth: number;
  readonly font: string;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly horizontal: number;
  readonly rise: number;
  readonly leading: number;
  readonly mode: number;
}

const start: State = {
  matrix: identity,
  clip: undefined,
  fill: "#000000",
  stroke: "#000000",
  lineWidth: 1,
  font: "",
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontal: 1,
  rise: 0,
  leading: 0,
  mode: 0,
};

export class Canvas {
  state = start;
  readonly #saved: State[] = [];
  #textMatrix = identity;
  #line = { x: 0, y: 0 };
  #pen = { x: 0, y: 0 };
  readonly #sheet: (x: number, y: number) => readonly [x: number, y: number];

  /** `sheet` converts PDF coordinates to millimetres from the top left corner. */
  constructor(sheet: (x: number, y: number) => readonly [x: number, y: number]) {
    this.#sheet = sheet;
  }

  set(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
  }

  save(): void {
    this.#saved.push(this.state);
  }

  restore(): void {
    this.state = this.#saved.pop() ?? start;
  }

  transform(matrix: Matrix): void {
    this.set({ matrix: times(this.state.matrix, matrix) });
  }

  clipTo(box: Box): void {
    const { clip } = this.state;
    const rest = clip === undefined ? box : common(clip, box);
    this.set({ clip: rest ?? { left: 0, top: 0, right: 0, bottom: 0 } });
  }

  /** The extent on the sheet of a rectangle in user space. */
  box(left: number, bottom: number, right: number, top: number): Box {
    const corners = [
      [left, bottom],
      [right, bottom],
      [left, top],
      [right, top],
    ].map(([x = 0, y = 0]) => this.#sheet(...apply(this.state.matrix, x, y)));
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  }

  /** The part of `box` inside the clipping path. */
  visible(box: Box): Box | undefined {
    return this.state.clip === undefined ? box : common(this.state.clip, box);
  }

  beginText(): void {
    this.setTextMatrix(identity);
  }

  setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#line = { x: 0, y: 0 };
    this.#pen = { x: 0, y: 0 };
  }

  moveText(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    this.#pen = { ...this.#line };
  }

  /** Moves the pen by a number in a text array: thousandths of the type size, backwards. */
  kern(thousandths: number): void {
    this.#pen.x -= (thousandths / 1000) * this.state.size * this.state.horizontal;
  }

  /** The position of a glyph with this advance (in ems); moves the pen behind it. */
  show(advance: number, isSpace: boolean): PlacedGlyph {
    const { size, horizontal, rise, characterSpacing, wordSpacing, matrix } = this.state;
    const map = times(matrix, this.#textMatrix);
    const { x, y } = this.#pen;
    const at = (ems: number, up: number): readonly [number, number] =>
      this.#sheet(...apply(map, x + ems * size * horizontal, y + rise + up * size));
    this.#pen.x += (advance * size + characterSpacing + (isSpace ? wordSpacing : 0)) * horizontal;
    return { at, size: Math.abs(size) * upright(map) };
  }
}

interface PlacedGlyph {
  /** The point on the sheet at a distance in ems from the pen, to the right and above the baseline. */
  readonly at: (ems: number, up: number) => readonly [x: number, y: number];
  /** In points. */
  readonly size: number;
}
