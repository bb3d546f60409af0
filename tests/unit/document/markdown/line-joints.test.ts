import { describe, expect, test } from "vitest";
import { readTree } from "../../../../src/document/tree/read-tree.ts";
import { renderBody } from "../../../../src/document/markdown/render.ts";
import { printedBlocks } from "../../../../src/check/numbers/printed-text.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { written } from "../../../../src/base/text/markup.ts";
import { textOfBlock } from "../../../support/content.ts";

const paragraphs: readonly (readonly [typed: string, printed: string])[] = [
  ["共排查问题18\n件，整改\n12件，PM2.5\n浓度下降。", "共排查问题18件，整改12件，PM2.5浓度下降。"],
  ["采用Auto\nCAD制图。", "采用Auto CAD制图。"],
  ["共12\n34件。", "共12 34件。"],
  ["占18%\n以上。", "占18%以上。"],
  ["**PM2.5**\n浓度、浓度\n**PM10**达标。", "PM2.5浓度、浓度PM10达标。"],
  ["**PM2.5**\n*PM10*", "PM2.5 PM10"],
  ["（一）推广LED\r\n灯具。", "（一）推广LED灯具。"],
  ["COD  \t\n  浓度", "COD浓度"],
  ["Hunan,\nChina", "Hunan, China"],
  ["Ångström\névalue", "Ångström évalue"],
];

describe("lines of one paragraph are joined by a blank only between Latin words and figures", () => {
  test.each(paragraphs)("%j", (typed, printed) => {
    const source = new SourceText("a.md", typed.replaceAll("  \t\n", " \n"));
    const html = written(renderBody(source, 0, undefined).markup());
    expect(html.replace(/<[^>]+>/g, "").trim()).toBe(printed);
    expect(readTree(source, 0, undefined).map(textOfBlock).join("")).toBe(printed);
    const read = printedBlocks({ source, printedRanges: [], printed: [], body: readTree(source, 0, undefined) });
    expect(read.map(({ text }) => text).join("")).toBe(printed);
  });

  test("in the words of a picture too", () => {
    const source = new SourceText("a.md", "![图：PM2.5\n浓度](a.png)");
    const html = written(renderBody(source, 0, undefined).markup());
    expect(html).toContain('alt="图：PM2.5浓度"');
    expect(html).toContain("<figcaption>图：PM2.5浓度</figcaption>");
  });
});
