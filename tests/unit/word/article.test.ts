/** A Word file becomes an article whose printed text is the file's, white space aside. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBody } from "../../../src/document/markdown/parse-body.ts";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { readArticle } from "../../../src/read/schema/read-article.ts";
import { importArticle } from "../../../src/intake/word/article/article.ts";
import type { ImportedArticle } from "../../../src/intake/word/article/article.ts";
import { isWholeBulletin } from "../../../src/intake/word/article/whole-bulletin.ts";
import { readWord } from "../../../src/intake/word/read/read-word.ts";
import { printedText } from "../../support/content.ts";
import { docx, paragraph, picture, run } from "../../support/docx.ts";
import type { Parts } from "../../support/docx.ts";
import { withoutSpace } from "../../support/text.ts";

async function imported(parts: Parts, taken: string[] = []): Promise<ImportedArticle & { body: string }> {
  const article = await importArticle(await readWord(docx(parts)), {
    column: undefined,
    columns: ["立行立改动态", "信访件情况"],
    fallbackTitle: "文件名",
    taken,
  });
  const reading = readArticle(new SourceText("content/a.md", article.text));
  expect(reading.problems).toEqual([]);
  const { problems } = parseBody(new SourceText("", article.text), reading.value?.bodyStart ?? 0, undefined, new Map());
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return { ...article, body: article.text.slice(reading.value?.bodyStart ?? 0).replace(/^\n+|\n+$/g, "") };
}

const centred = '<w:jc w:val="center"/>';
const right = '<w:jc w:val="right"/>';
const png = Buffer.from("89504e470d0a1a0a", "hex");

/** The head of a drawing of Windows. */
const emf = Buffer.from(`\x01\0\0\0${"\0".repeat(36)} EMF`, "latin1");

test("a whole article: head, headings, paragraphs, list, table, picture, signature", async () => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
  const { text, remarks, pictures } = await imported(
    {
      body:
        paragraph("【信访件情况】") +
        paragraph(run("零陵全力以赴", '<w:sz w:val="44"/>'), centred) +
        paragraph(run("打赢攻坚战", '<w:sz w:val="44"/>'), centred) +
        paragraph("——以石期河为例", centred) +
        paragraph("　　今年以来，全区*共*办理[2020]076号。") +
        paragraph("一、加强领导") +
        paragraph("（一）压实责任。各级要落实。") +
        paragraph(run("重点", "<w:b/>") + run("加粗的话。")) +
        paragraph("", centred) +
        paragraph("表1 各县区情况", centred) +
        paragraph("单位：件", right) +
        `<w:tbl><w:tr>${cell("单位")}${cell("件数|份")}</w:tr><w:tr>${cell("零陵")}${cell("32")}</w:tr></w:tbl>` +
        paragraph(picture("rPic0"), centred) +
        paragraph("图1 现场", centred) +
        paragraph(picture("rPic1")) +
        paragraph("零陵区委督查室", right) +
        paragraph("2020年11月8日", right) +
        paragraph("（零陵区委督查室供稿）", right),
      media: { "image1.png": png, "image2.emf": emf },
      header: paragraph("内部资料"),
    },
    ["图1.jpg"],
  );
  expect(text).toBe(`---
标题: 零陵全力以赴｜打赢攻坚战
栏目: 信访件情况
副标题: 以石期河为例
供稿: 零陵区委督查室
---

今年以来，全区\\*共\\*办理[2020]076号。

### 一、加强领导

（一）压实责任。各级要落实。

重点加粗的话。

表1 各县区情况
单位：件

| 单位 | 件数\\|份 |
| --- | --- |
| 零陵 | 32 |

![图1 现场](图2.png)

::: 落款
零陵区委督查室
2020年11月8日
:::
`);
  expect(pictures.map(({ name }) => name)).toEqual(["图2.png"]);
  expect(remarks).toEqual([
    "加粗没有带入（公文正文不加粗）：“重点”（“一、加强领导”下面“重点加粗的话。”一段）",
    expect.stringMatching(/^图片是 WMF 或 EMF 格式.*：“图1 现场”后面$/),
    "页眉没有带入：“内部资料”",
  ]);
});

