/** Twelve photographs of all kinds go through a build: nothing personal is published, all stand upright, none is larger than it prints. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import exifr from "exifr";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";

const folder = "content/issues/2020-15";
const published = "issues/2020/15";
/** Words that no published file may hold. */
const secrets = ["Zhangsan", "HUAWEI", "26.425", "Photoshop", "Exif\0", "eXIf"];

/** The upper half red, the lower blue, as it was seen: however the sensor was held. */
function seen(width: number, height: number): Sharp {
  const half = { create: { width, height: Math.floor(height / 2), channels: 3, background: "#1030d0" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#d01010" } }).composite([
    { input: half, top: Math.ceil(height / 2), left: 0 },
  ]);
}

const exif = {
  IFD0: { Make: "HUAWEI", Model: "P40", Artist: "Zhangsan" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "26/1 25/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "111/1 36/1 0/1" },
};
const told = (picture: Sharp): Sharp =>
  picture.withExif(exif).withXmp(`<x:xmpmeta xmlns:x="http://ns.adobe.com/x">Photoshop Zhangsan</x:xmpmeta>`);

/** What the sensor records so that a reader that turns it as `orientation` says sees what was seen. */
async function turned(orientation: 3 | 6 | 8): Promise<Buffer> {
  const angle = { 3: 180, 6: 270, 8: 90 }[orientation];
  const upright = await seen(3000, 4000).png().toBuffer();
  return told(sharp(upright).rotate(angle)).withMetadata({ orientation }).withExifMerge(exif).jpeg().toBuffer();
}

const makers: Readonly<Record<string, () => Promise<Buffer>>> = {
  "横.jpg": () => told(seen(4000, 3000)).jpeg().toBuffer(),
  "竖6.jpg": () => turned(6),
  "竖8.JPG": () => turned(8),
  "倒3.jpeg": () => turned(3),
  "渐进.jpg": () => told(seen(2400, 1600)).jpeg({ progressive: true }).toBuffer(),
  "灰.jpg": () => told(seen(2400, 1600)).toColourspace("b-w").jpeg().toBuffer(),
  "印刷.jpg": () => told(seen(2400, 1600)).toColourspace("cmyk").jpeg().toBuffer(),
  "十六位.png": () => told(seen(1800, 1200)).toColourspace("rgb16").png().toBuffer(),
  "调色板.png": () => told(seen(1800, 1200)).png({ palette: true }).toBuffer(),
  "透明.png": () => told(seen(600, 400)).ensureAlpha(0.5).png().toBuffer(),
  "网.webp": () => told(seen(2400, 1600)).webp().toBuffer(),
  "小.gif": () => seen(300, 200).gif().toBuffer(),
};

const sandbox = new Sandbox();
let check = "";
let originals: readonly Buffer[] = [];
beforeAll(async () => {
  for (const [name, make] of Object.entries(makers)) sandbox.write(`${folder}/${name}`, await make());
  originals = Object.keys(makers).map((name) => readFileSync(sandbox.path(`${folder}/${name}`)));
  const shown = Object.keys(makers).map((name) => `![${name}](${name})\n\n`);
  sandbox.edit(`${folder}/05-信访件情况.md`, "### 2. 信访件办理情况", `${shown.join("")}### 2. 信访件办理情况`);
  check = (await sandbox.run("check")).stdout;
  const { code, stderr, stdout } = await sandbox.run("build");
  expect(code, stderr + stdout).toBe(0);
}, 120_000);
afterAll(() => sandbox.dispose());

const site = (): string => path.join(sandbox.output, published);
const files = (): string[] => readdirSync(site()).filter((name) => /\.(jpe?g|png|gif|webp)$/i.test(name));

test("check tells in plain words what the files carry", () => {
  expect(check).toMatch(/图片里有看不见的信息：.*拍摄地点（GPS）、作者、手机或相机型号/);
  expect(check).not.toMatch(/26\.425|Zhangsan|HUAWEI/);
});

test("no published picture, and no PDF, holds anything but the picture", async () => {
  expect(files().length).toBeGreaterThan(12);
  for (const name of [...files(), "2020-15.pdf"]) {
    const bytes = readFileSync(path.join(site(), name));
    for (const secret of secrets) expect(bytes.includes(secret), `${name}: ${secret}`).toBe(false);
    if (name.endsWith(".pdf")) continue;
    const found: unknown = await exifr.parse(bytes, { xmp: true, iptc: true, icc: true, mergeOutput: false });
    for (const part of ["ifd0", "exif", "gps", "xmp", "iptc", "icc"])
      expect(
        Object.keys((found as Record<string, object> | undefined)?.[part] ?? {}).filter(
          (key) => !/^Image(Width|Height)$/.test(key),
        ),
        `${name} ${part}`,
      ).toEqual([]);
  }
});

test("every picture stands upright, in the colours that were seen", async () => {
  for (const name of files()) {
    const { data, info } = await sharp(path.join(site(), name))
      .removeAlpha()
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (share: number): number[] => {
      const start = (Math.floor(info.height * share) * info.width + Math.floor(info.width / 2)) * info.channels;
      return [...data.subarray(start, start + info.channels)];
    };
    const [[red = 0, , blue = 0], [red2 = 0, , blue2 = 0]] = [at(0.2), at(0.8)];
    if (/^灰/.test(name)) continue;
    expect(red, `${name} above`).toBeGreaterThan(blue + 60);
    expect(blue2, `${name} below`).toBeGreaterThan(red2 + 60);
    expect(info.width > info.height, name).toBe(!/^(竖|倒)/.test(name));
  }
});

test("none has more pixels than 300 dots an inch of its place on paper; photographs are JPEG", async () => {
  for (const name of files()) {
    const { width, height, format, depth } = await sharp(path.join(site(), name)).metadata();
    expect(width, name).toBeLessThanOrEqual((134 / 25.4) * 300);
    expect(height, name).toBeLessThanOrEqual((12 * 10.45 * 300) / 25.4);
    expect(depth).toBe("uchar");
    expect(format, name).toBe(/png$/.test(name) ? "png" : "jpeg");
  }
  expect(readFileSync(path.join(site(), "2020-15.pdf")).length).toBeLessThan(4_000_000);
});

test("a screen is given the size it needs, and room for it before it is there", () => {
  const html = readFileSync(path.join(site(), "index.html"), "utf8");
  const images = [...html.matchAll(/<img [^>]*>/g)].map(([image]) => image);
  expect(images).toHaveLength(12);
  for (const image of images) expect(image).toMatch(/ width="\d+" height="\d+" loading="lazy"/);
  for (const [, set = ""] of html.matchAll(/srcset="([^"]*)"/g))
    for (const part of set.split(", ")) expect(files()).toContain(decodeURI(part.split(" ")[0] ?? ""));
});

test("the originals stay as they are, and a second build makes nothing anew", async () => {
  const before = files().map((name) => readFileSync(path.join(site(), name)));
  expect((await sandbox.run("build")).code).toBe(0);
  expect(files().map((name) => readFileSync(path.join(site(), name)))).toEqual(before);
  expect(Object.keys(makers).map((name) => readFileSync(sandbox.path(`${folder}/${name}`)))).toEqual(originals);
});
