import { describe, expect, test } from "vitest";
import { Canvas } from "../../../src/verify/read/canvas.ts";
import { GlyphProgram } from "../../../src/verify/read/glyph-program.ts";
import { apply, times, upright } from "../../../src/verify/read/matrix.ts";

describe("matrices", () => {
  test("apply the inner map first", () => {
    const both = times([2, 0, 0, 2, 10, 0], [1, 0, 0, -1, 5, 5]);
    expect(apply(both, 1, 1)).toEqual([22, 8]);
    expect(upright([3, 0, 0, -4, 0, 0])).toBe(4);
  });
});

describe("the canvas", () => {
  const canvas = () => new Canvas((x, y) => [x, 100 - y]);

  test("places glyphs by text matrix, pen and spacing", () => {
    const c = canvas();
    c.transform([2, 0, 0, 2, 0, 0]);
    c.set({ size: 10, characterSpacing: 1, wordSpacing: 3 });
    c.beginText();
    c.moveText(5, 20);
    const first = c.show(1, false);
    expect(first.at(0, 0)).toEqual([10, 60]);
    expect(first.at(1, 0.5)).toEqual([30, 50]);
    expect(first.size).toBe(20);
    expect(c.show(0.5, true).at(0, 0)).toEqual([32, 60]);
    c.kern(1000);
    expect(c.show(1, false).at(0, 0)).toEqual([30, 60]);
  });

  test("restores what was saved, and clips", () => {
    const c = canvas();
    c.save();
    c.transform([1, 0, 0, 1, 5, 5]);
    c.clipTo(c.box(0, 0, 10, 10));
    expect(c.visible(c.box(5, 5, 20, 20))).toEqual({ left: 10, top: 85, right: 15, bottom: 90 });
    expect(c.visible(c.box(20, 20, 30, 30))).toBeUndefined();
    c.restore();
    expect(c.visible(c.box(20, 20, 30, 30))).toEqual({ left: 20, top: 70, right: 30, bottom: 80 });
  });
});

describe("outlines", () => {
  /** A font of two glyphs: a blank, and one with the given box in units of 1000 an em. */
  function font(box: readonly number[]): Uint8Array {
    const tables = { head: Buffer.alloc(54), loca: Buffer.alloc(6), glyf: Buffer.alloc(12) };
    tables.head.writeUInt16BE(1000, 18);
    tables.loca.writeUInt16BE(6, 4);
    box.forEach((value, at) => tables.glyf.writeInt16BE(value, 2 + at * 2));
    const directory = Buffer.alloc(12 + 3 * 16);
    directory.writeUInt16BE(3, 4);
    let start = directory.length;
    Object.entries(tables).forEach(([tag, bytes], at) => {
      directory.write(tag, 12 + at * 16, "latin1");
      directory.writeUInt32BE(start, 12 + at * 16 + 8);
      directory.writeUInt32BE(bytes.length, 12 + at * 16 + 12);
      start += bytes.length;
    });
    return Buffer.concat([directory, ...Object.values(tables)]);
  }

  test("have their extent in ems; blanks have none", () => {
    const program = GlyphProgram.read(font([50, -80, 950, 840]));
    expect(program?.count).toBe(2);
    expect(program?.extent(1)).toEqual({ left: 0.05, bottom: -0.08, right: 0.95, top: 0.84 });
    expect(program?.extent(0)).toBeUndefined();
    expect(program?.extent(9)).toBeUndefined();
    expect(program?.drawn()).toEqual(new Set([1]));
  });

  test("of what is no TrueType font are unknown", () => {
    expect(GlyphProgram.read(Buffer.from("OTTO"))).toBeUndefined();
    expect(GlyphProgram.read(Buffer.alloc(40))).toBeUndefined();
  });
});
