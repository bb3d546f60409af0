/** What has type or a place of its own: notes, quotations, bold runs, charts, captions. */

import { describe, expect, test } from "vitest";
import { check } from "../../../src/verify/verification.ts";
import type { Row } from "../../../src/verify/verification.ts";
import type { Element } from "../../../src/verify/model/element.ts";
import type { Mark, Page } from "../../../src/verify/model/page.ts";
import { element, measured, page } from "./model.ts";
import type { Text } from "./model.ts";

function row(id: string, ...pages: Page[]): Row | undefined {
  return check(measured(...pages), { even: false }).rows.find((each) => each.id === id);
}

const article = element("Art");

describe("type of its own", () => {
  const long = "祁阳县坚持问题导向，做法值得各县区学习借鉴。";
  const line = (text: string, more: Partial<Text>): Text => ({ text, left: 39.14, baseline: 60, ...more });
  const em = (16 * 25.4) / 72;
  /** Pieces that follow one another in a line. */
  const run = (...pieces: readonly (readonly [text: string, face: string, element: Element])[]): Text[] => {
    let left = 39.14;
    return pieces.map(([text, face, own]) => {
      const placed = line(text, { left, face, element: own });
      left += text.length * em;
      return placed;
    });
  };
  const faults = (...texts: Text[]) => row("body-type", page(1, texts))?.faults;

  test("按语 and 引文 are in 楷体, body text is not", () => {
    const note = element("P", element("Div", article));
    const quotation = element("P", element("BlockQuote", article));
    expect(faults(line(long, { face: "KaiTi", element: note }))).toEqual([]);
    expect(faults(line(long, { face: "KaiTi", element: quotation }))).toEqual([]);
    expect(faults(line(long, { face: "SimHei", element: note }))).toHaveLength(1);
    expect(faults(line(long, { face: "KaiTi", element: element("P", article) }))).toHaveLength(1);
    expect(faults(line(long, { face: "KaiTi", element: note, size: 14 }))).toHaveLength(1);
  });

  test("a bold run may be in 黑体, even all of a line; a span not all of a paragraph", () => {
    const p = element("P", article);
    const strong = element("NonStruct", element("Strong", p));
    const span = element("Span", p);
    expect(faults(...run(["务必认真对待抓好落实", "SimHei", strong], ["。", "FangSong", p]))).toEqual([]);
    expect(faults(...run(["务必认真对待抓好落实。", "SimHei", strong]))).toEqual([]);
    expect(faults(...run(["务必认真对待抓好落实", "SimHei", span], ["。", "FangSong", p]))).toEqual([]);
    expect(faults(...run(["务必认真对待抓好落实。", "SimHei", span]))).toHaveLength(1);
    expect(faults(...run(["务必认真对待抓好落实", "SimHei", p], ["。", "FangSong", p]))).toHaveLength(1);
    expect(faults(...run(["务必认真对待抓好落实", "SimHei", strong], ["抓好。", "SimSun", p]))).toHaveLength(1);
  });

  test("a level that runs on in its line keeps its own", () => {
    const p = element("P", article);
    expect(faults(...run(["一、加强组织领导。", "SimHei", p], ["抓好。", "FangSong", p]))).toEqual([]);
    expect(faults(...run(["（一）压实责任。", "KaiTi", p], ["抓好。", "FangSong", p]))).toEqual([]);
    expect(faults(...run(["（一）压实责任。", "SimHei", p], ["抓好。", "FangSong", p]))).toHaveLength(1);
  });

  test("a level may be all of its paragraph, of one sentence no longer than a line", () => {
    const p = element("P", article);
    const text = (words: string, face: string): unknown => faults(line(words, { face, element: p }));
    expect(text("一、压实责任。", "SimHei")).toEqual([]);
    expect(text("（一）压实责任。", "KaiTi")).toEqual([]);
    expect(text("一、压实责任。", "KaiTi")).toHaveLength(1);
    expect(text("一、压实责任。抓好整改。", "SimHei")).toHaveLength(1);
    expect(text(`一、${"压实责任".repeat(7)}。`, "SimHei")).toHaveLength(1);
  });

  test("lines in the middle, with their end wherever it falls, need not fill the measure", () => {
    const p = element("P", article);
    const lines = [
      { text: "零".repeat(26), left: 106 - 13 * em, baseline: 60, element: p },
      { text: "日期".repeat(3), left: 106 - 3 * em, baseline: 70, element: p },
    ];
    for (const id of ["left-edge", "right-edge"]) expect(row(id, page(1, lines))?.verdict).toBe("absent");
  });

  test("a subtitle of two lines and a long author's line are in the middle, and need no indent", () => {
    const p = element("P", article);
    const subtitle = [
      { text: "——" + "副".repeat(25), left: 106 - 13.5 * em, baseline: 60, face: "KaiTi", element: p },
      { text: "题".repeat(5), left: 106 - 2.5 * em, baseline: 70, face: "KaiTi", element: p },
    ];
    const author = { text: "作".repeat(23), left: 106 - 11.5 * em, baseline: 80, face: "KaiTi", element: element("P") };
    const body = { text: long, left: 39.14, baseline: 90, element: element("P") };
    const pages = page(1, [...subtitle, author, body]);
    expect(row("body-type", pages)?.faults).toEqual([]);
    expect(row("indent", pages)?.faults).toEqual([]);
  });

  test("the note under a table is none of the text", () => {
    const note = { text: "注：一件可以涉及多个类别", left: 28, baseline: 100, size: 12, element: element("P") };
    const body = { text: long, left: 39.14, baseline: 110, element: element("P") };
    expect(row("indent", page(1, [note, body]))?.verdict).toBe("pass");
    expect(row("indent", page(1, [{ ...note, size: 16 }, body]))?.faults).toHaveLength(1);
  });
});

