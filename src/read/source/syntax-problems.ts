/** Syntax errors of YAML, in words that editors understand. */

import { isAlias, isPair, isScalar, visit } from "yaml";
import type { Document, Node, YAMLError } from "yaml";
import { error } from "../../base/problem/problem.ts";
import type { Fix, Place, Problem } from "../../base/problem/problem.ts";
import { SourceText } from "../../base/problem/source-text.ts";
import { indentationSlips } from "./indentation.ts";
import { MendedText } from "./mended-text.ts";
import { colonCodes } from "./slips.ts";
import type { Slip } from "./slips.ts";

type Parse = (text: string) => Document.Parsed;

/** The readable part of a text with syntax errors. */
export interface Recovered {
  /** All syntax errors. */
  readonly problems: readonly Problem[];
  /** Parsed from the text without its errors; `undefined` when there are too many. */
  readonly document: Document.Parsed | undefined;
  /** Maps offsets between the original text and the one that was parsed. */
  readonly map: MendedText;
  /** Numbers of the lines that were left out. */
  readonly leftOut: ReadonlySet<number>;
}

/**
 * Reads a text with syntax errors. Slips are first corrected in a copy, so that they neither hide nor cause further errors; then faulty
 * lines are left out of the copy one by one until the rest can be parsed.
 */
export function recover(
  source: SourceText,
  [start, end]: readonly [number, number],
  parse: Parse,
  candidates: readonly Slip[],
): Recovered {
  const mended = (edits: readonly { fix: Fix }[]): { document: Document.Parsed; map: MendedText } => {
    const map = new MendedText(source.text.slice(start, end), relativeEdits(edits, start));
    return { document: parse(map.text), map };
  };
  const indentation = indentationOf(source, [start, end], candidates);
  const others = candidates.filter((slip) => !colonCodes.has(slip.code));
  const skeleton = mended([...others, ...indentation.map(({ problem }) => problem)]);
  const slips = candidates.filter(
    (slip) => others.includes(slip) || isSwallowed(skeleton.document, skeleton.map, slip, start),
  );
  const rest = new Remainder(source, [start, end], parse, [...indentation.map(({ problem }) => problem), ...slips]);
  // For a misaligned line, a tab or a full-width blank is a better explanation than its width.
  const named = (line: number): Slip | undefined => slips.find((slip) => isIndent(slip) && slip.place.line === line);
  const layout = new Set(indentation.map(({ problem }) => problem.place.line));
  const isWhole = rest.isWhole;
  const aligned = indentation.map(({ problem, isSure }) => {
    const located = { ...problem, ...named(problem.place.line), fix: problem.fix };
    return isWhole && isSure ? located : withoutFix(located);
  });
  return {
    problems: [
      ...aligned,
      ...slips
        .filter((slip) => !(isIndent(slip) && layout.has(slip.place.line)))
        .map((slip) => (isIndent(slip) && !isWhole ? withoutFix(slip) : slip)),
      ...rest.problems,
    ],
    ...rest.without(indentation.filter((_, at) => aligned[at]?.fix === undefined).map(({ problem }) => problem)),
  };
}

/** The edits with offsets counted from `start`. */
export const relativeEdits = (edits: readonly { fix: Fix }[], start: number): Fix[] =>
  edits.map(({ fix }) => ({ ...fix, start: fix.start - start, end: fix.end - start }));

function isIndent(slip: Slip): boolean {
  return slip.place.column === 1 || slip.code === "tab-indent" || /^行首/.test(slip.message);
}

function withoutFix({ code, place, message, hint }: Slip): Problem {
  return error(code, place, message, hint);
}

