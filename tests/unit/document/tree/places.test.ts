/** Every piece of the tree knows where it was typed. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { readTree } from "../../../../src/document/tree/read-tree.ts";
import { leaves } from "../../../../src/document/tree/tree.ts";
import type { Block, Inline } from "../../../../src/document/tree/tree.ts";

const contentsOf = (block: Block): readonly (readonly Inline[])[] => {
  switch (block.kind) {
    case "text":
      return [block.content];
    case "picture":
      return [block.pictures, block.caption];
    case "table":
      return [block.title, block.unit, ...block.rows.flatMap(({ cells }) => cells.map(({ content }) => content))];
    case "computed":
      return [];
  }
};

const piecesOf = (markdown: string) =>
  readTree(new SourceText("a.md", markdown), 0, undefined).flatMap(contentsOf).flatMap(leaves);

/** Each piece as `kind:what was typed`, texts by what was typed alone. */
function typed(markdown: string): string[] {
  return piecesOf(markdown).map(({ kind, span }) => {
    const text = markdown.slice(span.start, span.end);
    return kind === "text" ? text : `${kind}:${text}`;
  });
}

describe("a piece's span is what was typed for it", () => {
  test.each<[string, string[]]>([
    ["办结12件。", ["办结12件。"]],
    ["　　一、提高站位。各级要落实。", ["一、提高站位。", "各级要落实。"]],
    ["### 二、小标题 ###", ["二、小标题"]],
    ["按**“从严”**的*要求*，~~不再~~落实。", ["按", "“从严”", "的", "要求", "，", "不再", "落实。"]],
    ["见[通知](https://a.cn)和<https://b.cn/1>。", ["见", "通知", "和", "https://b.cn/1", "。"]],
    ["2 \\* 3 &lt; 7 \\字", ["2 ", "\\*", " 3 ", "&lt;", " 7 ", "\\字"]],
    ["5*6*，7** 8", ["5", "6", "，7", "*", "*", " 8"]],
    ["\\{{交办}}件", ["\\", "phrase:{{交办}}", "件"]],
    ["上行  \n下行\\\n末行", ["上行", "break:\n", "下行", "break:\\", "末行"]],
    ["上行\r\n  下行\r\n", ["上行", "line-end:\n", "下行"]],
    ["> 引文一\n> 引文二", ["引文一", "line-end:\n", "引文二"]],
    ["- 无号\n\n10. 十\n    续", ["无号", "marker:10.", "十", "line-end:\n", "续"]],
    [
      "办结{{交办\n| 件}}件，\n{{办结}}件",
      ["办结", "phrase:{{交办\n| 件}}", "line-end:", "件，", "line-end:\n", "phrase:{{办结}}", "件"],
    ],
    ["表：办理情况\n单位：件\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", ["办理情况", "单位：件", "甲", "乙", "1", "2"]],
    ["> | a\\|b | {{交办 | 汉字}} |\n> |---|---|\n> | c | |", ["a", "|b", "phrase:{{交办 | 汉字}}", "c"]],
    ["![图：{{交办}}件](现场 1.png)\n", ["picture:![", "图：", "phrase:{{交办}}", "件"]],
    ["::: 信函 感谢信\n各位：\n\n::: 落款\n甲\n2020年\n:::\n:::", ["感谢信", "各位：", "甲", "2020年"]],
  ])("%j", (markdown, pieces) => {
    expect(typed(markdown)).toEqual(pieces);
  });
});

const signs = [
  "*",
  "**",
  "_",
  "~~",
  "\\",
  "`",
  "[",
  "](a)",
  "![",
  "](图 1.png)",
  "<https://a.cn>",
  "&amp;",
  "&#49;",
  "|",
  ":",
  "#",
];
const words = [
  "甲",
  "12件",
  "、",
  "。",
  " ",
  "  ",
  "a",
  "《",
  "　",
  "1. ",
  "- ",
  "一、",
  "表：",
  "{{交办}}",
  "{{办结\n|件}}",
];
const lines = [
  "\n",
  "\r\n",
  "\n\n",
  "\n> ",
  "\n# ",
  "\n- ",
  "\n2) ",
  "\n| a | b |\n|---|:-:|\n| ",
  " | ",
  "\n::: 落款\n",
  "\n:::\n",
  "\\\n",
  "\t",
];
const markdown = fc
  .array(fc.constantFrom(...signs, ...words, ...words, ...lines), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe("of any Markdown", () => {
  test("a text stands in the file as it prints, or as a backslash or a reference for its sign", () => {
    fc.assert(
      fc.property(markdown, (source) => {
        for (const { kind, span, text } of piecesOf(source).filter((piece) => piece.kind === "text")) {
          const slice = source.slice(span.start, span.end);
          expect(slice === text || /^(?:\\[^]|&[#\w]+;)$/.test(slice), `${kind} ${slice}`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("pieces stand in the file in the order in which they print, none within another", () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const words = piecesOf(source).filter(({ kind }) => kind === "text" || kind === "phrase");
        for (const [at, { span }] of words.entries())
          expect(span.start).toBeGreaterThanOrEqual(words[at - 1]?.span.end ?? 0);
      }),
      { numRuns: 500 },
    );
  });
});