describe("a chart", () => {
  const chart = element("Div", element("Figure", article, { alt: "柱状图" }));
  const label = (text: string, baseline: number): Text => ({ text, left: 60, baseline, size: 10.4, element: chart });
  const body = (baseline: number): Text => ({ text: "正文正文", left: 28, baseline, element: element("P", article) });
  const gridline = (top: number): Mark => ({
    box: { left: 40, right: 170, top, bottom: top + 0.2 },
    colour: "#bbbbbb",
    element: undefined,
  });
  const first = page(1, [body(60), body(70)]);
  const second = page(2, [label("交办 5", 44), label("办结 215", 60), body(80)], [gridline(43), gridline(59)]);

  test("is no prose: its labels stand apart from their values, and no number is divided", () => {
    for (const id of ["blanks", "numbers", "half-width"]) expect(row(id, first, second)?.faults).toEqual([]);
    expect(row("blanks", first, page(2, [{ ...body(50), text: "交办 5件" }]))?.faults).toHaveLength(1);
  });

  test("begins a page where it likes; text does not", () => {
    expect(row("top-edge", first, second)?.verdict).toBe("absent");
    expect(row("top-edge", first, page(2, [body(50)]))?.verdict).toBe("warn");
  });

  test("may have grey lines, which lie about its labels; elsewhere they are found", () => {
    expect(row("colours", first, second)?.faults).toEqual([]);
    expect(row("colours", first, page(2, [label("交办 5", 44)], [gridline(90)]))?.faults).toEqual([
      "第 2 页有 #bbbbbb",
    ]);
  });
});

test("a table's caption left alone at a page's end is told from a head that is not repeated", () => {
  const table = element("Table");
  const head = element("TH", element("TR", table), { scope: "Column" });
  const caption = { text: "办理情况", left: 80, baseline: 258, element: table };
  const cells = { text: "单位", left: 40, baseline: 44, element: head };
  expect(row("table-pages", page(1, [caption]), page(2, [cells]))?.faults).toEqual(["第 1 页末的表题与表格分在了两页"]);
});
