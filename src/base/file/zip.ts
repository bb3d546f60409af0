/** Zip containers (DOCX, XLSX), read within limits: an archive may claim any size and expand to any size. */

import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";

export interface ZipLimits {
  /** Largest number of entries. */
  readonly entries: number;
  /** Largest uncompressed size of one part, in bytes, measured while reading. */
  readonly part: number;
  /** Largest uncompressed size of all parts together, in bytes. */
  readonly total: number;
}

export type ZipFaultKind = "not-zip" | "damaged" | "encrypted" | "too-many" | "too-large";

/** Why a container cannot be read; `part` names the entry at fault. */
export class ZipFault extends Error {
  readonly kind: ZipFaultKind;
  readonly part: string | undefined;

  constructor(kind: ZipFaultKind, part?: string) {
    super(part === undefined ? kind : `${kind}: ${part}`);
    this.kind = kind;
    this.part = part;
  }
}

/** An open container: its parts by name, read one at a time. */
export class Zip {
  readonly #file: ZipFile;
  /** Keyed in lower case: part names are case-insensitive (ISO 29500-2, 6.2.2.3). */
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: ZipLimits;
  #read = 0;

  constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ZipLimits) {
    this.#file = file;
    this.#entries = entries;
    this.#limits = limits;
  }

  get names(): string[] {
    return [...this.#entries.values()].map(({ fileName }) => fileName);
  }

  /** The bytes of a part; `undefined` when there is none. @throws ZipFault when it is too large, damaged or encrypted. */
  async read(name: string): Promise<Buffer | undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw new ZipFault("encrypted", name);
    const most = Math.min(this.#limits.part, this.#limits.total - this.#read);
    // The declared size rejects honest files early; yauzl aborts a stream that exceeds its declared size.
    if (entry.uncompressedSize > most) throw new ZipFault("too-large", name);
    const bytes = await contents(this.#file, entry, most);
    this.#read += bytes.length;
    return bytes;
  }
}

/** @throws ZipFault */
export function openZip(bytes: Buffer, limits: ZipLimits): Promise<Zip> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (fault, file) => {
      // The declaration allows both to be absent; at run time one of the two is always present.
      if (fault !== null) {
        reject(new ZipFault("not-zip"));
        return;
      }
      if (file.entryCount > limits.entries) {
        reject(new ZipFault("too-many"));
        return;
      }
      const entries = new Map<string, Entry>();
      file.on("entry", (entry: Entry) => {
        entries.set(entry.fileName.toLowerCase(), entry);
        file.readEntry();
      });
      file.on("end", () => {
        resolve(new Zip(file, entries, limits));
      });
      file.on("error", () => {
        reject(new ZipFault("damaged"));
      });
      file.readEntry();
    });
  });
}

function contents(file: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (fault, stream) => {
      if (fault !== null) {
        reject(new ZipFault("damaged", entry.fileName));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= most) return;
        stream.destroy();
        reject(new ZipFault("too-large", entry.fileName));
      });
      stream.on("end", () => {
        resolve(Buffer.concat(chunks, size));
      });
      stream.on("error", () => {
        reject(new ZipFault("damaged", entry.fileName));
      });
    });
  });
}
