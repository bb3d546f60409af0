import { describe, expect, test } from "vitest";
import { checks } from "../../../src/verify/checks/index.ts";
import { check } from "../../../src/verify/verification.ts";
import { element, measured, page } from "./model.ts";
import type { Page } from "../../../src/verify/model/page.ts";
import type { Row } from "../../../src/verify/verification.ts";

function row(id: string, ...pages: Page[]): Row | undefined {
  return check(measured(...pages), { even: false }).rows.find((each) => each.id === id);
}

describe("tables", () => {
  const table = element("Table");
  const head = element("TR", element("THead", table));
  const cell = (text: string, left: number, baseline: number, parent = element("TR", table)) => ({
    text,
    left,
    baseline,
    size: 14,
    element: element("TD", parent),
  });
  const headCell = (text: string, left: number, baseline: number) => ({
    text,
    left,
    baseline,
    size: 14,
    element: element("TH", head),
  });

  test("lie in the type area", () => {
    const inside = [headCell("县区", 40, 60), cell("道县", 40, 70)];
    expect(row("table-place", page(1, inside))?.verdict).toBe("pass");
    for (const stray of [cell("道县", 20, 70), cell("道县", 181, 70), cell("道县", 40, 36), cell("道县", 40, 264)]) {
      expect(row("table-place", page(1, [...inside, stray]))?.verdict).toBe("fail");
    }
    expect(row("table-place", page(1, []))?.verdict).toBe("absent");
  });

  test("repeat their head on each page", () => {
    const first = page(1, [headCell("县区", 40, 250), cell("道县", 40, 260)]);
    expect(row("table-pages", first, page(2, [headCell("县区", 40, 42), cell("宁远", 40, 52)]))?.faults).toEqual([]);
    expect(row("table-pages", first, page(2, [cell("宁远", 40, 42)]))?.faults).toEqual(["第 2 页的表格没有重复表头"]);
  });

  test("do not divide a row", () => {
    const whole = element("TR", table);
    const first = page(1, [headCell("县区", 40, 250), cell("道县", 40, 260, whole)]);
    const second = page(2, [headCell("县区", 40, 42), cell("续", 40, 52, whole)]);
    expect(row("table-pages", first, second)?.faults).toEqual(["第 1 页末的表格一行拆到了下页"]);
  });
});

describe("characters", () => {
  test("in disguise, without text and without glyph are found", () => {
    const say = (text: string) => row("characters", page(1, [{ text, left: 28, baseline: 50 }]))?.faults;
    expect(say("心理")).toEqual([]);
    expect(say("⼼理")).toEqual(["第 1 页 U+2F3C “⼼”"]);
    expect(say("⺟亲")).toEqual(["第 1 页 U+2E9F “⺟”"]);
    expect(say("金\ue000")).toEqual(["第 1 页 U+E000 “\ue000”"]);
    const [glyph] = page(1, [{ text: "心", left: 28, baseline: 50 }]).glyphs;
    if (glyph === undefined) throw new Error("no glyph");
    const odd = (more: object) => row("characters", { ...page(1, []), glyphs: [{ ...glyph, ...more }] })?.faults;
    expect(odd({ text: "" })).toEqual(["第 1 页有 1 个字复制不出来"]);
    expect(odd({ code: 0 })).toEqual(["第 1 页有 1 个字字体里没有，印成了缺字"]);
  });
});

describe("the checklist", () => {
  test("names each row once, with clause and strength, and never 国标", () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, clause, strength } of checks) {
      expect(`${name}${clause}`).not.toContain("国标");
      expect([...name].length).toBeLessThanOrEqual(10);
      // Practice has no clause of GB/T 9704 behind it, disputes about one aside.
      if (clause === "简报惯例") expect(strength).toBe("惯例");
    }
  });

  test("a stroke that makes a heading bold is found", () => {
    const h4 = element("H4");
    const plain = page(1, [{ text: "一、总体情况", left: 39, baseline: 100, face: "SimHei", element: h4 }]);
    expect(row("levels", plain)?.verdict).toBe("pass");
    const bold = { ...plain, glyphs: plain.glyphs.map((glyph) => ({ ...glyph, stroked: true })) };
    expect(row("levels", bold)?.faults).toEqual(["第 1 页第 1 行“一、总体情况”加粗了"]);
  });

  test("a file without structure tree fails, and what needs paragraphs is not checked", () => {
    const bare = page(1, [{ text: "正文", left: 28, baseline: 50 }]);
    expect(row("structure", bare)?.verdict).toBe("fail");
    expect(row("indent", bare)?.verdict).toBe("unchecked");
  });
});
