import { describe, expect, test } from "vitest";
import { understand } from "../../../src/verify/layout/bulletin.ts";
import { paragraphsOf } from "../../../src/verify/layout/paragraph.ts";
import { describeFace, isBold, typefaceOf } from "../../../src/verify/layout/typeface.ts";
import { linesOf, most } from "../../../src/verify/model/line.ts";
import { element, measured, page } from "./model.ts";

describe("lines", () => {
  test("are pieces on one baseline, from the left, whatever order they were drawn in", () => {
    const lines = linesOf(
      page(2, [
        { text: "第三", left: 28, baseline: 60 },
        { text: "乙", left: 60, baseline: 50.02 },
        { text: "甲 ", left: 28, baseline: 50 },
      ]),
    );
    expect(lines.map(({ page: number, number: at, text, left }) => [number, at, text, left])).toEqual([
      [2, 1, "甲 乙", 28],
      [2, 2, "第三", 28],
    ]);
  });

  test("leave blanks at their ends out, and end where the last em box ends", () => {
    const [line] = linesOf(page(1, [{ text: "  两字  ", left: 28, baseline: 50 }]));
    expect(line?.text).toBe("两字");
    expect(line?.glyphs).toHaveLength(2);
    expect(line?.left).toBeCloseTo(28 + 5.644, 3);
    expect(line?.right).toBeCloseTo(28 + 3 * 5.644, 2);
    expect(line?.ink?.top).toBeLessThan(50);
  });

  test("have the size and face of most of their glyphs", () => {
    const [line] = linesOf(
      page(1, [
        { text: "正文正文", left: 28, baseline: 50 },
        { text: "注", left: 60, baseline: 50, size: 9, face: "SimHei" },
      ]),
    );
    expect([line?.size, line?.face]).toEqual([16, "FangSong"]);
    expect(linesOf(page(1, []))).toEqual([]);
    expect(most([1, 2, 2, 1])).toBe(1);
    expect(most([])).toBeUndefined();
  });
});

describe("paragraphs", () => {
  test("go on over a page's end; list items are told from their parts", () => {
    const p = element("P");
    const body = element("LBody", element("LI"));
    const lines = [
      ...linesOf(page(1, [{ text: "甲", left: 28, baseline: 250, element: element("Span", p) }])),
      ...linesOf(
        page(2, [
          { text: "乙", left: 28, baseline: 42, element: p },
          { text: "丙", left: 28, baseline: 52, element: body },
          { text: "丁", left: 28, baseline: 62 },
        ]),
      ),
    ];
    expect(paragraphsOf(lines).map(({ text, role }) => [text, role])).toEqual([
      ["甲乙", "P"],
      ["丙", "LI"],
    ]);
  });
});

describe("a bulletin's parts", () => {
  const name = element("H1");
  const column = element("H2");
  const p = element("P");
  const head = [
    { text: "工作简报", left: 70, baseline: 65, size: 48, element: name },
    { text: "第15期", left: 97, baseline: 78, element: p },
    { text: "某办2020年11月8日", left: 33, baseline: 98, element: element("P") },
  ];
  const body = { text: "【动态】", left: 28, baseline: 125, element: column };
  const foot = [
    { text: "报：某组。", left: 33, baseline: 240, size: 14, element: element("P") },
    { text: "共印9份", left: 160, baseline: 258, size: 14, element: element("P") },
  ];
  const rule = (top: number, colour: string) => ({
    box: { left: 28, right: 184, top, bottom: top + 0.35 },
    colour,
    element: undefined,
  });

  test("are found by the rules between them", () => {
    const bulletin = understand(
      measured(
        page(
          1,
          [...head, body, ...foot, { text: "— 1 —", left: 164, baseline: 270, size: 14 }],
          [rule(102, "#ff0000"), rule(234, "#000000"), rule(261.6, "#000000")],
        ),
      ),
    );
    expect(bulletin.masthead.lines.map(({ text }) => text)).toEqual(["工作简报", "第15期", "某办2020年11月8日"]);
    expect(bulletin.masthead.names).toHaveLength(1);
    expect(bulletin.masthead.rows).toHaveLength(1);
    expect(bulletin.core.map(({ text }) => text)).toEqual(["【动态】"]);
    expect(bulletin.imprint?.lines).toHaveLength(2);
    expect(bulletin.imprint?.rules).toHaveLength(2);
    expect(bulletin.pageNumbers.map((line) => line?.text)).toEqual(["— 1 —"]);
  });

  test("are found without rules by headings and labels", () => {
    const bulletin = understand(measured(page(1, [...head, body, ...foot])));
    expect(bulletin.masthead.rule).toBeUndefined();
    expect(bulletin.masthead.number?.text).toBe("第15期");
    expect(bulletin.core.map(({ text }) => text)).toEqual(["【动态】"]);
    expect(bulletin.imprint?.rules).toEqual([]);
    expect(bulletin.pageNumbers).toEqual([undefined]);
  });

  test("a page number put in the wrong place is still one; a year is none", () => {
    const bulletin = understand(
      measured(
        page(1, [
          body,
          { text: "2020", left: 28, baseline: 200, element: p },
          { text: "— 1 —", left: 100, baseline: 20 },
        ]),
      ),
    );
    expect(bulletin.pageNumbers.map((line) => line?.text)).toEqual(["— 1 —"]);
    expect(bulletin.core.map(({ text }) => text)).toEqual(["【动态】", "2020"]);
  });

  test.each([
    [10.447, "gb33476"],
    [10.227, "word"],
    [9.878, "28pt"],
  ])("a pitch of %f mm is %s", (pitch, profile) => {
    const texts = Array.from({ length: 12 }, (_, at) => ({
      text: "正文正文",
      left: 28,
      baseline: 50 + at * pitch,
      element: p,
    }));
    const found = understand(measured(page(1, texts))).profile;
    expect(found?.nearest.name).toBe(profile);
    expect(found?.pitch).toBeCloseTo(pitch, 3);
  });
});

describe("typefaces", () => {
  test.each([
    ["FangSong_GB2312", "仿宋", false],
    ["FangSong", "仿宋", false],
    ["STFangsong", "仿宋", false],
    ["LXGWWenKai-Light", "仿宋", true],
    ["KaiTi_GB2312", "楷体", false],
    ["LXGWWenKai-Regular", "楷体", true],
    ["SimHei", "黑体", false],
    ["NotoSansSC-Medium", "黑体", true],
    ["FZXiaoBiaoSong-B05S", "小标宋", false],
    ["STZhongsong", "小标宋", false],
    ["NotoSerifSC-Bold", "小标宋", true],
    ["SimSun", "宋体", false],
    ["NotoSerifSC-Regular", "宋体", true],
  ])("%s is %s", (face, kind, standIn) => {
    expect(typefaceOf(face)).toEqual({ kind, standIn });
  });

  test("unknown faces are said to be unknown", () => {
    expect(typefaceOf("ComicSans")).toBeUndefined();
    expect(describeFace("ComicSans")).toBe("ComicSans（类别不明）");
    expect(describeFace("LXGWWenKai-Light")).toBe("仿宋（LXGWWenKai-Light 代用）");
    expect([isBold("SimHei-Bold"), isBold("NotoSerifSC-Bold"), isBold("SimHei")]).toEqual([true, false, false]);
  });
});
