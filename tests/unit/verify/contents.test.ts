import { describe, expect, test } from "vitest";
import { isMirrored } from "../../../src/verify/layout/mirror.ts";
import { check } from "../../../src/verify/verification.ts";
import type { Row } from "../../../src/verify/verification.ts";
import { element, measured, page } from "./model.ts";
import type { Text } from "./model.ts";

function rows(...texts: Text[]): { pages: Row | undefined; type: Row | undefined } {
  const h3 = element("H3");
  const second = page(2, [
    { text: "整改进展情况", left: 80, baseline: 42, size: 22, face: "STZhongsong", element: h3 },
  ]);
  const column = { text: "【动态】", left: 28, baseline: 200, face: "SimHei", element: element("H2") };
  const all = check(measured(page(1, [...texts, column]), second), { even: false }).rows;
  return {
    pages: all.find(({ id }) => id === "contents-pages"),
    type: all.find(({ id }) => id === "contents-type"),
  };
}

describe("a table of contents", () => {
  const heading = { text: "目录", left: 100.4, baseline: 140, face: "SimHei", element: element("P") };
  const entry = (text: string, more: Partial<Text> = {}) => ({
    text,
    left: 39,
    baseline: 150,
    element: element("LI"),
    ...more,
  });

  test("names the pages on which the headlines stand", () => {
    expect(rows(heading, entry("整改进展情况……2")).pages?.verdict).toBe("pass");
    expect(rows(heading, entry("整改进展情况")).pages?.verdict).toBe("pass");
    expect(rows(heading, entry("整改进展情况 3")).pages?.faults).toEqual(["“整改进展情况”印作第 3 页，实在第 2 页"]);
    expect(rows(heading, entry("整改情况 2")).pages?.faults).toEqual(["没有标题“整改情况”"]);
    expect(rows().pages?.verdict).toBe("absent");
  });

  test("names a column without headlines as it is called, and a headline that ends in digits whole", () => {
    expect(rows(heading, entry("动态 1")).pages?.verdict).toBe("pass");
    expect(rows(heading, entry("动态 2")).pages?.faults).toEqual(["“动态”印作第 2 页，实在第 1 页"]);
    expect(rows(heading, entry("整治2020 2")).pages?.faults).toEqual(["没有标题“整治”"]);
    const digits = { text: "整治2020", left: 80, baseline: 60, size: 22, face: "STZhongsong", element: element("H3") };
    expect(rows(heading, digits, entry("整治2020 1")).pages?.verdict).toBe("pass");
  });

  test("is set in 黑体 and 仿宋 of 16 pt, its entries all of 14 where room is short", () => {
    expect(rows(heading, entry("整改进展情况2")).type?.faults).toEqual([]);
    const small = entry("整改进展情况2", { size: 14 });
    expect(rows(heading, small).type?.faults).toEqual([]);
    expect(rows(heading, small, entry("整改情况3", { baseline: 160 })).type?.faults).toHaveLength(1);
    expect(rows(heading, entry("整改进展情况2", { size: 10.5 })).type?.faults).toHaveLength(1);
    expect(rows({ ...heading, size: 14 }, small).type?.faults).toHaveLength(1);
    expect(rows(heading, entry("整改进展情况2", { face: "KaiTi" })).type?.faults).toHaveLength(1);
    expect(rows({ ...heading, face: "FangSong" }, entry("整改进展情况2")).type?.faults).toHaveLength(1);
    expect(rows({ ...heading, left: 28 }, entry("整改进展情况2")).type?.faults).toHaveLength(1);
  });
});

test("margins are mirrored when even pages begin at 26 mm, and a stray line does not mirror them", () => {
  const line = (left: number, baseline: number) => ({ text: "正文", left, baseline });
  const odd = page(1, [line(28, 50), line(28, 60)]);
  expect(isMirrored([odd, page(2, [line(26, 50), line(26, 60), line(37, 70)])])).toBe(true);
  expect(isMirrored([odd, page(2, [line(26, 50), line(28, 60), line(28, 70)])])).toBe(false);
  expect(isMirrored([odd])).toBe(false);
});
