/** Pictures decoded: in the colours that were seen, whole, or refused. */

import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readPicture } from "../../../../src/base/picture/read-picture.ts";
import { Random } from "../../../support/random.ts";
import { develop, UndecodablePicture } from "../../../../src/output/picture/develop.ts";

const wish = { format: "png", width: 60, height: 40 } as const;
const large = { format: "png", width: 450, height: 300 } as const;
const green = sharp({ create: { width: 120, height: 80, channels: 3, background: "#10c020" } });

describe("colours of a profile become those of the screen", () => {
  test.each([
    ["8 bit", "srgb"],
    ["16 bit", "rgb16"],
  ] as const)("%s", async (_, space) => {
    const wide = await green.clone().toColourspace(space).withIccProfile("p3").png().toBuffer();
    const made = sharp(await develop(wide, wish));
    const { hasProfile, depth } = await made.metadata();
    expect([hasProfile, depth]).toEqual([false, "uchar"]);
    const [red = 0, middle = 0, blue = 0] = await made.raw().toBuffer();
    expect(Math.max(Math.abs(red - 0x10), Math.abs(middle - 0xc0), Math.abs(blue - 0x20))).toBeLessThan(4);
  });
});

describe("a JPEG of which a part is lost though its end is there", () => {
  const random = new Random(17);
  const pixels = Uint8Array.from({ length: 480 * 320 * 3 }, () => random.below(256));
  const noise = sharp(pixels, { raw: { width: 480, height: 320, channels: 3 } });
  test.each([
    [
      "cut off in the middle",
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, bytes.length >> 1), bytes.subarray(-2)]),
    ],
    [
      "without an eighth of it",
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, bytes.length >> 1), bytes.subarray((bytes.length >> 3) * 5)]),
    ],
  ])("%s", async (_, harm) => {
    for (const progressive of [false, true]) {
      const whole = await noise.clone().jpeg({ progressive }).toBuffer();
      await expect(develop(whole, large)).resolves.toBeInstanceOf(Uint8Array);
      await expect(develop(harm(whole), large)).rejects.toBeInstanceOf(UndecodablePicture);
    }
  });
});

test("bytes too many before a marker, as some cameras write them, hide nothing of the picture", async () => {
  const whole = await green.clone().jpeg().toBuffer();
  const tables = whole.indexOf(Buffer.from([0xff, 0xc0]));
  const odd = Buffer.concat([whole.subarray(0, tables), Buffer.alloc(6), whole.subarray(tables)]);
  await expect(sharp(odd, { failOn: "warning" }).raw().toBuffer()).rejects.toThrow("extraneous bytes");
  expect(readPicture("a.jpg", odd)).toMatchObject({ head: { width: 120, height: 80 } });
  await expect(develop(odd, wish)).resolves.toBeInstanceOf(Uint8Array);
});