/** Finds indentation errors in a copy with half-width blanks only, and maps the fixes back to the original text. */
function indentationOf(
  source: SourceText,
  [start, end]: readonly [number, number],
  candidates: readonly Slip[],
): { problem: Slip; isSure: boolean }[] {
  const map = new MendedText(
    source.text,
    candidates.map(({ fix }) => fix),
  );
  const copy = new SourceText(source.file, map.text);
  return indentationSlips(copy, map.after(start), map.after(end)).map(({ problem, isSure }) => {
    const { line } = problem.place;
    if (problem.code === "list-dash") {
      const [from, to] = [map.before(problem.fix.start), map.before(problem.fix.end)];
      return {
        problem: { ...problem, place: source.place(from), fix: { ...problem.fix, start: from, end: to } },
        isSure,
      };
    }
    const from = source.lineStart(line);
    const lead = /^[ \t\u3000]*/.exec(source.line(line))?.[0].length ?? 0;
    const fix = { start: from, end: from + lead, replacement: problem.fix.replacement };
    return { problem: { ...problem, place: source.place(from + lead), fix }, isSure };
  });
}

/** Whether the parser read the line of a slip as text instead of as `key: value`. `start`: offset of the parsed text in the file. */
export function isSwallowed(document: Document.Parsed, map: MendedText, slip: Slip, start: number): boolean {
  const at = map.after(slip.fix.start - start);
  let swallowed: boolean | undefined;
  visit(document, {
    Scalar(key, node, path) {
      if (!node.range || node.range[0] > at || node.range[1] < at) return undefined;
      const parent = path.at(-1);
      const written = map.text.slice(node.range[0], node.range[1]);
      const lead = map.text.slice(map.text.lastIndexOf("\n", node.range[0] - 1) + 1, node.range[0]);
      if (node.type !== "PLAIN") swallowed = false;
      // A document that is one text, a key without value or over several lines: each is a key that was not recognized.
      else if (path.length <= 1) swallowed = true;
      else if (isPair(parent) && key === "key") swallowed = isEmpty(parent.value) || written.includes("\n");
      // So is a value that starts on its own line, unless it consists of names and numbers: that is a pasted list of counts.
      else if (isPair(parent))
        swallowed = lead.trim() === "" && !(slip.code === "missing-colon" && /^\S+\s+\d/.test(written));
      else swallowed = false;
      return undefined;
    },
  });
  if (swallowed !== undefined) return swallowed;
  // If the parser read nothing at this place, only an item of a list may be text.
  const lineStart = map.text.lastIndexOf("\n", at - 1) + 1;
  return document.errors.length > 0 && !/^\s*- /.test(map.text.slice(lineStart, at));
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

const wording: readonly (readonly [code: string, message: string, hint: string])[] = [
  ["TAB_AS_INDENT", "用了制表符（Tab）缩进", "请改用空格，每层两个。"],
  ["BAD_INDENT", "缩进不对", "同一层的各行要左边对齐，下一层比上一层多两个空格。"],
  ["MULTILINE_IMPLICIT_KEY", "这一行不是“名称: 内容”的形式", "请在名称后写英文冒号加一个空格。"],
  ["MISSING_CHAR", "引号或括号没有成对", "请补上另一半引号或括号（英文的）。"],
  ["BLOCK_IN_FLOW", "方括号里的写法不对", "请一行一项，或用英文逗号隔开。"],
  ["BAD_SCALAR_START", "内容不能以这个符号开头", "请用英文引号把内容括起来。"],
  ["UNEXPECTED_TOKEN", "这里不是 YAML 的写法", "请检查冒号后的空格、缩进和引号。"],
  ["IMPOSSIBLE", "这里不是 YAML 的写法", "请检查冒号后的空格、缩进和引号。"],
  ["BAD_COLLECTION_TYPE", "这里的层次不对", "“- ”开头的一串和“名称: 内容”的几行不能混在同一层。"],
  ["BAD_PROP_ORDER", "这里的写法不对", "请用英文引号把内容括起来。"],
  ["TAG_RESOLVE_FAILED", "不能用 !（YAML 的类型标记）", "请删去；文字本身以 ! 开头时，用英文引号括起来。"],
];

function isUnclosed({ code, message }: YAMLError): boolean {
  return code === "MISSING_CHAR" || (code === "BAD_INDENT" && message.startsWith("Flow "));
}

/** The offset of an error. A missing quote or bracket is noticed only at the end of the text, but the error is where it was opened. */
function whereItBegan(fault: YAMLError, document: Document.Parsed): number {
  let at = fault.pos[0];
  if (!isUnclosed(fault)) return at;
  const covers = ({ range }: Pick<Node, "range">): boolean =>
    !!range && range[0] < fault.pos[0] && range[1] >= fault.pos[0];
  visit(document, {
    Collection(_, node) {
      if (node.flow === true && covers(node) && node.range) at = node.range[0];
    },
    Scalar(_, node) {
      const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      if (quoted && covers(node) && node.range) at = node.range[0];
    },
  });
  return at;
}

/** Errors, and warnings about unknown tags (`!`), which would make the following text disappear. */
const faultsOf = ({ errors, warnings }: Document.Parsed): YAMLError[] =>
  warnings.length === 0 ? errors : [...errors, ...warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED")];

/** Whether a document is free of errors, anchors and aliases. */
export const isSound = (document: Document.Parsed): boolean =>
  faultsOf(document).length === 0 && aliasIn(document) === undefined;

/** The first anchor or alias. Editors do not need them, and they can expand a small file without bound. */
function aliasIn(document: Document.Parsed): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && !("anchor" in node && node.anchor !== undefined)) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

/** The number of attempts, each of which parses the text again: fewer for a long text. */
const rounds = (length: number): number => Math.max(2, Math.min(40, Math.floor(2_000_000 / (length + 1))));

/** The errors that remain after the slips are corrected, and the text without the lines that have them. */
class Remainder {
  readonly problems: Problem[] = [];
  /** Whether there were no other errors than the slips. */
  readonly isWhole: boolean;
  readonly #source: SourceText;
  readonly #span: readonly [number, number];
  readonly #parse: Parse;
  readonly #leftOut = new Set<number>();
  #edits: readonly Fix[];
  #map: MendedText;
  #document: Document.Parsed;

  constructor(source: SourceText, span: readonly [number, number], parse: Parse, slips: readonly Slip[]) {
    this.#source = source;
    this.#span = span;
    this.#parse = parse;
    this.#edits = relativeEdits(slips, span[0]);
    [this.#map, this.#document] = this.#read();
    this.isWhole = isSound(this.#document);
    for (let round = rounds(span[1] - span[0]); round > 0 && this.#takeOut(); round--)
      [this.#map, this.#document] = this.#read();
  }

  /** Also leaves out the lines of some slips, whose corrections are uncertain. */
  without(slips: readonly Slip[]): Omit<Recovered, "problems"> {
    for (const { place, fix } of slips) this.#leaveOut(place.line, fix.replacement.length);
    if (slips.length > 0) [this.#map, this.#document] = this.#read();
    return { document: isSound(this.#document) ? this.#document : undefined, map: this.#map, leftOut: this.#leftOut };
  }

  #read(): [MendedText, Document.Parsed] {
    const map = new MendedText(this.#source.text.slice(...this.#span), this.#edits);
    return [map, this.#parse(map.text)];
  }

  /** Reports the first error and removes it; false when there is none, or it cannot be removed. */
  #takeOut(): boolean {
    const [fault] = faultsOf(this.#document);
    const alias = aliasIn(this.#document);
    if (fault === undefined && alias === undefined) return false;
    const offset = fault === undefined ? (alias?.range?.[0] ?? 0) : whereItBegan(fault, this.#document);
    const place = this.#source.place(this.#span[0] + this.#map.before(offset));
    if (fault === undefined) {
      const hint = "请把内容写全；文字本身以 & 或 * 开头时，用英文引号括起来。";
      this.problems.push(error("yaml-alias", place, "不能用 & 和 *（YAML 的锚点与别名）", hint));
      return this.#leaveOut(place.line);
    }
    const unquoted = unquotedExpression(this.#source, place.line);
    if (unquoted !== undefined) this.problems.push(unquoted);
    else {
      const [message, hint] =
        fault.code === "DUPLICATE_KEY" ? twice(fault, this.#source, place, this.#map) : worded(fault);
      this.problems.push(error("yaml-syntax", place, message, hint));
    }
    if (unquoted?.fix === undefined || this.#leftOut.has(place.line)) return this.#leaveOut(place.line);
    this.#edits = [...this.#edits, ...relativeEdits([{ fix: unquoted.fix }], this.#span[0])];
    return true;
  }

  /** Leaves out a line together with the deeper lines below it. */
  #leaveOut(first: number, meant = 0): boolean {
    if (this.#leftOut.has(first)) return false;
    const indent = (line: number): number => /^\s*/.exec(this.#source.line(line))?.[0].length ?? 0;
    const isBlank = (line: number): boolean => /^\s*(?:#|$)/.test(this.#source.line(line));
    let last = first;
    for (let line = first + 1; this.#source.lineStart(line) < this.#span[1]; line++) {
      if (isBlank(line)) continue;
      if (indent(line) <= Math.max(indent(first), meant)) break;
      last = line;
    }
    for (let line = first; line <= last; line++) this.#leftOut.add(line);
    const start = this.#source.lineStart(first) - this.#span[0];
    const end = Math.min(this.#source.lineStart(last) + this.#source.line(last).length, this.#span[1]) - this.#span[0];
    this.#edits = [
      ...this.#edits.filter((edit) => edit.end <= start || edit.start >= end),
      { start, end, replacement: "" },
    ];
    return true;
  }
}

/** 标题: 截至{{办结.截至 | 余: 10}} needs quotes, because braces and colons have a meaning in YAML. */
function unquotedExpression(source: SourceText, line: number): Problem | undefined {
  const [, lead = "", name = "", value = ""] =
    /^(\s*(?:- )?([^\s:"']+): +)([^\s"'].*\{\{.*|\{\{.*)$/.exec(source.line(line)) ?? [];
  if (value === "") return undefined;
  const start = source.lineStart(line) + lead.length;
  const text = value.trimEnd();
  const message = `“${name}”里有 {{…}}，整句要用英文引号括起来`;
  // With a quotation mark or a comment inside, the end of the text is uncertain, so there is no automatic fix.
  if (/["\\]|\s#/.test(text))
    return error(
      "unquoted-expression",
      source.place(start),
      message,
      "前后各加一个英文引号；句中原有的英文引号改成“”。",
    );
  const replacement = `"${text}"`;
  return {
    ...error("unquoted-expression", source.place(start), message, `请写成：${name}: ${replacement}`),
    fix: { start, end: start + text.length, replacement },
  };
}

function worded(fault: YAMLError): readonly [message: string, hint: string] {
  if (/All mapping items must start|must be followed by map values|Nested mappings/.test(fault.message))
    return ["这一行不是“名称: 内容”的形式", "请在名称后写英文冒号加一个空格；内容里有“: ”的，用英文引号括起来。"];
  const code = isUnclosed(fault) ? "MISSING_CHAR" : fault.code;
  const found = wording.find(([known]) => known === code);
  return [found?.[1] ?? "YAML 写法有误", found?.[2] ?? "请检查这一行的冒号、缩进和引号。"];
}

function twice(fault: YAMLError, source: SourceText, place: Place, map: MendedText): [message: string, hint: string] {
  const name = /^[^\s:]+/.exec(map.text.slice(fault.pos[0]))?.[0] ?? "";
  for (let line = place.line - 1; line >= 1; line--) {
    if (source.line(line).trimStart().startsWith(`${name}:`))
      return [`“${name}”写了两次，前一次在第 ${line} 行`, "请删去多余的一行。"];
  }
  return [`“${name}”写了两次`, "请删去多余的一行。"];
}
