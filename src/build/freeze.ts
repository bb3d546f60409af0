/** Values of the model as JSON and back: plain data, maps, exact numbers; what is shared or lies in files stands by name. */

import Fraction from "fraction.js";
import { SourceText } from "../base/problem/source-text.ts";

/** Objects that are the same for all values: they are frozen as a name and thawed as the very object. */
export type Shared = ReadonlyMap<object, string>;

export interface Thawing {
  /** The object of a name; `undefined` where nothing is called so. */
  readonly shared: (name: string) => object | undefined;
  /** The text of a file, read when it is first looked at. */
  readonly source: (file: string) => SourceText;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Keys that no value of the model has: each marks a kind of thing that JSON lacks. The entries of a map are a text within the text. */
const marks = { fraction: "$f", map: "$m", shared: "$r", source: "$s" } as const;

/** Properties that are `undefined` are left out. @throws TypeError something has no frozen form. */
export function freeze(value: unknown, shared: Shared): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object") throw new TypeError(`cannot freeze a ${typeof value}`);
  const name = shared.get(value);
  if (name !== undefined) return { [marks.shared]: name };
  if (Array.isArray(value)) return value.map((each) => freeze(each, shared));
  if (value instanceof Fraction) return { [marks.fraction]: value.toFraction() };
  if (value instanceof SourceText) return { [marks.source]: value.file };
  if (value instanceof Map)
    return { [marks.map]: JSON.stringify([...value].map((entry) => entry.map((each) => freeze(each, shared)))) };
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== Object.prototype) throw new TypeError(`cannot freeze a ${value.constructor.name}`);
  const frozen: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    if (key.startsWith("$")) throw new TypeError(`cannot freeze a property ${key}`);
    if (each !== undefined) frozen[key] = freeze(each, shared);
  }
  return frozen;
}

/** @throws TypeError a name means nothing. */
export function thaw(json: Json, thawing: Thawing): unknown {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((each) => thaw(each, thawing));
  const { [marks.shared]: name, [marks.fraction]: fraction, [marks.map]: entries, [marks.source]: text } = json;
  if (typeof name === "string") {
    const object = thawing.shared(name);
    if (object === undefined) throw new TypeError(`nothing is called ${name}`);
    return object;
  }
  if (typeof fraction === "string") return new Fraction(fraction);
  if (typeof text === "string") return thawing.source(text);
  if (typeof entries === "string") return new Map(thaw(JSON.parse(entries) as Json, thawing) as [unknown, unknown][]);
  const thawed: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(json)) {
    if (isCostly(each)) lazily(thawed, key, () => thaw(each, thawing));
    else thawed[key] = thaw(each, thawing);
  }
  return thawed;
}

/** Texts of files and whole count sheets: of most issues nobody looks at them. */
function isCostly(json: Json): boolean {
  return (
    json !== null &&
    typeof json === "object" &&
    !Array.isArray(json) &&
    (typeof json[marks.source] === "string" || typeof json[marks.map] === "string")
  );
}

/** A property that is worked out when it is first looked at. */
function lazily<T>(object: object, key: string, make: () => T): void {
  Object.defineProperty(object, key, {
    enumerable: true,
    configurable: true,
    get(): T {
      const value = make();
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      return value;
    },
  });
}
