/** Twelve photographs of all kinds go through a build: nothing personal is published, all stand upright, none is larger than it prints. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import exifr from "exifr";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { secrets, seen, turned, withSecrets } from "../support/photographs.ts";

const folder = "content/issues/2020-15";
const published = "issues/2020/15";
const makers: Readonly<Record<string, () => Promise<Buffer>>> = {
  "横.jpg": () => withSecrets(seen(4000, 3000)).jpeg().toBuffer(),
  "竖6.jpg": () => turned(6, 3000, 4000),
  "竖8.JPG": () => turned(8, 3000, 4000),
  "倒3.jpeg": () => turned(3, 3000, 4000),
  "渐进.jpg": () => withSecrets(seen(2400, 1600)).jpeg({ progressive: true }).toBuffer(),
  "灰.jpg": () => withSecrets(seen(2400, 1600)).toColourspace("b-w").jpeg().toBuffer(),
  "印刷.jpg": () => withSecrets(seen(2400, 1600)).toColourspace("cmyk").jpeg().toBuffer(),
  "十六位.png": () => withSecrets(seen(1800, 1200)).toColourspace("rgb16").png().toBuffer(),
  "调色板.png": () => withSecrets(seen(1800, 1200)).png({ palette: true }).toBuffer(),
  "透明.png": () => withSecrets(seen(600, 400)).ensureAlpha(0.5).png().toBuffer(),
  "网.webp": () => withSecrets(seen(2400, 1600)).webp().toBuffer(),
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
});
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
      const start = (Math.floor(info.height * share) * info.width + Math.floor(info.width / 4)) * info.channels;
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

test("a change of the text alone makes no picture anew", async () => {
  const made = (): string[] => readdirSync(sandbox.path(".cache/pictures")).sort();
  const before = made();
  sandbox.edit(`${folder}/05-信访件情况.md`, "截止{{交办.截至}}", "截至{{交办.截至}}");
  expect((await sandbox.run("build")).code).toBe(0);
  expect(before.length).toBeGreaterThan(12);
  expect(made()).toEqual(before);
});
