/** TIFF 6.0: scans, and photographs exported by editing programs. */

import { readExif } from "./exif.ts";
import type { PictureText, Structure } from "./picture-file.ts";
import { readPhotoshop, readXmp } from "./xmp.ts";

/** Tags of the picture's directory. */
const tag = {
  width: 0x0100,
  height: 0x0101,
  bits: 0x0102,
  photometric: 0x0106,
  /** Offsets and lengths of its strips or tiles. */
  data: [
    [0x0111, 0x0117],
    [0x0144, 0x0145],
  ],
  alpha: 0x0152,
  xmp: 0x02bc,
  iptc: 0x83bb,
  photoshop: 0x8649,
} as const;

/** Photometric interpretation of a palette image. */
const palette = 3;

export function readTiff(bytes: Buffer): Structure | undefined {
  const { orientation, texts, values, hasNext, isCut } = readExif(bytes);
  const numbers = (of: number): readonly number[] => values.get(of)?.numbers ?? [];
  const [width] = numbers(tag.width);
  const [height] = numbers(tag.height);
  if (width === undefined || height === undefined) return undefined;
  const parts = tag.data.flatMap(([places, lengths]) =>
    numbers(places).map((place, at) => place + (numbers(lengths)[at] ?? Infinity)),
  );
  return {
    width,
    height,
    orientation,
    isGraphic: numbers(tag.bits)[0] === 1 || numbers(tag.photometric)[0] === palette || values.has(tag.alpha),
    isFirstOfMore: hasNext,
    texts: [...texts.filter(({ kind }) => kind !== "缩略图"), ...packets(values)],
    isTruncated: isCut || parts.length === 0 || parts.some((end) => end > bytes.length),
  };
}

function packets(values: ReturnType<typeof readExif>["values"]): PictureText[] {
  const [xmp, photoshop] = [values.get(tag.xmp), values.get(tag.photoshop)];
  return [
    ...(xmp === undefined ? [] : readXmp(xmp.bytes)),
    ...(photoshop === undefined ? [] : readPhotoshop(photoshop.bytes)),
    ...(values.has(tag.iptc) ? [{ kind: "附带的其他数据", text: "" } as const] : []),
  ];
}
