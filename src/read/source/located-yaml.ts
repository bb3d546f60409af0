/** A parsed YAML text that knows the place of each of its nodes. */

import { isMap, isNode, isScalar, isSeq, Pair, Scalar, YAMLMap } from "yaml";
import type { Document, Node, ParsedNode } from "yaml";
import type { Place } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { MendedText } from "./mended-text.ts";

export type Path = readonly (string | number)[];

/** One `key: value` line of a mapping, in the order of the file. */
export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly valuePlace: Place;
  /** The scalar as in the file, without quotes; `undefined` for a list or mapping. */
  readonly text: string | undefined;
}

/** A `key: value` line with its offsets in the source, found inside a text that was pasted. */
export interface WrittenLine {
  readonly key: string;
  readonly keyRange: readonly [number, number];
  readonly value: unknown;
  readonly valueRange: readonly [number, number];
}

/** Maps the parsed text to its source. */
interface Origin {
  /** Offset of its beginning. */
  readonly start: number;
  /** The corrections made before parsing. */
  readonly map: MendedText;
  /** Numbers of the lines that were left out. */
  readonly leftOut: ReadonlySet<number>;
}

/** A parsed YAML text. `value` is plain data (maps as objects); places are found by path. */
export class LocatedYaml {
  readonly source: SourceText;
  readonly value: unknown;
  readonly #document: Document.Parsed<ParsedNode>;
  readonly #origin: Origin;
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(source: SourceText, document: Document.Parsed<ParsedNode>, origin: Origin) {
    this.source = source;
    this.value = document.toJS({ maxAliasCount: 0 });
    this.#document = document;
    this.#origin = origin;
  }

  /** Whether no lines were left out, so that what is missing is really missing. */
  get isWhole(): boolean {
    return this.#origin.leftOut.size === 0;
  }

  /** Whether a line from this place on was left out, up to `end` or the end of the text. */
  isCutBetween({ line }: Place, end: Place | undefined): boolean {
    for (const out of this.#origin.leftOut) if (out >= line && (end === undefined || out < end.line)) return true;
    return false;
  }

  /** Whether the first line of content below this place was left out. */
  isCut({ line }: Place): boolean {
    for (let below = line + 1; below <= this.source.lineCount; below++)
      if (!/^\s*(?:#|$)/.test(this.source.line(below))) return this.#origin.leftOut.has(below);
    return false;
  }

  /** The start of the value at `path`, or of its nearest existing parent. */
  place(path: Path): Place {
    for (let length = path.length; length >= 0; length--) {
      const node = this.#node(path.slice(0, length));
      if (isNode(node) && node.range) return this.source.place(this.#offset(node.range[0]));
      if (length > 0 && length === path.length) {
        const key = this.#key(path);
        if (key !== undefined) return key;
      }
    }
    return this.source.place(this.#offset(0));
  }

  /** The place of the key at the end of `path`; for a list item, of the item itself. */
  keyPlace(path: Path): Place {
    return this.#key(path) ?? this.place(path);
  }

  /** Start and end offsets of the value at `path` in the source. */
  range(path: Path): readonly [number, number] | undefined {
    const node = this.#node(path);
    return isNode(node) && node.range ? [this.#offset(node.range[0]), this.#offset(node.range[1])] : undefined;
  }

  /** The scalar at `path` as in the file, quotes included. */
  text(path: Path): string | undefined {
    const range = this.range(path);
    return range && this.source.text.slice(...range);
  }

  /** The lines of the mapping at `path`, in file order; empty when there is no mapping. */
  entries(path: Path): Entry[] {
    const node = this.#node(path);
    if (!isMap(node)) return [];
    return node.items.flatMap((pair) => {
      if (!isNode(pair.key) || !pair.key.range) return [];
      const keyPlace = this.source.place(this.#offset(pair.key.range[0]));
      const value = isNode(pair.value) ? pair.value : undefined;
      return [
        {
          key: String(isScalar(pair.key) ? pair.key.value : pair.key),
          keyPlace,
          valuePlace: value?.range ? this.source.place(this.#offset(value.range[0])) : keyPlace,
          text: isScalar(value) ? (value.source ?? String(value.value)) : undefined,
        },
      ];
    });
  }

  /** A copy in which some values are replaced by mappings. */
  withMappings(mappings: readonly { readonly path: Path; readonly lines: readonly WrittenLine[] }[]): LocatedYaml {
    const document = this.#document.clone() as Document.Parsed<ParsedNode>;
    const scalar = (value: unknown, [from, to]: readonly [number, number]): Scalar => {
      const node = new Scalar(value);
      node.source = this.source.text.slice(from, to);
      const { start, map } = this.#origin;
      node.range = [map.after(from - start), map.after(to - start), map.after(to - start)];
      return node;
    };
    for (const { path, lines } of mappings) {
      const map = new YAMLMap();
      const old: unknown = document.getIn(path, true);
      if (isNode(old) && old.range) map.range = old.range;
      for (const { key, keyRange, value, valueRange } of lines)
        map.items.push(new Pair(scalar(key, keyRange), scalar(value, valueRange)));
      document.setIn(path, map);
    }
    return new LocatedYaml(this.source, document, this.#origin);
  }

  /** A copy without the values at some paths. */
  without(paths: readonly Path[]): LocatedYaml {
    const document = this.#document.clone() as Document.Parsed<ParsedNode>;
    const leaving = new Map<string, { readonly parent: Path; readonly keys: Set<unknown> }>();
    for (const path of paths) {
      const parent = path.slice(0, -1);
      const name = JSON.stringify(parent);
      const group = leaving.get(name) ?? { parent, keys: new Set() };
      leaving.set(name, group);
      group.keys.add(path.at(-1));
    }
    // The deepest first, so that the indices of the others stay valid.
    for (const { parent, keys } of [...leaving.values()].sort((a, b) => b.parent.length - a.parent.length)) {
      const node: unknown = parent.length === 0 ? document.contents : document.getIn(parent, true);
      if (isMap(node)) node.items = node.items.filter(({ key }) => !(isScalar(key) && keys.has(key.value)));
      else if (isSeq(node)) node.items = node.items.filter((_, at) => !keys.has(at));
    }
    return new LocatedYaml(this.source, document, this.#origin);
  }

  #key(path: Path): Place | undefined {
    const last = path.at(-1);
    if (last === undefined) return undefined;
    const parent = this.#node(path.slice(0, -1));
    if (!isMap(parent)) return undefined;
    const key = this.#pairsOf(parent).get(String(last))?.key as Node | undefined;
    return key?.range ? this.source.place(this.#offset(key.range[0])) : undefined;
  }

  /** The node at `path`. The library's own look-up reads a mapping from its beginning each time. */
  #node(path: Path): unknown {
    let node: unknown = this.#document.contents;
    for (const key of path) {
      if (isMap(node)) {
        const pair = this.#pairsOf(node).get(String(key));
        node = isScalar(pair?.key) && pair.key.value === key ? pair.value : undefined;
      } else node = isSeq(node) ? node.get(key, true) : undefined;
    }
    return node;
  }

  /** By their keys; of two with the same key the first. */
  #pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#pairs.get(map);
    if (known !== undefined) return known;
    const pairs = new Map(
      map.items.toReversed().flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
    );
    this.#pairs.set(map, pairs);
    return pairs;
  }

  /** The offset in the source of an offset in the parsed text. */
  #offset(offset: number): number {
    return this.#origin.start + this.#origin.map.before(offset);
  }
}
