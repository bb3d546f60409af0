import { readCharacterMap } from "./cmap.ts";
import { placeGlyph } from "./outline.ts";
import { readTables, requireTable, writeSfnt } from "./sfnt.ts";

/**
 * How a character gets its cell, `width` em wide: stretched as a whole; its ink stretched from edge to edge; or moved, so that it
 * stands in the middle between `from` and `to` em.
 */
type Fit =
  | { readonly width: number; readonly by: "stretch" }
  | { readonly width: number; readonly by: "fill" }
  | { readonly width: number; readonly by: "move"; readonly from: number; readonly to: number };

const digit: Fit = { width: 0.5, by: "stretch" };
const dash: Fit = { width: 1, by: "fill" };
const opening: Fit = { width: 1, by: "move", from: 0.5, to: 1 };
const closing: Fit = { width: 1, by: "move", from: 0, to: 0.5 };
const centred: Fit = { width: 1, by: "move", from: 0, to: 1 };

/**
 * The grid of 28 cells a line wants two digits in a cell (format of 仿宋_GB2312), a dash that fills its cell so that two of them
 * join (GB/T 15834 破折号), and quotation marks and the middle dot in a cell of their own. The stand-ins have Western widths.
 */
const fits: ReadonlyMap<string, Fit> = new Map<string, Fit>([
  ...[..."0123456789"].map((character) => [character, digit] as const),
  ["—", dash],
  ["“", opening],
  ["‘", opening],
  ["”", closing],
  ["’", closing],
  ["·", centred],
]);

/** A TrueType font whose digits, dashes, quotation marks and middle dot fill their cells; others stay as they are. */
export function fitCells(font: Buffer): Buffer {
  const tables = new Map(readTables(font));
  const glyphOf = readCharacterMap(tables);
  const em = requireTable(tables, "head").readUInt16BE(18);
  const outlines = readOutlines(tables);
  const metrics = readMetrics(tables);
  for (const [character, fit] of fits) {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    const metric = metrics[glyph];
    const outline = outlines[glyph];
    const advance = Math.round(fit.width * em);
    if (glyph === 0 || !metric || !outline || outline.length === 0) continue;
    if (metric.advance === advance && fit.by !== "fill") continue;
    const { scale, shift } = placement(fit, metric.advance, outline, em);
    const placed = placeGlyph(outline, scale, shift);
    if (!placed) continue;
    outlines[glyph] = placed;
    metrics[glyph] = { advance, bearing: placed.readInt16BE(2) };
  }
  writeOutlines(tables, outlines);
  writeMetrics(tables, metrics);
  return writeSfnt(tables);
}

function placement(fit: Fit, advance: number, outline: Buffer, em: number): { scale: number; shift: number } {
  if (fit.by === "stretch") return { scale: (fit.width * em) / advance, shift: 0 };
  if (fit.by === "move") return { scale: 1, shift: Math.round(((fit.from + fit.to) * em - advance) / 2) };
  const [left, right] = [outline.readInt16BE(2), outline.readInt16BE(6)];
  const scale = (fit.width * em) / (right - left);
  return { scale, shift: -left * scale };
}

interface Metric {
  readonly advance: number;
  /** Left side bearing. */
  readonly bearing: number;
}

function readOutlines(tables: ReadonlyMap<string, Buffer>): Buffer[] {
  const [glyf, loca] = [requireTable(tables, "glyf"), requireTable(tables, "loca")];
  const isLong = requireTable(tables, "head").readInt16BE(50) === 1;
  const offset = (glyph: number): number => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const count = requireTable(tables, "maxp").readUInt16BE(4);
  return Array.from({ length: count }, (_, glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)));
}

function writeOutlines(tables: Map<string, Buffer>, outlines: readonly Buffer[]): void {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  let offset = 0;
  outlines.forEach((outline, glyph) => {
    offset += outline.length;
    loca.writeUInt32BE(offset, 4 * glyph + 4);
  });
  const head = Buffer.from(requireTable(tables, "head"));
  head.writeInt16BE(1, 50);
  tables.set("glyf", Buffer.concat(outlines)).set("loca", loca).set("head", head);
}

function readMetrics(tables: ReadonlyMap<string, Buffer>): Metric[] {
  const hmtx = requireTable(tables, "hmtx");
  const long = requireTable(tables, "hhea").readUInt16BE(34);
  const count = requireTable(tables, "maxp").readUInt16BE(4);
  return Array.from({ length: count }, (_, glyph) => ({
    advance: hmtx.readUInt16BE(4 * Math.min(glyph, long - 1)),
    bearing: glyph < long ? hmtx.readInt16BE(4 * glyph + 2) : hmtx.readInt16BE(2 * long + 2 * glyph),
  }));
}

function writeMetrics(tables: Map<string, Buffer>, metrics: readonly Metric[]): void {
  const hmtx = Buffer.alloc(4 * metrics.length);
  metrics.forEach(({ advance, bearing }, glyph) => {
    hmtx.writeUInt16BE(advance, 4 * glyph);
    hmtx.writeInt16BE(bearing, 4 * glyph + 2);
  });
  const hhea = Buffer.from(requireTable(tables, "hhea"));
  hhea.writeUInt16BE(metrics.length, 34);
  tables.set("hmtx", hmtx).set("hhea", hhea);
}
