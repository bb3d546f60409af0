/**
 * Zip containers whose bytes depend on their parts alone: fixed times, the given order, and no compression, so that no zlib version
 * shows in them. (Pictures are compressed already; the text of an issue is small.)
 */

import { crc32 } from "node:zlib";

const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;
/** 1980-01-01 00:00, the first moment a zip can name. */
const date = 0x0021;

export function zipped(parts: ReadonlyMap<string, Uint8Array | string>): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(version, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    chunks.push(Buffer.from("PK\x03\x04", "latin1"), common, name, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02", "latin1"), Buffer.from([version, 0]), common, rest, name);
    offset += 4 + common.length + name.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...chunks, list, Buffer.from("PK\x05\x06", "latin1"), end]);
}
