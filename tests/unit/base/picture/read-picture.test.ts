/** What a picture's file tells before it is decoded. */

import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawingOf, pictureTexts, readPicture } from "../../../../src/base/picture/read-picture.ts";
import type { PictureFile } from "../../../../src/base/picture/picture-file.ts";
import { animatedPng, applePng, movingPhotograph, multiPicture } from "../../../support/picture-files.ts";

const flat = sharp({ create: { width: 60, height: 40, channels: 3, background: "#c00" } });
const place = {
  GPSLatitudeRef: "N",
  GPSLatitude: "26/1 25/1 30/1",
  GPSLongitudeRef: "E",
  GPSLongitude: "111/1 36/1 0/1",
};
const exif = { IFD0: { Make: "HUAWEI", Model: "P40", Artist: "Zhang San", Software: "Xingtu" }, IFD3: place };

const headOf = (file: PictureFile) => ("head" in file ? file.head : file.fault);
const said = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(pictureTexts(bytes).map(({ kind, text }) => [kind, text]));

describe("the texts that a picture carries", () => {
  test.each(["jpeg", "png", "webp"] as const)("%s: place, camera, author and software of its EXIF", async (format) => {
    const bytes = await flat.clone().withExif(exif).toFormat(format).toBuffer();
    expect(said(bytes)).toMatchObject({
      "拍摄地点（GPS）": "N 26.425 E 111.6",
      手机或相机型号: "P40",
      作者: "Zhang San",
      所用软件: "Xingtu",
    });
  });

  test("XMP: the place in words, the author, the title", async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="永州"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>李四</rdf:li></rdf:Seq></dc:creator><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">石期河</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;
    expect(said(await flat.clone().withXmp(xmp).jpeg().toBuffer())).toEqual({
      "拍摄地点（GPS）": "永州",
      作者: "李四",
      说明文字: "石期河",
    });
  });

  test("a JPEG's comment, and what a telephone appends to it", async () => {
    const bytes = await flat.clone().jpeg().toBuffer();
    const comment = Buffer.from("王五拍的");
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
    const film = Buffer.from("ftypmp42");
    const whole = Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2), film]);
    expect(said(whole)).toEqual({ 说明文字: "王五拍的", 附带的其他数据: "" });
  });

  test("none of a picture that says nothing", async () => {
    for (const format of ["jpeg", "png", "webp", "gif"] as const)
      expect(pictureTexts(await flat.clone().toFormat(format).toBuffer()), format).toEqual([]);
  });

  test("of a drawing the comments, the titles and the places of files, none of which is published", () => {
    const source = `<?xml version="1.0"?><!-- 赵六画 --><svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi" s:docname="C:\\用户\\赵六\\图.svg" width="10mm" height="5mm" onload="alert(1)"><title>内部</title><metadata><a>赵六</a></metadata><script>alert(1)</script><a href="https://a.example"><rect width="5" height="5" style="fill:url(https://b.example/c)"/></a><text>水质</text></svg>`;
    const drawing = drawingOf(Buffer.from(source));
    if (!("svg" in drawing)) throw new Error(drawing.says);
    expect(drawing.svg).not.toMatch(/赵六|内部|alert|example|script|metadata|onload|sodipodi/);
    expect(drawing.svg).toContain("<text>水质</text>");
    expect(drawing).toMatchObject({ width: 38, height: 19 });
    expect(drawing.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["赵六画", "内部", "赵六", "C:\\用户\\赵六\\图.svg"]),
    );
  });
});

describe("size and kind", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "are those of the picture the right way up (EXIF orientation %i)",
    async (orientation) => {
      const bytes = await flat.clone().withMetadata({ orientation }).jpeg().toBuffer();
      const [width, height] = orientation >= 5 ? [40, 60] : [60, 40];
      expect(headOf(readPicture("a.jpg", bytes))).toMatchObject({ kind: "jpeg", width, height });
    },
  );

  test("a picture of two frames is animated", async () => {
    const frames = await sharp({ create: { width: 8, height: 16, channels: 3, background: "#c00", pageHeight: 8 } })
      .composite([{ input: { create: { width: 8, height: 8, channels: 3, background: "#00c" } }, top: 8, left: 0 }])
      .gif()
      .toBuffer();
    expect(headOf(readPicture("a.gif", frames))).toMatchObject({ isFirstOfMore: true, width: 8, height: 8 });
  });

  test("of a scan: right way up, of its first page; black and white stays sharp", async () => {
    const page = sharp({ create: { width: 60, height: 80, channels: 3, background: "#fff", pageHeight: 40 } });
    const scan = await page.withMetadata({ orientation: 6 }).tiff().toBuffer();
    expect(headOf(readPicture("a.tif", scan))).toMatchObject({
      kind: "tiff",
      width: 40,
      height: 60,
      isGraphic: false,
      isFirstOfMore: true,
    });
    const letter = await flat.clone().toColourspace("b-w").tiff({ bitdepth: 1, compression: "ccittfax4" }).toBuffer();
    expect(headOf(readPicture("a.tiff", letter))).toMatchObject({ isGraphic: true, isFirstOfMore: false });
    expect(headOf(readPicture("a.tiff", letter.subarray(0, 20)))).toMatchObject({ code: "picture-broken" });
  });

  test("of two pictures in one file, or a film behind one: those of the first; the rest is told", async () => {
    const camera = await flat.clone().withExif(exif).jpeg().toBuffer();
    for (const bytes of [multiPicture(camera, camera), movingPhotograph(camera)]) {
      expect(headOf(readPicture("a.jpg", bytes))).toMatchObject({ width: 60, height: 40 });
      expect(said(bytes)).toHaveProperty("附带的其他数据");
    }
  });

  test("of a PNG of several frames: the first", async () => {
    const frame = await flat.clone().png().toBuffer();
    expect(headOf(readPicture("a.png", animatedPng([frame, frame])))).toMatchObject({ isFirstOfMore: true, width: 60 });
    expect(headOf(readPicture("a.png", animatedPng([frame])))).toMatchObject({ isFirstOfMore: false });
  });

  test("a PNG that only Apple's telephones read is called what it is", async () => {
    expect(headOf(readPicture("a.png", await applePng(40, 40)))).toMatchObject({
      code: "picture-kind",
      says: expect.stringContaining("CgBI") as string,
    });
  });

  test.each([
    ["ftypheic", "其实是 HEIC（苹果手机的照片）"],
    ["ftypmif1", "其实是 HEIC（苹果手机的照片）"],
    ["ftypavif", "其实是 AVIF"],
  ])("a photograph called .jpg that is none (%s) is called what it is", (brand, says) => {
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(brand), Buffer.alloc(40)]);
    expect(headOf(readPicture("a.jpg", bytes))).toMatchObject({
      code: "picture-kind",
      says: expect.stringContaining(says) as string,
    });
  });

  test("whatever byte is missing at the end or is changed, nothing is thrown", async () => {
    for (const format of ["jpeg", "png", "webp", "gif", "tiff"] as const) {
      const bytes = await flat.clone().withExif(exif).toFormat(format).toBuffer();
      for (let at = 1; at < bytes.length; at += 7) {
        expect(readPicture(`a.${format}`, bytes.subarray(0, at)), `${format} ${at}`).toHaveProperty("fault");
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 0xff;
        expect(() => readPicture(`a.${format}`, changed), `${format} ${at}`).not.toThrow();
      }
    }
  });
});
