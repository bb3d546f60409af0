type Xyz = readonly [number, number, number];

/** IEC 61966-2-1, adapted to D50. */
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const satisfies Record<string, Xyz>;

const d50: Xyz = [0.9642, 1, 0.8249];

/**
 * The sRGB colour space as a small ICC profile of version 2.1, from the values of IEC 61966-2-1: primaries adapted to D50, and the
 * transfer curve in 1,024 steps. It is generated, so that no licence applies.
 */
export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: [string, Buffer][] = [
    ["desc", descriptionTag("sRGB IEC61966-2.1")],
    ["cprt", textTag("Public domain")],
    ["wtpt", xyzTag(d50)],
    ["rXYZ", xyzTag(primaries.rXYZ)],
    ["gXYZ", xyzTag(primaries.gXYZ)],
    ["bXYZ", xyzTag(primaries.bXYZ)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const directory = Buffer.alloc(4 + 12 * tags.length);
  directory.writeUInt32BE(tags.length, 0);
  const bodies = [...new Set(tags.map(([, body]) => body))];
  const offsets = new Map<Buffer, number>();
  let size = 128 + directory.length;
  for (const body of bodies) {
    offsets.set(body, size);
    size += body.length;
  }
  tags.forEach(([name, body], at) => {
    directory.write(name, 4 + 12 * at, "latin1");
    directory.writeUInt32BE(offsets.get(body) ?? 0, 8 + 12 * at);
    directory.writeUInt32BE(body.length, 12 + 12 * at);
  });
  return Buffer.concat([header(size), directory, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  [2020, 1, 1].forEach((part, at) => bytes.writeUInt16BE(part, 24 + 2 * at));
  bytes.write("acsp", 36, "latin1");
  xyzTag(d50).copy(bytes, 68, 8);
  return bytes;
}

/** A tag: its type, four reserved bytes and the body, padded to a multiple of four bytes. */
function tag(type: string, body: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (body.length % 4)) % 4);
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, "latin1"), body, padding]);
}

function xyzTag(values: Xyz): Buffer {
  const body = Buffer.alloc(12);
  values.forEach((value, at) => body.writeInt32BE(Math.round(value * 65536), 4 * at));
  return tag("XYZ ", body);
}

function textTag(text: string): Buffer {
  return tag("text", Buffer.from(`${text}\0`, "latin1"));
}

/** ASCII name, then an empty Unicode and an empty ScriptCode name (ICC.1:1998-09 6.5.16). */
function descriptionTag(text: string): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(text.length + 1, 0);
  return tag("desc", Buffer.concat([count, Buffer.from(`${text}\0`, "latin1"), Buffer.alloc(8 + 3 + 67)]));
}

function curveTag(): Buffer {
  const steps = 1024;
  const body = Buffer.alloc(4 + 2 * steps);
  body.writeUInt32BE(steps, 0);
  for (let step = 0; step < steps; step++) {
    const value = step / (steps - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    body.writeUInt16BE(Math.round(linear * 65535), 4 + 2 * step);
  }
  return tag("curv", body);
}

/** Whether a profile, of any version, has the primaries of sRGB. */
export function isSrgb(profile: Buffer): boolean {
  const wanted = [primaries.rXYZ, primaries.gXYZ, primaries.bXYZ].flat();
  const found = ["rXYZ", "gXYZ", "bXYZ"].flatMap((name) => readXyz(profile, name));
  return found.length === wanted.length && wanted.every((value, at) => Math.abs(value - (found[at] ?? 0)) < 0.002);
}

function readXyz(profile: Buffer, name: string): number[] {
  const count = profile.readUInt32BE(128);
  for (let at = 132; at < 132 + 12 * count; at += 12) {
    if (profile.toString("latin1", at, at + 4) !== name) continue;
    const offset = profile.readUInt32BE(at + 4) + 8;
    return [0, 4, 8].map((step) => profile.readInt32BE(offset + step) / 65536);
  }
  return [];
}
