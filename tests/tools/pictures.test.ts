/** Photographs of all kinds, their tags written and what is published of them read by ExifTool, their print by poppler. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { orientations, seen, turned } from "../support/photographs.ts";
import { animatedPng, movingPhotograph, multiPicture, withChunks, pngChunk } from "../support/picture-files.ts";

const folder = "content/issues/2020-15";
const sandbox = new Sandbox();
const site = path.join(sandbox.output, "issues/2020/15");
const drawn = path.join(sandbox.folder, "drawn");

/** What ExifTool says of files that hold a picture and nothing else. */
const plain =
  /^(?:SourceFile|ExifTool:.*|System:.*|File:(?:FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling)|JFIF:(?:JFIFVersion|ResolutionUnit|[XY]Resolution)|PNG:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace)|PNG-pHYs:.*|Composite:(?:ImageSize|Megapixels))$/;

const tags = [
  ...["-Make=HUAWEI", "-Model=P40", "-Artist=Zhangsan", "-Copyright=Zhangsan", "-Software=Xingtu", "-SerialNumber=77"],
  ...["-GPSLatitude=26.425", "-GPSLatitudeRef=N", "-GPSLongitude=111.6", "-GPSLongitudeRef=E"],
  ...["-DateTimeOriginal=2020:11:05 09:30:00", "-UserComment=Zhangsan", "-XMP-dc:Creator=Zhangsan"],
  ...["-XMP-exif:GPSLatitude=26.425", "-XMP-photoshop:City=永州"],
];
const jpegTags = [
  ...tags,
  ...["-IPTC:By-line=Zhangsan", "-IPTC:City=Yongzhou", "-Comment=Zhangsan", "-MakerNoteUnknownText=Zhangsan"],
  "-ThumbnailImage<=thumbnail.jpg",
];

function exiftool(...args: string[]): string {
  return execFileSync("exiftool", args, { cwd: sandbox.folder, encoding: "utf8", maxBuffer: 64e6 });
}

const tagged = (bytes: Buffer, ending: string, own: readonly string[] = tags): Buffer => {
  const file = path.join(sandbox.folder, `tagged.${ending}`);
  writeFileSync(file, bytes);
  exiftool("-q", "-m", "-overwrite_original", ...own, file);
  return readFileSync(file);
};
const camera = async (): Promise<Buffer> =>
  tagged(await seen(4000, 3000).withIccProfile("p3").jpeg().toBuffer(), "jpg", jpegTags);
const png = (width: number, height: number): Promise<Buffer> => seen(width, height).png().toBuffer();

/** Name → file. */
const makers: Readonly<Record<string, () => Promise<Buffer>>> = {
  "相机.jpg": camera,
  ...Object.fromEntries(
    orientations.map((orientation) => [
      `方向${orientation}.jpg`,
      async () =>
        tagged(await turned(orientation, 1500, 2000), "jpg", [...jpegTags, "-n", `-Orientation=${orientation}`]),
    ]),
  ),
  "渐进.jpg": async () => tagged(await seen(2400, 1600).jpeg({ progressive: true }).toBuffer(), "jpg", jpegTags),
  "印刷.jpg": async () => tagged(await seen(2400, 1600).toColourspace("cmyk").jpeg().toBuffer(), "jpg", jpegTags),
  "灰.jpg": async () => tagged(await seen(2400, 1600).greyscale().jpeg().toBuffer(), "jpg", jpegTags),
  "两幅.jpg": async () => multiPicture(await camera(), await camera()),
  "动态.jpg": async () => movingPhotograph(await camera()),
  "文字.png": async () =>
    withChunks(
      tagged(await png(2400, 1600), "png", [...tags, "-PNG:Author=Zhangsan"]),
      pngChunk("tEXt", Buffer.from("Author\0Zhangsan")),
      pngChunk("iTXt", Buffer.from("Description\0\0\0zh\0\0Zhangsan")),
      pngChunk("tIME", Buffer.from([7, 228, 11, 5, 9, 30, 0])),
    ),
  "十六位.png": async () => tagged(await seen(1800, 1200).toColourspace("rgb16").png().toBuffer(), "png"),
  "动图.png": async () => tagged(animatedPng([await png(900, 600), await png(900, 600)]), "png"),
  "网.webp": async () => tagged(await seen(2400, 1600).webp().toBuffer(), "webp"),
  "图.gif": async () =>
    tagged(await seen(600, 400).gif().toBuffer(), "gif", ["-Comment=Zhangsan", "-XMP-dc:Creator=Zhangsan"]),
  "扫描.tif": async () => tagged(await seen(2400, 1600).removeAlpha().tiff({ compression: "lzw" }).toBuffer(), "tif"),
  "长.jpg": async () => tagged(await seen(8000, 400).jpeg().toBuffer(), "jpg", jpegTags),
  "高.jpg": async () => tagged(await seen(300, 6000).jpeg().toBuffer(), "jpg", jpegTags),
  "画.svg": () =>
    Promise.resolve(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><title>Zhangsan</title><metadata>Zhangsan</metadata><path fill="#888" d="M0 0h60v40H0z"/></svg>`,
      ),
    ),
};
const names = Object.keys(makers);
const drawings = names.filter((name) => name.endsWith(".svg")).length;

interface PrintedImage {
  readonly encoding: string;
  readonly across: number;
  readonly down: number;
}
let printed: PrintedImage[] = [];

beforeAll(async () => {
  mkdirSync(drawn);
  writeFileSync(path.join(sandbox.folder, "thumbnail.jpg"), await seen(160, 120).jpeg().toBuffer());
  for (const [name, make] of Object.entries(makers)) sandbox.write(`${folder}/${name}`, await make());
  const shown = names.map((name) => `![](${name})\n\n`).join("");
  sandbox.edit(`${folder}/05-信访件情况.md`, "### 2. 信访件办理情况", `${shown}### 2. 信访件办理情况`);
  const { code, stderr, stdout } = await sandbox.run("build");
  expect(code, stderr + stdout).toBe(0);
  const pdf = path.join(site, "2020-15.pdf");
  execFileSync("pdfimages", ["-all", pdf, path.join(drawn, "i")]);
  const list = execFileSync("pdfimages", ["-list", pdf], { encoding: "utf8" }).trim().split("\n").slice(2);
  printed = list.map((line) => {
    const cells = line.trim().split(/\s+/);
    return { encoding: cells[8] ?? "", across: Number(cells[12]), down: Number(cells[13]) };
  });
});
afterAll(() => sandbox.dispose());