test("what cannot be carried over is told with its paragraph", async () => {
  const merged = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph("总")}</w:tc><w:tc>${paragraph("数")}</w:tc></w:tr><w:tr><w:tc>${paragraph("甲")}</w:tc><w:tc>${paragraph("乙")}</w:tc><w:tc>${paragraph("1")}</w:tc></w:tr></w:tbl>`;
  const { remarks, body } = await imported({
    body:
      paragraph("题", centred) +
      paragraph(run("有脚注") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run("的。")) +
      paragraph(`<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`) +
      paragraph(`<m:oMath><m:nary><m:e><m:r><m:t>∑ n</m:t></m:r></m:e></m:nary></m:oMath>`) +
      paragraph('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>') +
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("框里的字")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph("框里的字")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) +
      paragraph(run("秘密", "<w:vanish/>") + run("公开。")) +
      merged,
    footnotes: `<w:footnote w:id="1">${paragraph("注文")}</w:footnote>`,
  });
  expect(remarks).toEqual([
    "脚注没有带入：“注文”（“有脚注的。”一段）",
    "公式写成了一行文字，请核对：“a+b”一段",
    "公式没有带入：“∑ n”（“a+b”后面）",
    "嵌入的文件（Excel.Sheet.12）没有带入：“a+b”后面",
    "文本框里的文字移到了这一段后面，请核对位置：“框里的字”（“a+b”后面）",
    "隐藏的文字没有带入：“秘密”（“公开。”一段）",
    "表格有合并的单元格，拆开后这些格空着，请补上或核对：第 1 行第 2 格（原与“总”合并）：“总 数”开头的表格",
  ]);
  expect(body).toMatch(/^有脚注的。\n\na\+b\n\n框里的字\n\n公开。\n\n\| 总 \| {2}\| 数 \|/);
});

test("a file without a title takes its name", async () => {
  const { title, remarks } = await imported({ body: paragraph("今年以来，工作扎实。") });
  expect(title).toBe("文件名");
  expect(remarks[0]).toMatch(/没有认出标题/);
});

/** Pieces that Markdown, YAML or the dialect would take for something else. */
const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    ...[
      "各县区要认真",
      "# ",
      "## 题",
      "> ",
      "- ",
      "+ ",
      "* ",
      "1. ",
      "12) ",
      "1.",
      "::: 信函",
      "：：： 落款",
      ":::",
      "---",
      "```",
    ],
    ...[
      "*重点*",
      "**",
      "__a__",
      "[2020]076号",
      "[a](b)",
      "![a](b)",
      "<http://a.b>",
      "<b>",
      "&amp;",
      "&#42;",
      "\\",
      "~~删~~",
    ],
    ...[
      "{{交办}}",
      "{1，2}",
      "{",
      "【现场】（现场.jpg）",
      "`a`",
      "</b>",
      "<!--",
      "[^1]",
      "｛｛",
      "}}",
      "｝｝",
      "{{",
      "|",
      "| a | b |",
      "单位：件",
      "表1 甲",
      "表：乙",
      "按：",
      "一、",
      "（一）",
      "2020年11月8日",
      "　　",
      "\t",
    ],
  ),
);
const texts = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
// What XML cannot hold, and what an editor never sees.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u00ad\ufdd0-\ufdef]/gu;
const clean = (text: string): string => text.replace(invisible, (found) => (found === "\t" ? found : ""));

test("any text prints verbatim, and no check takes it for a slip", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(texts, fc.constantFrom("", "", '<w:outlineLvl w:val="1"/>', '<w:ind w:firstLine="640"/>')), {
        minLength: 1,
        maxLength: 6,
      }),
      async (paragraphs) => {
        const cleaned = paragraphs.map(([text, properties]) => [clean(text), properties] as const);
        const body = cleaned.map(([text, properties]) => paragraph(run(text), properties)).join("");
        const article = await imported({ body: paragraph("标题在此", centred) + body });
        expect(withoutSpace(printedText(article.body))).toBe(withoutSpace(cleaned.map(([text]) => text).join("")));
      },
    ),
    { numRuns: 300 },
  );
});

