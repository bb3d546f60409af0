/** Photographs of four coloured quarters, made as telephones make them, and the look whether one stands upright. */

import sharp from "sharp";
import type { Sharp } from "sharp";

/** What EXIF says of how the sensor was held. */
export const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Orientation = (typeof orientations)[number];

/** Words and marks of what the photographs carry, which nothing that is published may hold. */
export const secrets = ["Zhangsan", "HUAWEI", "26.425", "Photoshop", "Exif\0", "eXIf"];

const exif = {
  IFD0: { Make: "HUAWEI", Model: "P40", Artist: "Zhangsan" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "26/1 25/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "111/1 36/1 0/1" },
};
const xmp = `<x:xmpmeta xmlns:x="http://ns.adobe.com/x">Photoshop Zhangsan</x:xmpmeta>`;

/** Left to right, above and below. */
const quarters = [
  ["#d01010", "#10b020"],
  ["#1030d0", "#e0d010"],
] as const;

/** As it was seen. */
export function seen(width: number, height: number): Sharp {
  const [half, middle] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const parts = quarters.flatMap((row, y) =>
    row.map((background, x) => ({
      input: {
        create: {
          width: x === 0 ? half : width - half,
          height: y === 0 ? middle : height - middle,
          channels: 3 as const,
          background,
        },
      },
      left: x * half,
      top: y * middle,
    })),
  );
  return sharp({ create: { width, height, channels: 3, background: "#fff" } }).composite(parts);
}

/** With place, camera and author. */
export const withSecrets = (picture: Sharp): Sharp => picture.withExif(exif).withXmp(xmp);

/** What the sensor records so that a reader that turns it as `orientation` says sees what was seen, of this size. */
export async function turned(orientation: Orientation, width: number, height: number): Promise<Buffer> {
  const upright = await seen(width, height).png().toBuffer();
  const recorded = await recordedAs[orientation](sharp(upright)).png().toBuffer();
  return withSecrets(sharp(recorded)).withMetadata({ orientation }).withExifMerge(exif).jpeg().toBuffer();
}

/** The inverse of each turn; sharp mirrors before it turns. */
const recordedAs: Readonly<Record<Orientation, (upright: Sharp) => Sharp>> = {
  1: (upright) => upright,
  2: (upright) => upright.flop(),
  3: (upright) => upright.rotate(180),
  4: (upright) => upright.flip(),
  5: (upright) => upright.rotate(90).flip(),
  6: (upright) => upright.rotate(270),
  7: (upright) => upright.rotate(90).flop(),
  8: (upright) => upright.rotate(90),
};

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The photographs to be seen on a page or in a file, from above; `corners` are the names of their quarters' colours, row by row. */
export async function photographsOn(image: Uint8Array): Promise<(Region & { readonly corners: string })[]> {
  const { data, info } = await sharp(image).flatten().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const nameAt = (x: number, y: number): string => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * info.channels);
    return nameOf(red, green, blue);
  };
  const found: (Region & { readonly corners: string })[] = [];
  let begun: { readonly top: number; readonly left: number; readonly right: number } | undefined;
  let last = 0;
  for (let y = 0; y <= info.height; y++) {
    const row = y === info.height ? "" : Array.from({ length: info.width }, (_, x) => nameAt(x, y)).join("");
    // Red alone may be the masthead; every row of a photograph has green or blue, but for the blurred one in its middle.
    if (/[GB]{8}/.test(row)) {
      begun ??= { top: y, left: row.search(/[RGBY]{8}/), right: row.search(/[RGBY]{8}[^RGBY]*$/) + 8 };
      last = y;
    }
    if (begun === undefined || (y - last < 4 && y < info.height)) continue;
    const { top, left, right } = begun;
    const [width, height] = [right - left, last + 1 - top];
    const at = (across: number, down: number): string =>
      nameAt(Math.round(left + width * across), Math.round(top + height * down));
    found.push({
      left,
      top,
      width,
      height,
      corners: at(0.25, 0.25) + at(0.75, 0.25) + at(0.25, 0.75) + at(0.75, 0.75),
    });
    begun = undefined;
  }
  return found;
}

/** Of a photograph that stands upright in its colours. */
export const uprightCorners = "RGBY";

function nameOf(red: number, green: number, blue: number): string {
  const near = (r: number, g: number, b: number): boolean =>
    Math.max(Math.abs(red - r), Math.abs(green - g), Math.abs(blue - b)) < 40;
  if (near(0xd0, 0x10, 0x10)) return "R";
  if (near(0x10, 0xb0, 0x20)) return "G";
  if (near(0x10, 0x30, 0xd0)) return "B";
  return near(0xe0, 0xd0, 0x10) ? "Y" : " ";
}
