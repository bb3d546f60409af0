/** Finds lines of YAML whose indentation fits none of the lines around them, with the probable one. (行首空格不齐) */

import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { Slip } from "./slips.ts";
import { contentLines } from "./yaml-lines.ts";

/** A line with the properties that matter for the structure. */
interface Line {
  readonly number: number;
  /** Number of leading blanks. */
  readonly indent: number;
  readonly text: string;
  readonly isItem: boolean;
  readonly isKey: boolean;
  /** Nothing follows its colon or dash on the line, so its content follows with deeper indentation. */
  readonly opens: boolean;
}

interface Level {
  readonly indent: number;
  readonly isList: boolean;
}

/** Width of the leading dashes of an item with their blanks. */
const dashesOf = ({ text }: Line): number => /^(?:- +)*/.exec(text)?.[0].length ?? 0;

interface IndentationSlip {
  readonly problem: Slip;
  /** Whether the correction is beyond doubt, so that it may be made automatically. */
  readonly isSure: boolean;
}

/** `source` must be indented with half-width blanks only. */
export function indentationSlips(source: SourceText, start: number, end: number): IndentationSlip[] {
  return new IndentationReader(source, structureLines(source, start, end)).read();
}

/** Lines that continue a quotation, a bracket or a text of the line before are left out. */
function structureLines(source: SourceText, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let open = "";
  for (const number of contentLines(source, start, end)) {
    const raw = source.line(number);
    const indent = /^ */.exec(raw)?.[0].length ?? 0;
    const text = raw.trim().replace(/\s+#.*$/, "");
    if (open !== "") {
      open = stillOpen(open + text);
      continue;
    }
    const isItem = /^-(\s|$)/.test(text);
    const isKey = /^(?:- +)*[^\s:#][^:]*:(\s|$)/.test(text);
    const last = lines.at(-1);
    // A deeper line without key or dash continues the text above.
    if (!isItem && !isKey && last !== undefined && indent > last.indent) continue;
    open = stillOpen(text);
    lines.push({ number, indent, text, isItem, isKey, opens: /(?::|^-|: *[|>][+-]?\d?)$/.test(text) });
  }
  return lines;
}

/** The rest of a text from its first unclosed quotation mark or bracket; "" when all are closed. */
function stillOpen(text: string): string {
  const value = /^(?:- +)*(?:[^\s:"'[{][^:]*: +)?(.*)$/.exec(text)?.[1] ?? "";
  const [first = ""] = value;
  if (first === '"' || first === "'") return value.indexOf(first, 1) < 0 ? value : "";
  if (first !== "[" && first !== "{") return "";
  const plain = value.replace(/"[^"]*"|'[^']*'/g, "");
  const depth = (plain.match(/[[{]/g)?.length ?? 0) - (plain.match(/[\]}]/g)?.length ?? 0);
  return depth > 0 ? value : "";
}

class IndentationReader {
  readonly #source: SourceText;
  readonly #lines: readonly Line[];
  readonly #slips: IndentationSlip[] = [];
  #levels: Level[] = [];

  constructor(source: SourceText, lines: readonly Line[]) {
    this.#source = source;
    this.#lines = lines;
  }

  read(): IndentationSlip[] {
    for (const [at, line] of this.#lines.entries()) this.#line(at, line);
    return this.#slips;
  }

  #line(at: number, line: Line): void {
    const previous = this.#lines[at - 1];
    const top = this.#levels.at(-1);
    if (top === undefined || previous === undefined) {
      this.#first(line, this.#lines[at + 1]);
      return;
    }
    if (line.indent > top.indent) {
      if (previous.opens && this.#isAmongKeys(at, line))
        this.#dash(line, { indent: line.indent, isList: false }, previous, this.#lines[at + 1]);
      else if (previous.opens)
        this.#enter(
          line,
          line.indent,
          line.isItem || line.isKey ? this.#firstOfLevel(at, line, top.indent) : undefined,
        );
      else this.#tooFarIn(at, line, previous, top);
      return;
    }
    const left = this.#levels.filter((level) => level.indent <= line.indent);
    const here = left.filter(({ indent }) => indent === line.indent);
    // A list may start at the level of the key it belongs to.
    const fits =
      here.some(({ isList }) => isList === line.isItem) || (here.length > 0 && line.isItem && previous.opens);
    if (fits) {
      this.#levels = left;
      this.#enter(line, line.indent);
    } else this.#offLevel(at, line, previous);
  }

  /** The first line belongs to the outermost level. */
  #first(line: Line, next: Line | undefined): void {
    if (this.#isAmongKeys(0, line)) {
      this.#dash(line, { indent: line.indent, isList: false }, line, next);
      return;
    }
    const outermost = Math.min(...this.#lines.map(({ indent }) => indent));
    if (line.indent > outermost) this.#report(line, outermost, line.indent - outermost === 1);
    this.#enter(line, outermost);
  }

  /** Whether the first line of a level is a list item while the others are keys. */
  #isAmongKeys(at: number, line: Line): boolean {
    if (!line.isItem || !line.isKey) return false;
    const next = this.#lines.slice(at + 1).find(({ indent }) => indent <= line.indent);
    return next?.indent === line.indent && next.isKey && !next.isItem;
  }

  /** The indentation of a new level, if at least two of its later lines agree on another one than its first. `parent`: that of the parent. */
  #firstOfLevel(at: number, line: Line, parent: number): number | undefined {
    const rest = this.#lines.slice(at + 1);
    const end = rest.findIndex(({ indent }) => indent <= parent);
    const level = end < 0 ? rest : rest.slice(0, end);
    const dashes = dashesOf(line);
    const outermost = Math.min(...level.map(({ indent }) => indent));
    const others = level.filter(
      ({ indent, isItem }) => indent === outermost && isItem === (line.isItem && !(line.isKey && !line.opens)),
    );
    // The keys of a list item show where its dash belongs.
    const own = line.isKey && !line.opens ? outermost - dashes : outermost;
    if (others.length < 2) return undefined;
    if (own === line.indent || own <= parent || Math.abs(own - line.indent) > (line.opens ? 1 : 3)) return undefined;
    // Lines directly below one without a value may be its content.
    return line.opens && level[0]?.indent === outermost ? undefined : own;
  }

  #tooFarIn(at: number, line: Line, previous: Line, top: Level): void {
    const before = this.#lines[at - 2];
    // If the lines before and after agree, the one between them is wrong.
    const slipped =
      before !== undefined &&
      before.indent === line.indent &&
      before.isItem === previous.isItem &&
      !before.opens &&
      !this.#slips.some(({ problem }) => problem.place.line === previous.number);
    if (slipped) {
      this.#report(previous, line.indent, true);
      this.#enter(line, line.indent);
      return;
    }
    const keysOfItem = top.indent + (dashesOf(previous) || 2);
    const expected = top.isList && !line.isItem ? keysOfItem : top.indent;
    this.#report(line, expected, line.indent - expected === 1 && !line.opens);
    this.#enter(line, expected);
  }

  #offLevel(at: number, line: Line, previous: Line): void {
    const here = this.#levels.find(({ indent }) => indent === line.indent);
    if (here !== undefined) {
      this.#dash(line, here, previous, this.#lines[at + 1]);
      return;
    }
    const fitting = this.#levels.filter((level) => level.isList === line.isItem).map(({ indent }) => indent);
    const next = this.#lines[at + 1];
    const distance = (level: number): number => Math.abs(level - line.indent);
    const holdsNext = (level: number): boolean => next === undefined || level < next.indent;
    const possible = line.opens && fitting.some(holdsNext) ? fitting.filter(holdsNext) : fitting;
    const nearest = possible.reduce(
      (best, level) => (distance(level) <= distance(best) ? level : best),
      possible[0] ?? 0,
    );
    const rivals = possible.filter((level) => level !== nearest && distance(level) === distance(nearest));
    const isSure =
      distance(nearest) === 1 &&
      (rivals.length === 0 || (!line.opens && previous.indent === nearest && next?.indent === nearest));
    this.#report(line, nearest, isSure);
    this.#levels = this.#levels.filter((level) => level.indent <= nearest);
    this.#enter(line, nearest);
  }

  /** Reports a list item among keys, or a key among list items: the indentation is right, but a dash is superfluous or missing. */
  #dash(line: Line, { indent, isList }: Level, previous: Line, next: Line | undefined): void {
    const start = this.#source.lineStart(line.number) + line.indent;
    const dashes = dashesOf(line);
    const [word, hint] = isList
      ? ["少了“- ”", "上下各项前面都有“- ”；请在这一行前面加上一个减号和一个空格。"]
      : ["多了“- ”", "这里是“名称: 内容”的几行，前面不写减号；请删去。"];
    const problem: Problem = error("list-dash", this.#source.place(start), `这一行前面${word}`, hint);
    const fix = { start, end: start + (isList ? 0 : dashes), replacement: isList ? "- " : "" };
    const isLike = (other: Line | undefined): boolean => other === undefined || other.indent <= indent;
    const isSure =
      (isList || line.isKey) && isLike(next) && (previous.indent === indent || previous.opens) && !line.opens;
    this.#slips.push({ problem: { ...problem, fix }, isSure });
    this.#levels = this.#levels.filter((level) => level.indent <= indent);
    if (this.#levels.at(-1)?.indent !== indent) this.#levels.push({ indent, isList });
    const inside = isList && line.isKey ? [{ indent: indent + 2, isList: false }] : [];
    this.#levels.push(...inside);
  }

  /** Updates the levels for a line at `indent`; `expected` is the correct indentation, if it is another. */
  #enter(line: Line, indent: number, expected?: number): void {
    if (expected !== undefined) this.#report(line, expected, Math.abs(expected - indent) === 1);
    const at = expected ?? indent;
    const levels = this.#levels.filter((level) => level.indent < at || (level.indent === at && !level.isList));
    const own: Level[] = [{ indent: at, isList: line.isItem }];
    const known = levels.at(-1);
    if (known?.indent === at && !line.isItem) own.shift();
    const dashes = dashesOf(line);
    if (dashes > 0 && line.isKey) own.push({ indent: at + dashes, isList: false });
    this.#levels = [...levels, ...own];
  }

  #report(line: Line, expected: number, isSure: boolean): void {
    if (expected === line.indent) return;
    const start = this.#source.lineStart(line.number);
    const fellow = this.#lines.find(
      (other) =>
        other.number !== line.number &&
        other.indent === expected &&
        other.isItem === line.isItem &&
        Math.abs(other.number - line.number) < 40,
    );
    const name = fellow === undefined ? "" : `，与“${fellow.text.replace(/:.*$/, "").slice(0, 12)}”那一行左边对齐`;
    const place = this.#source.place(start + line.indent);
    const problem: Problem = error(
      "indentation",
      place,
      `行首空格不齐：这一行空了 ${line.indent} 格，应当${expected === 0 ? "顶格" : `空 ${expected} 格`}`,
      `请${expected === 0 ? "删去行首的空格" : `改成 ${expected} 个空格`}${name}。`,
    );
    const fix = { start, end: start + line.indent, replacement: " ".repeat(expected) };
    this.#slips.push({ problem: { ...problem, fix }, isSure });
  }
}