test("any cell prints verbatim", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 4, maxLength: 4 }), async (cells) => {
      const cleaned = cells.map(clean);
      const row = (from: number): string =>
        `<w:tr>${cleaned
          .slice(from, from + 2)
          .map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`)
          .join("")}</w:tr>`;
      const article = await imported({
        body: paragraph("标题在此", centred) + paragraph("正文。") + `<w:tbl>${row(0)}${row(2)}</w:tbl>`,
      });
      expect(withoutSpace(printedText(article.body))).toBe(withoutSpace(`正文。${cleaned.join("")}`));
    }),
    { numRuns: 150 },
  );
});

test("a line of who and when below the title is the author's, a blank between them kept", async () => {
  const title = paragraph(run("压实责任抓整改", '<w:sz w:val="44"/>'), centred);
  const { text, body } = await imported({
    body: title + paragraph("市生态环境局办公室  2020年11月11日", centred) + paragraph("全市抓好整改。"),
  });
  expect(text).toContain("\n作者: 市生态环境局办公室　2020年11月11日\n");
  expect(body).toBe("全市抓好整改。");
  const other = await imported({ body: title + paragraph("2020年11月开始", centred) + paragraph("全市抓好整改。") });
  expect(other.text).not.toContain("作者");
});

test("underlines and footers are told of; every paragraph that is meant with its first words", async () => {
  const { remarks } = await imported({
    body:
      paragraph("题目", centred) +
      paragraph(run("各县区", '<w:u w:val="single"/>') + run("要抓好整改。")) +
      paragraph(run("不在此列。", '<w:u w:val="none"/>')) +
      paragraph(run("12月底前", '<w:u w:val="double"/>') + run("全部办结。")),
    footer: paragraph("印发：市政府办公室"),
  });
  expect(remarks).toEqual([
    "下划线没有带入，共 2 处：“各县区”（“各县区要抓好整改。”一段）；“12月底前”（“12月底前全部办结。”一段）",
    "页脚没有带入：“印发：市政府办公室”",
  ]);
});

const display = (words: string): string => paragraph(run(words, '<w:sz w:val="44"/>'), centred);

test("a second title in one file is told, with what to do", async () => {
  const body =
    display("道县整治砂石场") + paragraph("道县关停3家。") + display("宁远县整治养殖场") + paragraph("关停5家。");
  expect((await imported({ body })).remarks).toEqual([
    "像是另一篇的标题，现在是同一篇里的一行，请核对；一个文件里有几篇的，在 Word 里把每一篇另存为一个文件，再一篇一篇导入：“宁远县整治养殖场”",
  ]);
});

test("what begins with a number: a short line becomes a heading and is told, a year stays text", async () => {
  const { body, remarks } = await imported({
    body: display("整治情况") + paragraph("1. 第一项") + paragraph("一、工作成效") + paragraph("2020. 年初以来"),
  });
  expect(body).toBe("### 1. 第一项\n\n### 一、工作成效\n\n　　2020. 年初以来");
  expect(remarks).toEqual(["前面有序号的短行写成了小标题，请核对；是正文的，去掉行首的 ###：“1. 第一项”"]);
});

test("cells that a merge leaves empty are all told, with what they were part of", async () => {
  const cell = (words: string, properties = ""): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
  const down = '<w:vMerge w:val="restart"/>';
  const table = `<w:tbl>${[
    row(cell("镇", down), cell("信访件", '<w:gridSpan w:val="2"/>')),
    row(cell("", "<w:vMerge/>"), cell("交办"), cell("办结")),
    row(cell("白水", down), cell("6"), cell("5")),
    row(cell("", "<w:vMerge/>"), cell("4"), cell("3")),
  ].join("")}</w:tbl>`;
  expect((await imported({ body: display("整治情况") + paragraph("见下表。") + table })).remarks).toEqual([
    "表格有合并的单元格，拆开后这些格空着，请补上或核对：第 1 行第 3 格（原与“信访件”合并）、第 2 行第 1 格（原与“镇”合并，这一行因此没有名称）、第 4 行第 1 格（原与“白水”合并，这一行因此没有名称）：“镇 信访件”开头的表格",
  ]);
});

test("a sum that Word worked out is told", async () => {
  const sum = '<w:fldSimple w:instr=" =SUM(ABOVE) "><w:r><w:t>28</w:t></w:r></w:fldSimple>';
  const { body, remarks } = await imported({
    body: `${display("整治情况")}<w:p>${run("共")}${sum}${run("件。")}</w:p>`,
  });
  expect(body).toBe("共28件。");
  expect(remarks).toEqual(["Word 里算出的数照样带入了，以后不会再算，请核对：“28”（“共28件。”一段）"]);
});

test("a whole issue is no article, an article with a signature is", async () => {
  const whole = async (...lines: string[]): Promise<boolean> =>
    isWholeBulletin(await readWord(docx({ body: lines.map((line) => paragraph(line)).join("") })));
  const article = ["道县整治砂石场", "道县关停3家。"];
  expect(await whole("工作简报", "第16期", "【动态】", ...article, "【案例】", ...article)).toBe(true);
  expect(await whole("督察快报", "（2020年第十六期）", ...article, "报：省委", "永州市办公室 2020年11月12日印发")).toBe(
    true,
  );
  expect(await whole("【动态】", ...article, "【案例】", ...article, "送：市委书记")).toBe(true);
  expect(await whole("【动态】", ...article, "（道县供稿）")).toBe(false);
  expect(await whole(...article, "送：市协调联络组", "2020年11月12日")).toBe(false);
  expect(await whole("工作信息第8期上的稿件", ...article)).toBe(false);
});
