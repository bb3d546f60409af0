/** Flags of a part in a composite glyph (OpenType `glyf`). */
const wordArguments = 0x0001;
const xyArguments = 0x0002;
const oneScale = 0x0008;
const moreParts = 0x0020;
const twoScales = 0x0040;
const matrix = 0x0080;
const instructions = 0x0100;

export function isComposite(outline: Buffer): boolean {
  return outline.length > 0 && outline.readInt16BE(0) < 0;
}

interface Part {
  readonly at: number;
  readonly flags: number;
  readonly end: number;
}

function* parts(outline: Buffer): Iterable<Part> {
  for (let at = 10, flags = moreParts; flags & moreParts;) {
    flags = outline.readUInt16BE(at);
    const scales = flags & oneScale ? 2 : flags & twoScales ? 4 : flags & matrix ? 8 : 0;
    const end = at + (flags & wordArguments ? 8 : 6) + scales;
    yield { at, flags, end };
    at = end;
  }
}

/** The numbers of the parts of a composite glyph. */
export function partsOf(outline: Buffer): number[] {
  return isComposite(outline) ? [...parts(outline)].map(({ at }) => outline.readUInt16BE(at + 2)) : [];
}

/** A composite with renumbered parts, without hints. */
export function renumber(outline: Buffer, numberOf: (part: number) => number): Buffer {
  const written = Buffer.from(outline);
  let length = 10;
  for (const { at, flags, end } of parts(outline)) {
    written.writeUInt16BE(flags & ~instructions, at);
    written.writeUInt16BE(numberOf(outline.readUInt16BE(at + 2)), at + 2);
    length = end;
  }
  return written.subarray(0, length);
}

/** A composite moved right by `shift` font units; without hints. */
export function moveComposite(outline: Buffer, shift: number): Buffer {
  const head = Buffer.from(outline.subarray(0, 10));
  for (const edge of [2, 6]) head.writeInt16BE(outline.readInt16BE(edge) + shift, edge);
  const moved: Buffer[] = [head];
  for (const { at, flags, end } of parts(outline)) {
    const wide = (flags & wordArguments) !== 0;
    const [dx, dy] = [0, 1].map((index) =>
      wide ? outline.readInt16BE(at + 4 + 2 * index) : outline.readInt8(at + 4 + index),
    );
    const part = Buffer.alloc(8);
    part.writeUInt16BE((flags | wordArguments) & ~instructions, 0);
    part.writeUInt16BE(outline.readUInt16BE(at + 2), 2);
    part.writeInt16BE((dx ?? 0) + (flags & xyArguments ? shift : 0), 4);
    part.writeInt16BE(dy ?? 0, 6);
    moved.push(part, outline.subarray(at + (wide ? 8 : 6), end));
  }
  return Buffer.concat(moved);
}
