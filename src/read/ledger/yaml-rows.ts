/** A ledger in YAML: a list of cases, each with `heading: value` lines. */

import { linesFrom } from "../../base/text/lines.ts";
import { error } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { parseYaml } from "../source/yaml.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";

/** One value of a case as a CSV cell would hold it, with the place of its key and its own. */
interface YamlField {
  readonly heading: string;
  readonly text: string;
  /** Offset of the value. */
  readonly offset: number;
}

/** In characters. The full YAML parser takes a second for 2,000 cases, so larger files must be in the plain form. */
const largestGeneral = 1024 * 1024;

/** Receives the fields of a case; `isCut` means that some of its lines could not be read. */
type Take = (fields: readonly YamlField[], offset: number, isCut: boolean) => void;

/** Calls `take` with the fields of every case in turn, also when parts of the file cannot be parsed. */
export function readYamlRows(source: SourceText, take: Take): Problem[] {
  const plain = plainRows(source);
  if (plain.stumble === undefined) {
    for (const row of plain.rows) take(row.fields, row.offset, false);
    return [];
  }
  if (source.text.length <= largestGeneral) return generalRows(source, take);
  return [
    error(
      "ledger-yaml",
      source.place(plain.stumble),
      "这一行不是“- 列名: 内容”或“  列名: 内容”的简单写法",
      "大的 YAML 台账只能用简单写法，一行一项；或者改存为 CSV。",
    ),
  ];
}

interface PlainRow {
  readonly fields: YamlField[];
  readonly offset: number;
}

const line = /^(- | {2})([^\s:：#'"[\]{},&*!|>%@`-][^:：#\n]*?):(?: +(.*?))?\s*$/u;

/**
 * Reads the plain form, one value a line, in one pass. `stumble` is the offset of the first line in another form, which only the full
 * parser can read. For the plain form both give the same result.
 */
function plainRows(source: SourceText): { readonly rows: PlainRow[]; readonly stumble: number | undefined } {
  const { text } = source;
  const rows: PlainRow[] = [];
  let keys = new Set<string>();
  for (const { start, end } of linesFrom(text, 0)) {
    const written = text.slice(start, end);
    if (!/^\s*(#.*)?$/.test(written)) {
      const match = line.exec(written);
      const value = match === null ? undefined : plainValue(match[3] ?? "");
      if (match === null || value === undefined) return { rows, stumble: start };
      const heading = match[2] ?? "";
      if (match[1] === "- ") {
        rows.push({ fields: [], offset: start + 2 });
        keys = new Set();
      }
      const row = rows.at(-1);
      if (row === undefined || keys.has(heading)) return { rows, stumble: start };
      keys.add(heading);
      const offset = match[3] === undefined ? start + 2 : start + written.indexOf(match[3], 2 + heading.length);
      row.fields.push({ heading, text: value, offset });
    }
  }
  return { rows, stumble: undefined };
}

/** A scalar, or a flow list or mapping of plain scalars, as a cell's text; `undefined` for anything more. */
function plainValue(written: string): string | undefined {
  if (written === "") return "";
  const quoted = /^"([^"\\]*)"$/.exec(written) ?? /^'([^']*)'$/.exec(written);
  if (quoted !== null) return quoted[1] ?? "";
  const list = /^\[([^[\]{}'"#:]*)\]$/.exec(written)?.[1];
  if (list !== undefined) return joined(list.split(","));
  const mapping = /^\{([^[\]{}'"#]*)\}$/.exec(written)?.[1];
  if (mapping !== undefined) {
    const parts = mapping.split(",").map((part) => /^\s*([^:]+?):(?: +([^:]*?))?\s*$/.exec(part));
    if (parts.some((part) => part === null)) return undefined;
    return joined(parts.map((part) => `${part?.[1] ?? ""}:${part?.[2] ?? ""}`));
  }
  if (/^[[\]{}'"&*!|>%@`#,?]|^- |: |:$| #/.test(written)) return undefined;
  return nothing.test(written) ? "" : written;
}

const nothing = /^(null|Null|NULL|~)$/;

const joined = (items: readonly string[]): string => items.map((item) => item.trim()).join("、");

function generalRows(source: SourceText, take: Take): Problem[] {
  const parsed = parseYaml(source);
  const yaml = parsed.yaml ?? parsed.rest;
  const found: Problem[] = [...parsed.problems];
  if (yaml === undefined || yaml.value === null) return found;
  if (!Array.isArray(yaml.value)) {
    const hint = "每件以“- 受理编号: …”开头，下面几行缩进两个空格。";
    // If lines were left out, the rest does not show whether the file is a list.
    if (yaml.isWhole) found.push(error("not-a-list", yaml.place([]), "台账应当是一列，每件一项", hint));
    return found;
  }
  const items: readonly unknown[] = yaml.value;
  items.forEach((item, at) => {
    const next = at + 1 < items.length ? yaml.place([at + 1]) : undefined;
    const isCut = yaml.isCutBetween(at === 0 ? source.place(0) : yaml.place([at]), next);
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      if (!isCut)
        found.push(error("not-a-mapping", yaml.place([at]), "这一项不是几行“列名: 内容”", "请写成“- 受理编号: …”。"));
      return;
    }
    const fields = yaml.entries([at]).map((entry) => ({
      heading: entry.key,
      text: entry.text === undefined ? cellText(yaml, at, entry.key, found) : scalar(entry.text),
      offset: offsetOf(source, entry.valuePlace),
    }));
    take(fields, offsetOf(source, yaml.place([at])), isCut);
  });
  return found;
}

const scalar = (text: string): string => (nothing.test(text) ? "" : text);

/** A list as `甲、乙`, a mapping of units as `甲:…、乙:…`. */
function cellText(yaml: LocatedYaml, at: number, key: string, problems: Problem[]): string {
  const value: unknown = (yaml.value as readonly Readonly<Record<string, unknown>>[])[at]?.[key];
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.map(String).join("、");
  if (!Array.isArray(value) && typeof value === "object")
    return yaml
      .entries([at, key])
      .map((entry) => `${entry.key}:${scalar(entry.text ?? "")}`)
      .join("、");
  problems.push(error("not-a-text", yaml.place([at, key]), `“${key}”的层次太多`, "请写成一行文字，或 [甲, 乙]。"));
  return "";
}

function offsetOf(source: SourceText, place: Place): number {
  const start = source.lineStart(place.line);
  return start + [...source.line(place.line)].slice(0, place.column - 1).join("").length;
}
