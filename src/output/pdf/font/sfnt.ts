import { promisify } from "node:util";
import { inflate, inflateSync } from "node:zlib";

/** The tables of a font by their tags. */
export type FontTables = ReadonlyMap<string, Buffer>;

const collectionTag = "ttcf";
const woffTag = "wOFF";

/** The tables of a face in a TrueType, OpenType, collection or WOFF (version 1) file. @throws Error when it is none of these. */
export function readTables(bytes: Buffer, face = 0): FontTables {
  const kind = bytes.toString("latin1", 0, 4);
  if (kind === woffTag) return readWoff(bytes);
  const start = kind === collectionTag ? bytes.readUInt32BE(12 + 4 * face) : 0;
  const version = bytes.readUInt32BE(start);
  if (![0x00010000, 0x74727565, 0x4f54544f].includes(version)) throw new Error("not a TrueType or OpenType font");
  const tables = new Map<string, Buffer>();
  const count = bytes.readUInt16BE(start + 4);
  for (let at = start + 12; at < start + 12 + 16 * count; at += 16) {
    const offset = bytes.readUInt32BE(at + 8);
    tables.set(bytes.toString("latin1", at, at + 4), bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12)));
  }
  return tables;
}

/** Like `readTables`, but decompresses a WOFF file asynchronously. */
export async function unpackTables(bytes: Buffer): Promise<FontTables> {
  if (bytes.toString("latin1", 0, 4) !== woffTag) return readTables(bytes);
  const parts = woffParts(bytes).map(async ({ tag, data, length }) => {
    // A large output buffer, because a large table would otherwise be returned in thousands of pieces.
    return [
      tag,
      data.length < length ? await promisify(inflate)(data, { chunkSize: Math.max(length + 1, 64) }) : data,
    ] as const;
  });
  return new Map(await Promise.all(parts));
}

function readWoff(bytes: Buffer): FontTables {
  return new Map(
    woffParts(bytes).map(({ tag, data, length }) => [tag, data.length < length ? inflateSync(data) : data]),
  );
}

interface WoffPart {
  readonly tag: string;
  /** Compressed if it is shorter than `length`. */
  readonly data: Buffer;
  readonly length: number;
}

function woffParts(bytes: Buffer): WoffPart[] {
  const parts = [];
  const count = bytes.readUInt16BE(12);
  for (let at = 44; at < 44 + 20 * count; at += 20) {
    const [offset, stored, length] = [4, 8, 12].map((field) => bytes.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const data = bytes.subarray(offset, offset + stored);
    parts.push({ tag: bytes.toString("latin1", at, at + 4), data, length });
  }
  return parts;
}

export function requireTable(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no table ${tag}`);
  return table;
}

/** A TrueType font with the given tables, in the order of their tags. */
export function writeSfnt(tables: FontTables): Buffer {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * entries.length);
  const power = Math.floor(Math.log2(entries.length));
  directory.writeUInt32BE(0x00010000, 0);
  [entries.length, 16 << power, power, 16 * (entries.length - (1 << power))].forEach((value, at) =>
    directory.writeUInt16BE(value, 4 + 2 * at),
  );
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  entries.forEach(([tag, table], at) => {
    const entry = 12 + 16 * at;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(checksum(table), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  });
  return Buffer.concat(parts);
}

function checksum(table: Buffer): number {
  const words = new DataView(table.buffer, table.byteOffset, table.length);
  let sum = 0;
  const whole = table.length - (table.length % 4);
  for (let at = 0; at < whole; at += 4) sum = (sum + words.getUint32(at)) >>> 0;
  for (let at = whole; at < table.length; at++) sum = (sum + (table[at] ?? 0) * 2 ** (8 * (3 - (at % 4)))) >>> 0;
  return sum;
}
