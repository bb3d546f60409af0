import { dividedNumbers, isContact } from "./divided-numbers.ts";

/** Between cells. */
const BAR = " | ";

/** Text of a file as lines that belong together: a paragraph, a cell, a value. A personal item never reaches over two of them. */
export class TextLines {
  readonly lines: string[] = [];
  #line = "";
  #isContactTable = false;

  put(text: string): void {
    this.#line += text;
  }

  /** Begins a cell of the row that the line is. */
  cell(): void {
    this.#line += BAR;
  }

  /** A new table. */
  table(): void {
    this.#isContactTable = false;
  }

  /** Ends the line. */
  end(): void {
    const line = this.#line.trim();
    if (line !== "") this.lines.push(line);
    if (this.#line.includes(BAR)) {
      this.#isContactTable ||= isContact(line);
      this.lines.push(...dividedNumbers(line.split(BAR.trim()), this.#isContactTable));
    }
    this.#line = "";
  }

  /** A line of its own, that what is being put together does not end. */
  aside(text: string): void {
    const line = text.trim();
    if (line !== "") this.lines.push(line);
  }

  done(): readonly string[] {
    this.end();
    return this.lines;
  }
}
