import { isComposite, moveComposite } from "./composite.ts";

/** Flags of a point in a simple glyph (OpenType `glyf`). */
const xShort = 0x02;
const yShort = 0x04;
const repeat = 0x08;
const xSame = 0x10;
const ySame = 0x20;

/**
 * Stretches the outlines of a glyph horizontally by `scale`, then moves them right by `shift` font units, without hints, which would
 * undo it. Returns `undefined` for a composite that would have to be stretched, because its parts belong to other glyphs, too.
 */
export function placeGlyph(glyph: Buffer, scale: number, shift: number): Buffer | undefined {
  if (glyph.length === 0) return glyph;
  if (!isComposite(glyph)) return placeSimple(glyph, scale, shift);
  return scale === 1 ? moveComposite(glyph, shift) : undefined;
}

/** A simple glyph without its hints, which are useless without the hint programs of the font. */
export function withoutHints(glyph: Buffer): Buffer {
  if (glyph.length === 0) return glyph;
  const at = 10 + 2 * glyph.readInt16BE(0);
  const length = glyph.readUInt16BE(at);
  if (length === 0) return glyph;
  const plain = Buffer.alloc(glyph.length - length);
  glyph.copy(plain, 0, 0, at);
  glyph.copy(plain, at + 2, at + 2 + length);
  return plain;
}

function placeSimple(glyph: Buffer, scale: number, shift: number): Buffer {
  const contours = glyph.readInt16BE(0);
  const endPoints = glyph.subarray(10, 10 + 2 * contours);
  const points = contours === 0 ? 0 : endPoints.readUInt16BE(2 * contours - 2) + 1;
  let at = 10 + 2 * contours;
  at += 2 + glyph.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = glyph.readUInt8(at++);
    const times = (flag & repeat) === 0 ? 0 : glyph.readUInt8(at++);
    for (let time = 0; time <= times; time++) flags.push(flag & ~repeat);
  }
  let x = 0;
  const xs = flags.map((flag) => {
    if (flag & xShort) x += flag & xSame ? glyph.readUInt8(at++) : -glyph.readUInt8(at++);
    else if (!(flag & xSame)) {
      x += glyph.readInt16BE(at);
      at += 2;
    }
    return Math.round(x * scale + shift);
  });
  const ys = glyph.subarray(at, at + yLength(flags));
  return writeSimple(glyph, endPoints, flags, xs, ys);
}

function yLength(flags: readonly number[]): number {
  return flags.reduce((sum, flag) => sum + (flag & yShort ? 1 : flag & ySame ? 0 : 2), 0);
}

/** X coordinates are written as words, which is simple and costs a few bytes for a few glyphs. */
function writeSimple(
  glyph: Buffer,
  endPoints: Buffer,
  flags: readonly number[],
  xs: readonly number[],
  ys: Buffer,
): Buffer {
  const header = Buffer.from(glyph.subarray(0, 10));
  header.writeInt16BE(Math.min(...xs), 2);
  header.writeInt16BE(Math.max(...xs), 6);
  const deltas = Buffer.alloc(2 * xs.length);
  xs.forEach((x, point) => deltas.writeInt16BE(x - (xs[point - 1] ?? 0), 2 * point));
  const plain = Buffer.from(flags.map((flag) => flag & ~(xShort | xSame)));
  return Buffer.concat([header, endPoints, Buffer.alloc(2), plain, deltas, ys]);
}
