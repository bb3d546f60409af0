import { expect, test } from "vitest";
import { decode } from "../../../../src/read/source/decode.ts";

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

test("UTF-8 is read as it is, a byte order mark taken off", () => {
  expect(decode(new TextEncoder().encode("标题: 甲\r\n"))).toEqual({ ok: true, text: "标题: 甲\r\n" });
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, text: "a" });
});

test("what Windows calls ANSI is named GB18030 and can be read for conversion", () => {
  // 标题: 信访件
  const gbk = bytes(0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0xd0, 0xc5, 0xb7, 0xc3, 0xbc, 0xfe);
  expect(decode(gbk)).toEqual({ ok: false, encoding: "GB18030", text: "标题: 信访件" });
});

test("UTF-16 is told apart with and without a mark", () => {
  const le = [...new Uint8Array(new Uint16Array([..."标题: 12345"].map((c) => c.charCodeAt(0))).buffer)];
  expect(decode(bytes(0xff, 0xfe, ...le))).toEqual({ ok: false, encoding: "UTF-16", text: "标题: 12345" });
  expect(decode(bytes(...le))).toMatchObject({ ok: false, encoding: "UTF-16" });
});

test("bytes that are no text at all are unknown", () => {
  expect(decode(bytes(0x89, 0x50, 0xff, 0xff, 0xff, 0x80, 0x80))).toMatchObject({ ok: false, encoding: "unknown" });
});
