/** Kind and size in pixels of a picture that Word can show; `undefined` for others. */

export interface ImageSize {
  readonly type: "png" | "jpg" | "gif";
  readonly width: number;
  readonly height: number;
}

export function imageSize(data: Uint8Array): ImageSize | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length < 24) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47) return sized("png", bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  if (bytes.toString("latin1", 0, 4) === "GIF8") return sized("gif", bytes.readUInt16LE(6), bytes.readUInt16LE(8));
  return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined;
}

/** The size stands in the frame header (SOF), after segments of any number. */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized("jpg", bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function sized(type: ImageSize["type"], width: number, height: number): ImageSize | undefined {
  return width > 0 && height > 0 ? { type, width, height } : undefined;
}
