/** Maps the characters of a paragraph, heading or cell to the file: markdown-it gives only their lines, and their text without prefixes. */

import type { Span, Text } from "../tree/tree.ts";
import type { EditedText } from "./edited-text.ts";
import type { Token } from "./tokens.ts";

interface Stretch {
  /** Offset in the content. */
  readonly at: number;
  /** Offset in the parsed text. */
  readonly offset: number;
}

/** The content of one `inline` token. */
export class LineSource {
  readonly #edited: EditedText;
  readonly #stretches: readonly Stretch[];

  constructor(edited: EditedText, stretches: readonly Stretch[]) {
    this.#edited = edited;
    this.#stretches = stretches;
  }

  /** The range of the file for `length` characters of the content. */
  span(at: number, length: number): Span {
    const { offset, typed } = this.#origin(at);
    return { start: offset, end: typed ? this.#origin(at + length - 1).offset + 1 : offset };
  }

  /** A text of the content, divided into parts that are contiguous in the file. */
  texts(text: string, at: number): Text[] {
    const texts: Text[] = [];
    for (let done = 0; done < text.length;) {
      const { offset, length, typed } = this.#origin(at + done);
      const part = text.slice(done, done + length);
      texts.push({ kind: "text", text: part, span: { start: offset, end: typed ? offset + part.length : offset } });
      done += part.length;
    }
    return texts;
  }

  #origin(at: number): { readonly offset: number; readonly length: number; readonly typed: boolean } {
    let index = this.#stretches.length - 1;
    while (index > 0 && (this.#stretches[index]?.at ?? 0) > at) index--;
    const stretch = this.#stretches[index] ?? { at: 0, offset: 0 };
    const origin = this.#edited.origin(stretch.offset + at - stretch.at);
    const next = this.#stretches[index + 1]?.at ?? Infinity;
    return { ...origin, length: Math.min(origin.length, Math.max(1, next - at)) };
  }
}

/** The sources of all `inline` tokens of a body. */
export function sourcesOf(tokens: readonly Token[], edited: EditedText): ReadonlyMap<Token, LineSource> {
  const lines = edited.text.split(/[\n\r]/);
  let length = 0;
  const starts = lines.map((line) => {
    const start = length;
    length += line.length + 1;
    return start;
  });
  const sources = new Map<Token, LineSource>();
  let row: { readonly line: number; cells: Token[] } | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") row = { line: token.map?.[0] ?? 0, cells: [] };
    else if (token.type === "tr_close" && row !== undefined) {
      const stretches = cellStretches(lines[row.line] ?? "", starts[row.line] ?? 0, row.cells);
      for (const [at, cell] of row.cells.entries()) sources.set(cell, new LineSource(edited, stretches[at] ?? []));
      row = undefined;
    } else if (token.type === "inline") {
      if (row !== undefined) row.cells.push(token);
      else if (token.map !== null)
        sources.set(token, new LineSource(edited, lineStretches(token, tokens[index - 1], lines, starts)));
    }
  }
  return sources;
}

/** Each line of the content is the end of a line of the text. */
function lineStretches(
  { content, map }: Token,
  opening: Token | undefined,
  lines: readonly string[],
  starts: readonly number[],
): Stretch[] {
  let at = 0;
  return content.split("\n").map((part, index) => {
    const line = (map?.[0] ?? 0) + index;
    const typed = lines[line] ?? "";
    // `### 标题 ###`
    const whole = opening?.markup.startsWith("#") === true ? typed.replace(/[ \t]#+[ \t]*$/, "") : typed;
    const stretch = { at, offset: (starts[line] ?? 0) + whole.trimEnd().length - part.trimEnd().length };
    at += part.length + 1;
    return stretch;
  });
}

interface Cell {
  readonly text: string;
  /** The offset of each character in the line. */
  readonly offsets: readonly number[];
}

/** Divides a row like markdown-it: a bar after a backslash is text, and the backslash is removed. */
function divided(line: string): Cell[] {
  const cells: { text: string; offsets: number[] }[] = [{ text: "", offsets: [] }];
  for (let at = 0; at < line.length; at++) {
    const cell = cells.at(-1);
    if (cell === undefined) break;
    if (line[at] === "|" && line[at - 1] !== "\\") cells.push({ text: "", offsets: [] });
    else {
      if (line[at] === "|") {
        cell.text = cell.text.slice(0, -1);
        cell.offsets.pop();
      }
      cell.text += line.charAt(at);
      cell.offsets.push(at);
    }
  }
  return cells;
}

/** The parts of the cells of a row. Before the first cell there may be a bar and the signs of quotations and lists. */
function cellStretches(line: string, start: number, tokens: readonly Token[]): Stretch[][] {
  const cells = divided(line);
  const fits = (shift: number): boolean =>
    tokens.every(({ content }, at) => {
      const text = (cells[at + shift]?.text ?? "").trim();
      return at + shift === 0 ? text.endsWith(content) : text === content;
    });
  const shift = fits(0) && !fits(1) ? 0 : 1;
  return tokens.map(({ content }, index) => {
    const { text = "", offsets = [] } = cells[index + shift] ?? {};
    const from = text.trimEnd().length - content.length;
    const own = offsets.slice(Math.max(0, from), Math.max(0, from) + content.length);
    return own.flatMap((offset, at): Stretch[] =>
      at > 0 && offset === (own[at - 1] ?? 0) + 1 ? [] : [{ at, offset: start + offset }],
    );
  });
}