const isPicture = (name: string): boolean => /\.(jpe?g|png|gif|webp|svg)$/i.test(name);
const published = (): string[] => readdirSync(site).filter(isPicture);

type Said = Readonly<Record<string, unknown>> & { readonly SourceFile: string };
const said = (...files: string[]): Said[] =>
  JSON.parse(exiftool("-json", "-G1", "-a", "-ee", "-u", "-U", ...files)) as Said[];

test("the originals carry what is to be lost: ExifTool finds it in every one", () => {
  for (const { SourceFile, ...found } of said(
    ...names.filter((name) => !name.endsWith(".svg")).map((name) => sandbox.path(`${folder}/${name}`)),
  ))
    expect(JSON.stringify(found), SourceFile).toContain("Zhangsan");
});

test("check tells of every one that it carries something, and does not say what", async () => {
  const { stdout } = await sandbox.run("check");
  const line = stdout.split("\n").find((text) => text.includes("图片里有看不见的信息")) ?? "";
  for (const kind of ["拍摄地点（GPS）", "作者", "手机或相机型号", "拍摄时间", "缩略图", "附带的其他数据"])
    expect(line).toContain(kind);
  expect(line).not.toMatch(/26\.4|Zhangsan|HUAWEI/);
});

describe("ExifTool finds nothing but the picture", () => {
  test("in any file of the site", () => {
    const files = published();
    expect(files.length).toBeGreaterThan(names.length);
    for (const { SourceFile, ...found } of said(...files.map((name) => path.join(site, name)))) {
      if (SourceFile.endsWith(".svg")) expect(JSON.stringify(found)).not.toContain("Zhangsan");
      else
        expect(
          Object.keys(found).filter((tag) => !plain.test(tag)),
          SourceFile,
        ).toEqual([]);
    }
  });

  test("in any picture that poppler takes out of the PDF", () => {
    const files = readdirSync(drawn);
    expect(files.length).toBeGreaterThanOrEqual(names.length - drawings);
    for (const { SourceFile, ...found } of said(...files.map((name) => path.join(drawn, name))))
      expect(
        Object.keys(found).filter((tag) => !plain.test(tag)),
        SourceFile,
      ).toEqual([]);
  });

  test("and nothing behind the end of a picture, where telephones append films and second pictures", () => {
    for (const file of [
      ...published().map((name) => path.join(site, name)),
      ...readdirSync(drawn).map((name) => path.join(drawn, name)),
    ]) {
      const bytes = readFileSync(file);
      if (/\.jpe?g$/i.test(file)) expect(bytes.indexOf("\xff\xd9", 0, "latin1"), file).toBe(bytes.length - 2);
      if (file.endsWith(".png")) expect(bytes.indexOf("IEND"), file).toBe(bytes.length - 8);
    }
  });
});

test("poppler finds every photograph as JPEG in the PDF, none above 300 dots an inch in either direction", () => {
  expect(printed.filter(({ encoding }) => encoding === "jpeg")).toHaveLength(
    names.filter((name) => /\.(jpg|webp|tif)$/.test(name)).length,
  );
  for (const [at, { across, down }] of printed.entries()) {
    expect(across, `picture ${at}`).toBeLessThanOrEqual(300);
    expect(down, `picture ${at}`).toBeLessThanOrEqual(300);
  }
  expect(statSync(path.join(site, "2020-15.pdf")).size).toBeLessThan(6_000_000);
});

test("every photograph is upright, on the site and in the PDF", async () => {
  const files = [
    ...published().map((name) => path.join(site, name)),
    ...readdirSync(drawn).map((name) => path.join(drawn, name)),
  ];
  for (const file of files.filter((name) => !name.endsWith(".svg"))) {
    // The middle of each quarter, as bright as it is seen: that tells them apart in print colours and in grey, too.
    const quarters = sharp(file).greyscale().resize(2, 2, { fit: "fill", kernel: "nearest" });
    const [red = 0, green = 0, blue = 0, yellow = 0] = await quarters.raw().toBuffer();
    const order = Object.entries({ red, green, blue, yellow }).sort(([, a], [, b]) => a - b);
    expect(
      order.map(([colour]) => colour),
      file,
    ).toEqual(["blue", "red", "green", "yellow"]);
  }
});
