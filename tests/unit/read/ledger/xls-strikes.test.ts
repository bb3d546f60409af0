import { expect, test } from "vitest";
import { readXlsStrikes } from "../../../../src/read/ledger/workbook/xls-strikes.ts";

function record(type: number, ...shorts: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + shorts.length * 2);
  bytes.writeUInt16LE(type, 0);
  bytes.writeUInt16LE(shorts.length * 2, 2);
  shorts.forEach((value, at) => bytes.writeUInt16LE(value, 4 + at * 2));
  return bytes;
}

const [start, end] = [record(0x0809, 0x0600, 0x0010), record(0x000a)];
const plain = record(0x0031, 200, 0);
const struck = record(0x0031, 200, 8);
const format = (font: number): Buffer => record(0x00e0, font, 0);

/** The globals with fonts and formats, then sheets that the globals name by their places. */
function workbook(fonts: readonly Buffer[], formats: readonly Buffer[], sheets: readonly Buffer[]): Buffer {
  const globals = (places: readonly number[]): Buffer =>
    Buffer.concat([
      start,
      ...fonts,
      ...formats,
      ...places.map((place) => record(0x0085, place & 0xffff, place >>> 16, 0)),
      end,
    ]);
  let at = globals(sheets.map(() => 0)).length;
  const places = sheets.map(({ length }) => (at += length) - length);
  return Buffer.concat([globals(places), ...sheets]);
}

const fonts = [plain, plain, plain, plain, struck, plain];
// Fonts count from 0 and pass over 4: the struck one is number 5.
const formats = [format(0), format(5), format(6)];

test("struck cells of every kind are found, on their sheet, by the fonts of their formats", () => {
  const first = Buffer.concat([
    start,
    record(0x00fd, 1, 0, 1, 7, 0),
    record(0x0203, 1, 1, 0, 0, 0, 0, 0),
    record(0x00bd, 2, 3, 0, 0, 0, 1, 0, 0, 2, 0, 0, 5),
    // A drawing with cells of its own.
    start,
    record(0x0203, 9, 9, 1, 0, 0, 0, 0),
    end,
    end,
  ]);
  const second = Buffer.concat([start, record(0x0006, 0, 2, 1, 0, 0), end]);
  const [one, two] = readXlsStrikes(workbook(fonts, formats, [first, second]));
  const found = (sheet: typeof one): string[] =>
    Array.from({ length: 12 * 12 }, (_, at) => [Math.floor(at / 12) + 1, (at % 12) + 1] as const)
      .filter(([row, column]) => sheet?.has(row, column) === true)
      .map(([row, column]) => `${row}:${column}`);
  expect(found(one)).toEqual(["2:1", "3:5"]);
  expect(found(two)).toEqual(["1:3"]);
});

test("a stream that is cut anywhere gives what is there, and nothing is thrown", () => {
  const whole = workbook(fonts, formats, [Buffer.concat([start, record(0x00bd, 2, 3, 1, 0, 0, 3), end])]);
  for (let at = 0; at < whole.length; at++) expect(() => readXlsStrikes(whole.subarray(0, at))).not.toThrow();
});
