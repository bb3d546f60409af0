import { open, type FileHandle } from "node:fs/promises";
import { installedFontFiles } from "./font-folders.ts";
import { readNames } from "./names.ts";

/** A face inside a font file. */
export interface FontPlace {
  /** Absolute path. */
  readonly file: string;
  /** The index in a collection (TTC), else 0. */
  readonly face: number;
}

/** A face that has the wanted name. */
interface Candidate extends FontPlace {
  /** Lower is better: the name of the face before that of its family, an upright regular face before others. */
  readonly distance: number;
}

const collection = "ttcf";

/** The installed face with a family, full or PostScript name in any of its languages, case-insensitive. */
export async function findFamily(name: string, environment: NodeJS.ProcessEnv): Promise<FontPlace | undefined> {
  const wanted = name.normalize("NFC").trim().toLowerCase();
  const found: Candidate[] = [];
  for (const file of await installedFontFiles(environment)) {
    found.push(...(await candidates(file, wanted).catch(() => [])));
  }
  return found.sort((a, b) => a.distance - b.distance)[0];
}

/** Reads only the tables with names and style, because there may be hundreds of fonts. */
async function candidates(file: string, wanted: string): Promise<Candidate[]> {
  const handle = await open(file, "r");
  try {
    const head = await read(handle, 0, 12);
    const starts = [0];
    if (head.toString("latin1", 0, 4) === collection) {
      const offsets = await read(handle, 12, 4 * head.readUInt32BE(8));
      starts.splice(0, 1, ...Array.from({ length: offsets.length / 4 }, (_, at) => offsets.readUInt32BE(4 * at)));
    }
    const faces = await Promise.all(starts.map((start) => readTables(handle, start)));
    return faces.flatMap((tables, face) => {
      const distance = distanceOf(tables, wanted);
      return distance === undefined ? [] : [{ file, face, distance }];
    });
  } finally {
    await handle.close();
  }
}

function distanceOf(tables: ReadonlyMap<string, Buffer>, wanted: string): number | undefined {
  const { families, own } = readNames(tables);
  const matches = (names: readonly string[]): boolean =>
    names.some((each) => each.normalize("NFC").toLowerCase() === wanted);
  const os2 = tables.get("OS/2");
  const isItalic = os2 !== undefined && os2.length >= 64 && (os2.readUInt16BE(62) & 1) === 1;
  const unlikeness = (os2 ? Math.abs(os2.readUInt16BE(4) - 400) : 0) + (isItalic ? 1000 : 0);
  if (matches(families)) return unlikeness;
  return matches(own) ? unlikeness / 10_000 - 1 : undefined;
}

async function readTables(handle: FileHandle, start: number): Promise<Map<string, Buffer>> {
  const count = (await read(handle, start + 4, 2)).readUInt16BE(0);
  const directory = await read(handle, start + 12, 16 * count);
  const tables = new Map<string, Buffer>();
  for (let at = 0; at < directory.length; at += 16) {
    const tag = directory.toString("latin1", at, at + 4);
    if (tag !== "name" && tag !== "OS/2") continue;
    tables.set(tag, await read(handle, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12)));
  }
  return tables;
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error("the font file is cut short");
  return buffer;
}
