import { dividedNumbers, isContact } from "./divided-numbers.ts";

/** Separates cells. */
const BAR = " | ";

/** Text of a file as connected lines: a paragraph, a cell, a value. No personal item spans two lines. */
export class TextLines {
  readonly lines: string[] = [];
  #line = "";
  #isContactTable = false;

  put(text: string): void {
    this.#line += text;
  }

  /** Starts a cell of the current row. */
  cell(): void {
    this.#line += BAR;
  }

  /** Starts a table. */
  table(): void {
    this.#isContactTable = false;
  }

  /** Ends the current line. */
  end(): void {
    const line = this.#line.trim();
    if (line !== "") this.lines.push(line);
    if (this.#line.includes(BAR)) {
      this.#isContactTable ||= isContact(line);
      this.lines.push(...dividedNumbers(line.split(BAR.trim()), this.#isContactTable));
    }
    this.#line = "";
  }

  /** Adds a separate line without ending the current one. */
  aside(text: string): void {
    const line = text.trim();
    if (line !== "") this.lines.push(line);
  }

  done(): readonly string[] {
    this.end();
    return this.lines;
  }
}
