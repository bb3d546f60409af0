/** YAML text → a value that knows where each of its nodes stands. */

import { isAlias, isMap, isNode, isPair, isScalar, parseDocument, visit } from "yaml";
import type { Document, Node, ParsedNode, YAMLError } from "yaml";
import { error } from "../problem/problem.ts";
import type { Place, Problem } from "../problem/problem.ts";
import type { SourceText } from "../problem/source-text.ts";
import { inputMethodSlips } from "./slips.ts";

export type Path = readonly (string | number)[];

/** One `key: value` line of a mapping, in the order of the file. */
export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly valuePlace: Place;
  /** The scalar as it stands in the file, without quotes; undefined for a list or mapping. */
  readonly text: string | undefined;
}

/** A parsed YAML text. `value` is plain data (maps as objects); places are found by path. */
export class LocatedYaml {
  readonly source: SourceText;
  readonly value: unknown;
  readonly #document: Document.Parsed<ParsedNode>;
  readonly #start: number;

  constructor(source: SourceText, document: Document.Parsed<ParsedNode>, start: number) {
    this.source = source;
    this.value = document.toJS({ maxAliasCount: 0 });
    this.#document = document;
    this.#start = start;
  }

  /** Where the value at `path` starts; the nearest existing parent when it is absent. */
  place(path: Path): Place {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.source.place(this.#start + node.range[0]);
      if (length > 0 && length === path.length) {
        const key = this.#key(path);
        if (key !== undefined) return key;
      }
    }
    return this.source.place(this.#start);
  }

  /** Where the key at the end of `path` stands; for a list item, the item itself. */
  keyPlace(path: Path): Place {
    return this.#key(path) ?? this.place(path);
  }

  /** Start and end offsets of the value at `path` in the source. */
  range(path: Path): readonly [number, number] | undefined {
    const node: unknown = this.#document.getIn(path, true);
    return isNode(node) && node.range ? [this.#start + node.range[0], this.#start + node.range[1]] : undefined;
  }

  /** The lines of the mapping at `path`, in file order; empty when there is no mapping. */
  entries(path: Path): Entry[] {
    const node: unknown = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    if (!isMap(node)) return [];
    return node.items.flatMap((pair) => {
      if (!isNode(pair.key) || !pair.key.range) return [];
      const keyPlace = this.source.place(this.#start + pair.key.range[0]);
      const value = isNode(pair.value) ? pair.value : undefined;
      return [
        {
          key: String(isScalar(pair.key) ? pair.key.value : pair.key),
          keyPlace,
          valuePlace: value?.range ? this.source.place(this.#start + value.range[0]) : keyPlace,
          text: isScalar(value) ? (value.source ?? String(value.value)) : undefined,
        },
      ];
    });
  }

  #key(path: Path): Place | undefined {
    const last = path.at(-1);
    if (last === undefined) return undefined;
    const parent: unknown = path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    if (!isMap(parent)) return undefined;
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
    );
    const key = pair?.key as Node | undefined;
    return key?.range ? this.source.place(this.#start + key.range[0]) : undefined;
  }
}

const tooDeep = 32;

/**
 * Parses `source.text.slice(start, end)`. Returns the value, or every problem found.
 * Anchors and aliases are refused: editors do not need them and they can blow a small file up without bound.
 */
export function parseYaml(
  source: SourceText,
  start = 0,
  end = source.text.length,
):
  | { readonly yaml: LocatedYaml; readonly problems: readonly [] }
  | { readonly yaml: undefined; readonly problems: readonly Problem[] } {
  const text = source.text.slice(start, end);
  const depth = deepest(text);
  if (depth.level > tooDeep) {
    const place = source.place(start + depth.offset);
    return {
      yaml: undefined,
      problems: [error("yaml-too-deep", place, `层次太深（超过 ${tooDeep} 层）`, "数据最多三四层，请检查括号和缩进。")],
    };
  }
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    prettyErrors: false,
    uniqueKeys: true,
    strict: true,
  });
  const slips = inputMethodSlips(source, start, end);
  if (document.errors.length > 0) return { yaml: undefined, problems: syntaxProblems(source, start, document, slips) };
  const aliases = aliasProblems(source, start, document);
  if (aliases.length > 0) return { yaml: undefined, problems: aliases };
  const hidden = hiddenCharacters(source, start, document);
  if (hidden.length > 0) return { yaml: undefined, problems: hidden };
  const misread = slips.filter((slip) => isSwallowed(document, source, start, slip));
  if (misread.length > 0) return { yaml: undefined, problems: misread };
  return { yaml: new LocatedYaml(source, document, start), problems: [] };
}

/** Controls beside tab and line ends, and what turns the direction of text around. */
const deceiving = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u;

/** "\\u202e" and the like in double quotes: the file shows no such character, but the page would hold it. */
function hiddenCharacters(source: SourceText, start: number, document: Document.Parsed): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar(_, node) {
      const found = typeof node.value === "string" ? deceiving.exec(node.value) : null;
      if (found === null) return;
      const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      const message = `这里写了看不见的控制字符（U+${code}）`;
      const place = source.place(start + (node.range?.[0] ?? 0));
      problems.push(error("control-character", place, message, "它会打乱文字的显示，请删去。"));
    },
  });
  return problems;
}

