import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../src/document/markdown/render.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { written } from "../../../../src/base/text/markup.ts";

const html = (markdown: string): string => written(renderBody(new SourceText("a.md", markdown), 0, undefined).markup());

describe("a paragraph with its heading run in", () => {
  test("sets the first sentence in the type of its level", () => {
    expect(html("一、加强领导。各级各部门要高度重视。")).toContain(
      `<p><span class="run-in level-1">一、加强领导。</span>各级各部门要高度重视。</p>`,
    );
  });

  test("makes a paragraph that is nothing but a heading one", () => {
    expect(html("（二）强化督办")).toContain(`<h5 class="level-2">（二）强化督办</h5>`);
    expect(html("一、提高站位")).toContain(`<h4 class="level-1">一、提高站位</h4>`);
  });

  test("keeps one that stands alone with its full stop beside what follows it", () => {
    const kept = `<p class="stays-with-next"><span class="run-in level-1">一、加强领导。</span></p>`;
    expect(html("一、加强领导。\n\n各级各部门要高度重视。")).toContain(kept);
    for (const last of ["一、加强领导。", "::: 引文\n一、加强领导。\n:::\n\n各级各部门要高度重视。"])
      expect(html(last)).toContain(`<p><span class="run-in level-1">一、加强领导。</span></p>`);
  });

  test("leaves a first sentence that is text alone, and the lower levels", () => {
    const long = "（一）对超标排放的企业一律依法查处，情节严重的移送公安机关，造成损害的依法追偿。其余略。";
    expect(html(long)).not.toContain("run-in");
    expect(html("（1）分类处置。其余略。")).not.toContain("run-in");
  });

  test("sets bold words off beside Han characters and full-width marks", () => {
    expect(html("各级**加强领导。**压实“**责任**”。")).toContain(
      `各级<strong>加强领导。</strong>压实“<strong>责任</strong>”。`,
    );
  });

  test("sets the opening word of a note apart", () => {
    expect(html("::: 按语\n编者按：群众满意。\n:::")).toContain(`<span class="note-label">编者按：</span>群众满意。`);
  });
});

describe("a table", () => {
  const table = "| 单位 | 件数 |\n| --- | ---: |\n| 云台县 | 64 |\n";

  test("takes caption and unit from the paragraph directly above", () => {
    const out = html(`表：办理情况\n单位：件\n\n${table}`);
    expect(out).toContain(
      `<caption><span class="table-title">办理情况</span><span class="table-unit">单位：件</span></caption>`,
    );
    expect(out).not.toContain("<p>");
    expect(out).toMatch(/<figure class="table short">\s*<table>/);
    expect(out).toContain(`<th scope="col" class="brief">单位</th>`);
    expect(out).toContain(`<td class="align-right brief">64</td>`);
    expect(out).not.toContain("style=");
  });

  test("keeps a caption with a number as typed, and leaves other paragraphs alone", () => {
    expect(html(`表1 办理情况\n\n${table}`)).toContain(`<span class="table-title">表1 办理情况</span>`);
    expect(html(`具体情况如下：\n\n${table}`)).toContain("<p>具体情况如下：</p>");
  });
});
