/** Picture files that no library writes, put together by hand: several pictures in one, films behind them, other programs' chunks. */

import { crc32 } from "node:zlib";
import sharp from "sharp";

/** Two pictures in one file (CIPA DC-007), as telephones with two lenses write them; the second carries its own EXIF. */
export function multiPicture(first: Buffer, second: Buffer): Buffer {
  const head = (size: number, offset: number): Buffer => {
    const body = Buffer.alloc(90);
    body.write("MPF\0MM\0*", "latin1");
    body.writeUInt32BE(8, 8);
    const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
      [0xb000, 7, 4, 0x30313030],
      [0xb001, 4, 1, 2],
      [0xb002, 7, 32, 50],
    ];
    body.writeUInt16BE(entries.length, 12);
    entries.forEach(([tag, type, count, value], at) => {
      body.writeUInt16BE(tag, 14 + at * 12);
      body.writeUInt16BE(type, 16 + at * 12);
      body.writeUInt32BE(count, 18 + at * 12);
      body.writeUInt32BE(value, 22 + at * 12);
    });
    // Of each picture: attributes, size, place behind the byte order of this segment.
    [0x20030000, first.length + body.length + 4, 0, 0, 0, size, offset, 0].forEach((value, at) =>
      body.writeUInt32BE(value, 54 + at * 4),
    );
    return segment(0xe2, body);
  };
  const { length } = head(0, 0);
  const at = endOfSegments(first);
  const index = head(second.length, first.length + length - (at + 8));
  return Buffer.concat([first.subarray(0, at), index, first.subarray(at), second]);
}

/** A segment of a JPEG file, its marker and length before it. */
export function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** Behind the segments that begin a JPEG file (JFIF, EXIF and their like). */
function endOfSegments(jpeg: Buffer): number {
  let at = 2;
  while ((jpeg[at + 1] ?? 0) >= 0xe0 && (jpeg[at + 1] ?? 0) <= 0xef) at += 2 + jpeg.readUInt16BE(at + 2);
  return at;
}

/** A photograph with the film of its moment behind it, and the words by which a telephone finds it. */
export function movingPhotograph(jpeg: Buffer): Buffer {
  const film = Buffer.alloc(60_000, 7);
  film.writeUInt32BE(24, 0);
  film.write("ftypmp42\0\0\0\0isommp42", 4, "latin1");
  film.write("©xyz+26.425+111.6/", 5000, "utf8");
  return Buffer.concat([jpeg, film, Buffer.from("MotionPhoto_Data Zhangsan")]);
}

export function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const startOfChunks = 33;

/** With further chunks behind its head. */
export function withChunks(png: Buffer, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, startOfChunks), ...chunks, png.subarray(startOfChunks)]);
}

/** Several frames of one size, each a PNG of its own. */
export function animatedPng(frames: readonly Buffer[]): Buffer {
  const [first] = frames;
  if (first === undefined) throw new Error("no frame");
  let order = 0;
  const number = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const parts = frames.map((frame, at) => {
    const control = Buffer.alloc(26);
    control.writeUInt32BE(order++, 0);
    frame.copy(control, 4, 16, 24);
    control.writeUInt16BE(1, 20);
    control.writeUInt16BE(2, 22);
    const data = chunksOf(frame).filter(({ name }) => name === "IDAT");
    return Buffer.concat([
      pngChunk("fcTL", control),
      ...data.map(({ content }) =>
        at === 0 ? pngChunk("IDAT", content) : pngChunk("fdAT", Buffer.concat([number(order++), content])),
      ),
    ]);
  });
  return Buffer.concat([
    first.subarray(0, startOfChunks),
    pngChunk("acTL", Buffer.concat([number(frames.length), number(0)])),
    ...parts,
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** As Apple's tools make PNG for telephones: colours in another order, no head of the stream. */
export async function applePng(width: number, height: number): Promise<Buffer> {
  const png = await sharp({ create: { width, height, channels: 4, background: "#c02010" } })
    .png()
    .toBuffer();
  return Buffer.concat([
    png.subarray(0, 8),
    pngChunk("CgBI", Buffer.from([0x50, 0, 0x20, 2])),
    png.subarray(8, startOfChunks),
    ...chunksOf(png)
      .filter(({ name }) => name === "IDAT")
      .map(({ content }) => pngChunk("IDAT", content.subarray(2, -4))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunksOf(png: Buffer): { readonly name: string; readonly content: Buffer }[] {
  const chunks: { readonly name: string; readonly content: Buffer }[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    chunks.push({
      name: png.toString("latin1", at + 4, at + 8),
      content: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
    });
  return chunks;
}
