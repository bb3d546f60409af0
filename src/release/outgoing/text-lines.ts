/** Text of a file as lines that belong together: a paragraph, a cell, a value. A personal item never reaches over two of them. */
export class TextLines {
  readonly lines: string[] = [];
  #line = "";

  put(text: string): void {
    this.#line += text;
  }

  /** Ends the line. */
  end(): void {
    const line = this.#line.trim();
    if (line !== "") this.lines.push(line);
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
