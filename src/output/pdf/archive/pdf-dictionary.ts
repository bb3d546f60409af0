/** PDF white space and delimiters (ISO 32000-1 7.2.2). */
const space = /[\0\t\n\f\r ]/;
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/;

/**
 * A PDF dictionary as key → raw value. Values are not parsed, so that unchanged ones are copied exactly. Keys are without the slash and
 * in the order of the file.
 */
export class PdfDictionary {
  readonly #values: Map<string, string>;

  private constructor(values: Map<string, string>) {
    this.#values = values;
  }

  /** Reads the dictionary at `start` of a Latin-1 text. @throws Error when there is none. */
  static read(text: string, start = 0): PdfDictionary {
    let at = skipSpace(text, start);
    if (!text.startsWith("<<", at)) throw new Error(`no dictionary at ${at}`);
    at = skipSpace(text, at + 2);
    const values = new Map<string, string>();
    while (!text.startsWith(">>", at)) {
      if (text[at] !== "/") throw new Error(`no key at ${at}`);
      const keyEnd = skipObject(text, at);
      const valueStart = skipSpace(text, keyEnd);
      const valueEnd = skipValue(text, valueStart);
      values.set(text.slice(at + 1, keyEnd), text.slice(valueStart, valueEnd));
      at = skipSpace(text, valueEnd);
    }
    return new PdfDictionary(values);
  }

  static of(entries: Readonly<Record<string, string>>): PdfDictionary {
    return new PdfDictionary(new Map(Object.entries(entries)));
  }

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  /** The object number of a reference such as `12 0 R`. */
  reference(key: string): number | undefined {
    const match = /^(\d+) \d+ R$/.exec(this.get(key) ?? "");
    return match?.[1] === undefined ? undefined : Number(match[1]);
  }

  keys(): IterableIterator<string> {
    return this.#values.keys();
  }

  /** A copy with some values replaced or added. */
  with(entries: Readonly<Record<string, string>>): PdfDictionary {
    return new PdfDictionary(new Map([...this.#values, ...Object.entries(entries)]));
  }

  /** A copy in which some keys are renamed, in the same order. */
  renamed(keys: ReadonlyMap<string, string>): PdfDictionary {
    return new PdfDictionary(new Map([...this.#values].map(([key, value]) => [keys.get(key) ?? key, value])));
  }

  without(...keys: readonly string[]): PdfDictionary {
    return new PdfDictionary(new Map([...this.#values].filter(([key]) => !keys.includes(key))));
  }

  toString(): string {
    return `<<${[...this.#values].map(([key, value]) => `/${key} ${value}`).join("\n")}>>`;
  }
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && space.test(text.charAt(at))) at++;
  return at;
}

/** The end of a value: an object, or a reference of three tokens. */
function skipValue(text: string, start: number): number {
  const reference = /^\d+ \d+ R/.exec(text.slice(start, start + 32));
  return reference ? start + reference[0].length : skipObject(text, start);
}

function skipObject(text: string, start: number): number {
  const opener = text.charAt(start);
  if (opener === "(") return skipString(text, start);
  if (opener === "[" || text.startsWith("<<", start)) return skipNested(text, start);
  if (opener === "<") return text.indexOf(">", start) + 1;
  let at = opener === "/" ? start + 1 : start;
  while (at < text.length && regular.test(text.charAt(at))) at++;
  if (at === start) throw new Error(`no object at ${start}`);
  return at;
}

/** The end of an array or a dictionary. */
function skipNested(text: string, start: number): number {
  const closer = text.charAt(start) === "[" ? "]" : ">>";
  let at = skipSpace(text, start + closer.length);
  while (!text.startsWith(closer, at)) at = skipSpace(text, skipObject(text, at));
  return at + closer.length;
}

/** The end of a literal string, with nested brackets and backslash escapes. */
function skipString(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return at + 1;
  }
  throw new Error(`a string without end at ${start}`);
}
