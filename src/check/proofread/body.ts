import { linesFrom } from "../../base/text/lines.ts";
import { insideQuotes } from "../../base/text/quoted.ts";
import type { BlockKind } from "./block.ts";

/** A stretch of the source that is one block. */
export interface Stretch {
  kind: BlockKind;
  start: number;
  end: number;
}

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const QUOTE = /^(?:[ \t]*>[ \t]?)+/;
const HEADING = /^[ \t]*#{1,6}[ \t]+/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const RULE = /^[ \t]*(?:-[- \t]*|\*[* \t]*|_[_ \t]*|=+[ \t]*)$/;
const MARKER = /^[ \t]*(?::{3,}|：{3,})[ \t]*([^\s:：]*)[ \t]*/;
const TABLE_RULE = /^[ \t|]*:?-[-:| \t]*$/;
/** The bar inside `{{…|…}}` parts no cells. */
const CELL = /(?:\{\{[^{}]{0,1000}\}\}|[^|\\{]+|\{|\\.)+/g;
const SETTING = /^\s*(标题|说明)\s*[:：]\s*/;
/** Blocks set line by line, whose lines are no sentences. */
const SET_APART = new Set(["落款", "居中"]);

/** Cuts a body into its blocks. Code, comments, rules, `:::` markers and computed blocks belong to none. */
export function cutBody(text: string, start: number, computed: ReadonlySet<string>): Stretch[] {
  const cutter = new BodyCutter(text, computed);
  for (const line of linesFrom(text, start)) cutter.line(line.start, line.end);
  return cutter.finish();
}

class BodyCutter {
  readonly #text: string;
  readonly #computed: ReadonlySet<string>;
  readonly #stretches: Stretch[] = [];
  /** The names of the `:::` blocks that are open. */
  readonly #containers: string[] = [];
  #open: Stretch | undefined;
  #fence: string | undefined;
  #comment = false;
  #table = false;

  constructor(text: string, computed: ReadonlySet<string>) {
    this.#text = text;
    this.#computed = computed;
  }

  finish(): Stretch[] {
    this.#close();
    return this.#stretches;
  }

  line(lineStart: number, lineEnd: number): void {
    const start = lineStart + (QUOTE.exec(this.#text.slice(lineStart, lineEnd))?.[0].length ?? 0);
    const line = this.#text.slice(start, lineEnd).trimEnd();
    const end = start + line.length;
    if (this.#marker(start, line) || this.#setting(start, line) || this.#skipped(line)) return;
    const heading = HEADING.exec(line)?.[0].length;
    const item = ITEM.exec(line)?.[0].length;
    if (line === "") this.#close();
    else if (this.#open && line.includes("|") && TABLE_RULE.test(line)) this.#head();
    else if (RULE.test(line)) this.#rule(line);
    else if (this.#table || line.trimStart().startsWith("|")) this.#row(start, end);
    else if (heading !== undefined) {
      this.#close();
      this.#stretches.push({
        kind: "heading",
        start: start + heading,
        end: start + line.replace(/[ \t]#+$/, "").length,
      });
    } else if (item !== undefined) {
      this.#close();
      this.#open = { kind: "item", start: start + item, end };
    } else if (this.#open) this.#open.end = end;
    else this.#open = { kind: SET_APART.has(this.#containers.at(-1) ?? "") ? "heading" : "paragraph", start, end };
  }

  /** A `:::` line opens a block, whose title is printed, or closes one. */
  #marker(start: number, line: string): boolean {
    const marker = MARKER.exec(line);
    if (marker === null) return false;
    this.#close();
    const [opening, name = ""] = marker;
    if (name === "") this.#containers.pop();
    else {
      this.#containers.push(name);
      const titled = opening.length < line.length && !this.#inComputed();
      if (titled) this.#stretches.push({ kind: "heading", start: start + opening.length, end: start + line.length });
    }
    return true;
  }

  #inComputed(): boolean {
    return this.#containers.some((name) => this.#computed.has(name));
  }

  /** Of the settings of a table or chart, those that print as they are typed. */
  #setting(start: number, line: string): boolean {
    const setting = this.#inComputed() ? SETTING.exec(line) : null;
    if (setting === null) return false;
    const [lead, name] = setting;
    const typed = line.slice(lead.length);
    const inside = insideQuotes(typed) ?? { start: 0, end: typed.length };
    const from = start + lead.length;
    this.#stretches.push({
      kind: name === "标题" ? "heading" : "paragraph",
      start: from + inside.start,
      end: from + inside.end,
    });
    return true;
  }

  /** Whether the line belongs to a computed block, to fenced code or to a comment of several lines. */
  #skipped(line: string): boolean {
    if (this.#inComputed()) return true;
    if (this.#comment) {
      this.#comment = !line.includes("-->");
      return true;
    }
    const fence = FENCE.exec(line)?.[1];
    if (this.#fence !== undefined) {
      if (fence?.startsWith(this.#fence)) this.#fence = undefined;
      return true;
    }
    this.#comment = line.trimStart().startsWith("<!--") && !line.includes("-->");
    this.#fence = fence;
    if (this.#comment || fence !== undefined) this.#close();
    return this.#comment || fence !== undefined;
  }

  /** A line of `---` or `===` under a paragraph makes it a heading; alone it divides. */
  #rule(line: string): void {
    if (this.#open?.kind === "paragraph" && /^[ \t]*(?:-+|=+)$/.test(line)) this.#open.kind = "heading";
    this.#close();
  }

  /** The line above turns out to be the head of a table. */
  #head(): void {
    const head = this.#open;
    this.#open = undefined;
    if (head) this.#row(head.start, head.end);
    this.#table = true;
  }

  #row(start: number, end: number): void {
    this.#close();
    this.#table = true;
    const row = this.#text.slice(start, end);
    if (TABLE_RULE.test(row)) return;
    for (const cell of row.matchAll(CELL)) {
      if (cell[0].trim() !== "")
        this.#stretches.push({ kind: "cell", start: start + cell.index, end: start + cell.index + cell[0].length });
    }
  }

  #close(): void {
    if (this.#open) this.#stretches.push(this.#open);
    this.#open = undefined;
    this.#table = false;
  }
}
