/** Finds the source of a personal item: the files of the root that contain it. (从哪里来) */

import { readFileSync } from "node:fs";
import type { Root } from "../../read/load/root.ts";
import { pictureTexts } from "../../base/picture/read-picture.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import { SourceText } from "../../base/problem/source-text.ts";
import { readPlain, readSource, without } from "../../check/privacy/reading.ts";
import { decode } from "../../read/source/decode.ts";
import { address, unescaped } from "./escapes.ts";
import type { Leak } from "./last-pass.ts";
import { drawingText } from "./markup-text.ts";

const TEXT = /\.(?:md|ya?ml|csv|txt|json|svg)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/i;
/** Escapes and separators that may make the same item look different in two files. */
const YAML_ESCAPE = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/g;
const BETWEEN = /[^\p{L}\p{N}]/gu;
/** Limit of the items searched for. */
const mostItems = 50;

/** One problem per item, however many files of the site contain it. */
export function leakProblems(leaks: readonly Leak[], root: Root): Problem[] {
  const items = new Map<string, Leak[]>();
  for (const leak of leaks) {
    const key = `${leak.item.rule.id} ${compact(leak.text)}`;
    const same = items.get(key) ?? [];
    same.push(leak);
    items.set(key, same);
  }
  const sources = sourcesOf(root);
  return [...items.values()].slice(0, mostItems).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const files = [...new Set(same.map(({ file }) => file))];
    const place = placeOf(first.text, sources) ?? { file: masked(first.file, first.text), line: 1, column: 1 };
    const more = files.length > 1 ? `等 ${files.length} 个文件` : "";
    const { rule, shown } = first.item;
    return [
      {
        code: rule.id,
        severity: "error" as const,
        place,
        message: `疑似${rule.name}：${shown}，会登在网站的 ${masked(first.file, first.text)}${more}里`,
        hint: `${rule.mend}；确属对外公布的，写进“隐私放行”，并写明原因。`,
        sensitive: first.text,
      },
    ];
  });
}

interface Source {
  /** Without white space. */
  readonly text: string;
  readonly place: (index: number) => Place;
}

function placeOf(item: string, sources: () => Iterable<Source>): Place | undefined {
  const wanted = compact(item);
  for (const { text, place } of sources()) {
    const index = text.indexOf(wanted);
    if (index >= 0) return place(index);
  }
  return undefined;
}

/** Files are read one by one, until all items are found. */
function sourcesOf(root: Root): () => Iterable<Source> {
  const files = [...filesBelow(root, "content"), ...filesBelow(root, "data")];
  const read = new Map<string, Source[]>();
  return function* () {
    for (const file of files) {
      let own = read.get(file);
      if (own === undefined) read.set(file, (own = sourcesIn(root, file)));
      yield* own;
    }
  };
}

function sourcesIn(root: Root, file: string): Source[] {
  const place = (): Place => ({ file, line: 1, column: 1 });
  const found: Source[] = [{ text: compact(file), place }];
  const bytes = readFileSync(root.absolute(file));
  const decoded = TEXT.test(file) ? decode(bytes) : undefined;
  if (decoded?.ok === true) {
    const source = root.sources.get(file) ?? new SourceText(file, decoded.text);
    root.sources.set(file, source);
    const reading = /\.(?:md|ya?ml)$/i.test(file) ? readSource(source.text) : readPlain(source.text);
    const { text, at } = without(reading.text, BETWEEN);
    found.push({ text, place: (index) => source.place(reading.starts[at[index] ?? 0] ?? 0) });
    found.push(...linesInCode(source));
    if (file.endsWith(".svg")) found.push({ text: compact(drawingText(source.text).join("")), place });
  }
  if (PICTURE.test(file)) for (const { text } of pictureTexts(bytes)) found.push({ text: compact(text), place });
  return found;
}

/** Lines with characters written as numbers: %E5, &#24352; and, in YAML, \x31 or \u5f20. */
function linesInCode(source: SourceText): Source[] {
  const found: Source[] = [];
  let offset = 0;
  for (const line of source.text.split("\n")) {
    const text = address(unescaped(line)).replace(YAML_ESCAPE, (_, two = "", four = "", eight = "") =>
      String.fromCodePoint(Math.min(Number.parseInt(`${two}${four}${eight}`, 16), 0x10ffff)),
    );
    const start = offset + line.search(/\S|$/);
    if (text !== line) found.push({ text: compact(text), place: () => source.place(start) });
    offset += line.length + 1;
  }
  return found;
}

function* filesBelow(root: Root, folder: string): Generator<string> {
  for (const { name, isFolder } of root.list(folder)) {
    if (isFolder) yield* filesBelow(root, `${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}

function compact(text: string): string {
  return readPlain(text).text.replace(BETWEEN, "");
}

function masked(file: string, item: string): string {
  return file.replaceAll(item, "****");
}
