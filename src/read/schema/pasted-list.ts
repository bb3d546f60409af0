/** Reads counts that were pasted as one text, as units send them: `单位: 冷水滩区58、零陵区33件`, or a line each. (一串数字) */

import type { Vocabulary } from "../../model/vocabulary.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path, WrittenLine } from "../source/located-yaml.ts";
import { halfWidth } from "./number-wording.ts";

/** A name, an optional colon, a number, an optional measure word, and a separator or the end. */
function itemPattern(measureWords: readonly string[]): RegExp {
  const words = ["件", ..."个次起人处家宗条户", ...measureWords.filter((word) => /^\p{L}+$/u.test(word))];
  return new RegExp(
    String.raw`\s*(?<name>[^\s\d、，,；;。：:＝=]+)\s*[：:＝=]?\s*(?<count>\d+(?:\.\d+)?%?)[ \t]*(?:${words.join("|")})?\s*(?:[、，,；;。]\s*|\s+|$)`,
    "uy",
  );
}

/** Replaces texts that are lists of counts by mappings; reports what in such a list is not a count. */
export function spreadPastedLists(
  yaml: LocatedYaml,
  vocabulary: Vocabulary,
): { readonly yaml: LocatedYaml; readonly problems: readonly Problem[] } {
  const { lists, problems } = pastedLists(yaml, vocabulary);
  return { yaml: lists.length === 0 ? yaml : yaml.withMappings(lists), problems };
}

/** The text of the file with each pasted list replaced by one line for each count. */
export function unfoldPastedLists(yaml: LocatedYaml, vocabulary: Vocabulary): string {
  let { text } = yaml.source;
  for (const { path, lines } of pastedLists(yaml, vocabulary).lists.reverse()) {
    const [from, to] = yaml.range(path) ?? [0, 0];
    const indent = " ".repeat(yaml.keyPlace(path).column + 1);
    const unfolded = lines
      .map(({ key, valueRange }) => `\n${indent}${key}: ${yaml.source.text.slice(...valueRange)}`)
      .join("");
    text = text.slice(0, from).trimEnd() + unfolded + text.slice(to);
  }
  return text;
}

interface PastedList {
  readonly path: Path;
  readonly lines: readonly WrittenLine[];
}

function pastedLists(yaml: LocatedYaml, vocabulary: Vocabulary): { lists: PastedList[]; problems: Problem[] } {
  const lists: PastedList[] = [];
  const problems: Problem[] = [];
  for (const { key: measure } of yaml.entries([])) {
    const definition = vocabulary.measures.get(measure);
    if (definition === undefined) continue;
    for (const { key, text } of yaml.entries([measure])) {
      const path = [measure, key];
      const range = yaml.range(path);
      const dimension = vocabulary.dimensions.get(key);
      if (text === undefined || range === undefined || dimension === undefined) continue;
      const item = itemPattern([definition.measureWord, dimension.measureWord ?? ""]);
      const { lines, rest } = divide(yaml.source.text, range, item);
      if (rest === undefined) lists.push({ path, lines });
      else if (lines.length > 0) problems.push(notAnItem(yaml, key, rest));
    }
  }
  return { lists, problems };
}

interface Divided {
  readonly lines: WrittenLine[];
  /** Offsets of the first part that is not a name with a number; `undefined` when all are. */
  readonly rest: readonly [number, number] | undefined;
}

function divide(source: string, [from, to]: readonly [number, number], item: RegExp): Divided {
  const quoted = /^["']/.test(source.slice(from, to));
  const [start, end] = quoted ? [from + 1, to - 1] : [from, to];
  // The conversion preserves the length, so that offsets stay valid.
  const text = halfWidth(source.slice(start, end));
  const lines: WrittenLine[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    item.lastIndex = at;
    const match = item.exec(text);
    const { name, count } = match?.groups ?? {};
    if (match === null || name === undefined || count === undefined) {
      const part = /^[\s、，,；;。]*([^、，,；;。\n]*)/u.exec(text.slice(at));
      const length = part?.[1]?.trimEnd().length ?? 0;
      const begin = start + at + (part?.[0].length ?? 0) - (part?.[1]?.length ?? 0);
      return { lines, rest: [begin, begin + length] };
    }
    const keyAt = start + at + match[0].indexOf(name);
    const countAt = start + at + match[0].indexOf(count, match[0].indexOf(name) + name.length);
    const typed = source.slice(countAt, countAt + count.length);
    lines.push({
      key: name,
      keyRange: [keyAt, keyAt + name.length],
      value: typed === count && !count.endsWith("%") ? Number(count) : typed,
      valueRange: [countAt, countAt + count.length],
    });
    at = item.lastIndex;
  }
  return { lines, rest: lines.length === 0 ? [start, end] : undefined };
}

function notAnItem(yaml: LocatedYaml, dimension: string, [from, to]: readonly [number, number]): Problem {
  const part = yaml.source.text.slice(from, to);
  return error(
    "not-in-list",
    yaml.source.place(from),
    `“${dimension}”这一串里，“${part.length > 20 ? `${part.slice(0, 20)}…` : part}”不是“名称和数字”`,
    `一串数字写作“名称12、名称34”；几个单位共有的另写在“共有”下面。`,
  );
}