/** The deepest nesting by brackets or by indent steps, counted before the parser sees (and recurses into) the text. */
function deepest(text: string): { level: number; offset: number } {
  let level = 0;
  let best = { level: 0, offset: 0 };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[" || character === "{") level++;
    else if ((character === "]" || character === "}") && level > 0) level--;
    if (level > best.level) best = { level, offset: at };
    if (best.level > 200) return best;
  }
  const indents: number[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const lead = /^[ ]*(?:- )*/.exec(line)?.[0] ?? "";
    if (line.trim() !== "") {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= lead.length) indents.pop();
      indents.push(lead.length);
      const here = indents.length + (lead.match(/- /g)?.length ?? 0);
      if (here > best.level) best = { level: here, offset };
    }
    offset += line.length + 1;
  }
  return best;
}

function aliasProblems(source: SourceText, start: number, document: Document.Parsed): Problem[] {
  const problems: Problem[] = [];
  const report = (node: Node): void => {
    const place = source.place(start + (node.range?.[0] ?? 0));
    problems.push(
      error(
        "yaml-alias",
        place,
        "不能用 & 和 *（YAML 的锚点与别名）",
        "请把内容写全；文字本身以 & 或 * 开头时，用英文引号括起来。",
      ),
    );
  };
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || ("anchor" in node && node.anchor !== undefined)) report(node);
    },
  });
  return problems;
}

/** Is the line of a full-width colon part of a text that ought to have been a `key: value` line? */
function isSwallowed(document: Document.Parsed, source: SourceText, start: number, slip: Problem): boolean {
  if (slip.code !== "fullwidth-colon" && slip.code !== "colon-space") return true;
  const offset = source.lineStart(slip.place.line) - start;
  const next = offset + source.line(slip.place.line).length;
  let swallowed = false;
  visit(document, {
    Scalar(key, node, path) {
      if (!node.range || node.type !== "PLAIN") return undefined;
      const [from, to] = node.range;
      if (from >= next || to <= offset) return undefined;
      const parent = path.at(-1);
      // A whole document or a mapping's value that starts on the slip's own line can only be a missed key.
      const ownLine = from >= offset;
      if (
        path.length <= 1 ||
        (isPair(parent) && key === "value" && ownLine && !/\S/.test(source.text.slice(start + offset, start + from)))
      )
        swallowed = true;
      return undefined;
    },
  });
  return swallowed;
}

const wording: readonly (readonly [code: string, message: string, hint: string])[] = [
  ["DUPLICATE_KEY", "同一个名称写了两次", "删去一行，或改成不同的名称。"],
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

/** A missing quote is noticed only at the end of the text; the mistake is where the quotation begins. */
function whereItBegan(fault: YAMLError, document: Document.Parsed): number {
  let at = fault.pos[0];
  if (fault.code !== "MISSING_CHAR") return at;
  visit(document, {
    Scalar(_, node) {
      const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      if (quoted && node.range && node.range[0] < fault.pos[0] && node.range[1] >= fault.pos[0]) at = node.range[0];
    },
  });
  return at;
}

/** `甲: 1` followed by a deeper `乙: 2`: the parser blames the first line, the editor's slip is the second. */
function tooFarIn(fault: YAMLError, source: SourceText, start: number): Place | undefined {
  if (!fault.message.startsWith("Nested mappings")) return undefined;
  const { line } = source.place(start + fault.pos[0]);
  const indentOf = (number: number): number => /^ */.exec(source.line(number))?.[0].length ?? 0;
  const next = line + 1;
  if (next > source.lineCount || indentOf(next) <= indentOf(line) || !/^\s*[^\s:]+:(\s|$)/.test(source.line(next)))
    return undefined;
  return { file: source.file, line: next, column: indentOf(next) + 1 };
}

function syntaxProblems(
  source: SourceText,
  start: number,
  document: Document.Parsed,
  slips: readonly Problem[],
): Problem[] {
  const problems: Problem[] = [...slips];
  const lines = new Set<number>();
  for (const slip of slips) for (const near of [-1, 0, 1]) lines.add(slip.place.line + near);
  for (const fault of document.errors) {
    const place = tooFarIn(fault, source, start) ?? source.place(start + whereItBegan(fault, document));
    // One mistake makes the parser stumble several times in a row; the first says it best.
    if (lines.has(place.line)) continue;
    for (const near of [-1, 0, 1]) lines.add(place.line + near);
    const found = wording.find(([code]) => code === fault.code);
    const missing = /All mapping items must start|must be followed by map values|Nested mappings/.test(fault.message);
    const [message, hint] = tooFarIn(fault, source, start)
      ? ["这一行缩进得太多了", "它与上一行同级的，要左边对齐；是上一行下面的内容，上一行冒号后面就不能写东西。"]
      : missing
        ? ["这一行不是“名称: 内容”的形式", "请在名称后写英文冒号加一个空格；内容里有“: ”的，用英文引号括起来。"]
        : [found?.[1] ?? "YAML 写法有误", found?.[2] ?? "请检查这一行的冒号、缩进和引号。"];
    problems.push(error("yaml-syntax", place, message, hint));
  }
  return problems;
}
