/** Finds the struck cells of an .xls file (BIFF5 and BIFF8, [MS-XLS]), because the library that reads it ignores fonts. */

/** Types of records. */
const start = 0x0809;
const end = 0x000a;
const font = 0x0031;
const cellFormat = 0x00e0;
const sheetPlace = 0x0085;
/** LabelSst, Number, RK, Formula, Label, RString and BoolErr, which begin with row, column and format. */
const cells = new Set([0x00fd, 0x0203, 0x027e, 0x0006, 0x0204, 0x00d6, 0x0205]);
/** MulRk: row and first column, then a format and a number for each cell. */
const numbers = 0x00bd;

const struckFlag = 0x08;

export type XlsStrikes = readonly { has(row: number, column: number): boolean }[];

/** `stream` is the workbook stream of the container. Sheets are in the order of the stream; rows and columns count from 1. */
export function readXlsStrikes(stream: Buffer): XlsStrikes {
  const fonts: boolean[] = [];
  const formats: boolean[] = [];
  const places: number[] = [];
  const found = new Map<number, Set<number>>();
  let depth = 0;
  let sheet: Set<number> | undefined;
  for (let at = 0; at + 4 <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const record = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
    const short = (offset: number): number => (offset + 2 <= record.length ? record.readUInt16LE(offset) : 0);
    const strike = (row: number, column: number, format: number): void => {
      if (formats[format] === true) sheet?.add(row * 256 + column);
    };
    if (type === start && depth++ === 0) found.set(at, (sheet = new Set()));
    // Deeper substreams are charts, whose cells do not belong to the sheet.
    else if (type === end) depth--;
    else if (type === font) fonts.push((short(2) & struckFlag) !== 0);
    // In [MS-XLS] the font index 4 does not exist.
    else if (type === cellFormat) formats.push(fonts[short(0) > 4 ? short(0) - 1 : short(0)] ?? false);
    else if (type === sheetPlace && record.length >= 4) places.push(record.readUInt32LE(0));
    else if (depth === 1 && cells.has(type)) strike(short(0), short(2), short(4));
    else if (depth === 1 && type === numbers)
      for (let offset = 4; offset + 8 <= record.length; offset += 6)
        strike(short(0), short(2) + (offset - 4) / 6, short(offset));
    at += 4 + record.length;
  }
  return places
    .sort((a, b) => a - b)
    .map((place) => ({ has: (row, column) => found.get(place)?.has((row - 1) * 256 + column - 1) ?? false }));
}
