import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { PdfDictionary } from "./pdf-dictionary.ts";

/**
 * A PDF with a cross-reference table and without object streams, as Skia writes it and PDF/A-1 requires it, whose objects can be replaced
 * and added. Unchanged objects are copied byte for byte without parsing, which takes a few milliseconds; parsing the whole file would
 * take as long as printing it.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  /** Object number → [start, end) in the bytes; in file order. */
  readonly #spans = new Map<number, readonly [number, number]>();
  readonly #replaced = new Map<number, Buffer>();
  /** Heads already read, because every step searches all of them. */
  readonly #heads = new Map<number, string>();
  readonly #trailer: PdfDictionary;
  #next: number;

  /** @throws Error when the file has another structure. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = this.#bytes.toString("latin1", Math.max(0, this.#bytes.length - 1024));
    const newest = readTable(this.#bytes, Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN));
    const tables = [newest];
    for (let before = newest.trailer.get("Prev"); before !== undefined; before = tables.at(-1)?.trailer.get("Prev"))
      tables.push(readTable(this.#bytes, Number(before), tables.at(-1)?.at));
    // An object ends where the next one begins, even if that one was replaced by a later update.
    const ends = tables.flatMap(({ at, rows }) => [at, ...rows.map(({ start }) => start)]).sort((a, b) => a - b);
    const next = new Map(ends.map((end, at) => [end, ends[at + 1] ?? this.#bytes.length]));
    const starts = new Map(tables.toReversed().flatMap(({ rows }) => rows.map(({ number, start }) => [number, start])));
    for (const [number, start] of [...starts].sort(([, a], [, b]) => a - b))
      this.#spans.set(number, [start, next.get(start) ?? start]);
    this.#trailer = newest.trailer;
    this.#next = Number(newest.trailer.get("Size"));
  }

  get trailer(): PdfDictionary {
    return this.#trailer;
  }

  /** Numbers of the objects that were read, in file order. */
  numbers(): readonly number[] {
    return [...this.#spans.keys()];
  }

  /** The object before its stream, as Latin-1 text without `1 0 obj`. */
  head(number: number): string {
    const known = this.#heads.get(number);
    if (known !== undefined) return known;
    const object = this.#object(number);
    const stream = object.indexOf("stream", 0, "latin1");
    const text = object.toString("latin1", 0, stream >= 0 ? stream : object.length);
    const head = text.slice(text.indexOf("obj") + 3);
    this.#heads.set(number, head);
    return head;
  }

  dictionary(number: number): PdfDictionary {
    return PdfDictionary.read(this.head(number));
  }

  /** The stream of an object, as it is stored. */
  stream(number: number): Buffer {
    const object = this.#object(number);
    const length = Number(this.dictionary(number).get("Length") ?? Number.NaN);
    const keyword = object.indexOf("stream", 0, "latin1");
    if (Number.isNaN(length) || keyword < 0) throw new Error(`object ${number} has no stream`);
    const from = keyword + "stream".length + (object[keyword + "stream".length] === 0x0d ? 2 : 1);
    return object.subarray(from, from + length);
  }

  /** The stream of an object, decompressed. */
  data(number: number): Buffer {
    const filter = this.dictionary(number).get("Filter");
    if (filter === undefined) return this.stream(number);
    if (filter !== "/FlateDecode") throw new Error(`object ${number} is filtered by ${filter}`);
    return inflateSync(this.stream(number));
  }

  replace(number: number, dictionary: PdfDictionary, stream?: Uint8Array): void {
    this.#replaced.set(number, writeObject(number, dictionary, stream));
    this.#heads.delete(number);
  }

  /** Adds an object and returns a reference to it. */
  add(dictionary: PdfDictionary, stream?: Uint8Array): string {
    const number = this.#next++;
    this.replace(number, dictionary, stream);
    return `${number} 0 R`;
  }

  /** Removes objects, to which nothing may refer any more. */
  remove(...numbers: readonly number[]): void {
    for (const number of numbers) {
      this.#spans.delete(number);
      this.#replaced.delete(number);
      this.#heads.delete(number);
    }
  }

  /** The whole file. Its ID is a digest of all objects, so that it depends on the content only. */
  write(): Buffer {
    const first = Math.min(...[...this.#spans.values()].map(([start]) => start));
    const parts: Buffer[] = [this.#bytes.subarray(0, first)];
    const offsets = new Map<number, number>();
    let length = first;
    const numbers = new Set([...this.#spans.keys(), ...this.#replaced.keys()]);
    for (const number of numbers) {
      const part = this.#object(number);
      offsets.set(number, length);
      parts.push(part);
      length += part.length;
    }
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    const id = `<${hash.digest("hex").slice(0, 32).toUpperCase()}>`;
    const trailer = this.#trailer.with({ Size: String(this.#next), ID: `[${id} ${id}]` });
    const rows = Array.from({ length: this.#next }, (_, number) => row(offsets.get(number)));
    const end = `xref\n0 ${this.#next}\n${rows.join("")}trailer\n${trailer.toString()}\nstartxref\n${length}\n%%EOF\n`;
    return Buffer.concat([...parts, Buffer.from(end, "latin1")]);
  }

  /** An object as it will be written. */
  #object(number: number): Buffer {
    const replaced = this.#replaced.get(number);
    if (replaced) return replaced;
    const span = this.#spans.get(number);
    if (!span) throw new Error(`the PDF has no object ${number}`);
    return this.#bytes.subarray(...span);
  }
}

interface Table {
  readonly at: number;
  readonly rows: readonly { readonly number: number; readonly start: number }[];
  readonly trailer: PdfDictionary;
}

/** The cross-reference table at an offset, which may consist of several sections; an older one is before `later`. */
function readTable(bytes: Buffer, at: number, later = Number.POSITIVE_INFINITY): Table {
  const text = at < later ? bytes.toString("latin1", at, Math.min(later, bytes.length)) : "";
  const trailer = text.indexOf("trailer");
  if (!/^xref\s+\d/.test(text) || trailer < 0) throw new Error("the PDF has no plain cross-reference table");
  const rows: { number: number; start: number }[] = [];
  let number = 0;
  for (const [, first, start, kind] of text.slice(0, trailer).matchAll(/(\d+) \d+\s*\n|(\d{10}) \d{5} ([nf])/g)) {
    if (first !== undefined) number = Number(first);
    else {
      if (kind === "n") rows.push({ number, start: Number(start) });
      number++;
    }
  }
  return { at, rows, trailer: PdfDictionary.read(text, trailer + "trailer".length) };
}

/** A row of the cross-reference table; `undefined` for an unused number. */
function row(offset: number | undefined): string {
  return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
}

function writeObject(number: number, dictionary: PdfDictionary, stream: Uint8Array | undefined): Buffer {
  if (!stream) return Buffer.from(`${number} 0 obj\n${dictionary.toString()}\nendobj\n`, "latin1");
  const head = `${number} 0 obj\n${dictionary.with({ Length: String(stream.length) }).toString()} stream\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), stream, Buffer.from("\nendstream\nendobj\n", "latin1")]);
}
