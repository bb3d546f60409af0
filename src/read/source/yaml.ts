/** YAML text → a value with the place of each of its nodes. */

import { isScalar, parseDocument, visit, YAMLParseError } from "yaml";
import type { Document, ParsedNode, ScalarTag, Tags } from "yaml";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { joinFoldedLines } from "./folded-lines.ts";
import { MendedText } from "./mended-text.ts";
import { colonCodes, inputMethodSlips } from "./slips.ts";
import type { Slip } from "./slips.ts";
import { isSound, isSwallowed, recover, relativeEdits } from "./syntax-problems.ts";
import type { Recovered } from "./syntax-problems.ts";
import { LocatedYaml } from "./located-yaml.ts";

const tooDeep = 32;

/**
 * A number consists of at most 15 digits, with or without a decimal point. The other forms of YAML (1e2, 0x10, +5, .inf) remain text:
 * an editor means something else by them, and no telephone number may be rounded.
 */
const plainNumber: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  identify: (value) => typeof value === "number",
  test: /^-?(?=[\d.]{1,16}$)(?:\d{1,15}|\d+\.\d+)$/,
  resolve: Number,
  stringify: ({ value }) => String(value),
};

const plainNumbers = (tags: Tags): Tags => [
  ...tags.filter((tag) => typeof tag === "string" || !/:(?:int|float)$/.test(tag.tag)),
  plainNumber,
];

function parse(text: string): Document.Parsed<ParsedNode> {
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    customTags: plainNumbers,
    prettyErrors: false,
    // Compared with each other, the keys of a long mapping would take hours.
    uniqueKeys: false,
    strict: true,
    // Otherwise the library prints warnings in English about keys that are lists or maps.
    logLevel: "error",
  });
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const at = key.range[0];
        if (keys.has(key.value))
          document.errors.push(new YAMLParseError([at, at + 1], "DUPLICATE_KEY", "Map keys must be unique"));
        keys.add(key.value);
      }
    },
  });
  document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  return document;
}

export type ParsedYaml =
  | { readonly yaml: LocatedYaml; readonly problems: readonly [] }
  | {
      readonly yaml: undefined;
      readonly problems: readonly Problem[];
      /** The readable part, for finding further problems. */
      readonly rest?: LocatedYaml;
    };

/**
 * Parses `source.text.slice(start, end)`. Returns the value, and every problem found.
 * Anchors and aliases are refused: editors do not need them and they can blow a small file up without bound.
 */
export function parseYaml(source: SourceText, start = 0, end = source.text.length): ParsedYaml {
  const text = source.text.slice(start, end);
  const depth = deepest(text);
  if (depth.level > tooDeep) {
    const place = source.place(start + depth.offset);
    return {
      yaml: undefined,
      problems: [error("yaml-too-deep", place, `层次太深（超过 ${tooDeep} 层）`, "数据最多三四层，请检查括号和缩进。")],
    };
  }
  const read = readDespiteSlips(source, [start, end]);
  const { document, map } = read;
  if (document === undefined) return { yaml: undefined, problems: read.problems };
  const hidden = hiddenCharacters(source, (offset) => start + map.before(offset), document);
  joinFoldedLines(document, map.text);
  const yaml = new LocatedYaml(source, document, { start, map, leftOut: read.leftOut });
  const problems = [...read.problems, ...hidden];
  return problems.length === 0 ? { yaml, problems: [] } : { yaml: undefined, problems, rest: yaml };
}

function readDespiteSlips(source: SourceText, [start, end]: readonly [number, number]): Recovered {
  const text = source.text.slice(start, end);
  const document = parse(text);
  const slips = inputMethodSlips(source, start, end);
  if (!isSound(document)) return recover(source, [start, end], parse, slips);
  const mended = (edits: readonly Slip[]): MendedText => new MendedText(text, relativeEdits(edits, start));
  const sure = slips.filter((slip) => !colonCodes.has(slip.code));
  const map = mended(sure);
  const skeleton = sure.length === 0 ? document : parse(map.text);
  const misread = slips.filter((slip) => !colonCodes.has(slip.code) || isSwallowed(skeleton, map, slip, start));
  const leftOut: ReadonlySet<number> = new Set();
  if (misread.length === 0) return { problems: [], document, map: mended([]), leftOut };
  const meant = mended(misread);
  const reread = parse(meant.text);
  return { problems: misread, document: isSound(reread) ? reread : undefined, map: meant, leftOut };
}

/** Control characters other than tab and line ends, and the controls of text direction. */
const deceiving = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u;

/** Reports escapes such as "\\u202e" in double quotes: the file does not contain the character, but the page would. */
function hiddenCharacters(
  source: SourceText,
  origin: (offset: number) => number,
  document: Document.Parsed,
): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar(_, node) {
      const found = typeof node.value === "string" ? deceiving.exec(node.value) : null;
      if (found === null) return;
      const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      const message = `这里写了看不见的控制字符（U+${code}）`;
      const place = source.place(origin(node.range?.[0] ?? 0));
      problems.push(error("control-character", place, message, "它会打乱文字的显示，请删去。"));
    },
  });
  return problems;
}

/** The deepest nesting by brackets or indentation. Counted before parsing, because the parser is recursive. */
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
